import Diagnostics
import Testing

@testable import Config

@Suite struct RoadSettingsTests {
    @Test func `without a server no engine is asked, and the estimate stays as it is`() throws {
        let (config, problems, _) = try read("travel: {access_minutes: 3}")
        #expect(problems.isEmpty)
        #expect(config.travel.roads == nil)
        #expect(config.travel.fit == nil)
        #expect(!config.travel.isToBeFitted)
        #expect(!config.travel.learnsFactors)
        #expect(config.paths.roads == "roads.sqlite")
    }

    @Test func `a server alone has the other settings' defaults`() throws {
        let travel = try travel("server: http://127.0.0.1:5000/")
        let roads = try #require(travel.roads)
        #expect(roads == RoadSettings(server: "http://127.0.0.1:5000"))
        #expect(roads.engine == .osrm && roads.profile == nil && roads.maxPlaces == nil)
        #expect(roads.parallel == 4 && roads.timeoutSeconds == 10 && roads.retries == 3)
        #expect(roads.maxSnapMetres == 300 && roads.neighbours == 40)
        #expect(travel.fit == nil)
        #expect(travel.isToBeFitted)
    }

    @Test func `every setting of an engine can be set`() throws {
        let roads = try travel(
            """
            engine: valhalla, server: "https://roads.example.com:8002/v1", profile: motor_scooter, max_places: 2,
            parallel: 16, timeout_seconds: 600, retries: 0, max_snap_metres: 1, neighbours: 1000
            """
        ).roads
        var expected = RoadSettings(server: "https://roads.example.com:8002/v1")
        expected.engine = .valhalla
        expected.profile = "motor_scooter"
        expected.maxPlaces = 2
        expected.parallel = 16
        expected.timeoutSeconds = 600
        expected.retries = 0
        expected.maxSnapMetres = 1
        expected.neighbours = 1000
        #expect(roads == expected)
    }

    @Test func `fit and learnt factors are on or off, whatever roads say`() throws {
        let off = try read("travel: {fit: false, learn_factors: true, roads: {server: \"http://a\"}}").config.travel
        #expect(off.fit == false && !off.isToBeFitted && off.learnsFactors)
        let on = try read("travel: {fit: True, learn_factors: false}").config.travel
        #expect(on.fit == true && on.isToBeFitted && !on.learnsFactors)
        #expect(try read("paths: {roads: ../shared roads.sqlite}").config.paths.roads == "../shared roads.sqlite")
    }

    @Test(arguments: [
        ("engine", "graphhopper"), ("profile", "a/b"), ("profile", "\"\""), ("profile", "driving?x=1"),
        ("profile", "ü"),
        ("max_places", "1"), ("max_places", "5001"), ("max_places", "many"), ("parallel", "0"), ("parallel", "17"),
        ("timeout_seconds", "0"), ("timeout_seconds", "601"), ("retries", "-1"), ("retries", "11"),
        ("max_snap_metres", "0"), ("max_snap_metres", "100001"), ("neighbours", "0"), ("neighbours", "1001"),
    ])
    func `a wrong value has its place and a rule, and the default stays`(key: String, value: String) throws {
        let (config, problems, _) = try read(
            "travel:\n  roads:\n    server: http://127.0.0.1:5000\n    \(key): \(value)\n")
        #expect(problems.map(\.kind) == ["config.wrong-value"])
        #expect(problems.first?.place?.line == 4)
        #expect(problems.first?.place?.field == "travel.roads.\(key)")
        #expect(problems.first?.message.contains(value.replacing("\"", with: "")) == true)
        #expect(config.travel.roads == RoadSettings(server: "http://127.0.0.1:5000"))
    }

    @Test(arguments: [
        "127.0.0.1:5000", "ftp://127.0.0.1", "http://", "http://ana:secret@127.0.0.1", "http://127.0.0.1/?key=1",
        "http://127.0.0.1/#top", "file:///etc/passwd", "localhost",
    ])
    func `an address that can't be asked is refused, and nobody is asked`(address: String) throws {
        let (config, problems, _) = try read("travel:\n  roads:\n    server: \"\(address)\"\n")
        #expect(problems.map(\.kind) == ["config.wrong-value"])
        #expect(problems.first?.place?.line == 3)
        #expect(problems.first?.place?.field == "travel.roads.server")
        #expect(config.travel.roads == nil)
    }

    @Test func `an engine without a server is named`() throws {
        let (config, problems, _) = try read("travel:\n  roads: {engine: osrm}\n")
        #expect(problems.map(\.kind) == ["config.wrong-value"])
        #expect(problems.first?.message.contains("'server' is needed") == true)
        #expect(config.travel.roads == nil)
    }

    @Test func `a mistyped setting is answered with the one that was meant`() throws {
        let (_, problems, _) = try read("travel:\n  roads: {server: \"http://a\", neighbors: 10}\n")
        #expect(problems.map(\.kind) == ["config.unknown-key"])
        #expect(problems.first?.hint?.contains("'neighbours'") == true)
        #expect(try kinds("travel: {learn_factors: sometimes}") == ["config.wrong-value"])
        #expect(try kinds("travel: {fit: [1]}") == ["config.wrong-value"])
    }

    @Test func `the site does not go where the answers of engines are kept`() throws {
        let (config, problems, _) = try read("paths: {roads: kept/roads.sqlite, output: kept}")
        #expect(problems.map(\.kind) == ["config.path"])
        #expect(config.paths.output == "public")
    }

    private func travel(_ roads: String) throws -> TravelSettings {
        let (config, problems, _) = try read("travel: {roads: {\(roads)}}")
        #expect(problems.isEmpty)
        return config.travel
    }
}
