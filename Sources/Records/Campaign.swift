package import Quantities

/// A marketing action with those it addressed.
package struct Campaign: Identified, Hashable {
    package var id: RecordID<Campaign>
    package var name: String
    package var type: String?
    package var status: String?
    package var start: Day?
    package var end: Day?
    package var cost: Money?
    package var members: [CampaignMember]

    package init(
        id: RecordID<Campaign>, name: String, type: String? = nil, status: String? = nil, start: Day? = nil,
        end: Day? = nil, cost: Money? = nil, members: [CampaignMember] = []
    ) {
        self.id = id
        self.name = name
        self.type = type
        self.status = status
        self.start = start
        self.end = end
        self.cost = cost
        self.members = members
    }
}

package struct CampaignMember: Identified, Hashable {
    package var id: RecordID<CampaignMember>
    package var contactID: RecordID<Contact>?
    package var leadID: RecordID<Lead>?
    package var status: String?
    package var hasResponded: Bool

    package init(
        id: RecordID<CampaignMember>, contactID: RecordID<Contact>? = nil, leadID: RecordID<Lead>? = nil,
        status: String? = nil, hasResponded: Bool = false
    ) {
        self.id = id
        self.contactID = contactID
        self.leadID = leadID
        self.status = status
        self.hasResponded = hasResponded
    }
}
