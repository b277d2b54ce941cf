import Diagnostics
import Testing

@testable import Geo

@Suite struct GeoJSONTests {
    func read(_ text: String) throws -> [GeoFeature] { try readGeoJSON(Array(text.utf8), file: "roads.geojson") }

    @Test func `features are read with name, class and shape`() throws {
        let features = try read(
            """
            {"type": "FeatureCollection", "features": [
              {"type": "Feature", "properties": {"name": "R\\u00fctti", "class": 8},
               "geometry": {"type": "Polygon", "coordinates": [[[9, 47], [9.1, 47], [9.1, 47.1], [9, 47]]]}},
              {"type": "Feature", "properties": null, "geometry": null},
              {"type": "Feature", "properties": {"class": "primary"},
               "geometry": {"type": "LineString", "coordinates": [[9, 47, 455.5], [9.5, 47.5]]}}]}
            """)
        #expect(features.map(\.name) == ["Rütti", nil])
        #expect(features.map(\.kind) == ["8", "primary"])
        guard case .polygons(let polygons) = features[0].shape else {
            Issue.record("no polygon")
            return
        }
        #expect(polygons[0][0].count == 3)
    }

    @Test func `broken JSON is a problem with line and column`() throws {
        let error = #expect(throws: ProblemError.self) { try read("{\"type\":\n  \"Point\", }") }
        let problem = try #require(error?.problems.first)
        #expect(problem.kind == "geojson.syntax")
        #expect(problem.place?.line == 2)
        #expect(problem.place?.column == 12)
    }

    @Test func `every bad feature is named`() {
        let error = #expect(throws: ProblemError.self) {
            try read(
                """
                {"type": "FeatureCollection", "features": [
                  {"geometry": {"type": "Point", "coordinates": [9.5, 97]}},
                  {"geometry": {"type": "Circle", "coordinates": []}},
                  {"geometry": {"type": "LineString", "coordinates": [["9", 47]]}}]}
                """)
        }
        #expect(error?.problems.map(\.kind) == ["geojson.coordinate", "geojson.shape", "geojson.shape"])
        #expect(error?.problems.first?.message.hasPrefix("feature 1: ") == true)
    }

    @Test(arguments: ["", "[1,", "{\"a\" 1}", "[1 2]", "\"\\x\"", "[01x]", "nul", "\u{1}", "[1]x", "1e999"])
    func `text that is not JSON is refused`(text: String) {
        #expect(throws: JSONFault.self) { try JSONReader.read(Array(text.utf8)) }
    }

    @Test(arguments: [
        "0", "-0.1", "9.544959", "47.200638", "-179.9999999", "123456789012345", "1234567890123456789", "1.5e3",
        "0.1e-2",
    ])
    func `numbers are the nearest to what is written`(text: String) throws {
        #expect(try JSONReader.read(Array(text.utf8)) == .number(try #require(Double(text))))
    }

    @Test func `deep nesting is refused and not followed`() {
        #expect(throws: JSONFault.self) { try JSONReader.read([UInt8](repeating: UInt8(ascii: "["), count: 100_000)) }
    }

    @Test func `escapes and surrogate pairs become their characters`() throws {
        #expect(try JSONReader.read(Array(#""\ud83d\ude00\n\u0041""#.utf8)) == .text("😀\nA"))
    }
}
