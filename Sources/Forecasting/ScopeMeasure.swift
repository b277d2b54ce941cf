import Quantities
import Records

/// Ranges, fans and scenarios read from the futures of one scope.
struct ScopeMeasure: Sendable {
    let asOf: Day
    let currency: Currency
    let cuts: FutureCuts

    /// A period with the place of its end among the cuts.
    struct Span: Sendable {
        var period: BookingForecast.Period
        var from: Day
        var until: Day
        /// What comes up to and with this cut is of the period or before.
        var cut: Int
        /// What comes up to and with this cut is of an earlier period; nil for a period that has begun.
        var after: Int?
    }

    /// A win that was booked.
    struct Win: Sendable {
        var slot: Int
        var day: Day
        var amount: Int
    }

    init(book: SalesBook) {
        asOf = book.asOf
        currency = book.currency
        let asOf = book.asOf
        let days = Day.ends(from: asOf.firstOfQuarter, through: asOf.lastOfQuarter).filter { $0 > asOf }
        cuts = FutureCuts(
            periods: [asOf.lastOfMonth, asOf.lastOfQuarter, (asOf.lastOfQuarter + 1).lastOfQuarter].map { $0 - asOf },
            others: days.map { $0 - asOf })
    }

    var spans: [Span] {
        let quarter = cuts.index(of: asOf.lastOfQuarter - asOf)
        let next = asOf.lastOfQuarter + 1
        return [
            Span(
                period: .month, from: asOf.firstOfMonth, until: asOf.lastOfMonth,
                cut: cuts.index(of: asOf.lastOfMonth - asOf)),
            Span(period: .quarter, from: asOf.firstOfQuarter, until: asOf.lastOfQuarter, cut: quarter),
            Span(period: .nextQuarter, from: next, until: next.lastOfQuarter, cut: cuts.count - 1, after: quarter),
        ]
    }

    /// P10, P50 and P90 of what is booked and these amounts, which are reordered.
    func range(_ amounts: inout [Int], booked: Int) -> BookingRange {
        let values = tenFiftyNinety(&amounts)
        return BookingRange(
            p10: money(booked + values.p10), p50: money(booked + values.p50), p90: money(booked + values.p90))
    }

    func money(_ units: Int) -> Money { Money(minorUnits: units, currency: currency) }

    /// What the wins of these days come to.
    func booked(_ wins: [Win], from: Day, until: Day) -> Int {
        wins.reduce(0) { $0 + ($1.day >= from && $1.day <= until ? $1.amount : 0) }
    }

    /// One forecast a period, without quota and calls.
    func forecasts(_ scope: BookingForecast.Scope, futures: SlotFutures, wins: [Win]) -> [(
        BookingForecast, total: [Int]
    )] {
        spans.map { span in
            let booked = booked(wins, from: span.from, until: min(span.until, asOf))
            let total = futures.total(after: span.after, through: span.cut)
            var (all, existing) = (total, futures.total(after: span.after, through: span.cut, from: [.open, .big]))
            let range = range(&all, booked: booked)
            let withoutNew = self.range(&existing, booked: booked)
            var withoutBig: BookingRange?
            if futures.hasBig {
                var usual = futures.total(after: span.after, through: span.cut, from: [.open, .new])
                withoutBig = self.range(&usual, booked: booked)
            }
            let forecast = BookingForecast(
                scope: scope, period: span.period, from: span.from, until: span.until, booked: money(booked),
                p10: range.p10, p50: range.p50, p90: range.p90,
                notYetCreated: money(max(0, range.p50.minorUnits - withoutNew.p50.minorUnits)), quota: nil,
                repCall: nil, managerCall: nil, withoutBigDeals: withoutBig)
            return (forecast, total)
        }
    }

    /// The quarter's fan.
    func fan(_ scope: BookingForecast.Scope, futures: SlotFutures, wins: [Win]) -> BookingFan {
        let (from, until) = (asOf.firstOfQuarter, asOf.lastOfQuarter)
        let now = booked(wins, from: from, until: asOf)
        var coming = [Int](repeating: 0, count: futures.shape.draws)
        var next = 0
        let points = Day.ends(from: from, through: until, and: asOf).map { day -> BookingFan.Point in
            guard day > asOf else {
                let booked = money(booked(wins, from: from, until: day))
                guard day == asOf else { return BookingFan.Point(day: day, booked: booked) }
                return BookingFan.Point(day: day, booked: booked, p10: booked, p50: booked, p90: booked)
            }
            let cut = cuts.index(of: day - asOf)
            if next <= cut {
                accumulate(futures.total(after: next > 0 ? next - 1 : nil, through: cut)[...], into: &coming)
                next = cut + 1
            }
            var amounts = coming
            let range = range(&amounts, booked: now)
            return BookingFan.Point(day: day, p10: range.p10, p50: range.p50, p90: range.p90)
        }
        return BookingFan(scope: scope, from: from, until: until, points: points)
    }
}

extension Day {
    /// Sundays and ends of months among these days, the last day, and one more day of them; ascending.
    fileprivate static func ends(from: Day, through until: Day, and other: Day? = nil) -> [Day] {
        (0...max(0, until - from)).map { from + $0 }.filter {
            $0.weekday == .sunday || $0 == $0.lastOfMonth || $0 == until || $0 == other
        }
    }
}
