import Diagnostics
import Geo
import Quantities
import Testing

@testable import Territories

struct PointClustersTests {
    /// Around Fiji, on both sides of the date line.
    private func points(_ count: Int, seed: UInt64) -> [GeoPoint] {
        var random = SeededRandom(seed: seed)
        return (0..<count).map { _ in
            let longitude = 178 + 4 * random.unit()
            return GeoPoint(
                latitude: -19 + 3 * random.unit(), longitude: longitude > 180 ? longitude - 360 : longitude)!
        }
    }

    @Test func `the date line is no border`() throws {
        let clusters = try PointClusters(
            points(90, seed: 1), weights: [Double](repeating: 1, count: 90), count: 3, tolerance: 0, seed: 1)
        #expect(clusters.territories.map(\.points) == [30, 30, 30])
        #expect(clusters.largestDeviation == 0)
        // The whole is some 420 km wide.
        #expect(clusters.territories.allSatisfy { $0.meanMetres < 150_000 })
        #expect(clusters.boundSquareMetres <= clusters.squareMetres * (1 + 1e-9))
    }

    @Test func `territories are numbered from west to east, whatever the order of the points`() throws {
        let points = points(60, seed: 2)
        let weights = points.indices.map { 1 + Double($0 % 7) }
        let one = try PointClusters(points, weights: weights, count: 4, tolerance: 0.05, seed: 3)
        let other = try PointClusters(
            points.reversed(), weights: weights.reversed(), count: 4, tolerance: 0.05, seed: 3)
        #expect(one.territory == other.territory.reversed())
        #expect(one.squareMetres == other.squareMetres)
        #expect(one.largestDeviation <= 0.05)
        let east = one.territories.compactMap {
            $0.centre.map { ($0.longitude + 360).truncatingRemainder(dividingBy: 360) }
        }
        #expect(east == east.sorted())
    }

    @Test func `a weight that is not above 0 is refused`() {
        let error = #expect(throws: ProblemError.self) {
            try PointClusters(points(2, seed: 3), weights: [1, 0], count: 1, tolerance: 0, seed: 1)
        }
        #expect(error?.problems.first?.kind == "districts.weight")
    }
}
