import Config
import Diagnostics
import Quantities
import Records

extension ImportDraft {
    /// What only shows when everything is read: references that lead nowhere, owners who left, amounts that stand for
    /// none, promised days that have passed, customers that look like one.
    mutating func check(today: Day, context: ReadingContext, forecast: ForecastSettings) {
        checkReferences()
        checkOwners()
        checkDeals(today: today, context: context, forecast: forecast)
        checkDuplicates()
        checkWorkplaces(context)
    }

    private mutating func checkReferences() {
        let customers = Set(contents.customers.map(\.id))
        let opportunities = Set(contents.opportunities.map(\.id))
        let campaigns = Set(contents.campaigns.map(\.id))
        func unknown(_ kind: String, _ record: String, _ field: String, _ id: String) -> (
            String, String, String, String
        ) {
            (kind, record, field, id)
        }
        var found: [(String, String, String, String)] = []
        if kindsRead.contains("customer") {
            found += contents.contacts.compactMap { item in
                item.customerID.flatMap {
                    customers.contains($0) ? nil : unknown("contact", item.id.text, "customer", $0.text)
                }
            }
            found += contents.opportunities.compactMap { item in
                item.customerID.flatMap {
                    customers.contains($0) ? nil : unknown("opportunity", item.id.text, "customer", $0.text)
                }
            }
            found += contents.activities.compactMap { item in
                item.customerID.flatMap {
                    customers.contains($0) ? nil : unknown("activity", item.id.text, "customer", $0.text)
                }
            }
            found += contents.followUps.compactMap { item in
                item.customerID.flatMap {
                    customers.contains($0) ? nil : unknown("follow_up", item.id.text, "customer", $0.text)
                }
            }
            found += contents.orders.compactMap { item in
                item.customerID.flatMap {
                    customers.contains($0) ? nil : unknown("order", item.id.text, "customer", $0.text)
                }
            }
            found += contents.serviceCases.compactMap { item in
                item.customerID.flatMap {
                    customers.contains($0) ? nil : unknown("service_case", item.id.text, "customer", $0.text)
                }
            }
        }
        for (kind, record, field, id) in found {
            report(
                .warning, "\(kind).unknown-\(field)", "it names a \(field) that the export does not hold",
                record: record,
                field: "\(kind).\(field)", value: id, hint: "export that \(field) too; the reference is kept")
        }
        if kindsRead.contains("opportunity") {
            for opportunity in changes.keys.sorted() where !opportunities.contains(opportunity) {
                for change in changes[opportunity] ?? [] {
                    report(
                        .error, "opportunity_change.unknown-opportunity",
                        "it belongs to an opportunity that the export does not hold",
                        record: change.id.text, field: "opportunity_change.opportunity", value: opportunity.text,
                        hint: "export that opportunity too")
                }
            }
        }
        for campaign in members.keys.sorted() where !campaigns.contains(campaign) {
            for member in members[campaign] ?? [] {
                report(
                    .error, "campaign_member.unknown-campaign",
                    "it belongs to a campaign that the export does not hold",
                    record: member.id.text, field: "campaign_member.campaign", value: campaign.text,
                    hint: "export that campaign too")
            }
        }
    }

    private mutating func checkOwners() {
        guard kindsRead.contains("rep") else { return }
        let reps = Dictionary(contents.reps.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for customer in contents.customers {
            checkOwner(
                customer.ownerID, among: reps, kind: "customer", record: customer.id.text, field: "customer.owner",
                hint: "give the customer to an active rep")
        }
        for activity in contents.activities {
            checkOwner(
                activity.repID, among: reps, kind: "activity", record: activity.id.text, field: "activity.rep",
                hint: "nothing to do if the rep has left since; else switch the user on again")
        }
    }

    private mutating func checkOwner(
        _ id: RecordID<Rep>?, among reps: [RecordID<Rep>: Rep], kind: String, record: String, field: String,
        hint: String
    ) {
        guard let id else {
            if kind == "customer" {
                report(
                    .warning, "customer.no-owner", "nobody looks after the customer", record: record, field: field,
                    hint: "give the customer to a rep")
            }
            return
        }
        guard let rep = reps[id] else {
            report(
                .warning, "\(kind).unknown-owner", "its owner is not among the users", record: record, field: field,
                value: id.text, hint: "export all users, also the inactive ones")
            return
        }
        if !rep.isActive {
            report(
                .warning, "\(kind).owner-inactive", "its owner \(rep.name) is not active any more", record: record,
                field: field, value: rep.name, hint: hint)
        }
    }

    private mutating func checkDeals(today: Day, context: ReadingContext, forecast: ForecastSettings) {
        let open = contents.opportunities.filter { $0.outcome == .open }
        let placeholder = forecast.placeholderUpTo * context.currency.minorPerUnit
        // The rule must not be moved by what it looks for, so placeholders do not count.
        let amounts = open.compactMap(\.amount).filter {
            $0.currency == context.currency && $0.minorUnits > placeholder
        }
        let mega = megaDealAmount(amounts.map(\.minorUnits), share: forecast.bigDealShare)
        for deal in open {
            if let amount = deal.amount, amount.minorUnits <= placeholder {
                report(
                    .warning, "opportunity.placeholder-amount", "the amount stands for none", record: deal.id.text,
                    field: "opportunity.amount", value: "\(amount.amount)",
                    hint: "enter what the deal may bring; until then it is left out of the forecast")
            } else if let amount = deal.amount, let mega, amount.currency == context.currency, amount.minorUnits >= mega
            {
                report(
                    .warning, "opportunity.mega-deal", "the amount is far beyond the usual size", record: deal.id.text,
                    field: "opportunity.amount", value: "\(amount.amount)",
                    hint: "check it; the forecast is shown with and without such deals")
            }
            if let day = deal.closeDay, day < today {
                report(
                    .warning, "opportunity.close-day-passed", "it is open and was promised for \(day.iso)",
                    record: deal.id.text, field: "opportunity.close_day", value: day.iso,
                    hint: "move the day, or close the deal")
            }
        }
    }

    private mutating func checkDuplicates() {
        let names = Dictionary(contents.customers.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        for match in duplicateCustomers(among: contents.customers) {
            let isCertain = match.score >= CustomerMatch.certain
            report(
                isCertain ? .warning : .note, isCertain ? "customer.duplicate" : "customer.possible-duplicate",
                "looks like '\(names[match.first] ?? match.first.text)': \(match.evidence.joined(separator: ", "))",
                record: match.second.text, field: "customer.name", value: names[match.second],
                hint: isCertain ? "merge the two in the CRM" : "check whether the two are one")
        }
    }

    private mutating func checkWorkplaces(_ context: ReadingContext) {
        // Said at the row already; here only what the missing home means.
        for rep in contents.reps where rep.isActive && rep.home == nil {
            report(
                .warning, "rep.no-home", "no route can be planned without a home", record: rep.id.text,
                field: "rep.latitude",
                value: rep.name, hint: "enter the coordinates of the rep's home")
        }
    }
}
