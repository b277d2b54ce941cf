import Config
import Quantities
import Records

// Published visits of one customer in a week whose published days are kept.
extension CustomerVisits {
    /// Finds for each published visit the due one that stands for it, or adds one: a visit that was announced stays although
    /// nothing makes it due any more, unless the customer was visited since.
    mutating func addPublished() {
        let published = (scope.inputs.publishedByCustomer[customer.id] ?? [])
            .filter { scope.calendar.contains($0.day) }
        var open: [PublishedVisit] = []
        var free = Set(visits.indices)
        for visit in published {
            let match = free.sorted().filter { allowedDays(visits[$0]).contains(visit.day) }
                .max { (visits[$0].claim, $1) < (visits[$1].claim, $0) }
            if let match, visit.repID == scope.rep.id {
                free.remove(match)
                visits[match].keep(visit)
            } else {
                open.append(visit)
            }
        }
        for visit in open {
            if let match = free.min() {
                free.remove(match)
                visits[match].keep(visit)
                visits[match].shift =
                    visit.repID == scope.rep.id ? shift(visit, visits[match]) : .takenOver(from: visit.repID)
            } else if visitedSince(visit) == nil {
                append(visit)
            }
        }
        guard let day = scope.history.fallenAway(customer.id) else { return }
        for index in visits.indices where visits[index].claim == .cadence && visits[index].published == nil {
            visits[index].shift = .carriedOver(from: day)
        }
    }

    /// Days that no closure and no skip bars.
    private func allowedDays(_ visit: Candidate) -> [Day] {
        visit.days.filter {
            scope.calendar.days.contains($0) && !wishes.isClosed(on: $0) && !wishes.isSkipped(on: $0)
        }
    }

    /// Why the due visit that stands for a published one can't be on its day.
    private func shift(_ published: PublishedVisit, _ visit: Candidate) -> PlanDifference.Reason {
        switch visit.claim {
        case .appointment: return .appointment
        case .must:
            let isBarred = publishedObstacle(published, scope)
            return visit.isLocked ? .lock : isBarred ?? .must
        case .cadence:
            if let obstacle = publishedObstacle(published, scope) { return obstacle }
            return visit.lastVisit.map { .visitedAlready(on: $0) } ?? .hours
        }
    }

    /// The day of a visit since, after which the published one would be too soon.
    private func visitedSince(_ published: PublishedVisit) -> Day? {
        Routes.visitedSince(published, scope)
    }

    private mutating func append(_ published: PublishedVisit) {
        var visit = plainVisit()
        visit.cause = visit.cadenceDays == nil ? .published : visit.lastVisit == nil ? .firstVisit : .cadence
        if let cadence = visit.cadenceDays {
            let others =
                visits.flatMap(\.days) + [visit.lastVisit].compactMap(\.self)
                + [scope.history.nextAgreed(customer.id, after: scope.sunday)].compactMap(\.self)
            visit.days = visit.days.filter { day in
                others.allSatisfy { CustomerVisits.isSpaced(day, $0, cadence: cadence) }
            }
        }
        visit.keep(published)
        if published.repID != scope.rep.id {
            visit.shift = .takenOver(from: published.repID)
        } else if !allowedDays(visit).contains(published.day) {
            visit.shift =
                publishedObstacle(published, scope)
                ?? (visits.isEmpty ? visit.lastVisit.map { .visitedAlready(on: $0) } ?? .hours : .must)
        }
        // Without a day that keeps the spacing the other visits stand for it.
        if visit.days.isEmpty, !scope.calendar.days.isEmpty { return }
        visits.append(visit)
    }
}

extension Candidate {
    /// Takes the published length over where nothing was agreed since: it was announced.
    mutating func keep(_ visit: PublishedVisit) {
        published = visit
        if minutesSource != .appointment { (visitMinutes, minutesSource) = (visit.minutes, .published) }
    }
}

/// Why a published visit can't be on its day any more as far as days go; nil when it can.
func publishedObstacle(_ visit: PublishedVisit, _ scope: WeekScope) -> PlanDifference.Reason? {
    guard let customer = scope.book.customerByID[visit.customerID], customer.isActive else { return .inactive }
    guard let planner = scope.inputs.planner(of: customer) else { return .inactive }
    if planner != scope.rep.id { return .moved(to: planner) }
    let wishes = scope.inputs.wishes[customer.id] ?? CustomerWishes()
    if let skip = wishes.skip, visit.day < skip.until { return .skip(until: skip.until) }
    if wishes.isClosed(on: visit.day) { return .closed }
    if !scope.calendar.days.contains(visit.day) { return .dayOff(scope.calendar.nameOfDayOff(visit.day)) }
    return visitedSince(visit, scope).map { .visitedAlready(on: $0) }
}

/// The day of a visit less than half a cadence before a published one, or less than a week where there is no cadence.
func visitedSince(_ visit: PublishedVisit, _ scope: WeekScope) -> Day? {
    guard let customer = scope.book.customerByID[visit.customerID],
        let last = scope.history.lastVisit(customer.id, before: scope.monday)?.day
    else { return nil }
    let gap = cadence(of: customer, scope.planning).days ?? 14
    return 2 * (visit.day - last) < gap ? last : nil
}
