import Geo
import Testing

@testable import Maps

@Suite struct WorldDrawingTests {
    func point(_ latitude: Double, _ longitude: Double) -> GeoPoint {
        GeoPoint(latitude: latitude, longitude: longitude)!
    }

    func world() throws -> WorldBasemap {
        var file = WorldFile()
        file.add(kind: 0, lines: [[(0, 40), (20, 40), (20, 55), (0, 55)]])
        file.add(kind: 1, lines: [[(9, 47.5), (9.6, 47.5), (9.6, 47.7), (9, 47.7)]])
        file.add(kind: 2, lines: [[(9, 46), (9.5, 48)]])
        file.add(kind: 2, lines: [[(8.6, 46), (8.8, 48)]], rank: 6)
        file.add(kind: 3, lines: [[(8, 47), (8.5, 47), (9, 47), (9.5, 47), (10, 47)]])
        file.add(kind: 4, lines: [[(8, 46.5), (10, 46.5)]], rank: 1)
        file.add(places: [(36, 9, 47.2, "Mitte"), (30, 9.4, 46.4, "Süd"), (12, 9.1, 47, "Weiler")])
        return try readWorldBasemap(file.bytes, file: "w")
    }

    func frame(_ south: Double, _ west: Double, _ north: Double, _ east: Double) throws -> MapFrame {
        MapFrame(
            bounds: try #require(GeoBounds([point(south, west), point(north, east)])), width: 760, height: 500)
    }

    @Test func `inland the ground is land, with borders and water on it`() throws {
        let layers = [BasemapLayer(world: try world())]
        let near = basemapPaths(layers, in: try frame(46, 8, 48, 10), detail: .full)
        #expect(near.map(\.kind) == [.sea, .land, .water, .river, .province, .frontier])
        let far = basemapPaths(layers, in: try frame(-60, -120, 70, 60), detail: .full)
        #expect(far.map(\.kind) == [.sea, .land, .river, .frontier])
        let sea = basemapPaths(layers, in: try frame(-1, -30, 1, -28), detail: .full)
        #expect(sea.map(\.kind) == [.sea])
    }

    @Test func `rivers and names of little weight wait for a larger scale`() throws {
        let world = try world()
        #expect(world.highestRank(.river, 200) > world.highestRank(.river, 2000))
        let layers = [BasemapLayer(world: world)]
        let town = basemapPlaces(layers, in: try frame(46.9, 9, 47.3, 9.3)).map(\.name)
        #expect(town == ["Mitte", "Weiler"])
        #expect(basemapPlaces(layers, in: try frame(40, 0, 55, 20)).map(\.name) == ["Mitte", "Süd"])
        #expect(try #require(placeRank(importance: 44, metresPerPixel: 8000)) == 1)
        #expect(try #require(placeRank(importance: 36, metresPerPixel: 100)) == 1)
        #expect(try #require(placeRank(importance: 36, metresPerPixel: 4000)) > 1)
    }

    @Test func `a boundary of the user's takes the place of the world's`() throws {
        let own = BasemapLayer(
            role: .boundary,
            features: [
                GeoFeature(
                    kind: "4",
                    shape: .polygons([[[point(47.01, 8.6), point(47.01, 9.4), point(47.8, 9.4), point(47.8, 8.6)]]]))
            ])
        let frame = try frame(46, 8, 48, 10)
        let pieces = visibleLines([BasemapLayer(world: try world()), own], in: frame, leavingOut: [])
        #expect(pieces[BasemapKind.region.rawValue].rings.count == 1)
        let frontier = pieces[BasemapKind.frontier.rawValue].lines
        #expect(frontier.count == 2)
        let gap = frame.place(point(47, 9))
        #expect(frontier.joined().allSatisfy { abs($0.x - gap.x) > 50 })
        // The same user's layer alone is land.
        let alone = visibleLines([own], in: frame, leavingOut: [])
        #expect(alone[BasemapKind.land.rawValue].rings.count == 1 && alone[BasemapKind.sea.rawValue].rings.isEmpty)
    }

    @Test func `lakes, rivers and names are not drawn twice`() throws {
        let ring = [point(47.5, 9.01), point(47.5, 9.6), point(47.7, 9.6), point(47.7, 9)]
        let layers = [
            BasemapLayer(world: try world()),
            BasemapLayer(role: .water, features: [GeoFeature(shape: .polygons([[ring]]))]),
            BasemapLayer(
                role: .river,
                features: [GeoFeature(kind: "river", shape: .lines([[point(46, 9.01), point(48, 9.51)]]))]),
            BasemapLayer(
                role: .place,
                features: [
                    GeoFeature(name: "mitte", kind: "town", shape: .points([point(47.21, 9.05)])),
                    GeoFeature(name: "Weiher", kind: "hamlet", shape: .points([point(47.01, 9.11)])),
                ]),
        ]
        let frame = try frame(46, 8, 48, 10)
        let pieces = visibleLines(layers, in: frame, leavingOut: [])
        #expect(pieces[BasemapKind.water.rawValue].rings.count == 1)
        // The user's river and the world's other one.
        #expect(pieces[BasemapKind.river.rawValue].lines.count == 2)
        #expect(basemapPlaces(layers, in: frame).map(\.name) == ["mitte", "Süd", "Weiher"])
    }

    @Test func `with the world there is always a map`() throws {
        let map = MapDrawing(
            id: "m", title: "Nothing", summary: "", basemap: [BasemapLayer(world: try world())])
        let svg = renderMap(map)
        #expect(map.bounds == .world)
        #expect(svg.contains("class=\"sea\"") && svg.contains("class=\"land\""))
        #expect(!svg.contains("NaN") && !svg.contains("inf"))
    }
}
