import Diagnostics
import Quantities
import Records

extension RecordReading {
    static let order = RecordReading(
        "order", fields: ["id", "customer", "day", "amount", "currency", "status", "is_deleted"],
        required: ["id", "day", "amount"]
    ) { row, draft in
        guard let id = row.id("order.id", of: Order.self) else { return false }
        let given = row.day("order.day")
        guard let day = given, let amount = row.money("order.amount", currency: "order.currency") else {
            row.report(
                .error, "order.incomplete", "an order without a day or an amount can't be counted",
                field: given == nil ? "order.day" : "order.amount", hint: "export the day and the total of the order")
            return false
        }
        row.saw(row.context.zone.instant(day))
        draft.contents.orders.append(
            Order(
                id: id, customerID: row.id("order.customer", of: Customer.self), day: day, amount: amount,
                status: row.text("order.status")))
        return true
    }

    static let serviceCase = RecordReading(
        "service_case",
        fields: [
            "id", "customer", "subject", "status", "opened", "closed", "is_closed", "touched", "satisfaction",
            "is_deleted",
        ],
        required: ["id", "opened"]
    ) { row, draft in
        guard let id = row.id("service_case.id", of: ServiceCase.self) else { return false }
        guard let opened = row.instant("service_case.opened") else {
            row.report(
                .error, "service_case.incomplete", "a case without a day of opening can't be placed",
                field: "service_case.opened", hint: "export when it was opened")
            return false
        }
        row.saw(opened)
        let closed = row.caseClosed(opened: opened)
        row.saw(closed)
        draft.contents.serviceCases.append(
            ServiceCase(
                id: id, customerID: row.id("service_case.customer", of: Customer.self),
                subject: row.text("service_case.subject") ?? "Case", status: row.text("service_case.status") ?? "",
                opened: opened, closed: closed,
                satisfaction: row.count("service_case.satisfaction", atLeast: 1, atMost: 5)))
        return true
    }

    static let campaign = RecordReading(
        "campaign", fields: ["id", "name", "type", "status", "start", "end", "cost", "currency", "is_deleted"]
    ) { row, draft in
        guard let id = row.id("campaign.id", of: Campaign.self) else { return false }
        draft.contents.campaigns.append(
            Campaign(
                id: id, name: row.name("campaign.name") ?? "Unnamed", type: row.text("campaign.type"),
                status: row.text("campaign.status"), start: row.day("campaign.start"), end: row.day("campaign.end"),
                cost: row.money("campaign.cost", currency: "campaign.currency")))
        return true
    }

    static let campaignMember = RecordReading(
        "campaign_member", fields: ["id", "campaign", "contact", "lead", "status", "has_responded", "is_deleted"],
        required: ["id", "campaign"]
    ) { row, draft in
        guard let id = row.id("campaign_member.id", of: CampaignMember.self) else { return false }
        guard let campaign = row.id("campaign_member.campaign", of: Campaign.self) else {
            row.report(
                .error, "campaign_member.no-campaign", "a member without a campaign belongs nowhere",
                field: "campaign_member.campaign", hint: "export the campaign's id")
            return false
        }
        draft.members[campaign, default: []].append(
            CampaignMember(
                id: id, contactID: row.id("campaign_member.contact", of: Contact.self),
                leadID: row.id("campaign_member.lead", of: Lead.self), status: row.text("campaign_member.status"),
                hasResponded: row.yesNo("campaign_member.has_responded") ?? false))
        return true
    }
}

extension RowReader {
    /// When a case was closed; nil while it is open. A closed one that does not say when is taken to have closed when
    /// its row was last changed, which later exports of the same row do not move.
    mutating func caseClosed(opened: Instant) -> Instant? {
        if let closed = instant("service_case.closed") {
            if closed >= opened { return closed }
            report(
                .warning, "service_case.closed-before-opened", "it was closed before it was opened",
                field: "service_case.closed", value: closed.iso, hint: "correct it; it counts as closed at once")
            return opened
        }
        let word = context.words["service_case.status"]?[text("service_case.status")?.lowercased() ?? ""]
        guard yesNo("service_case.is_closed") ?? (word == "closed") else { return nil }
        let closed = max(opened, instant("service_case.touched") ?? opened)
        report(
            .note, "service_case.no-closing", "it is closed and does not say since when", field: "service_case.status",
            value: text("service_case.status"), hint: "export the closing time; \(closed.iso) stands in")
        return closed
    }
}
