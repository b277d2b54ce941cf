#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Improves routes by "slack induction by string removals" (Christiaens and Vanden Berghe 2020, Transportation Science
/// 54(2)): strings of neighbouring visits are taken out of several routes and put back greedily, with blinks, in a random
/// kind of order; unvisited customers nearby compete for the room. Acceptance is simulated annealing.
///
/// That one move does relocate, exchange, or-opt and swap with the unvisited at once.
final class RuinAndRecreate<Rules: RouteRules> {
    let problem: FlatProblem
    let state: RouteState<Rules>
    let tuning: SearchTuning
    let traits: ProblemTraits
    var random: QuickRandom
    /// Customers that some vehicle could visit alone.
    let reachable: [Int]
    let near: Neighbours
    /// Where to look for places for a node; nil where all places are looked at.
    let granular: Neighbours?

    // What one step has done.
    var pool: FlatList<Int32>
    let isPooled: FlatArray<Bool>
    /// Options of the pool's nodes before the step.
    let optionBefore: FlatArray<Int32>
    let isTouched: FlatArray<Bool>
    let isRuined: FlatArray<Bool>
    var touched: FlatList<Int32>
    var saved: FlatList<RouteState<Rules>.Saved>
    var journal: FlatList<RouteState<Rules>.Place>
    let keys: FlatArray<Int>
    /// The cheapest place on each day, of the node at hand.
    let dayChoices: FlatArray<Choice>
    /// Mean number of places between two that are passed over: few places need more of it.
    let blinkEvery: Double
    /// Checks left until the next blink.
    var untilBlink = 1
    /// Mandatory customers without a visit.
    var missing: [Int] = []

    // The best so far: at first to stay at home.
    private(set) var bestCost: Int
    private let bestNodes: FlatArray<Int32>
    private let bestCounts: FlatArray<Int32>

    init(_ problem: FlatProblem, seed: UInt64, tuning: SearchTuning) {
        self.problem = problem
        self.tuning = tuning
        traits = ProblemTraits(problem)
        let state = RouteState<Rules>(problem)
        self.state = state
        random = QuickRandom(seed: seed)
        reachable = problem.customers.filter { node in
            (0..<problem.vehicleCount).contains { vehicle in
                problem.dayMask[node] >> UInt64(problem.days[vehicle]) & 1 == 1 && state.hasRoom(vehicle, for: node)
                    && state.insertion(of: node, into: vehicle, after: 0, below: state.drivingRoom(vehicle)) != nil
            }
        }
        blinkEvery = min(tuning.blinkEvery, 4 * Double(reachable.count))
        near = .byCost(problem, of: reachable, width: tuning.ruinWidth)
        let slots = problem.customers.count * min(problem.dayCount, 4)
        granular = slots > tuning.fullScanBelow ? .byWindows(problem, of: reachable, width: tuning.granularWidth) : nil
        let count = problem.nodeCount
        pool = FlatList(capacity: count, filler: 0)
        isPooled = FlatArray(repeating: false, count: count)
        optionBefore = FlatArray(repeating: -1, count: count)
        isTouched = FlatArray(repeating: false, count: problem.vehicleCount)
        isRuined = FlatArray(repeating: false, count: problem.vehicleCount)
        touched = FlatList(capacity: problem.vehicleCount, filler: 0)
        let unsaved = RouteState<Rules>.Saved(vehicle: 0, count: 0, driving: 0, duration: 0, load: 0, firstPlace: 0)
        saved = FlatList(capacity: problem.vehicleCount, filler: unsaved)
        let largest = problem.customers.count * problem.dayCount + 2 * problem.vehicleCount
        journal = FlatList(capacity: largest, filler: state.places[0])
        keys = FlatArray(repeating: 0, count: count)
        dayChoices = FlatArray(repeating: Choice(cost: 0, vehicle: -1, place: 0), count: problem.dayCount)
        bestNodes = FlatArray(repeating: 0, count: state.stride * problem.vehicleCount)
        bestCounts = FlatArray(repeating: 0, count: problem.vehicleCount)
        bestCost = 0
    }

    deinit {
        near.free()
        granular?.free()
        pool.free()
        isPooled.free()
        optionBefore.free()
        isTouched.free()
        isRuined.free()
        touched.free()
        saved.free()
        journal.free()
        keys.free()
        dayChoices.free()
        bestNodes.free()
        bestCounts.free()
    }

    /// Searches until the budget is used up; the best routes stay in `best`. O(steps × removed × places looked at).
    func run(_ budget: SearchBudget, from start: [[Int]]? = nil) -> Int {
        build(from: start)
        if state.cost < bestCost { keepBest() }
        guard !reachable.isEmpty else { return 0 }
        let range = tuning.temperatures(customers: reachable.count, hasPrizes: traits.hasPrizes)
        let hottest = range.hottest * problem.scale
        let coldest = range.coldest * problem.scale
        var temperature = hottest
        var step = 0
        var rounds = 1
        var round = 0
        while true {
            if step & 63 == 0 {
                var progress: Double
                switch budget {
                case .steps(let steps): progress = steps > 0 ? Double(step) / Double(steps) : 1
                case .clock(let read): progress = read()
                }
                if progress >= 1 { break }
                if step == 4096, traits.hasPrizes { rounds = tuning.rounds(steps: 4096 / progress, reachable.count) }
                progress = progress * Double(rounds) - Double(round)
                if progress >= 1 {
                    round += 1
                    progress -= 1
                    restart()
                }
                temperature = hottest * pow(coldest / hottest, progress)
            }
            step += 1
            let before = state.cost
            ruin()
            recreate(advance: advance())
            if Double(state.cost - before) < temperature * random.exponential() {
                accept()
                if state.cost < bestCost { keepBest() }
            } else {
                reject(to: before)
            }
        }
        return step
    }

    /// Begins anew from other full routes; the best ones stay kept.
    private func restart() {
        for node in problem.customers where state.optionOf[node] >= 0 {
            state.cost += problem.optionPrize[Int(state.optionOf[node])]
            state.optionOf[node] = -1
        }
        for vehicle in 0..<problem.vehicleCount {
            state.remove(vehicle, first: 1, end: Int(state.counts[vehicle]) + 1)
        }
        for node in reachable { admit(node) }
        sortPool(by: .density)
        recreateSorted(advance: Int.max / 8)
        accept()
    }

    /// The best routes found, by vehicle.
    var best: RoutingSolution {
        let routes = (0..<problem.vehicleCount).map { vehicle in
            (0..<Int(bestCounts[vehicle])).map { Int(bestNodes[vehicle * state.stride + $0]) }
        }
        return RoutingSolution(routes: routes, cost: bestCost)
    }

    private func keepBest() {
        bestCost = state.cost
        for vehicle in 0..<problem.vehicleCount {
            let count = Int(state.counts[vehicle])
            bestCounts[vehicle] = state.counts[vehicle]
            let base = vehicle * state.stride
            for index in 0..<count { bestNodes[base + index] = state.places[base + index + 1].node }
        }
    }

    /// First routes: everything that fits is put in at its cheapest place, the mandatory first.
    ///
    /// Even what is not worth its detour: from full routes the search finds those that pay only as a whole, which it would
    /// have to open for a first visit that alone never pays.
    private func build(from start: [[Int]]?) {
        for node in reachable { admit(node) }
        if let start {
            for vehicle in 0..<problem.vehicleCount { touch(vehicle) }
            state.setRoutes(start)
            return accept()
        }
        sortPool(by: traits.hasPrizes ? .density : .far)
        recreateSorted(advance: Int.max / 8)
        accept()
    }

    /// A far town is worth the drive once several of its customers are visited, but not for the first of them: at times a
    /// visit may cost more than its prize, and the acceptance judges them together.
    private func advance() -> Int {
        guard tuning.largestAdvance > 0, random.next() & 3 == 0 else { return 0 }
        return random.below(Int(tuning.largestAdvance * problem.scale) + 1)
    }
}
