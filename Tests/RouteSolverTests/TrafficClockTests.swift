import Quantities
import Testing

@testable import RouteSolver

@Suite struct TrafficClockTests {
    /// Steps of random length and factor over a random part of the day.
    static func clock(_ random: inout SeededRandom) -> (clock: TrafficClock, factors: [Double]) {
        var factors: [Double] = []
        let length = random.integer(in: 0..<1500)
        while factors.count < length {
            let factor = 0.2 + random.unit() * [0.0, 1.5, 4.8][random.integer(in: 0..<3)]
            factors += Array(repeating: factor, count: random.integer(in: 1..<200))
        }
        return (TrafficClock(factors: factors), factors)
    }

    @Test func `on empty roads a drive takes its time rounded up to whole minutes`() {
        #expect(TrafficClock.flat.isFlat)
        #expect(TrafficClock(factors: [1, 1, .nan]).isFlat)
        #expect(TrafficClock.flat.arrival(leaving: 480, base: 601) == 491)
        #expect(TrafficClock.flat.departure(arriving: 491, base: 601) == 480)
        #expect(TrafficClock.flat.arrivalSecond(leaving: 480, base: 601) == 1081)
    }

    @Test func `a drive slows down where the traffic begins`() {
        // From 07:00 to 09:00 everything takes 1.5 times as long.
        let clock = TrafficClock(factors: (0..<1440).map { (420..<540).contains($0) ? 1.5 : 1 })
        #expect(!clock.isFlat)
        // 06:40 to 07:00 twenty minutes on empty roads, the ten minutes left take fifteen.
        #expect(clock.arrival(leaving: 400, base: 1800) == 435)
        #expect(clock.departure(arriving: 435, base: 1800) == 400)
        #expect(clock.departure(arriving: 434, base: 1800) == 399)
        #expect(clock.arrival(leaving: 420, base: 3600) == 510)
        #expect(clock.arrivalSecond(leaving: 420 * 60 + 30, base: 60) == 422 * 60)
        // 08:50 to 09:00 does six minutes and forty seconds, the rest is free.
        #expect(clock.arrival(leaving: 530, base: 1200) == 554)
        #expect(clock.arrivalSecond(leaving: 530 * 60, base: 1200) == 540 * 60 + 800)
    }

    @Test(arguments: 1...200 as ClosedRange<UInt64>)
    func `leaving by the departure and arriving by the arrival say the same`(seed: UInt64) {
        var random = SeededRandom(seed: seed, stream: "traffic")
        let (clock, _) = TrafficClockTests.clock(&random)
        for _ in 0..<50 {
            let base = random.integer(in: 0..<[1, 300, 20_000][random.integer(in: 0..<3)])
            let leaving = random.integer(in: -200..<1700)
            let arrival = clock.arrival(leaving: leaving, base: base)
            #expect(arrival >= leaving)
            #expect(clock.departure(arriving: arrival, base: base) >= leaving)
            #expect(clock.departure(arriving: arrival - 1, base: base) < leaving)
            let departure = clock.departure(arriving: leaving, base: base)
            #expect(clock.arrival(leaving: departure, base: base) <= leaving)
            #expect(clock.arrival(leaving: departure + 1, base: base) > leaving)

            let second = random.integer(in: -9_000..<100_000)
            let there = clock.arrivalSecond(leaving: second, base: base)
            #expect(there >= second)
            #expect(clock.departureSecond(arriving: there, base: base) >= second)
            #expect(clock.departureSecond(arriving: there - 1, base: base) < second)
            let back = clock.departureSecond(arriving: second, base: base)
            #expect(clock.arrivalSecond(leaving: back, base: base) <= second)
            #expect(clock.arrivalSecond(leaving: back + 1, base: base) > second)
        }
    }

    @Test(arguments: 1...50 as ClosedRange<UInt64>)
    func `nobody arrives earlier by leaving later or by driving farther`(seed: UInt64) {
        var random = SeededRandom(seed: seed, stream: "fifo")
        let (clock, _) = TrafficClockTests.clock(&random)
        let base = random.integer(in: 0..<10_000)
        let minutes = Array(-100...1600)
        let arrivals = minutes.map { clock.arrival(leaving: $0, base: base) }
        let departures = minutes.map { clock.departure(arriving: $0, base: base) }
        #expect(zip(arrivals, arrivals.dropFirst()).allSatisfy { $0 <= $1 })
        #expect(zip(departures, departures.dropFirst()).allSatisfy { $0 <= $1 })
        let farther = (0..<300).map { clock.arrival(leaving: 500, base: base + $0 * 7) }
        #expect(zip(farther, farther.dropFirst()).allSatisfy { $0 <= $1 })
    }

    @Test(arguments: 1...100 as ClosedRange<UInt64>)
    func `the drive takes what driving it second by second takes`(seed: UInt64) {
        var random = SeededRandom(seed: seed, stream: "drive")
        let (clock, factors) = TrafficClockTests.clock(&random)
        let base = random.integer(in: 1..<7_000)
        let leaving = random.integer(in: 0..<80_000)
        var second = leaving
        var left = Double(base)
        while left > 1e-6 {
            let factor = second / 60 < min(factors.count, 1440) ? factors[second / 60] : 1
            left -= 1 / factor
            second += 1
        }
        // The clock rounds in favour of nobody: at most one second off where a drive ends on a second.
        #expect(abs(clock.arrivalSecond(leaving: leaving, base: base) - second) <= 1)
        #expect(clock.arrival(leaving: leaving / 60, base: base) >= leaving / 60 + base / 60 / 5)
    }

    @Test func `factors out of all bounds are held`() {
        let clock = TrafficClock(factors: [0, -4, .infinity, 1e300] + Array(repeating: 20, count: 2000))
        #expect(clock.arrival(leaving: 100, base: 60) == 110)
        #expect(clock.arrival(leaving: 1439, base: 600) == 1439 + 11)
    }
}
