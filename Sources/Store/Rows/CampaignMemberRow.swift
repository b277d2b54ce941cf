import Records

/// A member with the campaign that it belongs to.
struct CampaignMemberRow: StoredRecord {
    static let kind = RecordKind.campaignMember
    static let columns = ["campaign_id", "contact_id", "lead_id", "status", "has_responded"]

    var campaignID: RecordID<Campaign>
    var member: CampaignMember

    var rowID: String { member.id.text }

    init(campaignID: RecordID<Campaign>, member: CampaignMember) {
        self.campaignID = campaignID
        self.member = member
    }

    func write(to cells: inout CellWriter) {
        cells.id(campaignID)
        cells.id(member.contactID)
        cells.id(member.leadID)
        cells.text(member.status)
        cells.flag(member.hasResponded)
    }

    init(reading cells: inout CellReader) throws {
        let id: RecordID<CampaignMember> = cells.id()
        campaignID = cells.id()
        member = CampaignMember(
            id: id, contactID: cells.optionalID(), leadID: cells.optionalID(), status: cells.optionalText(),
            hasResponded: cells.flag())
    }
}
