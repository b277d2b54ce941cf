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
        // Kind and stage by the mean of the first four weeks of age, where most deals are, over three seeds.
        var ratios = [[Double]](repeating: [], count: 5)
        for seed: UInt64 in 1...3 {
            let cells = HazardCells(simulated(seed: seed), stages: 2, asOf: day(11, 13))
            let hazards = StageHazards(cells, stages: OpenStages(stages), priorDeals: 20, asOf: day(11, 13))
            for week in 0..<4 {
                // About 130 days of six new deals count: one cell's error is 9 to 21 %, that of moves 6 to 8 %.
                let cells = [
                    hazards.won[0][week] / StageHazardsTests.won[0], hazards.won[1][week] / StageHazardsTests.won[1],
                    hazards.lost[0][week] / StageHazardsTests.lost[0],
                    hazards.lost[1][week] / StageHazardsTests.lost[1],
                    hazards.moved[0][week][1] / StageHazardsTests.moved,
                ]
                for (kind, ratio) in cells.enumerated() {
                    ratios[kind].append(ratio)
                    #expect(abs(ratio - 1) < (kind == 4 ? 0.25 : 0.5))
                }
                #expect(hazards.moved[1][week].allSatisfy { $0 == 0 })
            }
            #expect(hazards.wonSeason.allSatisfy { abs($0 - 1) < 0.4 })

            // What a new deal comes to in the end: 0.004 ÷ 0.042, and 0.03 ÷ 0.042 of them go on to 0.02 ÷ 0.03.
            let truth = 0.004 / 0.042 + 0.03 / 0.042 * 0.02 / 0.03
            let chances = WinChances(hazards: hazards, horizons: [730], asOf: day(11, 13))
            #expect(abs(chances.chance(stage: 0, age: 0, within: 730) - truth) < 0.03)
        }
        let means = ratios.map { $0.reduce(0, +) / Double($0.count) }
        #expect(means.allSatisfy { abs($0 - 1) < 0.15 })
        // The standard error of all together is 1.7 %: a wrong time scale can't hide in it.
        #expect(abs(means.reduce(0, +) / Double(means.count) - 1) < 0.06)
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
        func exposed(_ cells: HazardCells) -> Double { cells.blocks.reduce(0.0) { $0 + $1.daysToClose.reduce(0, +) } }
        func won(_ cells: HazardCells) -> Double { cells.blocks.reduce(0.0) { $0 + $1.won.reduce(0, +) } }
        let cells = HazardCells(histories(closedFrom: 100), stages: 2, asOf: day(4, 30))
        // Day 100 counts for all hundred, the last for ten.
        #expect(exposed(cells) == Double((1...10).reduce(0) { $0 + $1 * 10 }))
        #expect(won(cells) == 100)

        // One mistyped closing of the year before neither counts nor makes the days after it count.
        let (created, closed) = (day(1, 1, year: 2025), day(2, 1, year: 2025))
        let mistyped = DealHistory(
            createdDay: created, closedDay: closed, outcome: .won,
            stays: [StageStay(stage: 0, days: closed - created, end: .won)], stayStarts: [created], promises: [])
        let with = HazardCells(histories(closedFrom: 100) + [mistyped], stages: 2, asOf: day(4, 30))
        #expect(exposed(with) == exposed(cells) && won(with) == 100)
    }

    @Test func `a date a century ago costs neither blocks nor days`() {
        let asOf = day(11, 13)
        let created = day(1, 1, year: 1900)
        let old = DealHistory(
            createdDay: created, closedDay: nil, outcome: .open,
            stays: [StageStay(stage: 0, days: asOf - created, end: .open)], stayStarts: [created], promises: [])
        let cells = HazardCells([old], stages: 2, asOf: asOf)
        #expect(cells.blocks.count < 250)
        #expect(cells.blocks.first?.first == asOf - HazardCells.longest && cells.blocks.last?.last == asOf)
        // All of it at the oldest age.
        let moves = cells.blocks.reduce(0.0) { $0 + $1.daysToMove[StageHazards.weeks - 1] }
        #expect(moves == Double(HazardCells.longest + 1))
        #expect(cells.blocks.allSatisfy { $0.daysToMove.prefix(StageHazards.weeks - 1).allSatisfy { $0 == 0 } })

        // Of one that closed then nothing is left.
        let gone = DealHistory(
            createdDay: created, closedDay: created + 30, outcome: .lost,
            stays: [StageStay(stage: 0, days: 30, end: .lost)], stayStarts: [created], promises: [])
        #expect(HazardCells([gone], stages: 2, asOf: asOf).blocks.allSatisfy { $0.lost.allSatisfy { $0 == 0 } })
    }
}
