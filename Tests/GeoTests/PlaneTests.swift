import Quantities
import Testing

@testable import Geo

@Suite struct PlaneTests {
    static let box = PlaneBox(minX: 0, minY: 0, maxX: 10, maxY: 10)

    @Test func `a line that leaves and comes back is cut into its inner parts`() {
        let line = [PlanePoint(-5, 5), PlanePoint(5, 5), PlanePoint(5, 15), PlanePoint(8, 15), PlanePoint(8, 5)]
        #expect(
            clippedLine(line, to: PlaneTests.box) == [
                [PlanePoint(0, 5), PlanePoint(5, 5), PlanePoint(5, 10)], [PlanePoint(8, 10), PlanePoint(8, 5)],
            ])
        #expect(clippedLine([PlanePoint(20, 0), PlanePoint(20, 9)], to: PlaneTests.box).isEmpty)
        #expect(clippedLine([PlanePoint(1, 1)], to: PlaneTests.box).isEmpty)
    }

    @Test func `a ring around the box becomes the box and one beside it vanishes`() {
        let around = [PlanePoint(-5, -5), PlanePoint(15, -5), PlanePoint(15, 15), PlanePoint(-5, 15)]
        #expect(abs(signedArea(clippedRing(around, to: PlaneTests.box))) == 100)
        #expect(clippedRing(around.map { $0 + PlanePoint(40, 0) }, to: PlaneTests.box).isEmpty)
    }

    @Test func `simplification keeps every point within the tolerance and both ends`() {
        var random = SeededRandom(seed: 3)
        let line = (0..<200).map { PlanePoint(Double($0), random.unit() * 4) }
        let simple = simplifiedLine(line, tolerance: 1.5)
        #expect(simple.count < line.count / 2)
        #expect(simple.first == line.first && simple.last == line.last)
        for point in line {
            let nearest = zip(simple, simple.dropFirst()).map { distanceToSegment(point, $0, $1) }.min() ?? .infinity
            #expect(nearest <= 1.5)
        }
    }

    @Test func `a ring smaller than the tolerance vanishes`() {
        let ring = [PlanePoint(0, 0), PlanePoint(0.1, 0), PlanePoint(0.1, 0.1)]
        #expect(simplifiedRing(ring, tolerance: 1).isEmpty)
        #expect(simplifiedRing([PlanePoint(1, 1), PlanePoint(1, 1), PlanePoint(1, 1)], tolerance: 0.1).isEmpty)
    }

    @Test func `the hull holds all points and leaves out those on its edges`() {
        let points = [(0, 0), (4, 0), (4, 4), (0, 4), (2, 0), (2, 2), (0, 0)].map { PlanePoint($0.0, $0.1) }
        #expect(convexHull(points) == [PlanePoint(0, 0), PlanePoint(4, 0), PlanePoint(4, 4), PlanePoint(0, 4)])
        #expect(convexHull([PlanePoint(0, 0), PlanePoint(1, 1), PlanePoint(2, 2)]).count == 2)
        #expect(convexHull([]).isEmpty)
    }

    @Test func `area, edge length and inside follow the even-odd rule`() {
        let outer = [PlanePoint(0, 0), PlanePoint(10, 0), PlanePoint(10, 10), PlanePoint(0, 10)]
        let hole = [PlanePoint(4, 4), PlanePoint(6, 4), PlanePoint(6, 6), PlanePoint(4, 6)]
        #expect(signedArea(outer) == 100)
        #expect(signedArea(outer.reversed()) == -100)
        #expect(perimeter(outer) == 40)
        #expect(contains(PlanePoint(2, 2), in: [outer, hole]))
        #expect(!contains(PlanePoint(5, 5), in: [outer, hole]))
    }

    @Test func `the visual centre of a horseshoe lies in the horseshoe`() throws {
        let shape = [(0, 0), (10, 0), (10, 10), (7, 10), (7, 3), (3, 3), (3, 10), (0, 10)].map {
            PlanePoint($0.0, $0.1)
        }
        let centre = try #require(visualCentre(of: [shape]))
        #expect(contains(centre, in: [shape]))
        #expect(visualCentre(of: []) == nil)
        #expect(visualCentre(of: [[PlanePoint(1, 1), PlanePoint(2, 1)]]) == nil)
    }
}
