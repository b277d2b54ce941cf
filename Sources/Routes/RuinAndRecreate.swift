import Quantities

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Improves routes by "slack induction by string removals" (Christiaens and Vanden Berghe 2020, Transportation Science
/// 54(2)): strings of neighbouring visits are taken out of several days and put back greedily, with blinks, in a
/// random kind of order; unvisited customers nearby compete for the room. Acceptance is simulated annealing over a fixed
/// number of steps, so that effort does not depend on the machine.
///
/// That one move does relocate, exchange, or-opt and swap with the unvisited at once.
struct RuinAndRecreate {
    /// Visits taken out in a step, on average and at most of one day.
    static let averageRemoved = 8
    static let longestString = 8
    /// Start and end of the annealing, in seconds of driving.
    static let hottest = 3000.0
    static let coldest = 10.0
    static let neighbourCount = 40
    /// Seconds that a visit may cost more than it is worth when others near it may follow.
    static let largestAdvance = 10_800

    private let problem: RouteProblem
    private let searchable: [Int]
    /// Indices in `searchable` of appointments and follow-ups.
    private let promised: [Int]
    /// For each of `searchable` the nearest others, itself first.
    private let neighbours: [[Int]]
    private var random: SeededRandom
    private var current: WeekRoutes
    private var trial: WeekRoutes
    /// Days that the step has changed.
    private var touched: [Bool]
    /// Nodes that the step has taken out, and unvisited ones that may come in.
    private var pool: [Int] = []
    private var isPooled: [Bool]
    private var keys: [Int]

    init(_ problem: RouteProblem, from start: WeekRoutes, random: SeededRandom) {
        self.problem = problem
        self.random = random
        current = start
        trial = start
        touched = Array(repeating: false, count: problem.dayCount)
        keys = Array(repeating: 0, count: problem.nodeCount)
        isPooled = Array(repeating: false, count: problem.nodeCount)
        let searchable = problem.searchable
        self.searchable = searchable
        promised = searchable.indices.filter { problem.ranks[searchable[$0]] > 0 }
        neighbours = searchable.map { node in
            // The seconds from and to a node above the node itself: one number to sort by.
            let ranked = searchable.map { other in
                (problem.drive(node, other) + problem.drive(other, node)) << 20 | other
            }
            return ranked.sorted().prefix(RuinAndRecreate.neighbourCount).map { $0 & 0xf_ffff }
        }
    }

    /// The best routes found in that many steps. O(steps × removed × stops of the week).
    mutating func improved(steps: Int) -> WeekRoutes {
        guard !searchable.isEmpty, steps > 0 else { return current }
        var best = current
        var cost = current.cost(problem)
        var bestCost = cost
        var temperature = RuinAndRecreate.hottest
        let cooling = pow(RuinAndRecreate.coldest / RuinAndRecreate.hottest, 1 / Double(steps))
        for _ in 0..<steps {
            ruin()
            recreate()
            let trialCost = trial.cost(problem)
            let allowance = -temperature * log(max(random.unit(), 1e-12))
            let isAccepted = Double(trialCost - cost) < allowance
            for node in pool {
                isPooled[node] = false
                if isAccepted {
                    current.setDay(trial.dayOf[node], of: node)
                } else {
                    trial.setDay(current.dayOf[node], of: node)
                }
            }
            for day in 0..<problem.dayCount where touched[day] {
                touched[day] = false
                if isAccepted { current.copyDay(day, from: trial) } else { trial.copyDay(day, from: current) }
            }
            if isAccepted {
                cost = trialCost
                if cost < bestCost {
                    bestCost = cost
                    best = current
                }
            }
            temperature *= cooling
        }
        return best
    }

    /// Takes strings of visits near a random customer out of the trial, and gathers what may come back.
    private mutating func ruin() {
        pool.removeAll(keepingCapacity: true)
        let seedIndex = seedIndex()
        let seed = searchable[seedIndex]
        let longest = RuinAndRecreate.longestString
        let strings = random.integer(in: 1..<max(2, 4 * RuinAndRecreate.averageRemoved / (1 + longest) + 1))
        var removedStrings = 0
        var invited = 0
        for neighbour in neighbours[seedIndex] {
            let day = trial.dayOf[neighbour]
            if day < 0 {
                // Seeds are always let in; others by chance, so that the pool stays small.
                if invited < 8, !isPooled[neighbour], neighbour == seed || random.next() & 1 == 0 {
                    invited += 1
                    admit(neighbour)
                }
            } else if removedStrings < strings, !touched[day] {
                removedStrings += 1
                touched[day] = true
                removeString(around: neighbour, on: day, atMost: longest)
            }
        }
        for _ in 0..<2 {
            let guest = searchable[random.integer(in: 0..<searchable.count)]
            if trial.dayOf[guest] < 0, !isPooled[guest] { admit(guest) }
        }
    }

    /// Any customer; one time in four, while there are any, an appointment or follow-up that has no place.
    private mutating func seedIndex() -> Int {
        if random.next() & 3 == 0 {
            let missing = promised.filter { trial.dayOf[searchable[$0]] < 0 }
            if !missing.isEmpty { return missing[random.integer(in: 0..<missing.count)] }
        }
        return random.integer(in: 0..<searchable.count)
    }

    private mutating func admit(_ node: Int) {
        isPooled[node] = true
        pool.append(node)
    }

    /// Takes out consecutive visits that hold `node`; half the time it spares one in the middle of them.
    private mutating func removeString(around node: Int, on day: Int, atMost longest: Int) {
        let count = trial.counts[day]
        let base = day * trial.stride
        var position = 1
        while trial.nodes[base + position] != node { position += 1 }
        let length = 1 + random.integer(in: 0..<min(longest, count))
        let isSplit = length > 1 && length < count && random.next() & 1 == 0
        let span = isSplit ? length + 1 : length
        let first = random.integer(in: max(1, position - span + 1)..<min(position, count - span + 1) + 1)
        let spared = isSplit ? first + random.integer(in: 0..<span) : -1
        var index = first + span - 1
        while index >= first {
            if index != spared {
                admit(trial.nodes[base + index])
                trial.remove(1, from: index, on: day)
            }
            index -= 1
        }
        trial.refresh(day, problem)
    }

    /// Puts the pool back, each visit at its cheapest place, in a random kind of order; what finds no place that is worth
    /// it stays out.
    private mutating func recreate() {
        sortPool()
        // A far town is worth the drive once several of its customers are visited, but not for the first of them: at
        // times a visit may cost more than its worth, and the acceptance judges them together.
        let advance = random.next() & 3 == 0 ? random.integer(in: 0..<RuinAndRecreate.largestAdvance) : 0
        for node in pool {
            var best = advance
            var choice: (day: Int, position: Int)?
            // Sparse random bits: a position is passed over once in 64 times.
            let blinks = random.next() & random.next() & random.next()
            let isBlinking = random.next() & 7 == 0
            for day in 0..<problem.dayCount {
                if let place = trial.cheapestPlace(
                    of: node, on: day, problem, below: best, blinks: isBlinking ? blinks : 0)
                {
                    best = place.cost
                    choice = (day, place.position)
                }
            }
            if let choice {
                trial.insert(node, on: choice.day, after: choice.position, problem)
                touched[choice.day] = true
            }
        }
    }

    /// Higher ranks first; within a rank by chance, by worth, by distance from home or by how narrow the windows are.
    private mutating func sortPool() {
        let kind = random.integer(in: 0..<8)
        for node in pool {
            let key =
                switch kind {
                case 0...2: Int(random.next() & 0xffff)
                case 3...4: problem.topWorth[node]
                case 5: problem.drive(0, node)
                case 6: -problem.drive(0, node)
                default: -problem.freedom[node]
                }
            keys[node] = problem.ranks[node] << 40 + key
        }
        // Insertion sort: the pool is short.
        for index in pool.indices.dropFirst() {
            let node = pool[index]
            let key = keys[node]
            var hole = index
            while hole > 0, keys[pool[hole - 1]] < key {
                pool[hole] = pool[hole - 1]
                hole -= 1
            }
            pool[hole] = node
        }
    }
}
