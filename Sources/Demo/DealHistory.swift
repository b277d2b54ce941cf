import Config
import Quantities
import Records

/// Deals from creation to their end or to today, with every change on the way.
struct DealHistory {
    private let world: DemoWorld
    private var random: SeededRandom
    private(set) var opportunities: [Opportunity] = []

    static let openStages = StageSetting.usual.filter { $0.outcome == .open }.map(\.name)
    static let sources = ["Existing customer", "Web", "Phone Inquiry", "Partner Referral", "Trade fair", "Other"]

    init(world: DemoWorld) {
        self.world = world
        random = world.stream("deals")
    }

    mutating func make() -> [Opportunity] {
        for customer in world.customers {
            // A deal asks for the time in which the customer was known.
            let span = world.timeline.ending - customer.known
            let share = Double(span) / Double(world.timeline.ending - world.timeline.start)
            let expected = 3.05 * share * (0.55 + 0.45 * min(2, customer.size))
            var count = Int(expected) + (random.chance(expected - Double(Int(expected))) ? 1 : 0)
            if random.chance(0.3) { count += random.pick([-1, 1]) }
            for _ in 0..<max(0, count) where span > 3 { add(to: customer, span: span) }
        }
        return opportunities
    }

    private mutating func add(to customer: DemoCustomer, span: Int) {
        var day = world.timeline.workday(onOrAfter: customer.known + random.whole(0...span - 1))
        // Nobody asks for a machine in the holidays.
        if [8, 12].contains(day.parts.month), random.chance(0.5) {
            day = world.timeline.workday(onOrAfter: customer.known + random.whole(0...span - 1))
        }
        guard day <= world.timeline.ending else { return }
        let rep = customer.rep(on: day)
        let slot = RepSlot.all[rep]
        let drawn = customer.trade.deal * (0.5 + 0.5 * customer.size) * random.tail()
        // Nobody here buys for hundreds of thousands.
        let amount = ((drawn > 40_000 ? 40_000 + (drawn - 40_000) * 0.25 : drawn) / 50).rounded() * 50
        let chance =
            slot.winning + customer.trade.winning + (amount > 15_000 ? -0.12 : amount < 2_500 ? 0.06 : 0)
            + (customer.record.isProspect ? -0.2 : 0)
        // A prospect that won would be a customer by now.
        let isWon = random.chance(chance) && !customer.record.isProspect
        let cycle = random.between(24, 80) * (amount > 15_000 ? 1.5 : 1) * (rep == RepSlot.laggard ? 1.25 : 1)
        var course = DealCourse(
            world: world, customer: customer, created: day, amount: max(150, amount), isWon: isWon, cycle: cycle)
        let product = random.pick(customer.trade.products)
        let id = RecordID<Opportunity>("demo:deal-\(zeroPadded(opportunities.count + 1, 4))")
        let changes = course.run(id: id, &random)
        guard let opportunity = opportunity(id, customer, product, changes) else { return }
        opportunities.append(opportunity)
    }

    private mutating func opportunity(
        _ id: RecordID<Opportunity>, _ customer: DemoCustomer, _ product: String, _ changes: [OpportunityChange]
    ) -> Opportunity? {
        let isNew = customer.record.isProspect
        let source =
            isNew
            ? random.pick(Array(DealHistory.sources.dropFirst()))
            : DealHistory.sources[random.index(weights: [0.62, 0.1, 0.1, 0.06, 0.08, 0.04])]
        return Opportunity(
            id: id, customerID: customer.record.id,
            name: "\(product.prefix(1).uppercased() + product.dropFirst()) for \(customer.record.name)",
            type: isNew ? "New Business" : random.pick(["Existing Business", "Replacement", "Upgrade"]),
            leadSource: source, changes: changes)
    }
}

extension Opportunity {
    /// As it stands after its last change; nil without any.
    init?(
        id: RecordID<Opportunity>, customerID: RecordID<Customer>, name: String, type: String?, leadSource: String?,
        changes: [OpportunityChange]
    ) {
        guard let first = changes.first, let last = changes.last else { return nil }
        self.init(
            id: id, customerID: customerID, name: name, type: type, leadSource: leadSource, created: first.at,
            ownerID: last.ownerID, stage: last.stage, outcome: last.outcome, amount: last.amount,
            closeDay: last.closeDay, closed: last.outcome == .open ? nil : last.at, changes: changes)
    }
}
