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
        checkWorkplaces()
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
                .warning, "\(kind).owner-inactive", "its owner \(excerpt(rep.name)) is not active any more",
                record: record,
                field: field, value: rep.name, hint: hint)
        }
    }

    private mutating func checkDeals(today: Day, context: ReadingContext, forecast: ForecastSettings) {
        let open = contents.opportunities.filter { $0.outcome == .open }
        func isPlaceholder(_ amount: Money) -> Bool {
            amount.minorUnits <= forecast.placeholderUpTo * amount.currency.minorPerUnit
        }
        // The rule must not be moved by what it looks for, so placeholders do not count.
        let amounts = open.compactMap(\.amount).filter {
            $0.currency == context.currency && !isPlaceholder($0)
        }
        let mega = megaDealAmount(amounts.map(\.minorUnits), share: forecast.bigDealShare)
        for deal in open {
            if let amount = deal.amount, isPlaceholder(amount) {
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
                "looks like '\(excerpt(names[match.first] ?? match.first.text))': \(match.evidence.joined(separator: ", "))",
                record: match.second.text, field: "customer.name", value: names[match.second],
                hint: isCertain ? "merge the two in the CRM" : "check whether the two are one")
        }
    }

    private mutating func checkWorkplaces() {
        // Why the home is missing is told at its row; here what that means.
        for rep in contents.reps where rep.isActive && rep.home == nil {
            report(
                .warning, "rep.no-home", "no route can be planned without a home", record: rep.id.text,
                field: "rep.latitude",
                value: rep.name, hint: "enter the coordinates of the rep's home")
        }
    }
}
