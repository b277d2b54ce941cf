import Config
import Diagnostics
import Foundation
import Quantities
import Records
import Store
import Testing

@testable import Intake

/// The whole Salesforce export of a company with planted problems.
@Suite(.enabled(if: SharedData.canRun("data/crm/salesforce"), "the shared export is not there"))
struct SharedExportTests {
    private static let read = Result { try whole() }

    private static func whole() throws -> ExportReading {
        let folder = try #require(SharedData.path("data/crm/salesforce"))
        let (config, _) = try loadConfig(SharedData.configPath)
        return try readExport(
            folder: folder, preset: .salesforce, settings: config.imports["salesforce"] ?? ImportSettings(),
            company: config.company, stages: config.stages, forecast: config.forecast,
            at: Instant(iso: "2026-11-14T08:00:00Z")!)
    }

    private struct Planted: Decodable {
        var counts: [String: Int]
        var planted: [String: Int]
    }

    private func planted() throws -> Planted {
        let path = try #require(SharedData.path("data/crm/planted.json"))
        return try JSONDecoder().decode(Planted.self, from: Data(contentsOf: URL(fileURLWithPath: path)))
    }

    @Test func `all records are there`() throws {
        let contents = try SharedExportTests.read.get().contents
        let counts = [
            "customers": contents.customers.count, "contacts": contents.contacts.count,
            "opportunities": contents.opportunities.count,
            "visits": contents.activities.filter { $0.category == .visit }.count, "tasks": contents.followUps.count,
            "cases": contents.serviceCases.count, "orders": contents.orders.count, "leads": contents.leads.count,
            "reps": contents.reps.count,
        ]
        #expect(try counts == planted().counts)
    }

    @Test func `every planted problem is listed, and no more of its kind`() throws {
        let kinds = [
            "impossible_latitude": "customer.impossible-coordinate", "owner_inactive": "customer.owner-inactive",
            "name_with_spaces": "name.spaces", "at_null_island": "customer.null-island",
            "without_coordinates": "customer.no-coordinate", "duplicate_customers": "customer.duplicate",
            "hostile_names": "name.hostile", "placeholder_amounts": "opportunity.placeholder-amount",
            "mega_deals": "opportunity.mega-deal", "close_date_passed_but_open": "opportunity.close-day-passed",
            "visits_of_inactive_owner": "activity.owner-inactive",
        ]
        var expected = try planted().planted
        // One of the planted duplicates is a copy of a customer without a coordinate.
        expected["without_coordinates", default: 0] += 1
        let read = try SharedExportTests.read.get()
        #expect(kinds.mapValues { read.problems($0).count } == expected)
    }

    @Test func `every problem has a place, a field, a hint and a value where there is one`() throws {
        let withoutValue: Set<String> = [
            "customer.no-coordinate", "customer.no-owner", "customer.no-name", "opportunity.no-creation",
        ]
        for problem in try SharedExportTests.read.get().problems {
            #expect(problem.place?.file.hasSuffix(".csv") == true, "\(problem)")
            #expect((problem.place?.line ?? 0) > 0, "\(problem)")
            #expect(problem.place?.field != nil, "\(problem)")
            #expect(problem.hint != nil, "\(problem)")
            #expect(problem.value != nil || withoutValue.contains(problem.kind), "\(problem)")
        }
    }

    @Test func `no row is lost, and a second import changes nothing`() throws {
        let read = try SharedExportTests.read.get()
        let store = try CustomerStore.inMemory()
        func apply(dryRun: Bool = false) throws -> StoreChanges {
            try store.apply(read.contents, run: read.run, dryRun: dryRun) { kind, id in
                read.fileIndex(kind.rawValue, id)
            }
        }
        let dry = try apply(dryRun: true)
        let first = try apply()
        #expect(dry.counts == first.counts)
        for file in first.run.files {
            #expect(file.rows == file.added + file.rejected, "\(file.name)")
            #expect(file.changed == 0 && file.unchanged == 0)
        }
        #expect(first.repeated == [])
        let second = try apply()
        #expect(second.isEmpty && !second.isRecorded)
        #expect(second.total.unchanged == first.total.added)
        try store.close()
    }
}
