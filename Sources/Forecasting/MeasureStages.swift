import Config
import Quantities
import Records

/// Stages that fewer deals have left say too little about what is long.
let minimumStays = 5

/// Days in each open stage, from every stay; those of open deals are censored. O(stays log stays).
func measureStageTimes(histories: [DealHistory], stages: OpenStages) -> [StageTime] {
    var ended = [[Int]](repeating: [], count: stages.count)
    var ongoing = ended
    for stay in histories.lazy.flatMap(\.stays) {
        if stay.end == .open { ongoing[stay.stage].append(stay.days) } else { ended[stay.stage].append(stay.days) }
    }
    return stages.settings.enumerated().map { index, stage in
        let curve = KaplanMeier(ended: ended[index], censored: ongoing[index])
        let range = curve.range(until: 0.5)
        let p90 = curve.days(until: 0.9)
        let long = p90 ?? quantile(ofSorted: ended[index].sorted(), 0.9)
        return StageTime(
            stage: stage.name, ended: ended[index].count, ongoing: ongoing[index].count, median: curve.days(until: 0.5),
            p90: p90, longDays: ended[index].count < minimumStays ? nil : long, medianLow: range.low,
            medianHigh: range.high, curve: curve)
    }
}

/// What became of the deals of each open stage; see `StageFlow` for who counts as mature. O(stays × stages of a deal).
func measureFunnel(
    histories: [DealHistory], stages: OpenStages, stageTimes: [StageTime], asOf: Day, minimumSample: Int
) -> [StageFlow] {
    var flows = zip(stages.settings, stageTimes).map { stage, time in
        StageFlow(
            stage: stage.name, entered: 0, wentOn: 0, won: 0, lost: 0, open: 0, matureCount: 0, matureWentOn: 0,
            matureOpen: 0, matureDays: time.longDays, conversion: nil, low: 0, high: 1, isEnough: false)
    }
    for history in histories {
        // Backwards: what came later is known when the first stay in a stage is met. Time that a deal was closed and
        // reopened is not in its stays, which makes it younger than it is.
        var since = history.closedDay ?? asOf
        var latest = -1
        var wasWon = history.outcome == .won
        var entries: [Int: (wentOn: Bool, since: Day)] = [:]
        for stay in history.stays.reversed() {
            since = since - stay.days
            wasWon = wasWon || stay.end == .won
            entries[stay.stage] = (wasWon || latest > stay.stage, since)
            latest = max(latest, stay.stage)
        }
        for (stage, entry) in entries {
            flows[stage].count(
                wentOn: entry.wentOn, outcome: history.outcome,
                isMature: flows[stage].matureDays.map { asOf - entry.since >= $0 } ?? true)
        }
    }
    for index in flows.indices { flows[index].conclude(minimumSample: minimumSample) }
    return flows
}

extension StageFlow {
    fileprivate mutating func count(wentOn went: Bool, outcome: Opportunity.Outcome, isMature: Bool) {
        entered += 1
        if went {
            wentOn += 1
            if outcome == .won { won += 1 }
        } else if outcome == .lost {
            lost += 1
        } else {
            open += 1
        }
        guard isMature else { return }
        if went {
            matureCount += 1
            matureWentOn += 1
        } else if outcome == .lost {
            matureCount += 1
        } else {
            matureOpen += 1
        }
    }

    fileprivate mutating func conclude(minimumSample: Int) {
        conversion = matureCount > 0 ? Double(matureWentOn) / Double(matureCount) : nil
        (low, high) = BetaDistribution.jeffreys(matureWentOn, of: matureCount)
        isEnough = matureCount >= minimumSample
    }
}

/// Stages by the money that waits in them beyond the usual time; those where nothing does are not in it.
func measureBottlenecks(deals: [StandingDeal], stageTimes: [StageTime]) -> [Bottleneck] {
    stageTimes.enumerated()
        .compactMap { index, time -> (index: Int, bottleneck: Bottleneck)? in
            guard let median = time.median else { return nil }
            let late = deals.filter { $0.stage == index && $0.daysInStage > median }
            guard !late.isEmpty else { return nil }
            let amount = late.reduce(0) { $0 + $1.amount }
            let amountDays = late.reduce(0) { $0 + $1.amount * ($1.daysInStage - median) }
            return (
                index,
                Bottleneck(
                    stage: time.stage, usualDays: median, lateCount: late.count, lateAmount: amount,
                    amountDays: amountDays, meanDelayDays: Double(amountDays) / Double(amount))
            )
        }
        .sorted {
            ($1.bottleneck.amountDays, $0.index) < ($0.bottleneck.amountDays, $1.index)
        }
        .map(\.bottleneck)
}
