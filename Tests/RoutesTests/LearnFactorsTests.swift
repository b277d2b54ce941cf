import Config
import Foundation
import Geo
import Quantities
import Testing

@testable import Routes

@Suite struct LearnFactorsTests {
    /// Legs of `days` days from Monday to Saturday, eight a day: drives as the estimate says, give or take a fifth, `pace`
    /// times as long, a wait after four in ten, and longer after a begin that `factor` tells.
    private func log(
        days: Int = 300, pace: Double = 1.2, seed: UInt64, factor: (Weekday, Int) -> Double = { _, _ in 1 },
        wait: (Weekday, Int) -> Double = { _, _ in 0.4 }
    ) -> [TravelLeg] {
        var random = SeededRandom(seed: seed, stream: "hours")
        let estimate = TravelSettings().estimate
        var legs: [TravelLeg] = []
        for day in 0..<days {
            let weekday = Weekday.allCases[day % 6]
            let isJudged = random.next() & 1 == 0
            for _ in 0..<8 {
                let minute = 7 * 60 + random.integer(in: 0..<11 * 60)
                let distance = 500 + random.unit() * 20_000
                var seconds = estimate.exactLeg(greatCircle: distance).seconds * pace
                seconds *= 0.8 + 0.2 * (random.unit() + random.unit())
                seconds *= factor(weekday, minute)
                if random.unit() < wait(weekday, minute) { seconds += 3000 * random.unit() }
                legs.append(
                    TravelLeg(
                        greatCircle: distance, seconds: (seconds / 60).rounded() * 60, isJudged: isJudged,
                        begin: .init(weekday: weekday, minute: minute)))
            }
        }
        return legs
    }

    private func isRush(_ weekday: Weekday, _ minute: Int) -> Bool {
        weekday <= .friday && (7 * 60..<9 * 60).contains(minute)
    }

    @Test(arguments: 1...8 as ClosedRange<UInt64>)
    func `slow mornings are found`(seed: UInt64) throws {
        let learnt = learntFactors(
            of: log(seed: seed) { isRush($0, $1) ? 1.4 : 1 }, settings: TravelSettings())
        let factors = try #require(learnt.factors)
        for weekday in [Weekday.monday, .friday] {
            #expect(abs(factors.factor(on: weekday, minute: 8 * 60) - 1.4) < 0.101)
            #expect(factors.factor(on: weekday, minute: 10 * 60) == 1)
            #expect(factors.factor(on: weekday, minute: 12 * 60) == 1)
        }
        #expect(factors.factor(on: .saturday, minute: 8 * 60) == 1)
        #expect(factors.rules.count == 1)
        let judged = try #require(learnt.judged)
        #expect(try #require(judged.after).meanAbsolute < judged.before.meanAbsolute * 0.7)
        #expect(learnt.hours.allSatisfy { $0.legs >= 120 })
    }

    @Test func `where the hour does not matter nothing is offered`() {
        let verdicts = (1...20 as ClosedRange<UInt64>).map { seed in
            learntFactors(of: log(seed: seed), settings: TravelSettings()).verdict
        }
        #expect(verdicts.count { $0 == .found } == 0)
        #expect(verdicts.count { $0 == .alike } == 20)
    }

    @Test(arguments: 1...5 as ClosedRange<UInt64>)
    func `waits in the afternoon are no traffic`(seed: UInt64) {
        let legs = log(seed: seed, wait: { _, minute in minute >= 14 * 60 && minute < 16 * 60 ? 0.55 : 0.25 })
        #expect(learntFactors(of: legs, settings: TravelSettings()).factors == nil)
    }

    @Test func `a doubtful or small log teaches nothing`() {
        let rush = log(days: 300, seed: 1) { isRush($0, $1) ? 1.4 : 1 }
        let overlapping = rush.map { leg in
            var leg = leg
            leg.seconds -= 2400
            return leg
        }
        guard
            case .cannotTell(.impossible) = learntFactors(of: overlapping, settings: TravelSettings()).verdict
        else { return #expect(Bool(false)) }
        #expect(
            learntFactors(of: Array(rush.prefix(400)), settings: TravelSettings()).verdict == .tooFew(needed: 60))
        #expect(
            learntFactors(of: [], settings: TravelSettings()).verdict == .cannotTell(.tooFew(0, needed: 100)))
    }

    @Test func `a rank difference is in standard errors`() {
        #expect(rankDifference([1, 2, 3], [1, 2, 3]) == 0)
        let apart = rankDifference((101...200).map { Double($0) }, (1...100).map { Double($0) })
        #expect(abs(apart - 12.2) < 0.1)
        #expect(rankDifference([1], []) == 0)
    }
}
