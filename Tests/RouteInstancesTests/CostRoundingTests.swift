import RouteInstances
import Testing

@Suite struct CostRoundingTests {
    @Test func `each convention has its own cost of a distance`() {
        #expect(CostRounding.dimacs.cost(2.57) == 25)
        #expect(CostRounding.nearest.cost(2.5) == 3)
        #expect(CostRounding.none.cost(2.57) == 2.57)
    }
}
