import Quantities
import Records

/// A published week with only what is forced changed: orders of nodes by day, and what has forced each change.
struct KeptWeek {
    let week: WeekProblem
    private(set) var orders: [[Int]]
    /// Why a node is not where it was published, or is new.
    private(set) var reasons: [Int: PlanDifference.Reason] = [:]
    /// Visits that each day has lost for good, so that others may come in.
    private var lost: [Int]

    /// `published` are the rep's visits of the week as they were published. Starts from them in their order; takes out what no longer fits, puts in what has to be, and tries
    /// elsewhere in the week whoever lost its place.
    init(_ week: WeekProblem, published: [PublishedVisit]) {
        self.week = week
        orders = Array(repeating: [], count: week.workDays.count)
        lost = Array(repeating: 0, count: week.workDays.count)
        startFromPublished()
        for node in waiting where week.problem.ranks[node] > 0 { place(node) }
        // Whoever lost its day, the most worth first.
        let homeless = waiting.filter { reasons[$0] != nil }.sorted { (-worth($0), $0) < (-worth($1), $1) }
        for node in homeless { placeIfFree(node) }
        countLost(published)
        refill()
    }

    /// Nodes that are in no day: higher classes first, then those with fewer days to be on.
    private var waiting: [Int] {
        let placed = Set(orders.joined())
        return week.problem.searchable.filter { !placed.contains($0) }.sorted {
            let left = (-week.problem.ranks[$0], week.candidates[$0 - 1].days.count, $0)
            let right = (-week.problem.ranks[$1], week.candidates[$1 - 1].days.count, $1)
            return left < right
        }
    }

    private func worth(_ node: Int) -> Int {
        (0..<week.workDays.count).map { week.problem.worth[node * week.problem.dayCount + $0] }.max() ?? 0
    }

    private mutating func startFromPublished() {
        for (day, workDay) in week.workDays.enumerated() {
            let nodes = (1..<max(1, week.problem.nodeCount))
                .filter { week.candidates[$0 - 1].keptDay == workDay.day }
                .sorted { (start($0), $0) < (start($1), $1) }
            let possible = nodes.filter { week.problem.isAllowed($0, on: day) }
            for node in nodes where !possible.contains(node) { reasons[node] = .hours }
            if week.driving(possible, on: day) != nil {
                orders[day] = possible
                continue
            }
            // What has a new time may stand elsewhere in the order; the others keep theirs.
            if let order = withNewTimes(possible, on: day) {
                orders[day] = order
                continue
            }
            orders[day] = largestKept(possible.filter { week.problem.ranks[$0] == 0 }, on: day)
            for node in possible where week.problem.ranks[node] > 0 { place(node, on: [day]) }
            for node in possible where !orders[day].contains(node) { reasons[node] = reasons[node] ?? .hours }
        }
        for (index, candidate) in week.candidates.enumerated() {
            if let shift = candidate.shift { reasons[index + 1] = shift }
        }
    }

    /// The order with the visits of fixed times taken out and put in again, one other moved at most for each; nil when that
    /// does not do.
    private func withNewTimes(_ order: [Int], on day: Int) -> [Int]? {
        let fixed = order.filter {
            week.candidates[$0 - 1].lockedStart != nil || week.candidates[$0 - 1].meeting != nil
        }
        let others = order.filter { !fixed.contains($0) }
        guard week.driving(others, on: day) != nil else { return nil }
        return fixed.reduce(Optional(others)) { rest, node in
            rest.flatMap { week.inserting(node, into: $0, on: day) ?? week.reordered($0, with: node, on: day) }?.order
        }
    }

    private func start(_ node: Int) -> TimeOfDay { week.candidates[node - 1].published?.start ?? .midnight }

    /// The order without as few visits as possible so that it keeps the day; of several, without those of least worth.
    private func largestKept(_ order: [Int], on day: Int) -> [Int] {
        var rest = order
        while !rest.isEmpty {
            if week.driving(rest, on: day) != nil { return rest }
            if let any = week.anyOrder(of: rest, on: day) { return any.order }
            let choice = rest.indices.min { left, right in
                func key(_ index: Int) -> (Int, Int, Int) {
                    var trial = rest
                    trial.remove(at: index)
                    let isKept = week.driving(trial, on: day) != nil || week.anyOrder(of: trial, on: day) != nil
                    return (isKept ? 0 : 1, worth(rest[index]), rest[index])
                }
                return key(left) < key(right)
            }
            if let choice { rest.remove(at: choice) }
        }
        return rest
    }

    /// Puts a visit that has to be where it costs least: into an order as it is, else into another order of the same day, else
    /// in the room of as few others of a lower class as possible.
    private mutating func place(_ node: Int, on days: [Int]? = nil) {
        let days = days ?? Array(orders.indices)
        guard let choice = Displacement.cheapest(for: node, in: orders, on: days, week) else { return }
        orders[choice.day] = choice.order
        for other in choice.displaced {
            reasons[other] = .displaced(by: week.candidates[node - 1].customer.id)
        }
        if reasons[node] == nil { reasons[node] = week.candidates[node - 1].forcedReason }
    }

    /// Puts a visit where it fits and is worth its drive, and moves nobody.
    private mutating func placeIfFree(_ node: Int) {
        var best: (cost: Int, day: Int, order: [Int])?
        for day in orders.indices {
            guard let found = week.inserting(node, into: orders[day], on: day),
                let before = week.driving(orders[day], on: day)
            else { continue }
            let cost = found.driving - before - week.problem.worth[node * week.problem.dayCount + day]
            if cost < best?.cost ?? 0 { best = (cost, day, found.order) }
        }
        if let best { orders[best.day] = best.order }
    }

    /// A day has room for another visit where one fell away for good and nothing took its place. A visit that only went to
    /// another day, or made room, leaves none.
    private mutating func countLost(_ published: [PublishedVisit]) {
        let placed = Set(orders.joined())
        for visit in published {
            guard let day = week.workDays.firstIndex(where: { $0.day == visit.day }) else { continue }
            let node = week.candidates.firstIndex { $0.published == visit }.map { $0 + 1 }
            guard let node else {
                lost[day] += 1
                continue
            }
            if placed.contains(node) { continue }
            switch reasons[node] {
            case .skip, .closed, .visitedAlready, .moved, .inactive: lost[day] += 1
            default: break
            }
        }
        for (day, workDay) in week.workDays.enumerated() {
            lost[day] -= orders[day].count { week.candidates[$0 - 1].published?.day != workDay.day }
            let hasDisplaced = week.candidates.indices.contains { index in
                guard case .displaced = reasons[index + 1] else { return false }
                return week.candidates[index].published?.day == workDay.day
            }
            if hasDisplaced { lost[day] = 0 }
        }
    }

    private mutating func refill() {
        while lost.contains(where: { $0 > 0 }) {
            var best: (cost: Int, day: Int, order: [Int], node: Int)?
            for node in waiting where week.problem.ranks[node] == 0 && reasons[node] == nil {
                for day in orders.indices where lost[day] > 0 {
                    guard let found = week.inserting(node, into: orders[day], on: day),
                        let before = week.driving(orders[day], on: day)
                    else { continue }
                    let cost = found.driving - before - week.problem.worth[node * week.problem.dayCount + day]
                    if cost < best?.cost ?? 0 { best = (cost, day, found.order, node) }
                }
            }
            guard let best else { return }
            orders[best.day] = best.order
            lost[best.day] -= 1
            reasons[best.node] = .refilled
        }
    }
}

extension Candidate {
    /// Why a visit that was not published has to be.
    var forcedReason: PlanDifference.Reason { claim == .appointment ? .appointment : isLocked ? .lock : .must }
}
