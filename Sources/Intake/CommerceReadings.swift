import Diagnostics
import Quantities
import Records

extension RecordReading {
    static let order = RecordReading(
        "order", fields: ["id", "customer", "day", "amount", "currency", "status", "is_deleted"],
        required: ["id", "day", "amount"]
    ) { row, draft in
        guard let id = row.id("order.id", of: Order.self) else { return false }
        guard let day = row.day("order.day"),
            let amount = row.money("order.amount", currency: row.currency("order.currency"))
        else {
            row.report(
                .error, "order.incomplete", "an order without a day or an amount can't be counted", field: "order.day",
                hint: "export the day and the total of the order")
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
        fields: ["id", "customer", "subject", "status", "opened", "closed", "satisfaction", "is_deleted"],
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
        let closed = row.instant("service_case.closed")
        draft.contents.serviceCases.append(
            ServiceCase(
                id: id, customerID: row.id("service_case.customer", of: Customer.self),
                subject: row.text("service_case.subject") ?? "Case", status: row.text("service_case.status") ?? "",
                opened: opened, closed: closed,
                satisfaction: row.count("service_case.satisfaction", atLeast: 1, atMost: 5)))
        return true
    }

    static let campaign = RecordReading(
        "campaign", fields: ["id", "name", "type", "status", "start", "end", "cost", "is_deleted"]
    ) { row, draft in
        guard let id = row.id("campaign.id", of: Campaign.self) else { return false }
        draft.contents.campaigns.append(
            Campaign(
                id: id, name: row.name("campaign.name") ?? "Unnamed", type: row.text("campaign.type"),
                status: row.text("campaign.status"), start: row.day("campaign.start"), end: row.day("campaign.end"),
                cost: row.money("campaign.cost")))
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
