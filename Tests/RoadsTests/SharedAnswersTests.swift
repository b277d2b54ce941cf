import Foundation
import Roads
import Testing

@Suite(.enabled(if: SharedAnswers.canRun, "no recorded answers beside the repository"))
struct SharedAnswersTests {
    private let here = RoadPlace(latitude: 35_898_900, longitude: 14_514_700)!
    private let there = RoadPlace(latitude: 35_885_000, longitude: 14_404_000)!

    private func tableFault(_ name: String) throws -> RoadFault? {
        let answer = try #require(SharedAnswers.answer(name, status: 400))
        do throws(RoadFault) {
            _ = try OSRM().table(in: answer, for: RoadBlock(origins: [here], destinations: [there]))
            return nil
        } catch {
            return error
        }
    }

    @Test func `the recorded table of 50 places is read number for number`() throws {
        let places = SharedAnswers.places("table_50x50")
        try #require(Set(places).count == 50)
        let block = RoadBlock(origins: places, destinations: places)
        let answer = try #require(SharedAnswers.answer("table_50x50"))
        let table = try OSRM().table(in: answer, for: block)
        let json = try #require(try JSONSerialization.jsonObject(with: Data(answer.bytes)) as? [String: Any])
        let durations = try #require(json["durations"] as? [[Double]])
        let distances = try #require(json["distances"] as? [[Double]])
        try #require(table.drives.count == 2500 && durations.joined().count == 2500)
        for (index, (seconds, metres)) in zip(durations.joined(), distances.joined()).enumerated() {
            guard case .driven(let deciseconds, let decimetres?) = table.drives[index] else {
                Issue.record("\(index) is \(table.drives[index])")
                continue
            }
            #expect(Double(deciseconds) / 10 == seconds)
            #expect(Double(decimetres) / 10 == metres)
        }
        #expect(Set(table.snaps.keys) == Set(places))
        let sources = try #require(json["sources"] as? [[String: Any]])
        for (place, source) in zip(places, sources) { #expect(table.snaps[place] == source["distance"] as? Double) }
    }

    @Test(arguments: [
        ("error_invalid_query", "InvalidQuery", "Query string malformed close to position 18"),
        ("error_no_segment_sea", "NoSegment", "Could not find a matching segment for coordinate 0"),
        ("error_one_coordinate", "InvalidOptions", "Number of coordinates needs to be at least two."),
        (
            "error_post_without_json_content_type", "InvalidContentType",
            "POST requests require a Content-Type of application/json."
        ),
        ("error_table_too_big_150_default_limit_100", "TooBig", "Too many table coordinates"),
        ("error_unknown_service", "InvalidService", "Service foo not found!"),
    ])
    func `recorded refusals keep their code and words`(name: String, code: String, message: String) throws {
        #expect(try tableFault(name) == .refused(code: code, message: message))
    }

    @Test func `a place that the engine moved 236 km has no line although the answer says Ok`() throws {
        let answer = try #require(SharedAnswers.answer("error_snap_far_without_radius"))
        let sea = try #require(RoadPlace(latitude: 34_000_000, longitude: 15_900_000))
        #expect(throws: RoadFault.refused(code: "FarSnap", message: "the start is 236155 m from the road")) {
            try OSRM().line(in: answer, for: RoadPair(from: sea, to: there))
        }
    }

    @Test func `answers to other questions are no lines and no tables`() throws {
        for name in ["route_10stops_geojson", "trip_50_roundtrip", "nearest"] {
            let answer = try #require(SharedAnswers.answer(name))
            #expect(throws: RoadFault.self) { try OSRM().line(in: answer, for: RoadPair(from: here, to: there)) }
            #expect(throws: RoadFault.self) {
                try OSRM().table(in: answer, for: RoadBlock(origins: [here], destinations: [there]))
            }
        }
    }

    @Test func `a graph made without a version tells none`() throws {
        let answer = try #require(SharedAnswers.answer("nearest"))
        #expect(try OSRM().version(in: answer).isEmpty)
    }
}
