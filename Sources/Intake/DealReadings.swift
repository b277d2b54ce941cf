import Config
import Diagnostics
import Quantities
import Records

extension RecordReading {
    static let opportunity = RecordReading(
        "opportunity",
        fields: [
            "id", "customer", "name", "type", "lead_source", "created", "owner", "stage", "amount", "currency",
            "close_day", "touched", "is_closed", "is_won", "is_deleted",
        ]
    ) { row, draft in
        guard let id = row.id("opportunity.id", of: Opportunity.self) else { return false }
        let created = row.instant("opportunity.created")
        let touched = row.instant("opportunity.touched")
        row.saw(created)
        row.saw(touched)
        if created == nil {
            row.report(
                .warning, "opportunity.no-creation", "an opportunity does not say when it was created",
                field: "opportunity.created", hint: "export the creation date; its first change stands in")
        }
        var (stage, outcome, isKnown) = row.stage("opportunity.stage")
        if !isKnown, let stated = row.statedOutcome {
            outcome = stated
            draft.statedOutcomes[id] = stated
        }
        let opportunity = Opportunity(
            id: id, customerID: row.id("opportunity.customer", of: Customer.self),
            name: row.name("opportunity.name") ?? "Unnamed \(id.sourceID)", type: row.text("opportunity.type"),
            leadSource: row.text("opportunity.lead_source"), created: created ?? touched ?? row.context.at,
            ownerID: row.id("opportunity.owner", of: Rep.self), stage: stage, outcome: outcome,
            amount: row.money("opportunity.amount", currency: "opportunity.currency"),
            closeDay: row.day("opportunity.close_day"), closed: nil, changes: [])
        draft.lastTouched[id] = touched
        if created == nil { draft.withoutCreation.insert(id) }
        draft.contents.opportunities.append(opportunity)
        return true
    }

    /// One row of an opportunity's history.
    static let opportunityChange = RecordReading(
        "opportunity_change",
        fields: ["id", "opportunity", "stage", "amount", "currency", "close_day", "owner", "at", "is_deleted"],
        required: ["id", "opportunity", "at"]
    ) { row, draft in
        guard let id = row.id("opportunity_change.id", of: OpportunityChange.self) else { return false }
        let owner = row.id("opportunity_change.opportunity", of: Opportunity.self)
        guard let opportunity = owner, let at = row.instant("opportunity_change.at") else {
            row.report(
                .error, "opportunity_change.incomplete", "a change without an opportunity or a time can't be placed",
                field: owner == nil ? "opportunity_change.opportunity" : "opportunity_change.at",
                hint: "export the history with its opportunity and time")
            return false
        }
        row.saw(at)
        let (stage, outcome, _) = row.stage("opportunity_change.stage")
        draft.changes[opportunity, default: []].append(
            OpportunityChange(
                id: id, at: at, stage: stage, outcome: outcome,
                amount: row.money("opportunity_change.amount", currency: "opportunity_change.currency"),
                closeDay: row.day("opportunity_change.close_day"),
                ownerID: row.id("opportunity_change.owner", of: Rep.self)))
        return true
    }
}

extension RowReader {
    /// A stage of the config. An unknown one is an error told once with the number of its rows; it keeps the CRM's
    /// word and counts as open unless the CRM says more.
    mutating func stage(_ field: String) -> (name: String, outcome: Opportunity.Outcome, isKnown: Bool) {
        guard let text = text(field) else {
            tally(
                .error, "opportunity.no-stage", "there is no stage", field: field, value: nil, hint: "export the stage")
            return ("", .open, false)
        }
        if let stage = context.stage(named: text) { return (stage.name, stage.outcome, true) }
        let near = nearMiss(of: excerpt(text), in: context.stages.map(\.name))
        tally(
            .error, "opportunity.unknown-stage", "'\(excerpt(text))' is not a stage of the config", field: field,
            value: text,
            hint: near.map { "did you mean '\($0)'?" } ?? "add it under 'stages:' with its outcome and probability")
        return (text, .open, false)
    }

    /// What the CRM's own marks say; nil when they are not there.
    var statedOutcome: Opportunity.Outcome? {
        mutating get {
            let isWon = yesNo("opportunity.is_won")
            guard let isClosed = yesNo("opportunity.is_closed") ?? (isWon == true ? true : nil) else { return nil }
            return isClosed ? (isWon == true ? .won : .lost) : .open
        }
    }
}
