import Foundation
import Geo
import Quantities
import SVG
import Testing

@testable import Maps

/// `Tests/GoldenMaps` holds maps as they were when somebody last looked at them and found them good.
///
/// `RECORD_GOLDEN=1` writes what is drawn now and fails, so that no run both records and passes; under `CI=true`
/// nothing is recorded.
@Suite struct GoldenMapTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("GoldenMaps")

    @Test(arguments: GoldenMaps.all)
    func `a map is drawn as it was when it was found good`(map: GoldenMap) throws {
        let drawn = map.markup + "\n"
        let file = Self.folder.appendingPathComponent("\(map.name).svg")
        let environment = ProcessInfo.processInfo.environment
        if environment["RECORD_GOLDEN"] == "1", environment["CI"] != "true" {
            try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
            try Data(drawn.utf8).write(to: file)
            Issue.record("recorded '\(map.name)': look at it, then run without RECORD_GOLDEN")
            return
        }
        let expected = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        // The first place that differs says more than two whole drawings.
        let (found, wanted) = (pieces(drawn), pieces(expected))
        let first = zip(found, wanted).first { $0 != $1 }
        #expect(first == nil, "'\(map.name)' differs: \(first?.0 ?? "") instead of \(first?.1 ?? "")")
        #expect(found.count == wanted.count)
    }

    private func pieces(_ markup: String) -> [String] { markup.split(separator: "<").map(String.init) }

    @Test(arguments: GoldenMaps.all)
    func `every pin is drawn inside the map, once in the view`(map: GoldenMap) throws {
        let svg = map.markup
        let view = try #require(svg.firstRange(of: "<g class=\"view\">"))
        let fixed = try #require(svg.firstRange(of: "<g class=\"fixed\">"))
        var counts: [Int: Int] = [:]
        for match in svg[view.lowerBound..<fixed.lowerBound].matches(of: /<(?:path|a|g)[^>]* data-pins?="([0-9 ]*)"/) {
            // A cluster names its pins and draws them hidden.
            guard !match.0.contains("class=\"cluster") else { continue }
            for number in match.1.split(separator: " ") { counts[Int(number) ?? -1, default: 0] += 1 }
        }
        #expect(counts.count == map.drawing.pins.count { $0.symbol != .home })
        #expect(counts.values.allSatisfy { $0 == 1 })
        #expect(!svg.contains("outside this map"))
    }
}

/// A drawing with its name in the folder of golden maps.
struct GoldenMap: Sendable, CustomTestStringConvertible {
    var name: String
    var drawing: MapDrawing
    var testDescription: String { name }
    var markup: String { renderMap(drawing) }
}
