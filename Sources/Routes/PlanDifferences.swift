import Config
import Quantities
import Records

/// What has changed in one week between the published plan and this one: every published visit of the rep that is no longer
/// on its day at its time, and every visit that was not published. Empty for a week without a publication.
func weekDifferences(from scope: WeekScope, to week: PlannedWeek) -> [PlanDifference] {
    guard scope.inputs.isPublished(scope.rep.id, weekOf: scope.monday) else { return [] }
    var stops: [RecordID<Customer>: [(slot: PlanDifference.Slot, stop: Stop)]] = [:]
    for day in week.plan.days {
        for stop in day.stops {
            stops[stop.customerID, default: []].append((PlanDifference.Slot(day: day.day, start: stop.start), stop))
        }
    }
    var result: [PlanDifference] = []
    func add(
        _ id: RecordID<Customer>, _ before: PlanDifference.Slot?, _ after: PlanDifference.Slot?,
        _ reason: PlanDifference.Reason
    ) {
        result.append(
            PlanDifference(repID: scope.rep.id, customerID: id, before: before, after: after, reason: reason))
    }

    // Visits that stayed on their day first, so that the others of the same customer find what is left.
    var open: [PublishedVisit] = []
    for visit in scope.inputs.publishedByRep[scope.rep.id] ?? [] where scope.calendar.contains(visit.day) {
        guard let index = stops[visit.customerID]?.firstIndex(where: { $0.slot.day == visit.day }),
            let found = stops[visit.customerID]?.remove(at: index)
        else {
            open.append(visit)
            continue
        }
        let minutes = found.slot.start - visit.start
        guard minutes != 0 else { continue }
        let isAgreed = found.stop.reason.cause == .appointment || found.stop.reason.isLockedToTime
        add(
            visit.customerID, PlanDifference.Slot(day: visit.day, start: visit.start), found.slot,
            isAgreed ? (found.stop.reason.cause == .appointment ? .appointment : .lock) : .timeOnly(minutes: minutes))
    }
    for visit in open {
        let before = PlanDifference.Slot(day: visit.day, start: visit.start)
        let found = stops[visit.customerID].flatMap { $0.isEmpty ? nil : $0[0] }
        if found != nil { stops[visit.customerID]?.removeFirst() }
        let reason =
            week.forced[visit] ?? publishedObstacle(visit, scope)
            ?? (scope.planning.freezePublished ? .hours : .replanned)
        add(visit.customerID, before, found?.slot, reason)
    }
    for (id, added) in stops {
        for entry in added {
            let forced = week.forcedNew[VisitKey(customerID: id, number: entry.stop.visitNumber)]
            add(id, nil, entry.slot, forced ?? entry.stop.reason.addedReason(scope.planning.freezePublished))
        }
    }
    return result.sorted { left, right in
        func key(_ difference: PlanDifference) -> (Day, Int, String) {
            let slot = difference.before ?? difference.after
            return (slot?.day ?? scope.monday, slot?.start.minutes ?? 0, difference.customerID.text)
        }
        return key(left) < key(right)
    }
}

extension VisitReason {
    fileprivate var isLockedToTime: Bool {
        changes.contains { change in
            if case .lock(_, let start) = change.action { return start != nil }
            return false
        }
    }

    fileprivate func addedReason(_ isKept: Bool) -> PlanDifference.Reason {
        switch cause {
        case .appointment: .appointment
        case .followUp, .requested: .must
        case .cadence, .firstVisit, .published: isKept ? .refilled : .replanned
        }
    }
}
