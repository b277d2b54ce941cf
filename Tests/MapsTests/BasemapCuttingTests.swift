import Foundation
import Geo
import Quantities
import Testing

@testable import Maps

@Suite struct BasemapCuttingTests {
    func frame(_ south: Double, _ west: Double, _ north: Double, _ east: Double) throws -> MapFrame {
        let bounds = try #require(GeoBounds(south: south, west: west, north: north, east: east))
        return MapFrame(bounds: bounds, width: 600, height: 400, padding: 10)
    }

    /// A jagged ring around a centre.
    func island(_ x: Double, _ y: Double, radius: Double, corners: Int) -> [PlanePoint] {
        (0..<corners).map { index in
            let angle = 2 * Double.pi * Double(index) / Double(corners)
            let reach = radius * (1 + 0.2 * sin(9 * angle) + 0.05 * sin(61 * angle))
            return PlanePoint(x + reach * cos(angle), y + reach * sin(angle))
        }
    }

    func length(_ lines: [[PlanePoint]]) -> Double {
        lines.flatMap { zip($0, $0.dropFirst()).map { $0.distance(to: $1) } }.max() ?? 0
    }

    @Test(arguments: [(46.0, 8.0, 47.0, 9.5), (40, 0, 60, 30), (49.5, 9, 49.9, 9.9), (30, -60, 75, 80)])
    func `leaving out what is far off changes nothing that is seen`(
        south: Double, west: Double, north: Double, east: Double
    ) throws {
        let frame = try frame(south, west, north, east)
        let ring = island(8, 46, radius: 7, corners: 1500)
        let shape = try #require(BasemapShape(kind: .land, lines: [ring]))
        let pieces = BasemapCutting(frame).pieces(of: shape)
        let whole = [ring.map { frame.place($0) }]
        var random = SeededRandom(seed: 5)
        for _ in 0..<300 {
            let place = PlanePoint(.random(in: 0...600, using: &random), .random(in: 0...400, using: &random))
            let nearest = zip(whole[0], whole[0].dropFirst()).lazy.map { distanceToSegment(place, $0, $1) }
                .contains { $0 < 1.2 }
            if !nearest { #expect(contains(place, in: pieces) == contains(place, in: whole), "\(place)") }
        }
    }

    @Test func `an island on the date line is one piece in the middle of its map`() throws {
        let frame = try frame(-20, 176, -14, -176)
        let land = island(180, -17, radius: 1, corners: 400)
        let shape = try #require(BasemapShape(kind: .land, lines: [land]))
        let turned = try #require(
            BasemapShape(kind: .land, lines: [land.map { PlanePoint($0.x - 360, $0.y) }]))
        let pieces = BasemapCutting(frame).pieces(of: shape)
        #expect(pieces.count == 1)
        let box = try #require(PlaneBox(pieces[0]))
        #expect(abs(box.centre.x - 300) < 10 && box.width < 300)
        #expect(BasemapCutting(frame).pieces(of: turned) == pieces)
    }

    @Test func `what crosses a map's edge shows on both sides of the world without a streak`() throws {
        let frame = try frame(-90, -180, 90, 180)
        let land = try #require(
            BasemapShape(kind: .land, lines: [island(180, 10, radius: 12, corners: 300)]))
        let pieces = BasemapCutting(frame).pieces(of: land)
        #expect(pieces.count == 2)
        #expect(pieces.allSatisfy { (PlaneBox($0)?.width ?? 600) < 60 })
        let route = try #require(
            BasemapShape(kind: .river, lines: [[PlanePoint(170, 0), PlanePoint(190, 0), PlanePoint(200, 8)]]))
        let lines = BasemapCutting(frame).pieces(of: route)
        #expect(lines.count == 2 && length(lines) < 60)
    }

    @Test func `lines of a GeoJSON file that jump across the date line go on`() throws {
        let points = try [179.0, -179, -178, 179.5].map { try #require(GeoPoint(latitude: 0, longitude: $0)) }
        #expect(unwrapped(points).map(\.x) == [179, 181, 182, 179.5])
        // An edge along a pole stays.
        let polar = try [-180.0, 180, 0].map { try #require(GeoPoint(latitude: -90, longitude: $0)) }
        #expect(unwrapped(polar).map(\.x) == [-180, 180, 0])
    }

    @Test func `the coast around a pole is land from above and at the foot of the world`() throws {
        let coast = (0...360).map { PlanePoint(Double($0) - 180, -70 + 3 * sin(Double($0) / 9)) }
        var shape = try #require(BasemapShape(kind: .land, lines: [coast]))
        shape.roundsPole = true
        let above = try frame(-90, -180, -60, 180)
        let seen = BasemapCutting(above).pieces(of: shape)
        #expect(contains(above.place(PlanePoint(10, -89)), in: seen))
        #expect(contains(above.place(PlanePoint(-179.9, -80)), in: seen))
        #expect(!contains(above.place(PlanePoint(0, -62)), in: seen))
        let world = try frame(-90, -180, 90, 180)
        let foot = BasemapCutting(world).pieces(of: shape)
        for longitude in [-170.0, 0, 170] {
            #expect(contains(world.place(PlanePoint(longitude, -85)), in: foot))
            #expect(!contains(world.place(PlanePoint(longitude, -50)), in: foot))
        }
        #expect(BasemapCutting(try frame(46, 8, 48, 10)).pieces(of: shape).isEmpty)
        let edge = try frame(-80, 20, -60, 60)
        #expect(contains(edge.place(PlanePoint(40, -78)), in: BasemapCutting(edge).pieces(of: shape)))
    }

    @Test func `a long border bends with the projection`() throws {
        let frame = try frame(40, -125, 55, -65)
        let border = try #require(
            BasemapShape(kind: .frontier, lines: [[PlanePoint(-123, 49), PlanePoint(-95, 49)]]))
        let line = try #require(BasemapCutting(frame).pieces(of: border).first)
        #expect(line.count > 5)
        let middle = frame.place(PlanePoint(-109, 49))
        #expect(zip(line, line.dropFirst()).contains { distanceToSegment(middle, $0, $1) < 1 })
    }

    @Test func `the sea is the earth's outline on a map of the world and all of the frame elsewhere`() throws {
        let world = BasemapCutting(try frame(-90, -180, 90, 180)).everything()
        #expect(!contains(PlanePoint(3, 3), in: [world]) && contains(PlanePoint(300, 200), in: [world]))
        #expect(BasemapCutting(try frame(46, 8, 48, 10)).everything().count == 4)
    }
}
