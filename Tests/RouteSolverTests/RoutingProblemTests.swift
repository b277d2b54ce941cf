import RouteSolver
import Testing

@Suite struct RoutingProblemTests {
    @Test func `options of the nodes lie behind one another`() {
        var problem = RoutingProblem(nodeCount: 3, dayCount: 2, vehicles: [], costs: Array(repeating: 0, count: 9))
        let option = RoutingProblem.VisitOption(days: 0b11, prize: 5)
        problem.setOptions([[], [option, option], [option]])
        #expect(problem.optionOffset == [0, 0, 2, 3])
        #expect(problem.options.count == 3)
    }
}
