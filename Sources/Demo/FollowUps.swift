import Quantities
import Records

/// Promises: kept ones, some that are late, and those of the coming weeks.
func makeFollowUps(world: DemoWorld, opportunities: [Opportunity]) -> [FollowUp] {
    var random = world.stream("follow-ups")
    let timeline = world.timeline
    let index = world.customerIndex
    let subjects = [
        "Send the offer", "Call about the quote", "Bring samples", "Arrange the technician", "Ask about the decision",
        "Send the data sheet", "Check the stock", "Agree on a date for the demo", "Clear up the invoice",
    ]
    var followUps: [FollowUp] = []
    func add(_ customer: DemoCustomer, due: Day, created: Day, isDone: Bool, _ priority: Priority) {
        let made = timeline.workday(onOrAfter: created)
        followUps.append(
            FollowUp(
                id: RecordID("demo:follow-up-\(zeroPadded(followUps.count + 1, 4))"),
                customerID: customer.record.id, repID: world.reps[customer.rep(on: timeline.ending)].id,
                subject: random.pick(subjects), due: max(due, made), priority: priority, isDone: isDone,
                created: timeline.instant(made, 9 * 60 + random.whole(0...480))))
    }
    // Behind two thirds of the open deals stands a next step.
    for deal in opportunities where deal.outcome == .open && random.chance(0.62) {
        guard let customer = deal.customerID.flatMap({ index[$0] }).map({ world.customers[$0] }) else { continue }
        let laggard = customer.rep(on: timeline.ending) == RepSlot.laggard
        let isLate = random.chance(laggard ? 0.45 : 0.12)
        let due = timeline.workday(
            onOrAfter: isLate ? timeline.ending - random.whole(3...24) : timeline.planMonday + random.whole(0...18))
        let dealDay = timeline.zone.day(of: deal.created)
        add(
            customer, due: max(due, dealDay + 1), created: max(dealDay, timeline.ending - random.whole(26...40)),
            isDone: false, (deal.amount?.amount ?? 0) > 9000 ? .high : .medium)
    }
    for customer in world.customers where customer.record.isActive && random.chance(0.4) {
        let room = timeline.ending - customer.known - 12
        guard room > 0 else { continue }
        let made = customer.known + random.whole(0...room)
        add(customer, due: timeline.workday(onOrAfter: made + random.whole(2...9)), created: made, isDone: true, .low)
    }
    return followUps
}
