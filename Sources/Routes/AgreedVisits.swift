import Config
import Quantities
import Records

// Appointments, locks, must-visits and follow-ups of one customer in one week. A visit that must be on a day outside the
// working days keeps that day, so that the reason can name it.
extension CustomerVisits {
    /// Visits of the log and appointment lines, one a day; a line says more than the log.
    mutating func addAppointments() {
        var days: Set<Day> = []
        let lines = isPlanned ? wishes.meetings.filter { scope.calendar.contains($0.day) } : []
        for line in lines {
            var visit = plainVisit()
            visit.claim = .appointment
            visit.cause = .appointment
            visit.meeting = (line.day, line.window)
            visit.days = [line.day]
            visit.changes.append(line.change)
            if let minutes = line.minutes { (visit.visitMinutes, visit.minutesSource) = (minutes, .appointment) }
            visits.append(visit)
            days.insert(line.day)
        }
        for activity in scope.inputs.agreedVisits[customer.id] ?? []
        where scope.inputs.rep(of: activity, customer) == scope.rep.id {
            let day = scope.zone.day(of: activity.start)
            guard scope.calendar.contains(day), days.insert(day).inserted else { continue }
            var visit = plainVisit()
            visit.claim = .appointment
            visit.cause = .appointment
            if let minutes = activity.minutes {
                (visit.visitMinutes, visit.minutesSource) = (max(0, minutes), .appointment)
            }
            let start = scope.zone.timeOfDay(of: activity.start)
            visit.meeting = (day, TimeWindow(from: start, until: start + visit.visitMinutes))
            visit.days = [day]
            visits.append(visit)
        }
    }

    mutating func addLocks() {
        for lock in wishes.locks where scope.calendar.contains(lock.day) {
            if let index = visits.firstIndex(where: { $0.meeting?.day == lock.day }) {
                visits[index].changes.append(lock.change)
                continue
            }
            var visit = plainVisit()
            visit.claim = .must
            visit.cause = .requested
            visit.days = [lock.day]
            visit.lockedStart = lock.start
            visit.isLocked = true
            visit.changes.append(lock.change)
            visits.append(visit)
        }
    }

    mutating func addMusts() {
        for must in wishes.musts where must.days.overlaps(scope.monday...scope.sunday) {
            // Done, or planned in an earlier week of the plan.
            let isServed =
                scope.history.plannedDays(customer.id).contains { must.days.contains($0) }
                || scope.history.lastDone(customer.id).map {
                    must.days.lowerBound > .distantPast && must.days.contains($0)
                } ?? false
            guard !isServed else { continue }
            // One visit does for several lines, where there is a day that all of them allow.
            if let index = visits.firstIndex(where: { $0.days.contains(where: must.days.contains) }) {
                visits[index].days.removeAll { !must.days.contains($0) }
                visits[index].changes.append(must.change)
                continue
            }
            var visit = plainVisit()
            visit.claim = .must
            visit.cause = .requested
            visit.days = visit.days.filter(must.days.contains)
            if visit.days.isEmpty {
                visit.blocked = .notWorking(
                    from: max(must.days.lowerBound, scope.monday), until: min(must.days.upperBound, scope.sunday))
            }
            visit.changes.append(must.change)
            visits.append(visit)
        }
    }

    /// The most pressing open follow-up: any visit of the week will do for it.
    mutating func addFollowUp() {
        guard let followUp = openFollowUp() else { return }
        if visits.isEmpty {
            var visit = plainVisit()
            visit.claim = .must
            visits.append(visit)
            visits[0].cause = .followUp(followUp.id)
            visits[0].dueDay = followUp.due
        } else if visits[0].cause == .requested {
            visits[0].cause = .followUp(followUp.id)
        }
    }

    /// Highest priority, then earliest due, then id.
    private func openFollowUp() -> FollowUp? {
        // A visit that this plan makes shortly before it falls due, or later, sees to it: half a cadence, one to two weeks.
        let early = min(14, max(7, (cadence(of: customer, scope.planning).days ?? 0) / 2))
        // A visit made on the due day or later has had the chance to see to it: nobody drives there again for it alone. It stays
        // open in the customer's brief.
        let lastVisit = scope.book.lastVisit(to: customer.id).map { scope.book.day(of: $0) }
        return (scope.book.followUpsByCustomer[customer.id] ?? [])
            .filter { followUp in
                guard !followUp.isDone, let due = followUp.due, due <= scope.sunday else { return false }
                if let lastVisit, due <= lastVisit { return false }
                guard !scope.history.plannedDays(customer.id).contains(where: { $0 >= due - early }) else {
                    return false
                }
                guard let holder = followUp.repID, holder != scope.rep.id, wishes.movedTo == nil else { return true }
                return scope.book.repByID[holder].map { !$0.works(on: scope.book.asOf) } ?? true
            }
            .min {
                if $0.priority != $1.priority { return $0.priority > $1.priority }
                if $0.due != $1.due { return ($0.due ?? scope.sunday) < ($1.due ?? scope.sunday) }
                return $0.id < $1.id
            }
    }
}
