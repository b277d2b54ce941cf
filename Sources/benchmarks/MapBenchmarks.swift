import Foundation
import Geo
import Maps
import Quantities

let mapBenchmarks = [
    Benchmark("draw a map of a million corners of land") {
        // Islands with jagged coasts, as a GeoJSON file would have them: 250 of 4,000 corners.
        var random = SeededRandom(seed: 4)
        let features = (0..<250).map { index -> GeoFeature in
            let (x, y) = (Double(index % 25) * 0.8 - 10, 40 + Double(index / 25) * 0.9)
            var reach = 0.3
            let ring = (0..<4000).compactMap { corner -> GeoPoint? in
                let angle = 2 * Double.pi * Double(corner) / 4000
                reach = max(0.15, min(0.4, reach + Double.random(in: -0.004...0.004, using: &random)))
                return GeoPoint(latitude: y + reach * sin(angle), longitude: x + reach * cos(angle))
            }
            return GeoFeature(kind: "2", shape: .polygons([[ring]]))
        }
        let map = europe([BasemapLayer(role: .boundary, features: features)])
        return { renderMap(map) }
    },
    Benchmark("draw a map of a million corners of roads") {
        // Pieces of eleven points that go on from each other, as an extract of OpenStreetMap has them.
        var random = SeededRandom(seed: 5)
        var features: [GeoFeature] = []
        for road in 0..<100 {
            var (x, y) = (-10 + Double(road % 10) * 2, 40 + Double(road / 10))
            var heading = Double(road)
            for _ in 0..<1000 {
                var line: [GeoPoint] = []
                for _ in 0...10 {
                    if let point = GeoPoint(latitude: y, longitude: x) { line.append(point) }
                    if line.count > 10 { break }
                    heading += Double.random(in: -0.4...0.4, using: &random)
                    (x, y) = (x + 0.0005 * cos(heading), max(-80, min(80, y + 0.0004 * sin(heading))))
                }
                features.append(GeoFeature(kind: "primary", shape: .lines([line])))
            }
        }
        let map = europe([BasemapLayer(role: .road, features: features)])
        return { renderMap(map) }
    },
    Benchmark("read the basemap of the world") {
        let file = "assets/maps/world.basemap"
        return { (try? readWorldBasemap(file: file)) == nil ? "not here" : "read" }
    },
    Benchmark("draw a map of Europe on the world's basemap") {
        guard let world = try? readWorldBasemap(file: "assets/maps/world.basemap") else { return { "not here" } }
        let map = europe([BasemapLayer(world: world)])
        return { renderMap(map) }
    },
]

private func europe(_ basemap: [BasemapLayer]) -> MapDrawing {
    MapDrawing(
        id: "europe", title: "Europe", summary: "", width: 760, height: 500, basemap: basemap,
        extent: .bounds(GeoBounds(south: 37, west: -12, north: 50, east: 12) ?? .world))
}
