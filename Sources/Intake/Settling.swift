import Quantities
import Records

extension ImportDraft {
    /// Joins what belongs together once all files are read: histories with their opportunities, members with their
    /// campaigns, and what has happened by the end of `today` with what is still planned.
    mutating func settle(today: Day, context: ReadingContext) {
        let end = context.zone.instant(today + 1)
        let customers = Set(contents.customers.map(\.id))
        contents.activities = contents.activities.map { activity in
            var activity = activity
            if undecided.contains(activity.id) { activity.state = activity.start < end ? .done : .planned }
            if activity.customerID == nil { activity.customerID = regarded(activity.id.text, customers) }
            return activity
        }
        contents.followUps = contents.followUps.map { followUp in
            var followUp = followUp
            if followUp.customerID == nil { followUp.customerID = regarded(followUp.id.text, customers) }
            return followUp
        }
        let dealOwners = Dictionary(
            contents.opportunities.map { ($0.id.text, $0.customerID) }, uniquingKeysWith: { first, _ in first })
        contents.activities = contents.activities.map { activity in
            var activity = activity
            if activity.customerID == nil, let deal = regarding[activity.id.text] {
                activity.customerID = dealOwners[deal] ?? nil
            }
            return activity
        }
        contents.opportunities = contents.opportunities.map { joined($0, today: today, context: context) }
        contents.campaigns = contents.campaigns.map { campaign in
            var campaign = campaign
            campaign.members = (members[campaign.id] ?? []).sorted { $0.id < $1.id }
            return campaign
        }
    }

    private func regarded(_ record: String, _ customers: Set<RecordID<Customer>>) -> RecordID<Customer>? {
        regarding[record].map { RecordID<Customer>($0) }.flatMap { customers.contains($0) ? $0 : nil }
    }

    /// The history in order of time. Where its last row is not what the opportunity's own row says, the row is the
    /// newest change, at the time that it says it was last touched.
    private func joined(_ opportunity: Opportunity, today: Day, context: ReadingContext) -> Opportunity {
        var deal = opportunity
        var history = (changes[deal.id] ?? []).sorted { ($0.at, $0.id) < ($1.at, $1.id) }
        for index in history.indices where history[index].ownerID == nil { history[index].ownerID = deal.ownerID }
        func change(_ suffix: String, at: Instant) -> OpportunityChange {
            OpportunityChange(
                id: RecordID(deal.id.text + suffix), at: at, stage: deal.stage, outcome: deal.outcome,
                amount: deal.amount, closeDay: deal.closeDay, ownerID: deal.ownerID)
        }
        if let last = history.last {
            let agrees =
                last.stage == deal.stage && last.amount == deal.amount && last.closeDay == deal.closeDay
                && last.outcome == deal.outcome
            if !agrees {
                let touched = lastTouched[deal.id] ?? last.at
                history.append(change("#row", at: max(touched, last.at)))
            }
        } else {
            history = [change("#created", at: deal.created)]
            if deal.outcome != .open, let touched = lastTouched[deal.id], touched > deal.created {
                history.append(change("#closed", at: touched))
            }
        }
        deal.changes = history
        deal.closed = nil
        if deal.outcome != .open {
            for change in history.reversed() {
                guard change.outcome == deal.outcome else { break }
                deal.closed = change.at
            }
        }
        return deal
    }
}
