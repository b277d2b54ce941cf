import ArgumentParser
import Diagnostics
import Foundation
import RouteInstances
import RouteSolver

struct RoutesSolveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "solve", abstract: "Solve an instance file of the research literature.",
        discussion: """
            Reads Solomon (.txt), TSPLIB (.tsp), VRPLIB (.vrp: TSP, CVRP, VRPTW, PCVRPTW) and Cordeau's periodic format. \
            The cost is what an independent checker finds: driving, and the prizes of customers left out; with dimacs in \
            tenths. Routes name places by their numbers in the file.
            """)

    @Argument(help: "The instance.") var file: String
    @Option(help: "How long to search.") var seconds: Double?
    @Option(help: "Search that many steps instead: the answer then repeats.") var steps: Int?
    @Option(help: "Where chance begins.") var seed: UInt64 = 1
    @Option(help: "So many searches side by side, with seeds that follow; the best answer counts.") var threads = 1
    @Option(
        help: "What becomes of distances and times: dimacs, nearest or none. Default: none for Solomon and periodic.")
    var round: CostRounding?
    @Flag(help: "As JSON.") var json = false

    func validate() throws {
        guard seconds == nil || steps == nil else { throw ValidationError("Give --seconds or --steps, not both.") }
        guard (seconds ?? 1) > 0, (seconds ?? 1) <= 1e6 else {
            throw ValidationError("--seconds is a number above 0, up to a million.")
        }
        guard (steps ?? 1) >= 0 else { throw ValidationError("--steps is 0 or more.") }
        guard (1...64).contains(threads) else { throw ValidationError("--threads is 1 to 64.") }
    }

    func run() async throws {
        let start = ContinuousClock.now
        guard let data = FileManager.default.contents(atPath: file) else {
            throw ProblemError(
                "instance.missing", "there is no file '\(file)' that can be read", hint: "name an instance file")
        }
        let instance = try readInstance(String(decoding: data, as: UTF8.self), file: file)
        let rounding = round ?? instance.usualRounding
        let answer = try await best(instance, rounding, since: start)

        let grave = answer.check.violations.filter { $0.rule != .missing }
        guard grave.isEmpty else {
            writeError("fieldbook: the checker refuses the routes that were found for \(instance.name)")
            for violation in grave.prefix(20) { writeError("  \(violation.text)") }
            throw ExitCode(70)
        }
        let elapsed = (ContinuousClock.now - start) / .seconds(1)
        try write(Answer(answer, of: instance, rounding, seconds: elapsed), of: instance)
        let missing = answer.check.violations.compactMap(\.place).map { instance.places[$0].number }
        guard missing.isEmpty else {
            throw ProblemError(
                "instance.not-served", "\(missing.count) customers that have to be visited are not",
                at: ProblemPlace(file: file), value: missing.prefix(20).map(String.init).joined(separator: " "),
                hint: "give it more time; perhaps there are too few vehicles")
        }
    }

    private struct Found: Sendable {
        var seed: UInt64
        var routes: [InstanceRoute]
        var steps: Int
        var check: RouteCheck
    }

    /// The best of the searches, and of equal ones the one with the first seed.
    private func best(
        _ instance: RouteInstance, _ rounding: CostRounding, since start: ContinuousClock.Instant
    ) async throws -> Found {
        let seconds = seconds ?? 10
        let budget =
            steps.map(SearchBudget.steps) ?? .clock { (ContinuousClock.now - start) / .seconds(1) / seconds }
        let seeds = (0..<UInt64(threads)).map { seed &+ $0 }
        let found = try await withThrowingTaskGroup(of: Found.self) { group in
            for seed in seeds {
                group.addTask {
                    let (routes, steps) = try solveInstance(instance, rounding: rounding, seed: seed, budget: budget)
                    let check = checkRoutes(routes, of: instance, rounding: rounding)
                    return Found(seed: seed, routes: routes, steps: steps, check: check)
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        func rank(_ one: Found) -> (Int, Double, UInt64) {
            (one.check.violations.count, one.check.cost, one.seed &- seed)
        }
        return found.min { rank($0) < rank($1) }!
    }

    private struct Answer: Encodable {
        var instance: String
        var cost: Double
        var rounding: String
        var routes: [[Int]]
        /// Of periodic instances the day of each route, counted from 1.
        var days: [Int]?
        var unvisited: [Int]
        var seconds: Double
        var iterations: Int
        var seed: UInt64

        init(_ found: Found, of instance: RouteInstance, _ rounding: CostRounding, seconds: Double) {
            self.instance = instance.name
            cost = found.check.cost
            self.rounding = rounding.rawValue
            // A tour is written with the place where it begins.
            let start = instance.shape == .tour ? [instance.depot] : []
            routes = found.routes.map { (start + $0.stops).map { instance.places[$0].number } }
            days = instance.days.count > 1 ? found.routes.map { $0.day + 1 } : nil
            unvisited = found.check.unvisited.map { instance.places[$0].number }
            self.seconds = (seconds * 1000).rounded() / 1000
            iterations = found.steps
            seed = found.seed
        }
    }

    private func write(_ answer: Answer, of instance: RouteInstance) throws {
        if json { return try writeJSON(answer) }
        for (number, route) in answer.routes.enumerated() {
            let day = answer.days.map { " of day \($0[number])" } ?? ""
            writeAnswer("route \(number + 1)\(day): \(route.map(String.init).joined(separator: " "))")
        }
        if !answer.unvisited.isEmpty {
            writeAnswer("left out: \(answer.unvisited.map(String.init).joined(separator: " "))")
        }
        writeAnswer(
            "\(answer.instance): cost \(answer.cost) (rounding \(answer.rounding)), \(answer.routes.count) routes, "
                + "\(answer.iterations) steps in \(answer.seconds) s, seed \(answer.seed)")
    }
}

extension CostRounding: ExpressibleByArgument {}
