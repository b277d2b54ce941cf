import Config
import Quantities
import Records

/// What the model learns from: the company's deals as counts by stage, age and date, and the days of its wins.
struct ModelMaterial {
    let asOf: Day
    let stages: OpenStages
    let priorDeals: Double
    let histories: [DealHistory]
    /// False for a deal with a placeholder amount: it teaches nothing and moves nothing.
    let counts: [Bool]
    let cells: HazardCells
    /// The first day on which closing deals was usual: see `firstUsualClosing`; nil before that.
    let firstClosing: Day?

    init(_ book: SalesBook, histories: [DealHistory], stages: OpenStages, settings: ForecastSettings) {
        asOf = book.asOf
        self.stages = stages
        priorDeals = settings.priorDeals
        self.histories = histories
        let counts = book.opportunities.map { opportunity in
            // A loss is often closed with an amount of 0, which does not make it one that never counted.
            let amounts = opportunity.changes.compactMap(\.amount)
            return amounts.isEmpty
                || amounts.contains { $0.minorUnits > settings.placeholderUpTo * $0.currency.minorPerUnit }
        }
        self.counts = counts
        let counted = zip(histories, counts).filter(\.1).map(\.0)
        cells = HazardCells(counted, stages: stages.count, asOf: book.asOf)
        firstClosing = firstUsualClosing(counted.compactMap(\.closedDay))
    }

    /// First days of the months that can be forecast again from their eves: whole by `asOf`, at most `most`, the newest
    /// last, with at least one whole month of closings before them.
    func pastMonths(most: Int = 12) -> [Day] {
        guard let firstClosing else { return [] }
        let firstWhole =
            firstClosing.firstOfMonth == firstClosing ? firstClosing : firstClosing.firstOfMonth.addingMonths(1)
        let lastWhole = asOf == asOf.lastOfMonth ? asOf.firstOfMonth : asOf.firstOfMonth.addingMonths(-1)
        return (0..<max(0, most)).reversed().map { lastWhole.addingMonths(-$0) }
            .filter { $0 >= firstWhole.addingMonths(1) }
    }

    /// The days whose wins the run-rate counts, up to `day`: twelve months, or from the day after the first closing on,
    /// since counting that began with a win would begin too high. Fewer than four weeks count as four.
    func runRateWindow(asOf day: Day) -> (from: Day, days: Int) {
        let from = max((firstClosing ?? day) + 1, day - (RunRate.longestWindow - 1))
        return (from, max(28, day - from + 1))
    }

    func hazards(asOf day: Day) -> StageHazards {
        StageHazards(cells, stages: stages, priorDeals: priorDeals, asOf: day)
    }

    /// Both views of the wins of the `days` after `day`, of the deals that were open then, blended.
    func blend(
        hazards: StageHazards, open: [Double], asOf day: Day, days: Int, weight: Double
    ) -> (blend: PaceBlend, pace: WinPace?, newWins: [Double]) {
        let window = runRateWindow(asOf: day)
        var wonDays: [Day] = []
        var lags: [Int] = []
        for (history, counts) in zip(histories, counts) where counts && history.outcome == .won {
            guard let closed = history.closedDay, closed <= day else { continue }
            wonDays.append(closed)
            if closed >= window.from { lags.append(closed - history.createdDay) }
        }
        let newWins = NewWinRate(lags: lags, windowDays: window.days, days: days).perDay
        let pace = WinPace(wonDays: wonDays, from: firstClosing ?? day, asOf: day, days: days)
        let blend = PaceBlend(
            hazards: hazards, open: open, newWins: newWins, pace: pace, weight: weight, asOf: day, days: days)
        return (blend, pace, newWins)
    }

    /// The deals open at the end of `day`, each with its stage and days in it, and their counts by [stage × ages].
    func open(on day: Day) -> (deals: [(index: Int, stage: Int, days: Int)], counts: [Double]) {
        var deals: [(index: Int, stage: Int, days: Int)] = []
        var open = [Double](repeating: 0, count: stages.count * WinChances.ages)
        for (index, history) in histories.enumerated() where counts[index] && history.createdDay <= day {
            guard let stay = history.stay(on: day) else { continue }
            deals.append((index, stay.stage, stay.days))
            open[stay.stage * WinChances.ages + min(stay.days, WinChances.ages - 1)] += 1
        }
        return (deals, open)
    }
}
