import RouteInstances
import RouteSolver
import Testing

@Suite(.enabled(if: SharedRoutes.canRun, "the published instances are not here: ../shared/data/routes"))
struct SharedInstanceTests {
    @Test(arguments: [
        ("solomon", 28), ("tsplib", 4), ("pcvrptw", 4), ("vrptw1000", 3), ("pvrp", 14), ("repweek", 10),
    ])
    func `every published instance is read and can be searched`(set: String, count: Int) throws {
        let files = SharedRoutes.files(of: set)
        #expect(files.count == count)
        for file in files {
            let instance = try readInstance(#require(SharedRoutes.text(file)), file: file)
            #expect(instance.places.count > 40)
            if instance.shape == .tour { continue }
            let rounding = set == "pcvrptw" || set == "vrptw1000" ? CostRounding.dimacs : instance.usualRounding
            let problem = try RoutingConversion(instance, rounding: rounding).problem
            #expect(problem.nodeCount == instance.places.count)
        }
    }

    @Test func `a customer of its own route each is dear but known`() throws {
        let instance = try readInstance(#require(SharedRoutes.text("solomon/R102.txt")), file: "R102.txt")
        let routes = instance.customers.map { InstanceRoute(stops: [$0]) }
        let check = checkRoutes(routes, of: instance, rounding: .none)
        #expect(check.violations.map(\.rule) == [.fleet] && check.violations[0].excess == 75)
        let star = instance.customers.reduce(0.0) { $0 + 2 * instance.distance(0, $1) }
        #expect(abs(check.cost - star) < 1e-6)
    }
}
