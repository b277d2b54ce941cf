import Geo
import Testing

@testable import TerritorySolver

struct DistrictProblemTests {
    @Test func `no point is bound unless it is said`() {
        let problem = DistrictProblem(points: [PlanePoint(0, 0)], weights: [1], shares: [1])
        #expect(problem.locked.isEmpty)
        #expect(!problem.centresAreFixed)
    }
}
