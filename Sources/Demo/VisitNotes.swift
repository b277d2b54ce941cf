import Quantities
import Records

/// What a rep writes down after a visit: an outcome, and often a sentence or two in their own words.
struct VisitNotes {
    private let world: DemoWorld
    private var random: SeededRandom
    private var count = 0

    init(world: DemoWorld) {
        self.world = world
        random = world.stream("visit-notes")
    }

    static let outcomes = [
        "Order placed", "No order", "Offer requested", "Demo agreed", "Information", "Complaint taken", "Nobody there",
    ]

    /// `lateness` is the days since the last visit over the cadence: late reps meet less patience.
    mutating func visit(
        customer: DemoCustomer, rep: Int, day: Day, start: Int, minutes: Int, lateness: Double
    ) -> Activity {
        count += 1
        let isQuiet = customer.quietFrom.map { $0 <= day } ?? false
        let weights =
            customer.record.isProspect
            ? [0, 0.35, 0.2, 0.12, 0.25, 0, 0.08]
            : [isQuiet ? 0.02 : 0.46, isQuiet ? 0.6 : 0.18, 0.09, 0.05, 0.12, lateness > 1.4 ? 0.1 : 0.04, 0.06]
        let outcome = VisitNotes.outcomes[random.index(weights: weights)]
        let contacts = world.contacts[customer.record.id] ?? []
        let contact = contacts.isEmpty || outcome == "Nobody there" ? nil : random.pick(contacts)
        let isWritten = outcome == "Complaint taken" || random.chance(0.55)
        return Activity(
            id: RecordID("demo:visit-\(zeroPadded(count, 5))"), category: .visit,
            customerID: customer.record.id, contactID: random.chance(0.75) ? contact?.id : nil,
            repID: world.reps[rep].id, start: world.timeline.instant(day, start),
            minutes: outcome == "Nobody there" ? 10 : random.chance(0.97) ? minutes : nil,
            subject: customer.record.isProspect ? "First talks" : "Visit", outcome: outcome,
            notes: isWritten ? sentence(outcome, customer, contact) : nil)
    }

    private mutating func sentence(_ outcome: String, _ customer: DemoCustomer, _ contact: Contact?) -> String {
        var text = random.pick(NoteTemplates.byOutcome[outcome] ?? NoteTemplates.general)
        if random.chance(0.22), outcome != "Nobody there" { text += " " + random.pick(NoteTemplates.general) }
        return fill(text, customer, contact)
    }

    private mutating func fill(_ text: String, _ customer: DemoCustomer, _ contact: Contact?) -> String {
        let first = contact?.name.split(separator: " ").first.map(String.init) ?? "the owner"
        let filled =
            text
            .replacing("{who}", with: first)
            .replacing("{product}", with: random.pick(customer.trade.products))
            .replacing("{number}", with: String(random.whole(2...12)))
            .replacing("{goods}", with: random.pick(NoteTemplates.goods))
            .replacing("{month}", with: random.pick(NoteTemplates.months))
            .replacing("{weekday}", with: random.pick(NoteTemplates.weekdays))
            .replacing("{town}", with: customer.town.name)
        return filled.prefix(1).uppercased() + filled.dropFirst()
    }
}
