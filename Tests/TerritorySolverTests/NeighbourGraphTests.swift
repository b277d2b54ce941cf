import Geo
import Quantities
import Testing

@testable import TerritorySolver

struct NeighbourGraphTests {
    private func randomPoints(_ count: Int, seed: UInt64, steps: Int?) -> [PlanePoint] {
        var random = SeededRandom(seed: seed)
        return (0..<count).map { _ in
            guard let steps else { return PlanePoint(random.unit() * 1_000, random.unit() * 700) }
            return PlanePoint(Double(random.integer(in: 0..<steps)), Double(random.integer(in: 0..<steps)))
        }
    }

    /// On a coarse lattice, so that many lie on lines, on circles and on each other.
    @Test func `the graph is symmetric, sorted, connected and without loops, on lattices too`() {
        for seed in 0..<200 as Range<UInt64> {
            let count = 1 + Int(seed % 60)
            let points = randomPoints(count, seed: seed, steps: seed % 3 == 0 ? nil : 1 + Int(seed % 11))
            let graph = neighbourGraph(points)
            for (index, neighbours) in graph.enumerated() {
                #expect(neighbours == Set(neighbours).sorted(), "seed \(seed)")
                #expect(!neighbours.contains(index), "seed \(seed)")
                for neighbour in neighbours { #expect(graph[neighbour].contains(index), "seed \(seed)") }
            }
            #expect(contiguityBreaks(district: points.map { _ in 0 }, graph: graph) == 0, "seed \(seed)")
        }
    }

    @Test func `no point lies within the circle of a triangle`() {
        for seed in 0..<40 as Range<UInt64> {
            let points = randomPoints(40, seed: seed, steps: seed % 2 == 0 ? nil : 12)
            let places = GridPlaces(points)
            var neighbours = [Set<Int>](repeating: [], count: places.points.count)
            var edgeCount = 0
            DelaunayMesh(sorted: places.points).forEachEdge { start, end in
                neighbours[start].insert(end)
                neighbours[end].insert(start)
                edgeCount += 1
            }
            var triangleCount = 0
            for a in places.points.indices {
                for b in neighbours[a] where b > a {
                    for c in neighbours[a].intersection(neighbours[b]) where c > b {
                        var corners = [places.points[a], places.points[b], places.points[c]]
                        let turn = GridPoint.turn(corners[0], corners[1], corners[2])
                        if turn == 0 { continue }
                        if turn < 0 { corners.swapAt(1, 2) }
                        let hasOthers = places.points.contains { point in
                            !corners.contains(point)
                                && (0..<3).allSatisfy { GridPoint.turn(corners[$0], corners[($0 + 1) % 3], point) > 0 }
                        }
                        // Three edges around other points are no triangle of the triangulation.
                        if hasOthers { continue }
                        triangleCount += 1
                        for point in places.points {
                            #expect(!GridPoint.isInCircle(corners[0], corners[1], corners[2], point), "seed \(seed)")
                        }
                    }
                }
            }
            // Euler: with all inner faces triangles, n − edges + triangles = 1.
            #expect(places.points.count - edgeCount + triangleCount == 1, "seed \(seed)")
        }
    }

    @Test func `points on one line are neighbours in their order`() {
        let points = [4.0, 0, 2, 1].map { PlanePoint($0, 2 * $0) }
        #expect(neighbourGraph(points) == [[2], [3], [0, 3], [1, 2]])
    }

    @Test func `points at one place are neighbours of each other and of what lies beside`() {
        let points = [PlanePoint(0, 0), PlanePoint(0, 0), PlanePoint(5, 0)]
        #expect(neighbourGraph(points) == [[1, 2], [0, 2], [0, 1]])
        #expect(neighbourGraph([PlanePoint(1, 1), PlanePoint(1, 1)]) == [[1], [0]])
    }

    @Test func `thousands at one place stay a small graph that hangs together`() {
        let points = (0..<6_000).map { PlanePoint($0 % 2 == 0 ? 1 : Double($0), 1) }
        let graph = neighbourGraph(points)
        #expect(graph.reduce(0) { $0 + $1.count } < 30_000)
        #expect(contiguityBreaks(district: points.map { _ in 0 }, graph: graph) == 0)
    }

    @Test func `a point that is not finite has no neighbours`() {
        let points = [PlanePoint(0, 0), PlanePoint(.nan, 1), PlanePoint(1, .infinity), PlanePoint(4, 4)]
        #expect(neighbourGraph(points) == [[3], [], [], [0]])
        #expect(neighbourGraph([]).isEmpty)
    }

    @Test func `breaks count the pieces beyond the first of each district`() {
        let points = (0..<6).map { PlanePoint(Double($0), 0) }
        let graph = neighbourGraph(points)
        #expect(contiguityBreaks(district: [0, 0, 1, 1, 2, 2], graph: graph) == 0)
        #expect(contiguityBreaks(district: [0, 1, 0, 1, 0, 1], graph: graph) == 4)
        #expect(contiguityBreaks(district: [0, -1, 0, 3, -1, 3], graph: graph) == 2)
        #expect(districtParts(district: [0, -1, 0, 3, -1, 3], graph: graph) == [0, -1, 1, 2, -1, 3])
    }
}
