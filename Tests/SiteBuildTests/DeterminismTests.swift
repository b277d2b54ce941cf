import Foundation
import Publishing
import Quantities
import Records
import Testing

@testable import SiteBuild

@Suite struct DeterminismTests {
    @Test(arguments: [1, 4])
    func `any number of threads gives the same site`(threads: Int) async throws {
        let other = try await TestWorkspace(DemoSubset.contents).build(threads: threads)
        #expect(differences(try await DemoSubset.built().files, other.files) == [])
    }

    @Test func `rows in reverse order give the same site`() async throws {
        let other = try await TestWorkspace(DemoSubset.contents.reversed).build()
        #expect(differences(try await DemoSubset.built().files, other.files) == [])
    }

    @Test func `rows that come in several imports give the same site, but for the list of imports`() async throws {
        let workspace = try TestWorkspace()
        try workspace.apply(DemoSubset.contents.reversed.batches(3))
        let other = try await workspace.build()
        let found = differences(try await DemoSubset.built().files, other.files)
            .filter { !$0.hasPrefix("data/") && !$0.hasPrefix("manifest.json") }
        #expect(found == [])
        let stores = [try await DemoSubset.built(), other].map {
            $0.built.site.manifest.inputs.first { $0.path == "store" }
        }
        #expect(stores[0] != nil && stores[0] == stores[1])
    }

    @Test func `a second build over the first changes nothing`() async throws {
        let workspace = try TestWorkspace(DemoSubset.contents)
        let first = try await workspace.build()
        let second = try await workspace.build(threads: 1)
        #expect(second.built.site.isUnchanged)
        #expect(differences(first.files, second.files) == [])
    }

    @Test func `another day gives another site with the same rules`() async throws {
        let workspace = try TestWorkspace(DemoSubset.contents)
        let day = TestWorkspace.friday + -28
        let before = try await workspace.build(asOf: day)
        _ = try await workspace.build()
        let again = try await workspace.build(asOf: day, threads: 1)
        #expect(differences(before.files, again.files) == [])
    }

    @Test func `two processes in other zones, languages and hash seeds build the same tree`() async throws {
        let program = try #require(fieldbookProgram())
        let workspace = try TestWorkspace(DemoSubset.contents)
        let config = try String(contentsOfFile: Repository.root + "/site-config.yml", encoding: .utf8)
            .replacing("steps: 8000", with: "steps: 60").replacing("simulations: 10000", with: "simulations: 200")
        try workspace.folder.write(config, to: "site-config.yml")
        let here = ["TZ": "UTC", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"]
        let there = ["TZ": "Asia/Tokyo", "LANG": "de_DE.UTF-8", "LC_ALL": "de_DE.UTF-8", "LANGUAGE": "de"]
        var trees: [[String: [UInt8]]] = []
        for (name, (environment, threads)) in [("one", (here, 1)), ("two", (there, 2))] {
            let status = try run(
                program,
                [
                    "build", "--config", workspace.folder.path + "/site-config.yml", "--output",
                    workspace.folder.path + "/" + name, "--as-of", "2026-11-13", "--threads", "\(threads)",
                ], environment: environment)
            #expect(status == 0)
            trees.append(try filesOnDisk(workspace.folder.path + "/" + name))
        }
        #expect(trees[0].count > 50)
        #expect(differences(trees[0], trees[1]) == [])
    }
}

/// The command as it lies beside this test's own program.
func fieldbookProgram() -> String? {
    let folders = [
        CommandLine.arguments[0], Bundle.main.executablePath ?? "",
        ProcessInfo.processInfo.environment["FIELDBOOK_BIN"] ?? "",
    ]
    .map { URL(fileURLWithPath: $0).deletingLastPathComponent().path }
    return (folders + [Repository.root + "/.build/release"]).map { $0 + "/fieldbook" }
        .first { FileManager.default.isExecutableFile(atPath: $0) }
}

private func run(_ program: String, _ arguments: [String], environment: [String: String]) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    var all = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    all["SWIFT_DETERMINISTIC_HASHING"] = nil
    process.environment = all
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
}

extension SalesBookContents {
    /// The same rows, each list from its end.
    var reversed: SalesBookContents {
        var copy = self
        copy.teams.reverse()
        copy.reps.reverse()
        copy.customers.reverse()
        copy.contacts.reverse()
        copy.leads.reverse()
        copy.opportunities.reverse()
        for index in copy.opportunities.indices { copy.opportunities[index].changes.reverse() }
        copy.activities.reverse()
        copy.followUps.reverse()
        copy.orders.reverse()
        copy.serviceCases.reverse()
        copy.campaigns.reverse()
        for index in copy.campaigns.indices { copy.campaigns[index].members.reverse() }
        copy.quotas.reverse()
        copy.forecastCalls.reverse()
        copy.assignments.reverse()
        return copy
    }

    /// The same rows dealt out to several imports.
    func batches(_ count: Int) -> [SalesBookContents] {
        (0..<count).map { batch in
            func share<Element>(_ all: [Element]) -> [Element] {
                all.indices.filter { $0 % count == batch }.map { all[$0] }
            }
            var part = SalesBookContents()
            part.teams = share(teams)
            part.reps = share(reps)
            part.customers = share(customers)
            part.contacts = share(contacts)
            part.leads = share(leads)
            part.opportunities = share(opportunities)
            part.activities = share(activities)
            part.followUps = share(followUps)
            part.orders = share(orders)
            part.serviceCases = share(serviceCases)
            part.campaigns = share(campaigns)
            part.quotas = share(quotas)
            part.forecastCalls = share(forecastCalls)
            part.assignments = share(assignments)
            return part
        }
    }
}
