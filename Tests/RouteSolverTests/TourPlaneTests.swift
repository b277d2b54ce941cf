import Quantities
import Testing

@testable import RouteSolver

@Suite struct TourPlaneTests {
    @Test(arguments: 0..<8)
    func `the nearest points, of all or of a quadrant, are those that a look at every point finds`(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed), stream: "plane")
        let side = seed % 2 == 0 ? 1000.0 : 6
        let x = (0..<80).map { _ in (random.unit() * side).rounded() }
        let y = (0..<80).map { _ in (random.unit() * side).rounded() }
        let plane = TourPlane(x: x, y: y)
        #expect(plane.label.sorted() == Array(0..<80))
        for point in 0..<80 {
            let squares = (0..<80).map {
                (plane.x[$0] - plane.x[point], plane.y[$0] - plane.y[point])
            }
            for quadrant in [nil, 0, 1, 2, 3] {
                let within = squares.indices.filter { other in
                    let (width, height) = squares[other]
                    guard other != point else { return false }
                    return switch quadrant {
                    case nil: true
                    case 0: width > 0 && height >= 0
                    case 1: width <= 0 && height > 0
                    case 2: width < 0 && height <= 0
                    default: width >= 0 && height < 0
                    }
                }
                func square(_ other: Int) -> Double {
                    squares[other].0 * squares[other].0 + squares[other].1 * squares[other].1
                }
                let found = plane.nearest(to: point, count: 5, quadrant: quadrant)
                #expect(found.map(square) == Array(within.map(square).sorted().prefix(5)))
                #expect(Set(found).isSubset(of: within))
            }
        }
    }
}
