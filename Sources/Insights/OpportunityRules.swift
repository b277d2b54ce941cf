import Config
import Quantities
import Records

/// Rules for open deals; what is closed is history.
func opportunityRules(_ book: SalesBook, forecast: ForecastSettings) -> [HealthRule] {
    let open = book.opportunities.filter { $0.outcome == .open }
    func ids(_ isBroken: (Opportunity) -> Bool) -> [String] { open.filter(isBroken).map(\.id.text) }
    func isPlaceholder(_ amount: Money) -> Bool {
        amount.minorUnits <= forecast.placeholderUpTo * amount.currency.minorPerUnit
    }
    let amounts = open.compactMap(\.amount).filter { $0.currency == book.currency && !isPlaceholder($0) }
    let mega = megaDealAmount(amounts.map(\.minorUnits), share: forecast.bigDealShare)
    return [
        HealthRule(
            "opportunity.no-amount", "Open deals without an amount",
            hint: "They count as nothing in the forecast: add an estimate.", ids { $0.amount == nil }),
        HealthRule(
            "opportunity.placeholder-amount", "Open deals with a placeholder for an amount",
            hint: "They are set aside in the forecast: replace it by an estimate.",
            ids { $0.amount.map(isPlaceholder) ?? false }),
        HealthRule(
            "opportunity.mega-deal", "Open deals far beyond the usual size",
            hint: "Check the amount: one deal sways the forecast.",
            ids { opportunity in
                guard let mega, let amount = opportunity.amount, amount.currency == book.currency else { return false }
                return amount.minorUnits >= mega
            }),
        HealthRule(
            "opportunity.other-currency", "Open deals in another currency",
            hint: "Sums are in \(book.currency.code) and leave them out: convert the amount in the CRM.",
            ids { $0.amount.map { $0.currency != book.currency } ?? false }),
        HealthRule(
            "opportunity.close-day-passed", "Open deals whose close day has passed",
            hint: "Close them or promise a new day.", ids { $0.closeDay.map { $0 < book.asOf } ?? false }),
        HealthRule(
            "opportunity.no-close-day", "Open deals without a close day",
            hint: "No month of the forecast holds them: promise a day.", ids { $0.closeDay == nil }),
        HealthRule(
            "opportunity.owner-inactive", "Open deals of somebody who is not active any more",
            hint: "Give them to an active rep.", ids { book.isGone($0.ownerID) }),
        HealthRule(
            "opportunity.no-customer", "Open deals without a customer",
            hint: "Link them to the customer they are with.",
            ids { book.isUnknown($0.customerID) }),
    ]
}
