import Config
import Quantities
import Records

// Visits of one customer in one week that its cadence asks for.
extension CustomerVisits {
    /// True when two visits that far apart keep the spacing: at least half a cadence.
    static func isSpaced(_ day: Day, _ other: Day, cadence: Int) -> Bool { 2 * abs(day - other) >= cadence }

    mutating func addCadence() {
        var visit = plainVisit()
        guard let cadence = visit.cadenceDays else { return }
        let friday = scope.monday + 4
        let isDue = visit.lastVisit.map { Double(friday - $0) >= scope.planning.dueShare * Double(cadence) } ?? true
        guard isDue else { return }
        visit.cause = visit.lastVisit == nil ? .firstVisit : .cadence

        guard visits.isEmpty else {
            // What must be sees to the cadence as well; below five days there may be room for another visit.
            if visits[0].cause == .requested { visits[0].cause = visit.cause }
            let agreed = visits.flatMap(\.days)
            visit.days = visit.days.filter { day in
                agreed.allSatisfy { CustomerVisits.isSpaced(day, $0, cadence: cadence) }
            }
            let first = agreed.min() ?? scope.monday
            if cadence < 5, let last = visit.days.last,
                Double(last - first) >= scope.planning.dueShare * Double(cadence)
            {
                visit.settle(lastVisit: first, scope.planning.worth)
                appendSpaced(visit, cadence: cadence)
            }
            return
        }
        if let agreed = agreedWithOthers() {
            visit.blocked = .visitAgreed(on: agreed)
            visits.append(visit)
            return
        }
        guard cadence < 5 else { return appendSpaced(visit, cadence: cadence) }
        appendPair(visit, cadence: cadence)
    }

    /// Adds the visit on days that keep the spacing to visits of other weeks.
    private mutating func appendSpaced(_ visit: Candidate, cadence: Int) {
        var visit = visit
        if let last = visit.lastVisit {
            visit.days = visit.days.filter { CustomerVisits.isSpaced($0, last, cadence: cadence) }
            // Too soon is not due.
            if visit.days.isEmpty, !scope.calendar.days.isEmpty { return }
        }
        if let next = scope.history.nextAgreed(customer.id, after: scope.sunday) {
            let days = visit.days.filter { CustomerVisits.isSpaced($0, next, cadence: cadence) }
            if days.isEmpty, !visit.days.isEmpty { visit.blocked = .visitAgreed(on: next) }
            visit.days = days
        }
        visits.append(visit)
    }

    /// Two visits, each with days of its own so far apart that the spacing holds whatever day each of them gets.
    private mutating func appendPair(_ visit: Candidate, cadence: Int) {
        let all = visit.days.filter { day in
            visit.lastVisit.map { CustomerVisits.isSpaced(day, $0, cadence: cadence) } ?? true
        }
        let early = Array(all.prefix(max(1, all.count / 2)))
        guard let first = early.first, let lastEarly = early.last else {
            return appendSpaced(visit, cadence: cadence)
        }
        let late = all.filter { CustomerVisits.isSpaced($0, lastEarly, cadence: cadence) && $0 > lastEarly }
        guard let last = late.last, Double(last - first) >= scope.planning.dueShare * Double(cadence) else {
            return appendSpaced(visit, cadence: cadence)
        }
        var earlier = visit
        var second = visit
        earlier.days = early
        second.days = late
        // Its wait begins with the first visit, whose day is not known yet.
        second.settle(lastVisit: early[early.count / 2], scope.planning.worth)
        appendSpaced(earlier, cadence: cadence)
        appendSpaced(second, cadence: cadence)
    }

    /// The day on which another rep has an appointment with the customer in this week.
    private func agreedWithOthers() -> Day? {
        (scope.inputs.agreedVisits[customer.id] ?? [])
            .filter { scope.inputs.rep(of: $0, customer) != scope.rep.id }
            .map { scope.zone.day(of: $0.start) }.filter(scope.calendar.contains).min()
    }
}
