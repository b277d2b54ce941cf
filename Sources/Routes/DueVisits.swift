import Config
import Quantities
import Records

/// What decides who is due in one week of one rep.
struct WeekScope {
    var rep: Rep
    var book: SalesBook
    var planning: PlanningSettings
    var inputs: ResolvedPlanInputs
    var history: VisitHistory
    var calendar: WeekCalendar

    /// A week on its own: nothing is planned before it.
    init(
        of rep: Rep, from monday: Day, in book: SalesBook, planning: PlanningSettings, inputs: ResolvedPlanInputs,
        history: VisitHistory? = nil
    ) {
        self.rep = rep
        self.book = book
        self.planning = planning
        self.inputs = inputs
        self.history = history ?? VisitHistory(of: rep.id, from: monday, in: book, inputs: inputs)
        calendar = WeekCalendar(of: rep, from: monday, planning: planning, inputs: inputs)
    }

    var monday: Day { calendar.monday }
    var sunday: Day { calendar.sunday }
    var zone: Zone { rep.zone ?? book.zone }
    /// True when the week's days were published for the rep and have to stay.
    var isKept: Bool { planning.freezePublished && inputs.isPublished(rep.id, weekOf: monday) }
}

/// The visits that are due in the week, by customer id and number.
///
/// - Appointments: visits of the log that are planned in the week, by the rep or (where the log names nobody) by the
///   owner, and appointment lines; one a day and customer.
/// - Locks and must-visits of change lines; follow-ups that are open and due by the week's Sunday, also those left by a rep who
///   is gone.
/// - Cadence: active customers that the rep plans who have reached `dueShare` of their cadence by Friday, or were never
///   visited. A cadence below five days may bring two of them.
/// - Published visits of the week that nothing makes due any more, where published days are kept.
///
/// No cadence visit is less than half a cadence away from the visit before, done or planned, or from an agreed one
/// after. One with `blocked` is due but can't be planned. O(n log n) in the rep's customers.
func dueVisits(_ scope: WeekScope) -> [Candidate] {
    let id = scope.rep.id
    let owned = (scope.book.customersByRep[id] ?? []).filter { scope.inputs.planner(of: $0) == id }
    let others = Set(scope.inputs.takenOver[id] ?? []).union(scope.inputs.agreedByRep[id] ?? [])
        .union(scope.isKept ? (scope.inputs.publishedByRep[id] ?? []).map(\.customerID) : [])
        .subtracting(owned.map(\.id))
    let guests = others.sorted().compactMap { scope.book.customerByID[$0] }
    return (owned + guests).sorted { $0.id < $1.id }.flatMap { customer in
        var visits = CustomerVisits(of: customer, scope)
        visits.gather()
        return visits.finished()
    }
}

/// Gathers the visits to one customer in one week.
struct CustomerVisits {
    let customer: Customer
    let scope: WeekScope
    let wishes: CustomerWishes
    /// False for a customer of another rep, to whom this rep has an appointment only.
    let isPlanned: Bool
    var visits: [Candidate] = []

    init(of customer: Customer, _ scope: WeekScope) {
        self.customer = customer
        self.scope = scope
        isPlanned = scope.inputs.planner(of: customer) == scope.rep.id
        wishes = scope.inputs.wishes[customer.id] ?? CustomerWishes()
    }

    /// A visit on any working day, with everything about the customer that is the same for all its visits.
    func plainVisit() -> Candidate {
        var visit = Candidate(customer: customer, monday: scope.monday, days: scope.calendar.days)
        let last = scope.history.lastVisit(customer.id, before: scope.monday)
        visit.lastVisit = last?.day
        visit.isLastVisitPlanned = last?.isPlanned ?? false
        (visit.cadenceDays, visit.cadenceSource) = cadence(of: customer, scope.planning)
        (visit.visitMinutes, visit.minutesSource) = scope.inputs.learnt.minutes(
            for: customer, planning: scope.planning)
        if let move = wishes.move { visit.changes = [move] }
        return visit
    }

    mutating func gather() {
        addAppointments()
        guard isPlanned, customer.isActive else { return }
        addLocks()
        addMusts()
        addFollowUp()
        addCadence()
        if scope.isKept { addPublished() }
    }

    /// The visits with their days barred by closures and skips, worth and numbers fixed.
    func finished() -> [Candidate] {
        var result = visits.map { barred($0) }
        for index in result.indices where result[index].worthByDay.isEmpty {
            result[index].settle(lastVisit: result[index].lastVisit, scope.planning.worth)
        }
        let order = result.indices.sorted {
            (result[$0].days.first ?? scope.sunday, $0) < (result[$1].days.first ?? scope.sunday, $1)
        }
        for (number, index) in order.enumerated() { result[index].number = number + 1 }
        return order.map { result[$0] }
    }

    private func barred(_ visit: Candidate) -> Candidate {
        var visit = visit
        guard visit.blocked == nil else { return visit }
        guard let first = visit.days.first, let last = visit.days.last else {
            let wanted = visit.meeting?.day
            visit.blocked = .notWorking(from: wanted ?? scope.monday, until: wanted ?? scope.sunday)
            return visit
        }
        let working = visit.days.filter(scope.calendar.days.contains)
        let unskipped = working.filter { !wishes.isSkipped(on: $0) }
        let open = unskipped.filter { !wishes.isClosed(on: $0) }
        if let skip = wishes.skip, unskipped.count < working.count { visit.changes.append(skip.change) }
        visit.changes += wishes.closures
            .filter { closure in unskipped.contains { closure.days.contains($0) } }.map(\.change)
        visit.days = open
        if working.isEmpty {
            visit.blocked = .notWorking(from: first, until: last)
        } else if unskipped.isEmpty, let skip = wishes.skip {
            visit.blocked = .skipped(until: skip.until)
        } else if open.isEmpty {
            let until = wishes.closures.filter { closure in unskipped.contains { closure.days.contains($0) } }
                .map(\.days.upperBound).max()
            visit.blocked = .closedOnDates(until: until ?? last)
        }
        return visit
    }
}

/// Days between visits, and where they come from; 0 or less is none.
func cadence(of customer: Customer, _ planning: PlanningSettings) -> (days: Int?, source: CadenceSource) {
    let (days, source): (Int?, CadenceSource) =
        if let own = customer.cadenceDays {
            (own, .customer)
        } else if let ofPriority = planning.cadenceByPriority[customer.priority] {
            (ofPriority, .priority(customer.priority))
        } else {
            (planning.cadenceDays, .standard)
        }
    guard let days, days > 0 else { return (nil, .none) }
    return (days, source)
}
