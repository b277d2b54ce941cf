import Config
import Diagnostics
import Foundation
import Geo
import Pages
import Records
import Roads
import Routes
import Testing

@testable import SiteBuild

/// A road engine on its way into a build.
@Suite struct RoadBuildTests {
    private static let contents = DemoSubset.subset(of: DemoSubset.contents, repsPerTeam: 1, customersPerRep: 12)

    private func workspace(_ engine: FakeRoadEngine) throws -> TestWorkspace {
        let workspace = try TestWorkspace(Self.contents)
        var roads = RoadSettings(server: engine.address)
        roads.retries = 0
        roads.neighbours = 3
        roads.timeoutSeconds = 20
        workspace.config.travel.roads = roads
        return workspace
    }

    @Test func `a build without the engine repeats the one with it, and a second one asks nothing`() async throws {
        let engine = try FakeRoadEngine()
        let workspace = try workspace(engine)
        let (first, second) = try await engine.running {
            let first = try await workspace.build(asking: true)
            let asked = engine.requests
            let second = try await workspace.build(threads: 1, asking: true)
            #expect(asked > 3)
            #expect(engine.requests == asked)
            return (first, second)
        }
        #expect(differences(first.files, second.files).isEmpty)
        let cached = try Data(contentsOf: URL(fileURLWithPath: workspace.folder.path + "/roads.sqlite"))
        let offline = try await workspace.build()
        #expect(differences(first.files, offline.files).isEmpty)
        let after = try Data(contentsOf: URL(fileURLWithPath: workspace.folder.path + "/roads.sqlite"))
        #expect(after == cached)
        #expect(!first.built.problems.contains { $0.kind.hasPrefix("roads.") })
    }

    @Test func `every drive of the plans comes from the engine, however few neighbours are asked for`() async throws {
        let engine = try FakeRoadEngine()
        let workspace = try workspace(engine)
        workspace.config.travel.roads?.neighbours = 1
        let order = workspace.order(asking: true)
        let material = try await engine.running {
            var roads = try RoadInquiry(order)
            return try await settledMaterial(try readBook(order), try readWorkspace(order), order, roads: &roads)
        }
        let plans = material.plans.keys.sorted().compactMap { material.plans[$0] }
        #expect(plans.contains { $0.weeks.contains { $0.stopCount > 3 } })
        #expect(roadGaps(in: plans, of: material.book).isEmpty)
        #expect(!material.roadLines.isEmpty)
        #expect(material.roadLines.values.allSatisfy { $0.points.count == 3 })
        let report = try #require(material.travel?.roads)
        #expect(report.edition == RoadEdition(engine: "osrm", profile: "driving", data: "spring"))
        #expect(report.missing == 0 && report.pairs > 0)
    }

    @Test func `a site carries the drives that it was planned with`() async throws {
        let engine = try FakeRoadEngine()
        let workspace = try workspace(engine)
        workspace.config.travel.roads?.neighbours = 40
        let built = try await engine.running { try await workspace.build(asking: true) }
        let rows = try #require(built.csv("data/road-drives.csv"))
        #expect(rows.first == ["from", "to", "seconds", "metres"])
        #expect(rows.count > 20)
        #expect(built.text("manifest.json")?.contains("\"roads\"") == true)
        // As a matrix file they stand in for the engine: the same plan, whoever answers.
        let again = try TestWorkspace(Self.contents)
        try Data((built.text("data/road-drives.csv") ?? "").utf8).write(
            to: URL(fileURLWithPath: again.folder.path + "/drives.csv"))
        again.config.travel.matrix = "drives.csv"
        again.config.travel.fit = true
        let kept = try await again.build()
        let visits = built.paths(endingIn: "visits.csv")
        #expect(!visits.isEmpty)
        for path in visits {
            // The last column says where a drive's time is from.
            let roads = try #require(built.csv(path)).map { $0.dropLast() }
            #expect(try #require(kept.csv(path)).map { $0.dropLast() } == roads)
        }
    }

    @Test func `without a server the build ends well, says so and plans with the estimate`() async throws {
        let engine = try FakeRoadEngine()
        try await engine.running {}
        let workspace = try workspace(engine)
        let built = try await workspace.build(asking: true)
        let problem = try #require(built.built.problems.first { $0.kind == "roads.server" })
        #expect(built.text("data/build-problems.csv")?.contains(problem.message) == true)
        #expect(built.text("data/driving-times.csv")?.contains("Nothing is known of it yet") == true)
        let offline = try await workspace.build()
        #expect(differences(built.files, offline.files).isEmpty)
        workspace.config.travel.roads = nil
        let plain = try await workspace.build()
        #expect(plain.built.plannedVisits == built.built.plannedVisits)
        #expect(plain.built.unservedCustomers == built.built.unservedCustomers)
    }

    @Test func `a build never mixes two road networks, and only a fetch takes the new one`() async throws {
        let engine = try FakeRoadEngine()
        let workspace = try TestWorkspace(
            DemoSubset.subset(of: DemoSubset.contents, repsPerTeam: 1, customersPerRep: 6))
        workspace.config.travel.roads = RoadSettings(server: engine.address)
        let (mixed, fetched) = try await engine.running {
            try await workspace.build(asking: true)
            engine.renew("autumn")
            // New customers, whose drives are not known.
            let known = Set(try readBook(workspace.order()).customers.map(\.id))
            var more = SalesBookContents()
            more.customers = Self.contents.customers.filter { !known.contains($0.id) }
            try workspace.apply([SalesBookContents(), more])
            let mixed = try await workspace.build(asking: true)
            _ = try await fetchRoads(workspace.order(asking: true))
            return (mixed, try await workspace.build())
        }
        #expect(mixed.built.roads?.edition?.data == "spring")
        #expect(mixed.built.problems.contains { $0.kind == "roads.other-data" })
        #expect(mixed.built.problems.contains { $0.kind == "roads.missing" })
        #expect(fetched.built.roads?.edition?.data == "autumn")
        #expect(fetched.built.roads?.missing == 0)
        #expect(!fetched.built.problems.contains { $0.kind.hasPrefix("roads.") })
    }

    @Test func `a tour changes no build, not even one through customers`() async throws {
        let engine = try FakeRoadEngine()
        let workspace = try workspace(engine)
        let book = try readBook(workspace.order())
        let places = Set(book.customers.compactMap(\.place).map(RoadPlace.init)).sorted()
        let pairs = places.flatMap { from in places.filter { $0 != from }.map { RoadPair(from: from, to: $0) } }
        let before = try await engine.running {
            let before = try await workspace.build(asking: true)
            let fetched = try await fetchDrives(pairs, workspace.order(asking: true))
            #expect(pairs.allSatisfy { fetched.memory?.drive($0) != nil })
            return before
        }
        #expect(differences(before.files, try await workspace.build().files).isEmpty)
    }

    @Test func `what is wrong with the config is on the data page`() async throws {
        let workspace = try TestWorkspace(Self.contents)
        var order = workspace.order()
        order.problems = [Problem(.error, "config.unknown-key", "'servr' is not a setting of 'travel.roads'")]
        let built = try await buildSite(order)
        #expect(built.problems.contains { $0.kind == "config.unknown-key" })
        #expect(
            String(decoding: try workspace.files()["data/build-problems.csv"] ?? [], as: UTF8.self).contains("servr"))
    }

    @Test func `asking without an engine in the config is refused`() async throws {
        let workspace = try TestWorkspace(Self.contents)
        await #expect(throws: ProblemError.self) { try await fetchRoads(workspace.order(asking: true)) }
    }
}
