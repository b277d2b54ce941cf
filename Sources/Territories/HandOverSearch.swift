/// Improves an assignment hand-over by hand-over, never beyond a budget of hand-overs.
///
/// Best improvement: of all customers beside another territory the one whose hand-over gains most goes first; when none
/// gains, exchanges of two customers between two territories are tried. A customer only goes to a territory that it lies
/// beside, and none that would split its own. What a hand-over changes is remembered; where something happened since
/// within two steps in the graph, it is worked out again for those that seem to gain most, and for all before the search
/// ends.
struct HandOverSearch {
    private(set) var partition: Partition
    /// Hand-overs that count: of customers that an active rep looks after today.
    private(set) var handOvers: Int
    let goal: BalanceGoal
    private let today: [Int?]
    /// By customer: whether it stays where it is.
    private let isLocked: [Bool]
    /// May be raised; what was found stays.
    var budget: Int
    /// By customer: what it could do, and whether something happened since that may have changed it.
    private var options: [[Option]]
    private var isStale: [Bool]
    private let reach: [[Int]]
    private let customersAt: [[Int]]
    /// By rep, counted up whenever its customers change; and the state of its owner in which a customer was found stuck.
    private var versions: [Int]
    private var stuckAt: [Int?]

    private struct Option {
        var rep: Int
        var from: Double
        var to: Double
        /// Driving that it adds (the hours of the visits only change hands) and the price of mixing.
        var price: Double
    }

    struct Move {
        var customer: Int
        var from: Int
        var to: Int
    }

    /// What `partition` has changed since `today` counts; nobody looks after those without an owner there.
    init(_ partition: Partition, today: [Int?], isLocked: [Bool], goal: BalanceGoal, budget: Int) {
        self.partition = partition
        self.today = today
        self.isLocked = isLocked
        self.goal = goal
        self.budget = budget
        handOvers = zip(today, partition.owner).count { $0 != nil && $0 != $1 }
        options = Array(repeating: [], count: today.count)
        isStale = Array(repeating: true, count: today.count)
        versions = Array(repeating: 0, count: partition.model.reps.count)
        stuckAt = Array(repeating: nil, count: today.count)
        reach = partition.model.graph.reach
        customersAt = partition.model.customersAt
    }

    var value: Double { goal.value(partition, handOvers: handOvers) }

    /// Goes towards `target` as far as the budget allows, best step first and also over steps that cost, then returns
    /// to the best state on the way.
    mutating func approach(_ target: [Int?], steps: Int, visit: (borrowing HandOverSearch) -> Void = { _ in }) {
        var moves: [Move] = []
        var best = (value: value, count: 0)
        var left = steps
        while left > 0, case let done = step(below: .infinity, where: { target[$0] == $1 }), !done.isEmpty {
            left -= 1
            moves += done
            visit(self)
            let now = value
            if now < best.value - 1e-9 { best = (now, moves.count) }
        }
        for move in moves[best.count...].reversed() { give(move.customer, to: move.from) }
    }

    /// To a local optimum, or until so many steps are done. Ends because each step lowers `value`. `visit` sees each
    /// state on the way.
    mutating func improve(steps: Int, visit: (borrowing HandOverSearch) -> Void = { _ in }) {
        var left = steps
        while left > 0 {
            left -= 1
            if step(below: -1e-6, where: { _, _ in true }).isEmpty, !exchange() { break }
            visit(self)
        }
    }

    private func cost(_ customer: Int, to rep: Int) -> Int {
        guard let home = today[customer] else { return 0 }
        return (rep == home ? 0 : 1) - (partition.owner[customer] == home ? 0 : 1)
    }

    /// Does the best hand-over of those that cost less than `limit` (a gain is negative), and with it those nearly as
    /// good between other reps in other places, which it does not concern. Returns what was done.
    private mutating func step(below limit: Double, where isWanted: (Int, Int) -> Bool) -> [Move] {
        var candidates = freshCandidates(below: limit, where: isWanted)
        if candidates.isEmpty, refreshAll() { candidates = freshCandidates(below: limit, where: isWanted) }
        // The budget is for the best: what gains much less waits for its turn.
        let bar = min(0, (candidates.first?.gain ?? 0) * 0.8)
        var isBusy = Array(repeating: false, count: versions.count)
        var done: [Move] = []
        for (gain, move) in candidates {
            if !done.isEmpty, gain > bar { break }
            guard !isBusy[move.from], !isBusy[move.to], !isStale[move.customer],
                handOvers + cost(move.customer, to: move.to) <= budget, stuckAt[move.customer] != versions[move.from]
            else { continue }
            if partition.splits(without: move.customer) {
                stuckAt[move.customer] = versions[move.from]
            } else {
                give(move.customer, to: move.to)
                (isBusy[move.from], isBusy[move.to]) = (true, true)
                done.append(move)
            }
        }
        return done
    }

    /// Hand-overs that cost less than `limit`, the best first; those at the top are worked out anew where they must be.
    private mutating func freshCandidates(below limit: Double, where isWanted: (Int, Int) -> Bool)
        -> [(gain: Double, move: Move)]
    {
        while true {
            var candidates = candidates(below: limit, where: isWanted)
            candidates.sort { ($0.gain, $0.move.customer, $0.move.to) < ($1.gain, $1.move.customer, $1.move.to) }
            let stale = Set(candidates.prefix(HandOverSearch.freshAtTop).map(\.move.customer)).filter { isStale[$0] }
            if stale.isEmpty { return candidates }
            for customer in stale.sorted() { refresh(customer) }
        }
    }

    private static let freshAtTop = 6
    /// Customers from one rep to another that are tried in exchanges, those first that cost least whatever the balance.
    private static let pairedAtMost = 200

    private func candidates(below limit: Double, where isWanted: (Int, Int) -> Bool) -> [(gain: Double, move: Move)] {
        var candidates: [(gain: Double, move: Move)] = []
        for customer in today.indices where !options[customer].isEmpty || isStale[customer] {
            guard let owner = partition.owner[customer], stuckAt[customer] != versions[owner] else { continue }
            for option in options[customer] where isWanted(customer, option.rep) && option.rep != owner {
                let cost = cost(customer, to: option.rep)
                guard handOvers + cost <= budget else { continue }
                let gain =
                    change(owner, option.from, -1) + change(option.rep, option.to, 1) + option.price
                    + Double(cost) * BalanceGoal.handOverHours
                if gain < limit { candidates.append((gain, Move(customer: customer, from: owner, to: option.rep))) }
            }
        }
        return candidates
    }

    private func change(_ rep: Int, _ hours: Double, _ customers: Int) -> Double {
        let before = (partition.hours[rep], partition.customersOf[rep])
        return goal.load(rep, hours: before.0 + hours, customers: before.1 + customers)
            - goal.load(rep, hours: before.0, customers: before.1)
    }

    /// Works out what may have changed; false when nothing may.
    private mutating func refreshAll() -> Bool {
        var done = false
        for customer in isStale.indices where isStale[customer] {
            refresh(customer)
            done = true
        }
        return done
    }

    private mutating func refresh(_ customer: Int) {
        isStale[customer] = false
        // Without workload or place nothing is gained by a hand-over.
        guard !isLocked[customer], let site = partition.model.site[customer],
            partition.model.visitsPerYear[customer] > 0
        else {
            options[customer] = []
            return
        }
        options[customer] = partition.repsBeside(site).filter { canTake($0, customer) }.map { option(customer, $0) }
    }

    private func canTake(_ rep: Int, _ customer: Int) -> Bool {
        partition.model.takesPart[rep] && rep != partition.owner[customer]
            && partition.model.visitsPerYear[customer] > 0
    }

    private mutating func option(_ customer: Int, _ rep: Int) -> Option {
        let change = partition.change(customer, to: rep)
        let mixing = partition.mixingChange(customer, to: rep)
        return Option(
            rep: rep, from: change.from, to: change.to,
            price: change.from + change.to + mixing * BalanceGoal.mixingHours)
    }

    private mutating func give(_ customer: Int, to rep: Int) {
        handOvers += cost(customer, to: rep)
        let before = partition.owner[customer]
        partition.give(customer, to: rep)
        for one in [before, rep].compactMap(\.self) {
            versions[one] += 1
            // Who has none may begin anywhere, who has one may not: that concerns everybody.
            if partition.placedOf[one] <= 1 { isStale = Array(repeating: true, count: isStale.count) }
        }
        guard let site = partition.model.site[customer] else { return }
        for near in reach[site] { for other in customersAt[near] { isStale[other] = true } }
    }

    /// Tries exchanges between two reps, most promising first; true when one helped.
    private mutating func exchange() -> Bool {
        if tryExchanges() { return true }
        return refreshAll() && tryExchanges()
    }

    private mutating func tryExchanges() -> Bool {
        let reps = versions.indices
        var leaving: [[(customer: Int, option: Option)]] = Array(repeating: [], count: reps.count * reps.count)
        for customer in today.indices {
            guard let owner = partition.owner[customer] else { continue }
            for option in options[customer] where option.rep != owner {
                leaving[owner * reps.count + option.rep].append((customer, option))
            }
        }
        // Crowds at one point would make as many pairs as they have customers, squared.
        for flow in leaving.indices where leaving[flow].count > HandOverSearch.pairedAtMost {
            let priced = leaving[flow].map { one in
                let cost = cost(one.customer, to: one.option.rep)
                return (price: one.option.price + Double(cost) * BalanceGoal.handOverHours, one: one)
            }
            leaving[flow] = priced.sorted { ($0.price, $0.one.customer) < ($1.price, $1.one.customer) }
                .prefix(HandOverSearch.pairedAtMost).map(\.one)
        }
        var promising: [(gain: Double, one: Move, two: Move)] = []
        for first in reps {
            for second in reps where second > first {
                for one in leaving[first * reps.count + second] {
                    for two in leaving[second * reps.count + first] {
                        let cost = cost(one.customer, to: second) + cost(two.customer, to: first)
                        guard handOvers + cost <= budget else { continue }
                        let gain =
                            change(first, one.option.from + two.option.to, 0)
                            + change(second, one.option.to + two.option.from, 0) + one.option.price + two.option.price
                            + Double(cost) * BalanceGoal.handOverHours
                        guard gain < -1e-3 else { continue }
                        promising.append(
                            (
                                gain, Move(customer: one.customer, from: first, to: second),
                                Move(customer: two.customer, from: second, to: first)
                            ))
                    }
                }
            }
        }
        promising.sort {
            ($0.gain, $0.one.customer, $0.two.customer) < ($1.gain, $1.one.customer, $1.two.customer)
        }
        // The gain of a pair is the sum of two single ones, so it is checked by doing it.
        for pair in promising.prefix(24) where tryExchange(pair.one, pair.two) { return true }
        return false
    }

    private mutating func tryExchange(_ one: Move, _ two: Move) -> Bool {
        let before = value
        guard !partition.splits(without: one.customer), let start = partition.model.site[one.customer],
            partition.repsBeside(start).contains(one.to)
        else { return false }
        give(one.customer, to: one.to)
        if let site = partition.model.site[two.customer], partition.repsBeside(site).contains(two.to),
            !partition.splits(without: two.customer)
        {
            give(two.customer, to: two.to)
            if handOvers <= budget, value < before - 1e-6 { return true }
            give(two.customer, to: two.from)
        }
        give(one.customer, to: one.from)
        return false
    }
}
