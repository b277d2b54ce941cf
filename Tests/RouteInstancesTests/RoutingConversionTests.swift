import Diagnostics
import RouteInstances
import RouteSolver
import Testing

@Suite struct RoutingConversionTests {
    @Test func `unrounded times are scaled, rounded up, and stay within their windows`() throws {
        let text = SmallFiles.solomon.replacing("3      0         5 ", with: "3      1         1 ")
        let problem = try RoutingConversion(readInstance(text, file: "tiny.txt"), rounding: .none).problem
        #expect(problem.costs[1] == 500_000 && problem.costs[3] == 141_422 && problem.costs == problem.times)
        #expect(
            problem.earliest == [0, 1_000_000, 0, 0] && problem.latest == [10_000_000, 2_000_000, 9_000_000, 9_000_000])
        #expect(problem.service == [0, 200_000, 200_000, 200_000] && problem.load == [0, 5, 5, 5])
        #expect(problem.vehicles.count == 2 && problem.vehicles[1].capacity == 10)
        #expect(problem.options.allSatisfy { $0.prize == RoutingProblem.mandatory } && problem.options.count == 3)
    }

    @Test func `tenths are truncated before anything is added up`() throws {
        let instance = try readInstance(SmallFiles.prizes, file: "prizes.vrp")
        let problem = try RoutingConversion(instance, rounding: .dimacs).problem
        #expect(problem.costs[1] == 50 && problem.service[1] == 20 && problem.latest[0] == 1000)
        #expect(problem.options.map(\.prize) == [RoutingProblem.mandatory, 25, 300])
    }

    @Test func `each day has its vehicles and limits, and each customer its patterns`() throws {
        let instance = try readInstance(SmallFiles.periodic, file: "p00")
        let problem = try RoutingConversion(instance, rounding: .none).problem
        #expect(problem.dayCount == 3 && problem.vehicles.map(\.day) == [0, 1, 2])
        #expect(problem.vehicles[1].maxDuration == 5_000_000 && problem.vehicles[0].maxDuration == .max)
        #expect(problem.vehicles[0].capacity == 10 && problem.vehicles[2].capacity > 1000)
        #expect(problem.options.map(\.days) == [0b110, 0b011, 0b100, 0b010, 0b001, 0b001])
    }

    @Test func `where nothing limits time, none passes`() throws {
        let text = SmallFiles.periodic.replacing("50 10", with: "0 10")
        let problem = try RoutingConversion(readInstance(text, file: "p00"), rounding: .none).problem
        #expect(problem.times.allSatisfy { $0 == 0 } && problem.costs[1] > 0)
    }

    @Test func `numbers that the search can't hold are a problem`() throws {
        let far = SmallFiles.solomon.replacing("3      0         5 ", with: "3      0 900000000000 ")
        let instance = try readInstance(far, file: "tiny.txt")
        #expect(throws: ProblemError.self) { try RoutingConversion(instance, rounding: .none) }
        let heavy = SmallFiles.solomon.replacing("  2         10\r", with: "  2         9000000000\r").replacing(
            "6      8          5", with: "6      8 5000000000")
        if let instance = try? readInstance(heavy, file: "tiny.txt") {
            #expect(throws: Never.self) { try RoutingConversion(instance, rounding: .none) }
        }
    }

    @Test func `routes of vehicles come back with their day, idle ones left out`() throws {
        let conversion = try RoutingConversion(readInstance(SmallFiles.periodic, file: "p00"), rounding: .none)
        let solution = RoutingSolution(routes: [[1, 3], [], [2, 1]], cost: 0)
        #expect(
            conversion.routes(of: solution) == [
                InstanceRoute(day: 0, stops: [1, 3]), InstanceRoute(day: 2, stops: [2, 1]),
            ])
    }
}
