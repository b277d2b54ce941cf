import Geo
import Roads
import Testing

struct OSRMAnswerTests {
    private let first = RoadPlace(latitude: 47_000_000, longitude: 9_000_000)!
    private let second = RoadPlace(latitude: 47_001_000, longitude: 9_001_000)!
    private let third = RoadPlace(latitude: 47_002_000, longitude: 9_002_000)!
    private var block: RoadBlock {
        RoadBlock(origins: [first, second], destinations: [second, third, first])
    }
    private var pair: RoadPair { RoadPair(from: first, to: second) }

    private func answer(_ text: String, status: Int = 200) -> RoadAnswer {
        RoadAnswer(status: status, bytes: Array(text.utf8))
    }

    private func fault(_ text: String, status: Int = 200) -> RoadFault? {
        do throws(RoadFault) {
            _ = try OSRM().table(in: answer(text, status: status), for: block)
            return nil
        } catch {
            return error
        }
    }

    private func lineFault(_ text: String) -> RoadFault? {
        do throws(RoadFault) {
            _ = try OSRM().line(in: answer(text), for: pair)
            return nil
        } catch {
            return error
        }
    }

    @Test func `tenths are kept, null is unreachable and snaps belong to their places`() throws {
        let text = """
            {"code":"Ok","durations":[[12.3,999999.9,0],[0,null,7]],"distances":[[100,40075000,0],[0,null,null]],
             "sources":[{"distance":1.5},{"distance":2}],"destinations":[{"distance":2.25},{"distance":400.125},null]}
            """
        let table = try OSRM().table(in: answer(text), for: block)
        #expect(
            table.drives == [
                .driven(deciseconds: 123, decimetres: 1000),
                .driven(deciseconds: 9_999_999, decimetres: 400_750_000),
                .driven(deciseconds: 0, decimetres: 0), .driven(deciseconds: 0, decimetres: 0),
                .unreachable,
                .driven(deciseconds: 70, decimetres: nil),
            ])
        #expect(table.snaps == [first: nil, second: 2.25, third: 400.125])
    }

    /// As OSRM says of two places on one piece of road.
    @Test func `a little below nothing is nothing, and more is no drive`() throws {
        let text = #"{"code":"Ok","durations":[[0,0,3],[4,5,6]],"distances":[[-0.6,-9.9,3],[4,5,6]]}"#
        let table = try OSRM().table(in: answer(text), for: block)
        let nothing = RoadDrive.driven(deciseconds: 0, decimetres: 0)
        #expect(Array(table.drives[..<2]) == [nothing, nothing])
        #expect(throws: RoadFault.self) {
            _ = try OSRM().table(in: answer(text.replacing("-9.9", with: "-11")), for: block)
        }
    }

    @Test func `an older server tells neither metres nor snaps`() throws {
        let text =
            #"{"code":"Ok","durations":[[1,2,3],[4,5,6]],"sources":[{},{}],"destinations":[{},{},{}]}"#
        let table = try OSRM().table(in: answer(text), for: block)
        #expect(table.snaps.isEmpty)
        #expect(table.drives.last == .driven(deciseconds: 60, decimetres: nil))
    }

    @Test(arguments: [
        #"{"code":"Ok"}"#, #"{"code":"Ok","durations":[]}"#, #"{"code":"Ok","durations":[[1,2,3]]}"#,
        #"{"code":"Ok","durations":[[1,2,3],[1,2]]}"#, #"{"code":"Ok","durations":[[1,2,3],[1,2,-1]]}"#,
        #"{"code":"Ok","durations":[[1,2,3],[1,2,1e300]]}"#,
        #"{"code":"Ok","durations":[[1,2,3],[1,2,1000000.1]]}"#,
        #"{"code":"Ok","durations":[[1,2,3],[1,2,1e999]]}"#,
        #"{"code":"Ok","durations":[[1,2,3],[1,2,NaN]]}"#,
        #"{"code":"Ok","durations":[[1,2,3],[1,2,"3"]]}"#, #"{"code":"Ok","durations":{"a":1}}"#,
        #"{"code":"Ok","durations":[[1,2,3],[1,2,3]],"distances":[[1]]}"#,
        #"{"code":"Ok","durations":[[1,2,3],[1,2,3]],"distances":[[1,2,3],[1,2,40075001]]}"#,
        #"{"code":"Ok","durations":[[1,2,3],[1,2,3]],"sources":[{"distance":1}]}"#,
        #"{"code":"Ok","durations":[[1,2,3],[1,2,3]],"sources":[{"distance":1},{"distance":-1}]}"#,
        #"{"code":"Ok","durations":[[1,2,3],[1,2,3]],"sources":[{"distance":1},{"distance":1e9}]}"#,
        #"{"durations":[[1,2,3],[1,2,3]]}"#, #"{"code":7}"#, "[]", "null", "7", "", "<html>",
        #"{"code":"Ok","durations":[[1"#,
    ])
    func `what is no table of the block is garbled`(text: String) {
        guard case .garbled = fault(text) else {
            Issue.record("\(text): \(String(describing: fault(text)))")
            return
        }
    }

    @Test(arguments: [
        "[", #"{"a":"#, #"{"code":[["#, "\u{0}", "\"", "1", "{\"code\":\"Ok\",\"durations\":[[",
    ])
    func `ten megabytes of rubbish are garbled`(part: String) {
        let text = String(repeating: part, count: 10_000_000 / part.utf8.count)
        guard case .garbled = fault(text) else {
            Issue.record("not refused")
            return
        }
        #expect(fault(text, status: 502) == .status(502))
    }

    @Test func `broken UTF-8 is garbled`() {
        let answer = RoadAnswer(
            status: 200, bytes: Array(#"{"code":""#.utf8) + [0xff, 0xfe, 0xc3] + Array(#""}"#.utf8))
        #expect(throws: RoadFault.self) { try OSRM().table(in: answer, for: block) }
    }

    @Test func `the engine's refusal keeps its code and one bounded line of its words`() {
        #expect(
            fault(#"{"message":"Too many\n\u0007 places\u202e","code":"TooBig"}"#, status: 400)
                == .refused(code: "TooBig", message: "Too many places"))
        guard
            case .refused(let code, let message) = fault(
                #"{"code":"\#(String(repeating: "c", count: 999))","message":"\#(String(repeating: "e\u{301}", count: 999))"}"#
            )
        else {
            Issue.record("no refusal")
            return
        }
        #expect(code.unicodeScalars.count == 40 && message.unicodeScalars.count == 200)
    }

    @Test func `a failure without the engine's words is its status`() {
        #expect(fault("<h1>Bad gateway</h1>", status: 502) == .status(502))
        #expect(fault("{}", status: 404) == .status(404))
        #expect(fault(#"{"code":"Ok","durations":[[1,2,3],[1,2,3]]}"#, status: 500) == .status(500))
    }

    @Test func `a line is read with its ends`() throws {
        let points = [first.point, GeoPoint(latitude: 47.0005, longitude: 9.0001)!, second.point]
        let shape = encodedPolyline(points, precision: 6)
        let near = #"{"distance":4.5}"#
        let text = #"{"code":"Ok","routes":[{"geometry":"\#(shape)"}],"waypoints":[\#(near),\#(near)]}"#
        #expect(try OSRM().line(in: answer(text), for: pair) == RoadLine(points: points))
        #expect(
            try OSRM().line(in: answer(#"{"code":"Ok","routes":[{"geometry":"\#(shape)"}]}"#), for: pair)
                .points == points)
        // Far ends, told or seen.
        let told = text.replacing("4.5", with: "236155.1")
        #expect(
            lineFault(told) == .refused(code: "FarSnap", message: "the start is 236155 m from the road"))
        let away = RoadPair(from: first, to: RoadPlace(latitude: 47_100_000, longitude: 9_001_000)!)
        #expect(throws: RoadFault.refused(code: "FarSnap", message: "the end is 11008 m from the road")) {
            try OSRM().line(in: answer(text), for: away)
        }
        #expect(try OSRM(maxSnapMetres: 20_000).line(in: answer(text), for: away).points.count == 3)
    }

    @Test(arguments: [
        #"{"code":"Ok"}"#, #"{"code":"Ok","routes":[]}"#, #"{"code":"Ok","routes":[{}]}"#,
        #"{"code":"Ok","routes":[{"geometry":"ä"}]}"#, #"{"code":"Ok","routes":[{"geometry":""}]}"#,
        #"{"code":"Ok","routes":[{"geometry":"??"}]}"#,
        #"{"code":"Ok","routes":[{"geometry":{"coordinates":[]}}]}"#,
        #"{"code":"Ok","routes":[{"geometry":"????"}],"waypoints":[{"distance":1}]}"#,
        #"{"code":"Ok","routes":[{"geometry":"????"}],"waypoints":[{"distance":-1},{"distance":1}]}"#,
    ])
    func `what is no line is garbled`(text: String) {
        guard case .garbled = lineFault(text) else {
            Issue.record("\(text): \(String(describing: lineFault(text)))")
            return
        }
    }

    @Test func `the version is what the graph was made with`() throws {
        #expect(try OSRM().version(in: answer(#"{"code":"Ok","waypoints":[]}"#)).isEmpty)
        #expect(
            try OSRM().version(in: answer(#"{"code":"Ok","data_version":"2026-11\u0000"}"#)) == "2026-11")
        #expect(throws: RoadFault.refused(code: "InvalidQuery", message: "no")) {
            try OSRM().version(in: answer(#"{"code":"InvalidQuery","message":"no"}"#, status: 400))
        }
    }
}
