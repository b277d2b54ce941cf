import Config
import Quantities
import Records

/// Stages that fewer deals have left say too little about what is long.
let minimumStays = 5

/// Days in each open stage, from every stay; those of open deals are censored. O(stays log stays).
func measureStageTimes(histories: [DealHistory], stages: OpenStages) -> [StageTime] {
    var ended = [[Int]](repeating: [], count: stages.count)
    var ongoing = ended
    for history in histories {
        for stay in history.stays {
            if stay.end == .open { ongoing[stay.stage].append(stay.days) } else { ended[stay.stage].append(stay.days) }
        }
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
    // By stage: the last of the deals that was met there, with its first entry.
    var entries = [(deal: Int, wentOn: Bool, since: Day)](repeating: (-1, false, asOf), count: stages.count)
    for (deal, history) in histories.enumerated() {
        // Backwards: what came later is known when the first stay in a stage is met. Time that a deal was closed and
        // reopened is not in its stays, which makes it younger than it is.
        var since = history.closedDay ?? asOf
        var latest = -1
        var wasWon = history.outcome == .won
        for stay in history.stays.reversed() {
            since = since - stay.days
            wasWon = wasWon || stay.end == .won
            entries[stay.stage] = (deal, wasWon || latest > stay.stage, since)
            latest = max(latest, stay.stage)
        }
        for (stage, entry) in entries.enumerated() where entry.deal == deal {
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

/// Stages by the money that waits in them beyond the usual time; those where nothing does are not in it. O(deals).
func measureBottlenecks(deals: [StandingDeal], stageTimes: [StageTime]) -> [Bottleneck] {
    var late = [(count: Int, amount: Int, amountDays: Int)](repeating: (0, 0, 0), count: stageTimes.count)
    let medians = stageTimes.map(\.median)
    for deal in deals {
        guard let median = medians[deal.stage], deal.daysInStage > median else { continue }
        late[deal.stage].count += 1
        late[deal.stage].amount += deal.amount
        late[deal.stage].amountDays += deal.amount * (deal.daysInStage - median)
    }
    return stageTimes.indices.filter { late[$0].count > 0 }
        .sorted { late[$0].amountDays != late[$1].amountDays ? late[$0].amountDays > late[$1].amountDays : $0 < $1 }
        .map { index in
            Bottleneck(
                stage: stageTimes[index].stage, usualDays: stageTimes[index].median ?? 0, lateCount: late[index].count,
                lateAmount: late[index].amount, amountDays: late[index].amountDays,
                meanDelayDays: Double(late[index].amountDays) / Double(late[index].amount))
        }
}
