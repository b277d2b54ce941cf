import Diagnostics
import Foundation
import Geo
import SVG
import Testing

@testable import Maps

@Suite struct BasemapTests {
    func point(_ latitude: Double, _ longitude: Double) -> GeoPoint {
        GeoPoint(latitude: latitude, longitude: longitude)!
    }

    func road(_ kind: String?, _ from: GeoPoint, _ to: GeoPoint) -> GeoFeature {
        GeoFeature(kind: kind, shape: .lines([[from, to]]))
    }

    @Test func `features are sorted into kinds by role and class`() {
        let (a, b) = (point(47, 9), point(47.1, 9.1))
        let roads = BasemapLayer(
            role: .road, features: [road("primary", a, b), road("tertiary", a, b), road("residential", a, b)])
        #expect(roads.shapes.map(\.kind) == [.roadMajor, .roadSecondary, .roadMinor])
        let ring = [a, point(47, 9.1), b]
        let lands = BasemapLayer(
            role: .boundary,
            features: ["8", "2"].map { GeoFeature(kind: $0, shape: .polygons([[ring]])) })
        #expect(lands.shapes.map(\.kind) == [.border, .land])
        let uses = BasemapLayer(
            role: .landuse,
            features: ["forest", "retail", "quarry"].map { GeoFeature(kind: $0, shape: .polygons([[ring]])) })
        #expect(uses.shapes.map(\.kind) == [.wood, .builtUp])
    }

    @Test func `pieces of a road that touch are joined whatever their direction`() {
        let pieces = [
            [PlanePoint(0, 0), PlanePoint(1, 0)], [PlanePoint(2, 0), PlanePoint(1, 0)],
            [PlanePoint(2, 0), PlanePoint(3, 0)],
            [PlanePoint(9, 9), PlanePoint(8, 8)],
        ]
        let result = joined(pieces)
        #expect(result.count == 2)
        #expect(result[0].count == 4)
        #expect(joined([[], [PlanePoint(1, 1)]]).isEmpty)
    }

    @Test func `a large basemap keeps within its budget by leaving out the least important`() throws {
        var features: [GeoFeature] = []
        for row in 0..<90 {
            for column in 0..<90 {
                let start = point(47 + Double(row) / 600, 9 + Double(column) / 600)
                features.append(road("residential", start, point(start.latitude + 0.001, start.longitude + 0.0012)))
            }
        }
        features.append(road("primary", point(47, 9), point(47.15, 9.15)))
        let layer = BasemapLayer(role: .road, features: features)
        let frame = MapFrame(
            bounds: try #require(GeoBounds([point(47, 9), point(47.15, 9.15)])), width: 760, height: 760)
        for detail in [MapDetail.full, .light] {
            let paths = basemapPaths([layer], in: frame, detail: detail)
            #expect(paths.map(\.kind) == [.roadMajor])
            #expect(paths.reduce(0) { $0 + $1.path.byteCount } <= detail.budget)
        }
    }

    @Test func `a missing file and a file without anything to draw are problems`() throws {
        let missing = #expect(throws: ProblemError.self) { try readLayer(file: "/nowhere/roads.geojson", role: .road) }
        #expect(missing?.problems.map(\.kind) == ["basemap.unreadable"])
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("basemap-\(UUID().uuidString).geojson")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data("{\"type\":\"FeatureCollection\",\"features\":[]}".utf8).write(to: file)
        let empty = #expect(throws: ProblemError.self) { try readLayer(file: file.path, role: .road) }
        #expect(empty?.problems.map(\.kind) == ["basemap.empty"])
    }
}
