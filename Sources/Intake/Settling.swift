import Config
import Diagnostics
import Quantities
import Records

extension ImportDraft {
    /// Joins what belongs together once all files are read: histories with their opportunities, members with their
    /// campaigns, activities with the customers of what they speak of, and what has happened by the end of `today`
    /// with what is still planned.
    mutating func settle(today: Day, context: ReadingContext) {
        let end = context.zone.instant(today + 1)
        for index in contents.activities.indices where undecided.contains(contents.activities[index].id) {
            let start = contents.activities[index].start
            contents.activities[index].state = start < end && start <= context.at ? .done : .planned
        }
        findCustomers()
        for index in contents.opportunities.indices { settleOpportunity(at: index, context: context) }
        for index in contents.campaigns.indices {
            contents.campaigns[index].members = (members[contents.campaigns[index].id] ?? []).sorted { $0.id < $1.id }
        }
    }

    /// A record that names no customer belongs to the one that it speaks of: a customer itself, or that of a deal, a
    /// case or a contact.
    private mutating func findCustomers() {
        var customers = Dictionary(
            contents.contacts.map { ($0.id.text, $0.customerID) }, uniquingKeysWith: { first, _ in first })
        for item in contents.serviceCases { customers[item.id.text] = .some(item.customerID) }
        for item in contents.opportunities { customers[item.id.text] = .some(item.customerID) }
        for item in contents.customers { customers[item.id.text] = .some(item.id) }
        let campaigns = Set(contents.campaigns.map(\.id.text))
        func customer(of kind: String, _ id: String, contact: RecordID<Contact>?) -> RecordID<Customer>? {
            let subject = regarding["\(kind) \(id)"]
            if let subject, let found = customers[subject] ?? nil { return found }
            if let contact, let found = customers[contact.text] ?? nil { return found }
            if let subject, !campaigns.contains(subject), customers[subject] == nil {
                report(
                    .note, "\(kind).unknown-regarding", "it speaks of a record that the export does not hold",
                    record: id, field: "\(kind).regarding", value: subject,
                    hint: "export that record too, or the customer of this one")
            }
            return nil
        }
        for index in contents.activities.indices where contents.activities[index].customerID == nil {
            let activity = contents.activities[index]
            let kind = fromFollowUps.contains(activity.id) ? "follow_up" : "activity"
            // The follow-up tells it for both.
            if kind == "follow_up", customers[regarding["\(kind) \(activity.id.text)"] ?? ""] == nil { continue }
            contents.activities[index].customerID = customer(
                of: kind, activity.id.text, contact: activity.contactID)
        }
        for index in contents.followUps.indices where contents.followUps[index].customerID == nil {
            contents.followUps[index].customerID = customer(
                of: "follow_up", contents.followUps[index].id.text, contact: nil)
        }
    }

    private mutating func settleOpportunity(at index: Int, context: ReadingContext) {
        var deal = contents.opportunities[index]
        var history = (changes[deal.id] ?? []).sorted { ($0.at, $0.id) < ($1.at, $1.id) }
        for index in history.indices {
            if history[index].ownerID == nil { history[index].ownerID = deal.ownerID }
            // What the row says of a stage that the config does not know holds for its history as well.
            if let outcome = statedOutcomes[deal.id], history[index].stage == deal.stage {
                history[index].outcome = outcome
            }
        }
        if withoutCreation.contains(deal.id) {
            deal.created =
                history.first?.at ?? lastTouched[deal.id] ?? deal.closeDay.map { context.zone.instant($0) }
                ?? deal.created
        }
        deal.changes = history.isEmpty ? supposedHistory(of: deal, context) : history + correction(of: deal, history)
        deal.closed = nil
        if deal.outcome != .open {
            deal.closed = deal.changes.reversed().prefix { $0.outcome == deal.outcome }.last?.at
        }
        contents.opportunities[index] = deal
    }

    /// Where the history's last row is not what the opportunity's own row says, the row is the newest change, at the
    /// time that it says it was last touched.
    private func correction(of deal: Opportunity, _ history: [OpportunityChange]) -> [OpportunityChange] {
        guard let last = history.last else { return [] }
        let agrees =
            last.stage == deal.stage && last.amount == deal.amount && last.closeDay == deal.closeDay
            && last.outcome == deal.outcome
        return agrees ? [] : [change("#row", of: deal, at: max(lastTouched[deal.id] ?? last.at, last.at))]
    }

    /// A deal without history was created; when it is closed, it was created in the first open stage of the config and
    /// closed when it was last touched, else on its close day.
    private mutating func supposedHistory(of deal: Opportunity, _ context: ReadingContext) -> [OpportunityChange] {
        tallySupposed(deal)
        var creation = change("#created", of: deal, at: deal.created)
        guard deal.outcome != .open else { return [creation] }
        let closed = lastTouched[deal.id] ?? deal.closeDay.map { context.zone.instant($0, TimeOfDay(12, 0)) }
        guard let closed, closed > deal.created else { return [creation] }
        if let first = context.stages.first(where: { $0.outcome == .open }) {
            creation.stage = first.name
            creation.outcome = .open
        }
        return [creation, change("#closed", of: deal, at: closed)]
    }

    private mutating func tallySupposed(_ deal: Opportunity) {
        guard kindsRead.contains("opportunity_change") else { return }
        let place = place(of: deal.id.text, field: "opportunity.id")
        tally(
            Problem(
                .note, "opportunity.no-history", "an opportunity has no history; its row stands in", at: place,
                value: deal.id.text, hint: "export the whole history if there is one"), record: deal.id.text)
    }

    private func change(_ suffix: String, of deal: Opportunity, at: Instant) -> OpportunityChange {
        OpportunityChange(
            id: RecordID(deal.id.text + suffix), at: at, stage: deal.stage, outcome: deal.outcome,
            amount: deal.amount, closeDay: deal.closeDay, ownerID: deal.ownerID)
    }
}
