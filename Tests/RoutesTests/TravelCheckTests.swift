import Config
import Foundation
import Geo
import Quantities
import Records
import Testing

@testable import Routes

@Suite struct TravelCheckTests {
    /// A country whose drives take `pace` times what the default bands say, give or take.
    private func legs(_ count: Int, pace: Double = 1.5, noise: Double = 0.2, seed: UInt64 = 1) -> [TravelLeg] {
        var random = SeededRandom(seed: seed, stream: "legs")
        let estimate = TravelSettings().estimate
        return (0..<count).map { _ in
            let distance = 300 + random.unit() * 30_000
            let exact = estimate.exactLeg(greatCircle: distance)
            let factor = pace * (1 - noise + 2 * noise * random.unit())
            return TravelLeg(
                greatCircle: distance, seconds: exact.seconds * factor, metres: exact.metres * 1.1,
                isJudged: random.next() & 1 == 0)
        }
    }

    /// Gaps of such legs: half of them straight, the others with a wait; in whole five minutes.
    private func logged(_ count: Int, seed: UInt64 = 1) -> [TravelLeg] {
        var random = SeededRandom(seed: seed, stream: "log")
        return legs(count, seed: seed).map { leg in
            var leg = leg
            leg.metres = nil
            if random.unit() < 0.45 { leg.seconds += 3600 * random.unit() }
            leg.seconds = (leg.seconds / 300).rounded(.up) * 300
            return leg
        }
    }

    @Test func `a fit to a matrix finds its pace and roads`() throws {
        let check = checkTravel(TravelSettings(), against: legs(2000))
        #expect(check.legs == 2000)
        #expect((900...1100).contains(check.total.legs))
        #expect(abs(check.total.before.medianRatio - 1.5) < 0.03)
        #expect(abs(check.total.before.bias + 1 / 3.0) < 0.03)
        let bands = try #require(check.fittedBands)
        // Within 3 % of what the drives were made with, but for the last band, which has no legs.
        for (own, band) in zip(TravelSettings().bands.prefix(3), bands) {
            #expect(abs(band.detour / (own.detour * 1.1) - 1) < 0.03)
            #expect(abs(band.kilometresPerHour / (own.kilometresPerHour * 1.1 / 1.5) - 1) < 0.05)
        }
        #expect(bands[3] == TravelSettings().bands[3])
        let after = try #require(check.total.after)
        #expect(after.meanAbsolute < check.total.before.meanAbsolute / 3)
        #expect(abs(after.relative - 0.1) < 0.02)
        #expect(check.rows.map(\.to) == [2, 10, 40])
        #expect(check.rows.reduce(0) { $0 + $1.legs } == check.total.legs)
        #expect(check.rows.allSatisfy { $0.after != nil })
    }

    @Test func `bands that are as close as any are left alone`() {
        let check = checkTravel(TravelSettings(), against: legs(1000, pace: 1))
        #expect(check.verdict == .closeEnough)
        #expect(check.total.after == nil)
    }

    @Test func `a handful of drives is no sample`() {
        #expect(
            checkTravel(TravelSettings(), against: legs(20)).verdict == .cannotTell(.tooFew(20, needed: 60)))
        #expect(
            checkTravel(TravelSettings(), againstLogged: legs(99)).verdict == .cannotTell(.tooFew(99, needed: 100)))
        #expect(checkTravel(TravelSettings(), againstLogged: []).verdict == .cannotTell(.tooFew(0, needed: 100)))
    }

    @Test(arguments: 1...5 as ClosedRange<UInt64>)
    func `a log in which nearly half of the legs have a wait still gives the pace`(seed: UInt64) throws {
        let check = checkTravel(TravelSettings(), againstLogged: logged(3000, seed: seed))
        let bands = try #require(check.fittedBands)
        let longer = (bands[2].detour / bands[2].kilometresPerHour) / (1.32 / 58)
        // Times written down in five minutes make a half-hour drive two to three minutes longer.
        #expect((1.5...1.75).contains(longer))
        #expect(try #require(check.total.after).meanAbsolute < check.total.before.meanAbsolute)
        // The log knows no roads.
        #expect(bands.map(\.detour) == TravelSettings().bands.map(\.detour))
    }

    @Test func `a log whose visits overlap can't tell`() {
        var random = SeededRandom(seed: 2)
        let overlapping = legs(500).map { leg in
            var leg = leg
            leg.seconds = -1800 + 9000 * random.unit()
            return leg
        }
        guard
            case .cannotTell(.impossible(let share)) = checkTravel(TravelSettings(), againstLogged: overlapping)
                .verdict
        else { return #expect(Bool(false)) }
        #expect((0.1...0.5).contains(share))
    }

    @Test func `gaps that do not grow with distance can't tell`() {
        var random = SeededRandom(seed: 3)
        let random5 = legs(500).map { leg in
            var leg = leg
            leg.seconds = 1500 + 7200 * random.unit()
            return leg
        }
        guard case .cannotTell(.unrelated) = checkTravel(TravelSettings(), againstLogged: random5).verdict
        else { return #expect(Bool(false)) }
    }

    @Test func `the order of legs does not matter to a fit`() {
        var random = SeededRandom(seed: 4)
        let all = legs(600)
        let check = checkTravel(TravelSettings(), against: all)
        let shuffled = checkTravel(TravelSettings(), against: all.shuffled(using: &random))
        #expect(check.verdict == shuffled.verdict)
    }

    @Test func `a rank correlation is 1 for what rises together`() {
        #expect(rankCorrelation([1, 5, 9], [2, 3, 100]) == 1)
        #expect(rankCorrelation([1, 5, 9], [3, 2, 1]) == -1)
        #expect(rankCorrelation([1, 1, 1], [3, 2, 1]) == 0)
        #expect(rankCorrelation([], []) == 0)
    }

    @Test func `the shortest half is the narrowest one`() {
        #expect(TravelFit.shortestHalf([1, 5, 6, 7, 20, 30]) == 1..<4)
        #expect(TravelFit.shortestHalf([4]) == 0..<1)
        #expect(TravelFit.shortestHalf([]) == 0..<0)
        #expect(TravelFit.weightedMedian([(1, 1), (2, 1), (3, 5)]) == 3)
    }
}
