import Geo
import Quantities
import Testing

@testable import Territories

@Suite struct GeometryTests {
    @Test func `the nearest points are those of a full comparison, ties by index`() {
        var random = SeededRandom(seed: 3)
        var points = (0..<120).map { _ in SmallBook.point(random.unit() * 50, random.unit() * 9) }
        points.append(points[4])
        let search = NearestPoints(points)
        for index in points.indices {
            let all = points.indices.filter { $0 != index }
                .sorted { (points[index].distance(to: points[$0]), $0) < (points[index].distance(to: points[$1]), $1) }
            #expect(search.nearest(7, to: index) == Array(all.prefix(7)))
        }
        #expect(NearestPoints(Array(points.prefix(1))).nearest(3, to: 0).isEmpty)
    }

    @Test func `nearness crosses the date line`() {
        let points = [179.9, -179.9, 170].map { GeoPoint(latitude: 0, longitude: $0)! }
        #expect(NearestPoints(points).nearest(1, to: 0) == [1])
        #expect(abs(centre(of: Array(points.prefix(2)))!.longitude) > 179.99)
    }

    @Test func `a square is two over pi compact, a line hardly, a point fully`() {
        let square = [(0.0, 0.0), (100, 0), (0, 100), (100, 100), (50, 50)].map { SmallBook.point($0.0, $0.1) }
        #expect(abs((reockCompactness(square) ?? 0) - 0.645) < 0.02)
        let line = (0..<10).map { SmallBook.point(Double($0) * 10, 0) }
        #expect((reockCompactness(line) ?? 1) < 0.06)
        #expect(reockCompactness([SmallBook.point(1, 1)]) == 1)
        #expect(reockCompactness([]) == nil)
    }

    @Test func `the smallest circle of an obtuse triangle spans its longest side`() {
        let circle = smallestCircle([PlanePoint(0, 0), PlanePoint(10, 0), PlanePoint(5, 1)])
        #expect(abs(circle.radius - 5) < 1e-9 && abs(circle.centre.x - 5) < 1e-9)
    }
}
