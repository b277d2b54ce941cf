import Geo
import Roads
import Testing

struct ValhallaTests {
    private let first = RoadPlace(latitude: 47_000_000, longitude: 9_000_000)!
    private let second = RoadPlace(latitude: 47_010_000, longitude: 9_000_000)!
    private var block: RoadBlock { RoadBlock(origins: [first], destinations: [first, second]) }
    private var pair: RoadPair { RoadPair(from: first, to: second) }

    private func answer(_ text: String, status: Int = 200) -> RoadAnswer {
        RoadAnswer(status: status, bytes: Array(text.utf8))
    }

    private func fault(_ text: String, status: Int = 200) -> RoadFault? {
        do throws(RoadFault) {
            _ = try Valhalla().table(in: answer(text, status: status), for: block)
            return nil
        } catch {
            return error
        }
    }

    @Test func `tables and lines are posted as JSON, the version is asked with a GET`() {
        let table = Valhalla(profile: "a\"uto").tableQuestion(block)
        #expect(table.path == "/sources_to_targets")
        #expect(
            String(decoding: table.body ?? [], as: UTF8.self)
                == #"{"costing":"a\"uto","sources":[{"lat":47,"lon":9}],"#
                + #""targets":[{"lat":47,"lon":9},{"lat":47.01,"lon":9}],"units":"kilometers","verbose":true}"#)
        let line = Valhalla().lineQuestion(pair)
        #expect(line.path == "/route")
        #expect(
            String(decoding: line.body ?? [], as: UTF8.self)
                == #"{"costing":"auto","directions_type":"none","locations":"#
                + #"[{"lat":47,"lon":9},{"lat":47.01,"lon":9}],"units":"kilometers"}"#)
        #expect(Valhalla().versionQuestion(near: first) == RoadQuestion(path: "/status"))
    }

    @Test func `a verbose matrix tells drives, and snaps by its points on the road`() throws {
        let text = """
            {"sources_to_targets":[[{"time":0,"distance":0.0,"cost":-0.0},{"time":295,"distance":3.915}]],
             "sources":[{"lat":47.001,"lon":9}],"targets":[{"lat":47.001,"lon":9},{"lat":47.01,"lon":9}],
             "units":"kilometers","algorithm":"costmatrix"}
            """
        let table = try Valhalla().table(in: answer(text), for: block)
        #expect(
            table.drives == [
                .driven(deciseconds: 0, decimetres: 0), .driven(deciseconds: 2950, decimetres: 39_150),
            ])
        let snap = try #require(table.snaps[first] ?? nil)
        #expect(abs(snap - 111.2) < 0.1)
        #expect(table.snaps[second] == 0.0)
    }

    @Test func `a terse matrix, null, miles, and servers that repeat the question's points are understood`() throws {
        let terse = #"{"sources_to_targets":{"durations":[[null,7]],"distances":[[null,1]]},"units":"miles"}"#
        let table = try Valhalla().table(in: answer(terse), for: block)
        #expect(table.drives == [.unreachable, .driven(deciseconds: 70, decimetres: 16_093)])
        #expect(table.snaps.isEmpty)
        let old = """
            {"sources_to_targets":[[{"time":null,"distance":null},{"time":1}]],"sources":[[{"lat":47.0,"lon":9.0}]],
             "targets":[[{"lat":47.0,"lon":9.0},{"lat":47.01,"lon":9.0}]]}
            """
        let older = try Valhalla().table(in: answer(old), for: block)
        #expect(older.drives == [.unreachable, .driven(deciseconds: 10, decimetres: nil)])
        #expect(older.snaps.isEmpty)
    }

    @Test func `a drive that begins farther away than on the nearest road is a farther snap`() throws {
        let text = """
            {"sources_to_targets":[[{"time":1,"begin_lat":47.0,"begin_lon":9.0,"end_lat":47.0,"end_lon":9.0},
             {"time":1,"begin_lat":47.001,"begin_lon":9.0,"end_lat":47.01,"end_lon":9.0}]],
             "sources":[{"lat":47.0,"lon":9}],"targets":[{"lat":47.0,"lon":9},{"lat":47.01,"lon":9}]}
            """
        let table = try Valhalla().table(in: answer(text), for: block)
        #expect(abs(((table.snaps[first] ?? nil) ?? 0) - 111.2) < 0.1 && table.snaps[second] == 0.0)
        #expect(fault(text.replacing("47.001", with: "97.001")) == .garbled("a point off the earth"))
    }

    @Test func `refusals are a number and words, other failures their status`() {
        let text = #"{"error_code":154,"error":"Path distance exceeds","status_code":400,"status":"Bad Request"}"#
        #expect(fault(text, status: 400) == .refused(code: "154", message: "Path distance exceeds"))
        #expect(fault("oh", status: 503) == .status(503))
        #expect(fault(#"{"error_code":170,"error":"x"}"#, status: 400) == .refused(code: "170", message: "x"))
    }

    @Test func `one pair whose places are not connected is unreachable`() throws {
        let one = RoadBlock(origins: [first], destinations: [second])
        let text = #"{"error_code":170,"error":"Locations are in unconnected regions.","status_code":400}"#
        #expect(try Valhalla().table(in: answer(text, status: 400), for: one).drives == [.unreachable])
        #expect(throws: RoadFault.refused(code: "171", message: "")) {
            try Valhalla().table(in: answer(#"{"error_code":171}"#, status: 400), for: one)
        }
    }

    @Test(arguments: [
        "{}", "[]", #"{"sources_to_targets":7}"#, #"{"sources_to_targets":[]}"#,
        #"{"sources_to_targets":[[{"time":1}]]}"#,
        #"{"sources_to_targets":[[{"time":1},{"time":-1}]]}"#, #"{"sources_to_targets":[[{"time":1},{"time":"1"}]]}"#,
        #"{"sources_to_targets":[[{"time":1},{"time":1,"distance":50000}]]}"#,
        #"{"sources_to_targets":{"durations":[[1]]}}"#,
        #"{"sources_to_targets":[[{"time":1},{"time":1}]],"units":"feet"}"#,
        #"{"sources_to_targets":[[{"time":1},{"time":1}]],"sources":[],"targets":[]}"#,
        #"{"sources_to_targets":[[{"time":1},{"time":1}]],"sources":[{"lat":91,"lon":0}],"targets":[{"lat":0,"lon":0},{"lat":0,"lon":0}]}"#,
        String(repeating: "[", count: 100_000), #"{"sources_to_targets":"# + String(repeating: "[", count: 10_000),
    ])
    func `what is no matrix of the block is garbled`(text: String) {
        guard case .garbled = fault(text) else {
            Issue.record("\(text.prefix(200)): \(String(describing: fault(text)))")
            return
        }
    }

    @Test func `a line is the shape of its only leg`() throws {
        let points = [first.point, second.point]
        let leg = #"{"shape":"\#(encodedPolyline(points, precision: 6))"}"#
        #expect(try Valhalla().line(in: answer(#"{"trip":{"legs":[\#(leg)]}}"#), for: pair).points == points)
        for text in [
            "{}", #"{"trip":{"legs":[]}}"#, #"{"trip":{"legs":[\#(leg),\#(leg)]}}"#,
            #"{"trip":{"legs":[{"shape":" "}]}}"#,
        ] {
            #expect(throws: RoadFault.self) { try Valhalla().line(in: answer(text), for: pair) }
        }
        #expect(throws: RoadFault.refused(code: "FarSnap", message: "the start is 1112 m from the road")) {
            try Valhalla().line(
                in: answer(#"{"trip":{"legs":[\#(leg)]}}"#), for: RoadPair(from: second, to: first))
        }
    }

    @Test func `the version is when the tiles were made and the program's`() throws {
        let text = #"{"version":"3.9.1","tileset_last_modified":1795279645,"available_actions":["route"]}"#
        #expect(try Valhalla().version(in: answer(text)) == "2026-11-21 16:47:25, 3.9.1")
        #expect(try Valhalla().version(in: answer(#"{"version":"3.2","tileset_last_modified":0}"#)) == "3.2")
        #expect(try Valhalla().version(in: answer(#"{"error_code":106,"error":"Try any of"}"#, status: 404)).isEmpty)
        #expect(throws: RoadFault.status(500)) { try Valhalla().version(in: answer("", status: 500)) }
    }
}
