import Config
import Geo
import Quantities
import Records
import RouteSolver
import Testing

@testable import Routes

/// Plans through traffic: each leg takes what the hour makes of it, and everything still holds.
@Suite struct TrafficPlanTests {
    private func factors(_ seed: UInt64) -> TravelFactors {
        var random = SeededRandom(seed: seed, stream: "traffic")
        return TravelFactors(
            (0..<random.integer(in: 1..<5)).map { _ in
                let from = random.integer(in: 5..<18)
                return TravelFactors.Rule(
                    days: [.monday, .tuesday, .wednesday, .thursday, .friday].filter { _ in random.next() & 1 == 0 },
                    hours: TimeWindow(
                        from: TimeOfDay(from, 0), until: TimeOfDay(from + 1 + random.integer(in: 0..<4), 30)),
                    factor: 0.5 + 2 * random.unit())
            })
    }

    @Test(arguments: 1...200 as ClosedRange<UInt64>)
    func `each leg takes what the traffic of its hour makes of it, and no window breaks`(seed: UInt64) throws {
        var world = RandomWorld(seed: seed, count: 14, steps: 30)
        world.planning.weeks = 1
        var travel = TravelSettings()
        travel.factors = factors(seed)
        let plan = weeksPlan(of: world.rep, in: world.bookOfTwo, PlanInputs(), world.planning, travel: travel)
        let book = world.bookOfTwo
        let estimate = GreatCircleTravel(travel)
        for day in plan.weeks[0].days where !day.stops.isEmpty {
            let clock = travel.factors.clock(on: day.day.weekday)
            var from = try #require(world.rep.home)
            var left = day.departure
            #expect(day.departure >= day.hours.from && day.back <= day.hours.until)
            for stop in day.stops {
                let place = try #require(book.customerByID[stop.customerID]?.place)
                let parking = stop.leg.driving.count == 0 ? 0 : travel.accessMinutes * 60
                let base = estimate.leg(from: from, to: place).driving.count + parking
                let starts = stop.arrival + -stop.leg.driving.wholeMinutes
                #expect(starts >= left)
                #expect(clock.arrival(leaving: starts.minutes, base: base) <= stop.arrival.minutes)
                #expect(stop.start >= stop.arrival && stop.slackMinutes >= 0)
                from = place
                left = stop.end
            }
            let home = estimate.leg(from: from, to: world.rep.home ?? from).driving.count
            let starts = day.back + -day.lastLeg.driving.wholeMinutes
            #expect(starts >= left)
            #expect(clock.arrival(leaving: starts.minutes, base: home) <= day.back.minutes)
        }
    }

    @Test func `twice the driving time all day is twice the minutes on the road`() throws {
        var world = RandomWorld(seed: 3, count: 8, steps: 200)
        world.planning.weeks = 1
        var travel = TravelSettings()
        travel.factors = TravelFactors([
            .init(days: Weekday.allCases, hours: TimeWindow(from: TimeOfDay(0, 0), until: .endOfDay), factor: 2)
        ])
        let book = world.bookOfTwo
        let plan = weeksPlan(of: world.rep, in: book, PlanInputs(), world.planning, travel: travel)
        let day = try #require(plan.weeks[0].days.first { !$0.stops.isEmpty })
        let home = try #require(world.rep.home)
        let place = try #require(book.customerByID[day.stops[0].customerID]?.place)
        let base = GreatCircleTravel(travel).leg(from: home, to: place).driving.count + travel.accessMinutes * 60
        #expect(day.stops[0].leg.driving.wholeMinutes == (2 * base + 59) / 60)
    }
}
