import Quantities
import Records

/// Campaigns, newest first. A person who is a member twice counts once.
func campaignResults(_ book: SalesBook) -> [CampaignResult] {
    let customerOfContact = Dictionary(
        book.contacts.compactMap { contact in contact.customerID.map { (contact.id, $0) } },
        uniquingKeysWith: { first, _ in first })
    return
        book.campaigns
        .sorted { left, right in
            left.start == right.start ? left.id < right.id : (left.start.map { $0 > right.start ?? $0 - 1 } ?? false)
        }
        .map { campaign in
            let responded = campaign.members.filter(\.hasResponded)
            let customers = Set(responded.compactMap { $0.contactID.flatMap { customerOfContact[$0] } }).sorted()
            let won = customers.flatMap { book.wonDeals(of: $0, within: 90, of: campaign.start) }
            let amounts = won.compactMap(\.amount).filter { $0.currency == book.currency }
            return CampaignResult(
                campaignID: campaign.id, addressed: Set(campaign.members.map(\.person)).count,
                responded: Set(responded.map(\.person)).count,
                wonAfter: Money(minorUnits: amounts.reduce(0) { $0 + $1.minorUnits }, currency: book.currency),
                wonAfterCount: won.count)
        }
}

extension SalesBook {
    /// Deals won from `start` on and at most `days` days later; none without a start.
    fileprivate func wonDeals(
        of customer: RecordID<Customer>, within days: Int, of start: Day?
    ) -> [Opportunity] {
        guard let start else { return [] }
        return (opportunitiesByCustomer[customer] ?? []).filter { opportunity in
            guard opportunity.outcome == .won, let closed = opportunity.closed else { return false }
            return (start...(start + days)).contains(zone.day(of: closed))
        }
    }
}

extension CampaignMember {
    /// Who it is: the contact or lead, else the membership itself.
    fileprivate var person: String { contactID?.text ?? leadID?.text ?? id.text }
}
