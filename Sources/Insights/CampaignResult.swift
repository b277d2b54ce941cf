package import Quantities
package import Records

/// What can be seen of a campaign in the book.
package struct CampaignResult: Sendable, Hashable {
    package var campaignID: RecordID<Campaign>
    package var addressed: Int
    package var responded: Int
    /// Won by customers of responding contacts within 90 days of the campaign's start: a coincidence in time, not a cause.
    package var wonAfter: Money
    package var wonAfterCount: Int

    package init(
        campaignID: RecordID<Campaign>, addressed: Int, responded: Int, wonAfter: Money, wonAfterCount: Int
    ) {
        self.campaignID = campaignID
        self.addressed = addressed
        self.responded = responded
        self.wonAfter = wonAfter
        self.wonAfterCount = wonAfterCount
    }
}
