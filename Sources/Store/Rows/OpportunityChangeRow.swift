import Records

/// A change with the opportunity that it belongs to.
struct OpportunityChangeRow: StoredRecord {
    static let kind = RecordKind.opportunityChange
    static let columns = [
        "opportunity_id", "at", "stage", "outcome", "amount", "amount_currency", "close_day", "owner_id",
    ]

    var opportunityID: RecordID<Opportunity>
    var change: OpportunityChange

    var rowID: String { change.id.text }

    /// The changes of an opportunity; one without any gets its creation, so that its state is not lost.
    static func rows(of opportunity: Opportunity) -> [OpportunityChangeRow] {
        var changes = opportunity.changes
        if changes.isEmpty {
            changes = [
                OpportunityChange(
                    id: RecordID("\(opportunity.id.text)#created"), at: opportunity.created, stage: opportunity.stage,
                    outcome: opportunity.outcome, amount: opportunity.amount, closeDay: opportunity.closeDay,
                    ownerID: opportunity.ownerID)
            ]
        }
        return changes.map { OpportunityChangeRow(opportunityID: opportunity.id, change: $0) }
    }

    init(opportunityID: RecordID<Opportunity>, change: OpportunityChange) {
        self.opportunityID = opportunityID
        self.change = change
    }

    func write(to cells: inout CellWriter) {
        cells.id(opportunityID)
        cells.instant(change.at)
        cells.text(change.stage)
        cells.word(change.outcome)
        cells.money(change.amount)
        cells.day(change.closeDay)
        cells.id(change.ownerID)
    }

    init(reading cells: inout CellReader) throws {
        let id: RecordID<OpportunityChange> = cells.id()
        opportunityID = cells.id()
        change = OpportunityChange(
            id: id, at: cells.instant(), stage: cells.text(), outcome: try cells.word(),
            amount: try cells.optionalMoney(), closeDay: try cells.optionalDay(), ownerID: cells.optionalID())
    }
}
