import Quantities
import Records

/// What happened lately, on purpose: the things that a Monday report should find.
struct Story: Sendable {
    /// Two deals whose close day moved a month in the report week.
    var slipped: [RecordID<Opportunity>] = []
    /// Won in the report week.
    var win = RecordID<Opportunity>("")
    /// Complained three times within four weeks.
    var complainer = RecordID<Customer>("")

    /// Writes the story into the deals and cases.
    init(world: DemoWorld, opportunities: inout [Opportunity], cases: inout [ServiceCase]) {
        var used: Set<RecordID<Customer>> = []
        func big(_ rep: Int) -> DemoCustomer {
            let candidates = world.customers.filter {
                $0.rep(on: world.timeline.ending) == rep && $0.owners.count == 1 && $0.sellsOrders
                    && $0.record.isActive && $0.record.place != nil && $0.record.openingHours != nil
                    && $0.record.cadenceDays != nil && $0.quietFrom == nil && $0.known == world.timeline.start
                    && !used.contains($0.record.id)
            }
            let hotels = candidates.filter { $0.trade.industry == "Hotels" }
            let chosen = (hotels.isEmpty ? candidates : hotels).max {
                ($0.size, $1.record.id) < ($1.size, $0.record.id)
            }!
            used.insert(chosen.record.id)
            return chosen
        }
        let timeline = world.timeline
        let promised = timeline.ending.lastOfMonth
        let moved = promised.addingMonths(1) - 8
        for (rep, amount, product) in [
            (3, 41_200.0, "Rack dishwasher line with osmosis unit"), (5, 27_600.0, "Kitchen renewal, washing area"),
        ] {
            let day = timeline.reportDay(rep == 3 ? .tuesday : .wednesday)
            let steps: [(Int, Int, Double, Day)] = [
                (118, 0, amount * 0.9, promised - 30), (93, 2, amount * 0.9, promised - 30),
                (61, 4, amount, promised), (24, 6, amount, promised),
                (timeline.ending - day, 6, amount, moved),
            ]
            let deal = Story.deal(opportunities.count + 1, big(rep), product, steps, won: nil, world)
            slipped.append(deal.id)
            opportunities.append(deal)
        }
        let winner = Story.deal(
            opportunities.count + 1, big(6), "Breakfast coffee bars",
            [
                (170, 0, 64_000, promised - 60), (131, 2, 71_500, promised - 30), (96, 5, 71_500, promised - 30),
                (58, 6, 82_000, promised), (17, 7, 86_400, promised),
            ], won: timeline.reportDay(.thursday), world)
        win = winner.id
        opportunities.append(winner)
        let unhappy = big(8)
        complainer = unhappy.record.id
        cases += Story.complaints(by: unhappy, number: cases.count, timeline)
    }

    /// A deal that goes through `steps` (days before the ending, stage, amount, close day).
    private static func deal(
        _ number: Int, _ customer: DemoCustomer, _ name: String, _ steps: [(Int, Int, Double, Day)], won: Day?,
        _ world: DemoWorld
    ) -> Opportunity {
        let id = RecordID<Opportunity>("demo:deal-\(zeroPadded(number, 4))")
        let owner = world.reps[customer.rep(on: world.timeline.ending)].id
        var changes = steps.enumerated().map { index, step in
            OpportunityChange(
                id: RecordID("\(id.text)-\(zeroPadded(index + 1, 2))"),
                at: world.timeline.instant(world.timeline.workday(onOrBefore: world.timeline.ending - step.0), 620),
                stage: DealHistory.openStages[step.1], outcome: .open, amount: euros(step.2), closeDay: step.3,
                ownerID: owner)
        }
        if let won, let last = changes.last {
            changes.append(
                OpportunityChange(
                    id: RecordID("\(id.text)-\(zeroPadded(changes.count + 1, 2))"),
                    at: world.timeline.instant(won, 915),
                    stage: "Closed Won", outcome: .won, amount: last.amount, closeDay: won, ownerID: owner))
        }
        return Opportunity(
            id: id, customerID: customer.record.id, name: "\(name) for \(customer.record.name)",
            type: "Existing Business",
            leadSource: "Existing customer", changes: changes)!
    }

    private static func complaints(by customer: DemoCustomer, number: Int, _ timeline: Timeline) -> [ServiceCase] {
        let entries: [(ago: Int, subject: String, status: String, closedAfter: Int?)] = [
            (23, "Machine leaks", "Closed", 4), (11, "Machine leaks again", "Escalated", nil),
            (2, "Technician came without the part", "New", nil),
        ]
        return entries.enumerated().map { index, entry in
            let day = timeline.workday(onOrBefore: timeline.ending - entry.ago)
            return ServiceCase(
                id: RecordID("demo:case-\(zeroPadded(number + index + 1, 4))"), customerID: customer.record.id,
                subject: entry.subject, status: entry.status, opened: timeline.instant(day, 505),
                closed: entry.closedAfter.map { timeline.instant(timeline.workday(onOrAfter: day + $0), 980) },
                satisfaction: entry.closedAfter == nil ? nil : 1)
        }
    }
}
