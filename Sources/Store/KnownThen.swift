import Quantities
import Records

/// What was known of each kind of record at one moment: the last second of the as-of day.
struct KnownThen {
    var end: Instant
    var day: Day

    /// Reps are always seen: `works(on:)` asks for a day. Who left later had not been switched off yet.
    func rep(_ rep: Rep) -> Rep {
        var rep = rep
        if let left = rep.left, left >= day { rep.isActive = true }
        return rep
    }

    func isCustomerSeen(_ customer: Customer) -> Bool { isPast(customer.created) }
    func isLeadSeen(_ lead: Lead) -> Bool { isPast(lead.created) }

    /// Contacts have no moment of their own: they are as old as their customer. One whose customer is in no export
    /// is seen.
    func contacts(_ contacts: [Contact], of customers: [Customer]) -> [Contact] {
        let hidden = Set(customers.filter { !isCustomerSeen($0) }.map(\.id))
        return contacts.filter { contact in !(contact.customerID.map(hidden.contains) ?? false) }
    }

    /// Stage, amount, close day, outcome and owner are those of the last change; nil when there was no change yet.
    func opportunity(_ row: OpportunityRow, changes: [OpportunityChange]) -> Opportunity? {
        let changes = changes.filter { $0.at <= end }.sorted { ($0.at, $0.id) < ($1.at, $1.id) }
        guard row.created <= end, let last = changes.last else { return nil }
        let closed = last.outcome == .open ? nil : closing(changes, as: last.outcome)
        return Opportunity(
            id: row.id, customerID: row.customerID, name: row.name, type: row.type, leadSource: row.leadSource,
            created: row.created, ownerID: last.ownerID ?? row.ownerID, stage: last.stage, outcome: last.outcome,
            amount: last.amount, closeDay: last.closeDay, closed: closed, changes: changes)
    }

    /// When it got the outcome that it still had: later changes of a closed one do not close it again.
    private func closing(_ changes: [OpportunityChange], as outcome: Opportunity.Outcome) -> Instant? {
        var moment: Instant?
        for change in changes.reversed() {
            guard change.outcome == outcome else { break }
            moment = change.at
        }
        return moment
    }

    /// The future holds only what is planned.
    func isActivitySeen(_ activity: Activity) -> Bool { activity.start <= end || activity.state == .planned }

    /// Open when it was done later; one that is done at an unknown moment counts as done.
    func followUp(_ followUp: FollowUp) -> FollowUp? {
        guard isPast(followUp.created) else { return nil }
        var followUp = followUp
        if !isPast(followUp.completed) {
            followUp.isDone = false
            followUp.completed = nil
        }
        return followUp
    }

    /// Open when it was closed later; status and satisfaction are then those of an open one.
    func serviceCase(_ serviceCase: ServiceCase) -> ServiceCase? {
        guard serviceCase.opened <= end else { return nil }
        var serviceCase = serviceCase
        if !isPast(serviceCase.closed) {
            serviceCase.closed = nil
            serviceCase.status = "Open"
            serviceCase.satisfaction = nil
        }
        return serviceCase
    }

    func isCampaignSeen(_ campaign: Campaign) -> Bool { campaign.start.map { $0 <= day } ?? true }

    /// What has no moment has always been known.
    private func isPast(_ instant: Instant?) -> Bool { instant.map { $0 <= end } ?? true }
}
