import Config
import Quantities
import Records
import Testing

@testable import Forecasting

@Suite struct StageHazardsTests {
    /// Daily chances of the made-up company: constant in each stage.
    static let won = [0.004, 0.02]
    static let lost = [0.008, 0.01]
    static let moved = 0.03

    /// 6,000 deals, six a day, each living through days of these chances until it is closed or the as-of date comes.
    private func simulated(seed: UInt64) -> [DealHistory] {
        var random = SeededRandom(seed: seed, stream: "simulated deals")
        let asOf = day(11, 13)
        return (0..<6_000).map { number in
            let created = asOf - 1_000 + number / 6
            var stays: [StageStay] = []
            var starts: [Day] = []
            var (stage, since, today) = (0, created, created)
            var outcome = Opportunity.Outcome.open
            while outcome == .open, today < asOf {
                today = today + 1
                let unit = random.unit()
                let (win, loss) = (StageHazardsTests.won[stage], StageHazardsTests.lost[stage])
                let end: StageStay.End
                if unit < win {
                    (end, outcome) = (.won, .won)
                } else if unit < win + loss {
                    (end, outcome) = (.lost, .lost)
                } else if stage == 0, unit < win + loss + StageHazardsTests.moved {
                    end = .moved(to: 1)
                } else {
                    continue
                }
                stays.append(StageStay(stage: stage, days: today - since, end: end))
                starts.append(since)
                if outcome == .open { (stage, since) = (1, today) }
            }
            if outcome == .open {
                stays.append(StageStay(stage: stage, days: asOf - since, end: .open))
                starts.append(since)
            }
            return DealHistory(
                createdDay: created, closedDay: outcome == .open ? nil : today, outcome: outcome, stays: stays,
                stayStarts: starts, promises: [])
        }
    }

    @Test func `data made from known chances gives them back within their error`() {
        for seed: UInt64 in 1...3 {
            let cells = HazardCells(simulated(seed: seed), stages: 2, asOf: day(11, 13))
            let hazards = StageHazards(cells, stages: OpenStages(stages), priorDeals: 20, asOf: day(11, 13))
            // The first weeks, where most deals are. The error of each is some 10 %: about 130 days of six new deals count.
            for week in 0..<4 {
                for stage in 0...1 {
                    #expect(abs(hazards.won[stage][week] / StageHazardsTests.won[stage] - 1) < 0.4)
                    #expect(abs(hazards.lost[stage][week] / StageHazardsTests.lost[stage] - 1) < 0.4)
                }
                #expect(abs(hazards.moved[0][week][1] / StageHazardsTests.moved - 1) < 0.25)
                #expect(hazards.moved[1][week].allSatisfy { $0 == 0 })
            }
            #expect(hazards.wonSeason.allSatisfy { abs($0 - 1) < 0.4 })

            // What a new deal comes to in the end: 0.004 ÷ 0.042, and 0.03 ÷ 0.042 of them go on to 0.02 ÷ 0.03.
            let truth = 0.004 / 0.042 + 0.03 / 0.042 * 0.02 / 0.03
            let chances = WinChances(hazards: hazards, horizons: [730], asOf: day(11, 13))
            #expect(abs(chances.chance(stage: 0, age: 0, within: 730) - truth) < 0.03)
        }
    }

    @Test func `won, lost and open add up to one whatever the chances, seasons and levels`() {
        var random = SeededRandom(seed: 7, stream: "random hazards")
        for _ in 0..<10 {
            var hazards = StageHazards(nil, stages: OpenStages(stages), priorDeals: 20, asOf: day(11, 13))
            func row() -> [Double] { (0..<StageHazards.weeks).map { _ in random.unit() * random.unit() } }
            hazards.won = [row(), row()]
            hazards.lost = [row(), row()]
            hazards.moved = (0...1).map { stage in row().map { stage == 0 ? [0, $0] : [$0, 0] } }
            hazards.wonSeason = (0..<SellingCalendar.weeks).map { _ in random.unit() * 3 }
            hazards.lostSeason = (0..<SellingCalendar.weeks).map { _ in random.unit() * 3 }
            let levels = (0..<40).map { _ in random.unit() * 4 }
            let chances = WinChances(
                hazards: hazards, horizons: [0, 1, 7, 30, 90], asOf: day(11, 13), levels: levels, multiplier: 1.7)
            for stage in 0...1 {
                for age in [0, 1, 6, 7, 50, 370, 900] {
                    let (won, lost) = chances.chances(stage: stage, age: age)
                    #expect(won == won.sorted() && lost == lost.sorted() && won[0] == 0 && lost[0] == 0)
                    #expect(zip(won, lost).allSatisfy { $0 >= 0 && $1 >= 0 && 1 - $0 - $1 >= -1e-9 })
                }
            }
        }
    }

    @Test func `days before the first closing are no evidence against closing`() {
        // The book begins with a hundred old deals; those that closed before are not in it.
        func histories(closedFrom: Int) -> [DealHistory] {
            (0..<100).map { number in
                let created = day(1, 1)
                let closed = created + closedFrom + number / 10
                return DealHistory(
                    createdDay: created, closedDay: closed, outcome: .won,
                    stays: [StageStay(stage: 0, days: closed - created, end: .won)], stayStarts: [created],
                    promises: [])
            }
        }
        let cells = HazardCells(histories(closedFrom: 100), stages: 2, asOf: day(4, 30))
        let exposed = cells.blocks.reduce(0.0) { $0 + $1.daysToClose.reduce(0, +) }
        // Day 100 counts for all hundred, the last for ten.
        #expect(exposed == Double((1...10).reduce(0) { $0 + $1 * 10 }))
        #expect(cells.blocks.reduce(0.0) { $0 + $1.won.reduce(0, +) } == 100)
    }
}
