import Diagnostics

/// One thing that went wrong before it is known whether it is told or only counted.
private struct Loss {
    var fault: RoadFault
    /// Drives that were ordered, have no answer and are missing for no earlier reason.
    var pairs: [RoadPair]
    var place: RoadPlace?
}

/// Problems for the drives that were ordered and did not come home; `pairs` sorted and unique. Every drive is counted once.
///
/// A place that spoils tables is one problem, whatever the number of tables. O(cells of the failed blocks × log pairs).
func missingDrives(_ harvest: RoadHarvest, of pairs: [RoadPair], in haul: RoadHaul) -> [Problem] {
    var explained: Set<RoadPair> = []
    var losses: [Loss] = []
    var lossOfPlace: [RoadPlace: Int] = [:]
    for failure in harvest.failures {
        let missing = failure.drives(among: pairs).filter { haul.drives[$0] == nil && explained.insert($0).inserted }
        if let place = failure.place, let known = lossOfPlace[place] {
            losses[known].pairs += missing
        } else if !missing.isEmpty {
            if let place = failure.place { lossOfPlace[place] = losses.count }
            losses.append(Loss(fault: failure.fault, pairs: missing, place: failure.place))
        }
    }
    if let fault = harvest.stoppedBy {
        // One problem for the stop and what led to it.
        let causes = losses.filter { $0.fault.kind == fault.kind && $0.place == nil }
        losses.removeAll { $0.fault.kind == fault.kind && $0.place == nil }
        let known = losses.reduce(0) { $0 + $1.pairs.count }
        let missing = pairs.count { haul.drives[$0] == nil } - known
        assert(causes.reduce(0) { $0 + $1.pairs.count } <= missing)
        return told(losses) + [serverProblem(fault, drives: missing, lines: 0)]
    }
    return told(losses)
}

extension RoadFailure {
    /// The ordered pairs among what failed; `pairs` sorted.
    func drives(among pairs: [RoadPair]) -> [RoadPair] {
        var found: [RoadPair] = []
        let destinations = block.destinations.sorted()
        for origin in block.origins.sorted() {
            let wanted = place.map { origin == $0 ? destinations : block.destinations.contains($0) ? [$0] : [] }
            for destination in wanted ?? destinations {
                let pair = RoadPair(from: origin, to: destination)
                if pairs.contains(sorted: pair) { found.append(pair) }
            }
        }
        return found
    }
}

extension [RoadPair] {
    /// By bisection.
    fileprivate func contains(sorted pair: RoadPair) -> Bool {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < pair { low = middle + 1 } else { high = middle }
        }
        return low < count && self[low] == pair
    }
}

private func told(_ losses: [Loss]) -> [Problem] {
    toldAndCounted(losses, kind: \.fault.kind) { loss in
        let rest = standIn(drives: loss.pairs.count)
        let where_ = loss.place.map { " at \($0.text)" } ?? (loss.pairs.count == 1 ? " for \(loss.pairs[0].text)" : "")
        let value = loss.place?.text ?? (loss.pairs.count == 1 ? loss.pairs[0].text : nil)
        return Problem(
            .warning, loss.fault.kind, "\(loss.fault.clause)\(where_); \(rest)", value: value, hint: loss.fault.hint)
    } others: { others in
        "\(counted(others.count, "more fault")) of this kind; \(standIn(drives: others.reduce(0) { $0 + $1.pairs.count }))"
    }
}

/// Problems for lines without an answer. A refusal says nothing about the drive, so it has a kind of its own.
func missingLines(_ failures: [(pair: RoadPair, fault: RoadFault)]) -> [Problem] {
    func kind(_ failure: (pair: RoadPair, fault: RoadFault)) -> String {
        failure.fault.isRefusal ? "roads.line" : failure.fault.kind
    }
    return toldAndCounted(failures, kind: kind) { failure in
        Problem(
            .warning, kind(failure),
            "\(failure.fault.clause) for the line \(failure.pair.text); \(standIn(drives: 0, lines: 1))",
            value: failure.pair.text, hint: failure.fault.hint)
    } others: { others in
        "\(counted(others.count, "more fault")) of this kind; \(standIn(drives: 0, lines: others.count))"
    }
}

/// The first 20 of each kind one by one, in order; then one problem a kind for the others, in the order of the kinds.
func toldAndCounted<Item>(
    _ items: [Item], kind: (Item) -> String, problem: (Item) -> Problem, others: ([Item]) -> String
) -> [Problem] {
    var problems: [Problem] = []
    var rest: [String: [Item]] = [:]
    var count: [String: Int] = [:]
    for item in items {
        count[kind(item), default: 0] += 1
        if count[kind(item), default: 0] <= toldProblems {
            problems.append(problem(item))
        } else {
            rest[kind(item), default: []].append(item)
        }
    }
    for (kind, items) in rest.sorted(by: { $0.key < $1.key }) {
        problems.append(Problem(.warning, kind, others(items), hint: problems.first { $0.kind == kind }?.hint))
    }
    return problems
}
