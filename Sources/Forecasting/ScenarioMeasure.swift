import Quantities
import Records

extension ScopeMeasure {
    /// The base and each scenario, from the company's futures with their differences.
    func scenarios(
        _ effects: [ScenarioEffects], deals: [OpenDeal], futures: SlotFutures, wins: [Win]
    ) -> [ScenarioForecast] {
        let bases = spans.map { span in
            (
                span: span, booked: booked(wins, from: span.from, until: min(span.until, asOf)),
                total: futures.total(after: span.after, through: span.cut)
            )
        }
        let ranges = bases.map { base in
            var amounts = base.total
            return range(&amounts, booked: base.booked)
        }
        let nothing = BookingRange(p10: money(0), p50: money(0), p90: money(0))
        let periods = spans.map(\.period)
        func byPeriod<Value>(_ values: [Value]) -> [BookingForecast.Period: Value] { keyed(values, by: periods) }
        let base = ScenarioForecast(
            name: "As expected", explanation: "The forecast itself, with which the others are compared.",
            ranges: byPeriod(ranges), differences: byPeriod(periods.map { _ in nothing }),
            meanDifferences: byPeriod(periods.map { _ in money(0) }), touched: [])

        let played = inParallel(effects.count) { scenario -> ScenarioForecast in
            let results = bases.map { base -> (range: BookingRange, mean: Int) in
                var amounts = base.total
                let before = base.total.reduce(0, &+)
                for (period, cut) in cuts.periods.enumerated()
                where cut <= base.span.cut && cut > base.span.after ?? -1 {
                    futures.addDifference(scenario: scenario, period: period, to: &amounts)
                }
                let mean = Double(amounts.reduce(0, &+) &- before) / Double(amounts.count)
                return (range(&amounts, booked: base.booked), Int(mean.rounded()))
            }
            return ScenarioForecast(
                name: effects[scenario].name, explanation: effects[scenario].explanation,
                ranges: keyed(results.map(\.range), by: periods),
                differences: keyed(zip(results, ranges).map { difference($0.range, $1) }, by: periods),
                meanDifferences: keyed(results.map { money($0.mean) }, by: periods),
                touched: zip(deals, effects[scenario].deals).filter { $1 != .none }.map(\.0.id).sorted())
        }
        return [base] + played
    }

    private func difference(_ range: BookingRange, _ base: BookingRange) -> BookingRange {
        BookingRange(
            p10: money(range.p10.minorUnits - base.p10.minorUnits),
            p50: money(range.p50.minorUnits - base.p50.minorUnits),
            p90: money(range.p90.minorUnits - base.p90.minorUnits))
    }
}

private func keyed<Value>(
    _ values: [Value], by periods: [BookingForecast.Period]
) -> [BookingForecast.Period: Value] {
    Dictionary(zip(periods, values), uniquingKeysWith: { first, _ in first })
}
