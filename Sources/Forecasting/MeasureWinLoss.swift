import Config
import Quantities
import Records

/// Closed deals won and lost by each dimension. O(changes + n log n).
func measureWinLoss(_ book: SalesBook, settings: ForecastSettings, minimumSample: Int) -> [WinLoss] {
    let closed = book.opportunities.indices.filter { book.opportunities[$0].outcome != .open }
    let amounts = closed.map { lastCountedAmount(of: book.opportunities[$0], in: book.currency, settings: settings) }
    let bands = SizeBands(amounts.compactMap(\.self).sorted(), currency: book.currency)
    return WinLoss.Dimension.allCases.map { dimension in
        var tallies: [WinLoss.Group: WinLossTally] = [:]
        for (index, amount) in zip(closed, amounts) {
            let group = group(of: index, worth: amount, by: dimension, bands: bands, in: book)
            tallies[group, default: WinLossTally()].count(book.opportunities[index].outcome, amount ?? 0)
        }
        let rows = tallies.map { $1.row($0, currency: book.currency, minimumSample: minimumSample) }
        return WinLoss(dimension: dimension, rows: rows.sorted(by: isBefore))
    }
}

private struct WinLossTally {
    private var won = 0
    private var lost = 0
    private var wonAmount = 0
    private var lostAmount = 0

    mutating func count(_ outcome: Opportunity.Outcome, _ amount: Int) {
        if outcome == .won {
            won += 1
            wonAmount += amount
        } else {
            lost += 1
            lostAmount += amount
        }
    }

    func row(_ group: WinLoss.Group, currency: Currency, minimumSample: Int) -> WinLoss.Row {
        let range = BetaDistribution.jeffreys(won, of: won + lost)
        return WinLoss.Row(
            group: group, won: won, lost: lost, rate: Double(won) / Double(won + lost), low: range.low,
            high: range.high, wonAmount: Money(minorUnits: wonAmount, currency: currency),
            lostAmount: Money(minorUnits: lostAmount, currency: currency), isEnough: won + lost >= minimumSample)
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
    of index: Int, worth amount: Int?, by dimension: WinLoss.Dimension, bands: SizeBands, in book: SalesBook
) -> WinLoss.Group {
    func named(_ name: String?) -> WinLoss.Group { name.flatMap { $0.isEmpty ? nil : .named($0) } ?? .unknown }
    switch dimension {
    case .segment: return named(book.opportunities[index].customerID.flatMap { book.customerByID[$0]?.industry })
    case .leadSource: return named(book.opportunities[index].leadSource)
    case .type: return named(book.opportunities[index].type)
    case .size: return amount.map(bands.group) ?? .unknown
    case .rep: return book.opportunities[index].ownerID.map { .rep($0) } ?? .unknown
    }
}

private func isBefore(_ left: WinLoss.Row, _ right: WinLoss.Row) -> Bool {
    switch (left.group, right.group) {
    case (.unknown, _): false
    case (_, .unknown): true
    case (.size(let low, _), .size(let high, _)): (low?.minorUnits ?? .min) < (high?.minorUnits ?? .min)
    case (.named(let one), .named(let other)) where left.closed == right.closed: one < other
    case (.rep(let one), .rep(let other)) where left.closed == right.closed: one < other
    default: left.closed > right.closed
    }
}

/// Thirds of the company's own closed amounts, at bounds that people can say.
private struct SizeBands {
    /// How far a round bound may be off its third.
    private static let tolerance = 0.08

    /// Ascending, in minor units: none when all deals are of one size.
    private let bounds: [Int]
    private let currency: Currency

    init(_ sorted: [Int], currency: Currency) {
        self.currency = currency
        let thirds = [1.0 / 3, 2.0 / 3].compactMap { SizeBands.bound(in: sorted, at: $0) }
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

    /// The amount at that share, rounded to as few figures as leave about the share below it.
    private static func bound(in sorted: [Int], at share: Double) -> Int? {
        guard let exact = quantile(ofSorted: sorted, share) else { return nil }
        var step = 1
        while step <= exact / 10 { step *= 10 }
        while step > 1 {
            let round = (exact + step / 2) / step * step
            let below = Double(sorted.count { $0 < round }) / Double(sorted.count)
            if abs(below - share) <= tolerance { return round }
            step /= 10
        }
        return exact
    }
}
