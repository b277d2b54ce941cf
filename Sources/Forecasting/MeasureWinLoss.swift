import Config
import Quantities
import Records

/// Closed deals won and lost by each dimension. O(changes + n log n).
func measureWinLoss(_ book: SalesBook, settings: ForecastSettings, minimumSample: Int) -> [WinLoss] {
    let closed = book.opportunities.filter { $0.outcome != .open }
        .map { ClosedDeal($0, amount: lastCountedAmount(of: $0, in: book.currency, settings: settings)) }
    let bands = SizeBands(closed.compactMap(\.amount).sorted(), currency: book.currency)
    return WinLoss.Dimension.allCases.map { dimension in
        var groups: [WinLoss.Group: [ClosedDeal]] = [:]
        for deal in closed { groups[group(of: deal, by: dimension, bands: bands, in: book), default: []].append(deal) }
        let rows = groups.map { row($0, $1, currency: book.currency, minimumSample: minimumSample) }
        return WinLoss(dimension: dimension, rows: rows.sorted { isBefore($0, $1, in: book) })
    }
}

private struct ClosedDeal {
    var opportunity: Opportunity
    var amount: Int?

    init(_ opportunity: Opportunity, amount: Int?) {
        self.opportunity = opportunity
        self.amount = amount
    }
}

/// A CRM may empty the amount of a deal that is lost: what it was worth before then counts.
private func lastCountedAmount(
    of opportunity: Opportunity, in currency: Currency, settings: ForecastSettings
) -> Int? {
    countedAmount(opportunity.amount, in: currency, settings: settings)
        ?? opportunity.changes.reversed().lazy
        .compactMap { countedAmount($0.amount, in: currency, settings: settings) }.first
}

private func group(
    of deal: ClosedDeal, by dimension: WinLoss.Dimension, bands: SizeBands, in book: SalesBook
) -> WinLoss.Group {
    func named(_ name: String?) -> WinLoss.Group { name.flatMap { $0.isEmpty ? nil : .named($0) } ?? .unknown }
    switch dimension {
    case .segment: return named(deal.opportunity.customerID.flatMap { book.customerByID[$0]?.industry })
    case .leadSource: return named(deal.opportunity.leadSource)
    case .type: return named(deal.opportunity.type)
    case .size: return deal.amount.map(bands.group) ?? .unknown
    case .rep: return deal.opportunity.ownerID.map { .rep($0) } ?? .unknown
    }
}

private func row(
    _ group: WinLoss.Group, _ deals: [ClosedDeal], currency: Currency, minimumSample: Int
) -> WinLoss.Row {
    let won = deals.filter { $0.opportunity.outcome == .won }
    let lost = deals.filter { $0.opportunity.outcome == .lost }
    func money(_ deals: [ClosedDeal]) -> Money {
        Money(minorUnits: deals.reduce(0) { $0 + ($1.amount ?? 0) }, currency: currency)
    }
    let range = BetaDistribution.jeffreys(won.count, of: deals.count)
    return WinLoss.Row(
        group: group, won: won.count, lost: lost.count, rate: Double(won.count) / Double(deals.count), low: range.low,
        high: range.high, wonAmount: money(won), lostAmount: money(lost), isEnough: deals.count >= minimumSample)
}

private func isBefore(_ left: WinLoss.Row, _ right: WinLoss.Row, in book: SalesBook) -> Bool {
    switch (left.group, right.group) {
    case (.unknown, _): false
    case (_, .unknown): true
    case (.size(let low, _), .size(let high, _)): (low?.minorUnits ?? .min) < (high?.minorUnits ?? .min)
    case (.named(let one), .named(let other)) where left.closed == right.closed: one < other
    case (.rep(let one), .rep(let other)) where left.closed == right.closed: one < other
    default: left.closed > right.closed
    }
}

/// Thirds of the company's own closed amounts, at bounds of two leading figures that people can say.
private struct SizeBands {
    /// Ascending, in minor units: none when all deals are of one size.
    private let bounds: [Int]
    private let currency: Currency

    init(_ sorted: [Int], currency: Currency) {
        self.currency = currency
        let thirds = [1, 2].compactMap { part in
            quantile(ofSorted: sorted, Double(part) / 3).map { SizeBands.rounded($0, to: currency.minorPerUnit) }
        }
        // A bound divides only where there are amounts on both sides of it.
        bounds = Set(thirds).sorted().filter { bound in
            sorted.first.map { $0 < bound } ?? false && sorted.last.map { $0 >= bound } ?? false
        }
    }

    func group(_ amount: Int) -> WinLoss.Group {
        let upper = bounds.firstIndex { amount < $0 }
        let lower = (upper ?? bounds.count) - 1
        func money(_ units: Int) -> Money { Money(minorUnits: units, currency: currency) }
        return .size(from: lower >= 0 ? money(bounds[lower]) : nil, below: upper.map { money(bounds[$0]) })
    }

    /// To two leading figures, and to whole units of money.
    private static func rounded(_ amount: Int, to unit: Int) -> Int {
        var step = unit
        while amount / step >= 100 { step *= 10 }
        return (amount + step / 2) / step * step
    }
}
