import Config
import Diagnostics
import Forecasting
import Foundation
import Pages
import Quantities
import Records
import Testing

@testable import SiteBuild

/// Rates and calls of the workspace on their way into a build.
@Suite struct ForecastFilesTests {
    private static let francs = Currency(code: "CHF")!

    /// A few customers, and their open deals in Swiss francs.
    private static let contents: SalesBookContents = {
        var contents = DemoSubset.subset(of: DemoSubset.contents, repsPerTeam: 1, customersPerRep: 2)
        for index in contents.opportunities.indices where contents.opportunities[index].outcome == .open {
            for change in contents.opportunities[index].changes.indices {
                contents.opportunities[index].changes[change].amount?.currency = francs
            }
            contents.opportunities[index].amount?.currency = francs
        }
        return contents
    }()

    @Test func `what is wrong in them is on the data page, and the files are in the manifest`() async throws {
        let workspace = try TestWorkspace(Self.contents)
        let plain = try await workspace.build()
        try workspace.write("exchange-rates.csv", "date,currency,rate\n2026-11-02,CHF,\"1,1\"\n")
        try workspace.write(
            "forecast-calls.csv", "rep,caller,month,commit,at\nNobody <b>,rep,2026-11,5,2026-11-02\n")
        let built = try await workspace.build()
        let new = built.built.problems.filter { !plain.built.problems.contains($0) }
        #expect(new.map(\.kind).sorted() == ["forecast-calls.unknown-rep", "rates.rate"])
        let page = try #require(built.text("data/index.html"))
        #expect(page.contains("exchange-rates.csv") && page.contains("forecast-calls.csv"))
        #expect(!page.contains("Nobody <b>"))
        let manifest = try #require(built.text("manifest.json"))
        #expect(manifest.contains("\"exchange-rates.csv\"") && manifest.contains("\"forecast-calls.csv\""))
    }

    @Test func `deals in another currency count once there are rates, and those without one are listed`() async throws {
        let workspace = try TestWorkspace(Self.contents)
        let open = Self.contents.opportunities.filter { $0.outcome == .open && $0.amount != nil }
        try #require(!open.isEmpty)
        func material() async throws -> (setAside: Set<String>, problems: [Problem]) {
            let order = workspace.order()
            let workspace = try readWorkspace(order)
            let basis = PlanningBasis(try readBook(order), workspace, order, roads: nil)
            let material = await analyse(basis, workspace, order)
            return (Set(material.forecast.setAside.map(\.text)), material.problems)
        }
        let without = try await material()
        #expect(without.setAside.isSuperset(of: open.map(\.id.text)))
        #expect(!without.problems.contains { $0.kind.hasPrefix("rates.") })

        workspace.config.forecast.rateDays = 366
        let months = (0..<40).map { Day(iso: "2023-12-01")!.addingMonths($0) }
        try workspace.write(
            "exchange-rates.csv",
            "date,currency,rate\n" + months.map { "\($0.iso),CHF,1.07\n" }.joined())
        let with = try await material()
        #expect(with.setAside.isDisjoint(with: open.map(\.id.text)))
        #expect(!with.problems.contains { $0.kind.hasPrefix("rates.") })

        try workspace.write("exchange-rates.csv", "date,currency,rate\n2026-11-13,CHF,1.07\n")
        let tooLate = try await material()
        let listed = tooLate.problems.filter { $0.kind == "rates.no-rate" }
        #expect(Set(listed.compactMap(\.value)).isSubset(of: Set(Self.contents.opportunities.map(\.id.text))))
        #expect(!listed.isEmpty && tooLate.setAside.isSuperset(of: listed.compactMap(\.value)))
    }

    @Test func `a file without a row changes no page`() async throws {
        let workspace = try TestWorkspace(Self.contents)
        let before = try await workspace.build().files
        try workspace.write("exchange-rates.csv", "date,currency,rate\n")
        try workspace.write("forecast-calls.csv", "rep,caller,month,commit,at\n")
        let after = try await workspace.build().files
        #expect(differences(before, after).allSatisfy { $0.hasPrefix("manifest.json") })
    }
}
