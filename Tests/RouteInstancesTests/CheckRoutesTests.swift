import RouteInstances
import Testing

@Suite struct CheckRoutesTests {
    /// Two days, one vehicle a day, places on a line at 0, 1, … 5 (the depot is 0); customer 5 may be left out.
    private func line() -> RouteInstance {
        var places = (0...5).map { RouteInstance.Place(number: $0) }
        for position in places.indices {
            places[position].x = Double(position)
            places[position].demand = position == 0 ? 0 : 1
            places[position].service = position == 0 ? 0 : 2
            places[position].latest = 30
            places[position].patterns = [0b01, 0b10]
        }
        places[2].patterns = [0b11]
        places[3].earliest = 10
        places[3].latest = 12
        places[5].prize = 7.5
        var instance = RouteInstance(name: "line", places: places)
        instance.days = Array(repeating: RouteInstance.Limits(), count: 2)
        for day in 0..<2 { (instance.days[day].capacity, instance.days[day].duration) = (3, 14) }
        instance.vehiclesPerDay = 1
        return instance
    }

    private let good = [InstanceRoute(day: 0, stops: [1, 2, 3]), InstanceRoute(day: 1, stops: [2, 4])]

    private func rules(_ routes: [InstanceRoute], _ instance: RouteInstance) -> [RouteViolation.Rule] {
        checkRoutes(routes, of: instance, rounding: .none).violations.map(\.rule)
    }

    @Test func `good routes have no violation, and cost their way and the prize left behind`() {
        let check = checkRoutes(good, of: line(), rounding: .none)
        #expect(check == RouteCheck(cost: 6 + 8 + 7.5, unvisited: [5], violations: []))
        #expect(checkRoutes(good, of: line(), rounding: .dimacs).cost == 60 + 80 + 75)
        #expect(checkRoutes(good, of: line(), rounding: .nearest).cost == 6 + 8 + 8)
    }

    @Test func `each planted fault is found, and nothing else`() {
        var late = line()
        late.places[3].latest = 10.5
        late.places[3].earliest = 0
        late.places[2].service = 6.6
        late.days[0].duration = .infinity
        late.days[1].duration = .infinity
        #expect(rules(good, late) == [.window])
        var early = line()
        early.places[0].latest = 14.9
        #expect(rules(good, early) == [.window])
        var weak = line()
        weak.places[4].demand = 2.1
        #expect(rules(good, weak) == [.capacity])
        var short = line()
        short.days[1].duration = 11.9
        #expect(rules(good, short) == [.duration])
        #expect(rules(good + [InstanceRoute(day: 1, stops: [5])], line()) == [.fleet])
        var pair = line()
        pair.vehiclesPerDay = 2
        #expect(rules(good + [InstanceRoute(day: 1, stops: [4])], pair) == [.twice])
        #expect(rules([good[0], InstanceRoute(day: 1, stops: [2])], line()) == [.missing])
        #expect(rules([good[0], InstanceRoute(day: 1, stops: [4])], line()) == [.pattern])
        #expect(rules([good[0], InstanceRoute(day: 1, stops: [2, 4, 1])], line()) == [.pattern])
        #expect(rules(good + [InstanceRoute(day: 2, stops: [5])], line()) == [.unknownDay])
        #expect(rules([good[0], InstanceRoute(day: 1, stops: [2, 4, 9])], line()) == [.unknownPlace])
        #expect(rules([good[0], InstanceRoute(day: 1, stops: [2, 0, 4])], line()) == [.unknownPlace])
    }

    @Test func `waiting counts towards windows but not towards the longest route`() {
        var instance = line()
        instance.days[0].duration = 12
        #expect(rules(good, instance) == [])
        instance.places[0].latest = 15
        #expect(rules(good, instance) == [])
    }

    @Test func `an explicit matrix may be asymmetric`() throws {
        let text = SmallFiles.prizes.replacing("5 0 2 3", with: "50 0 2 3")
        let instance = try readInstance(text, file: "prizes.vrp")
        let there = checkRoutes([InstanceRoute(stops: [1, 3])], of: instance, rounding: .none)
        #expect(there == RouteCheck(cost: 5 + 3 + 7 + 2.55, unvisited: [2], violations: []))
        #expect(checkRoutes([InstanceRoute(stops: [3, 1])], of: instance, rounding: .none).cost == 7 + 3 + 50 + 2.55)
    }

    @Test func `routes out of days and places do no harm`() {
        let absurd = [InstanceRoute(day: -1, stops: [1]), InstanceRoute(day: 0, stops: [-5, 99, 1, 1, 0])]
        #expect(rules(absurd, line()).contains(.unknownDay))
    }
}
