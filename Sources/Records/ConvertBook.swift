package import Quantities

/// An amount in another currency that stays as it is, since no rate of its day is known. Sums leave it out.
package struct AmountWithoutRate: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable { case opportunity, order, quota, forecastCall }

    package var kind: Kind
    /// Of the record: `source:source_id`.
    package var record: String
    package var amount: Money
    /// The day whose rate is missing.
    package var day: Day

    package init(kind: Kind, record: String, amount: Money, day: Day) {
        self.kind = kind
        self.record = record
        self.amount = amount
        self.day = day
    }
}

extension SalesBook {
    /// The book in the company's currency, and the amounts that stay in theirs for want of a rate, in the book's order.
    ///
    /// An amount has the rate of the day on which it was stated, as long as it stays the same: rates that move alone
    /// change no deal. A win is stated anew on the day on which it was closed. Orders have the rate of their day, calls
    /// that of the day on which they were made, quotas that of the first of their month, or of the as-of date where that
    /// comes first. Nothing of later is looked at. Without any rate the book stays as it is and nothing is listed.
    /// O(n log n).
    package func converted(with rates: ExchangeRates) -> (book: SalesBook, missing: [AmountWithoutRate]) {
        guard !rates.isEmpty, rates.currency == currency else { return (self, []) }
        var conversion = Conversion(rates: rates, zone: zone, asOf: asOf)
        var contents = contents
        contents.opportunities = opportunities.map { conversion.opportunity($0) }
        contents.orders = orders.map { order in
            var order = order
            order.amount = conversion.amount(order.amount, on: order.day, .order, order.id.text)
            return order
        }
        contents.quotas = quotas.map { quota in
            var quota = quota
            quota.amount = conversion.amount(quota.amount, on: quota.month, .quota, quota.id.text)
            return quota
        }
        contents.forecastCalls = forecastCalls.map { call in
            guard call.isForeign(to: currency) else { return call }
            var call = call
            let day = zone.day(of: call.at)
            call.commit = conversion.amount(call.commit, on: day, .forecastCall, call.id.text)
            call.bestCase = call.bestCase.map { conversion.amount($0, on: day, .forecastCall, call.id.text) }
            return call
        }
        return (with(contents), conversion.missing)
    }
}

extension ForecastCall {
    fileprivate func isForeign(to currency: Currency) -> Bool {
        commit.currency != currency || (bestCase.map { $0.currency != currency } ?? false)
    }
}

private struct Conversion {
    let rates: ExchangeRates
    let zone: Zone
    let asOf: Day
    var missing: [AmountWithoutRate] = []

    mutating func amount(
        _ amount: Money, on day: Day, _ kind: AmountWithoutRate.Kind, _ record: String
    ) -> Money {
        let day = min(day, asOf)
        if let converted = rates.convert(amount, on: day) { return converted }
        let lack = AmountWithoutRate(kind: kind, record: record, amount: amount, day: day)
        if missing.last != lack { missing.append(lack) }
        return amount
    }

    mutating func opportunity(_ opportunity: Opportunity) -> Opportunity {
        func isForeign(_ amount: Money?) -> Bool { amount.map { $0.currency != rates.currency } ?? false }
        guard isForeign(opportunity.amount) || opportunity.changes.contains(where: { isForeign($0.amount) }) else {
            return opportunity
        }
        var result = opportunity
        var before: (stated: Money?, amount: Money?, isWon: Bool) = (nil, nil, false)
        for (index, change) in opportunity.changes.enumerated() {
            let isWon = change.outcome == .won
            if index > 0, change.amount == before.stated, isWon == before.isWon || !isWon {
                result.changes[index].amount = before.amount
            } else {
                result.changes[index].amount = change.amount.map {
                    amount($0, on: zone.day(of: change.at), .opportunity, opportunity.id.text)
                }
            }
            before = (change.amount, result.changes[index].amount, isWon)
        }
        if opportunity.amount == before.stated {
            result.amount = before.amount
        } else if let stated = opportunity.amount {
            let day = zone.day(of: opportunity.changes.last?.at ?? opportunity.created)
            result.amount = amount(stated, on: day, .opportunity, opportunity.id.text)
        }
        if isForeign(opportunity.amount), !isForeign(result.amount) { result.stated = opportunity.amount }
        return result
    }
}
