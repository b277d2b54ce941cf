import Diagnostics
import Foundation
import Quantities
import Records
import Store
import Testing

@testable import Intake

@Suite struct ReadExportTests {
    private static let accounts = ["a1,Mill,u1", "a2,Inn,u2", "a3,Bar,u1"]

    @Test func `a folder that is not there, or holds nothing to read, is a problem`() throws {
        let export = try SmallExport(["Notes.md": "x"])
        #expect(#expect(throws: ProblemError.self) { try export.read() }?.problems.map(\.kind) == ["import.no-file"])
        let error = #expect(throws: ProblemError.self) {
            try readExport(
                folder: "/nowhere", preset: .salesforce, settings: export.settings, company: export.company, stages: [],
                at: SmallExport.importTime)
        }
        #expect(error?.problems.map(\.kind) == ["import.no-folder"])
    }

    @Test func `a missing file is a warning`() throws {
        let read = try SmallExport(["Account.csv": "Id,Name\n"]).read()
        let missing = read.run.problems.map(\.problem).filter { $0.kind == "file.missing" }
        #expect(missing.count == 11 && missing.allSatisfy { $0.severity == .warning })
    }

    @Test func `the order of rows and of files does not matter`() throws {
        let forth = try SmallExport([
            "Account.csv": "Id,Name,OwnerId\n" + ReadExportTests.accounts.joined(separator: "\n"),
            "Event.csv": "Id,StartDateTime,WhatId\ne1,2026-11-02,a1\ne2,2026-11-03,a2\n",
        ]).read()
        let back = try SmallExport([
            "Account 1.csv": "Id,Name,OwnerId\n" + ReadExportTests.accounts[2],
            "Account 2.csv": "Id,Name,OwnerId\n" + ReadExportTests.accounts[..<2].reversed().joined(separator: "\n"),
            "Event.csv": "Id,WhatId,StartDateTime\ne2,a2,2026-11-03\ne1,a1,2026-11-02\n",
        ]).read()
        func book(_ read: ExportReading) -> SalesBook {
            SalesBook(asOf: read.today, zone: .utc, currency: .euro, contents: read.contents)
        }
        #expect(book(forth).customers == book(back).customers)
        #expect(book(forth).activities == book(back).activities)
        #expect(back.fileIndex("customer", "salesforce:a3") == 0)
        #expect(back.fileIndex("customer", "salesforce:a1") == 1)
    }

    @Test func `hostile fields come through whole and are told`() throws {
        let long = String(repeating: "very long ", count: 1000)
        let name = "<img src=x onerror=alert(1)>\u{0}"
        let read = try SmallExport([
            "Account.csv": "Id,Name,BillingLatitude,BillingLongitude\na1,\(name),47,9\n",
            "Event.csv": "Id,StartDateTime,Description\ne1,2026-11-02,\"\(long)\nend\"\n",
        ]).read()
        #expect(read.contents.customers.map(\.name) == ["<img src=x onerror=alert(1)>"])
        #expect(Set(read.problems.map(\.kind)) == ["value.control-character", "name.hostile"])
        #expect(read.contents.activities.first?.notes?.count == 10_004)
    }

    @Test func `today is the newest entry, and no entry of the future moves it`() throws {
        let read = try SmallExport([
            "Order.csv": "Id,EffectiveDate,TotalAmount\nr1,2026-11-02,1\nr2,2150-01-01,1\n"
        ]).read()
        #expect(read.today == Day(year: 2026, month: 11, day: 2))
    }
}
