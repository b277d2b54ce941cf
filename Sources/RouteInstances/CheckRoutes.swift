/// One vehicle's drive from the depot and back.
package struct InstanceRoute: Sendable, Hashable {
    /// Counted from 0.
    package var day: Int
    /// Positions of the customers in the instance, without the depot.
    package var stops: [Int]

    package init(day: Int = 0, stops: [Int]) {
        self.day = day
        self.stops = stops
    }
}

/// What an answer is worth, found from the instance and the routes alone.
package struct RouteCheck: Sendable, Hashable {
    /// Driving of all routes plus the prizes of customers left out.
    package var cost: Double
    /// Positions of the customers that no route visits.
    package var unvisited: [Int]
    package var violations: [RouteViolation]

    package init(cost: Double, unvisited: [Int], violations: [RouteViolation]) {
        self.cost = cost
        self.unvisited = unvisited
        self.violations = violations
    }
}

/// Recomputes the cost of routes and finds every rule that they break.
///
/// It shares no code with any search: it walks each route in `Double`, waits where a window has not opened, and adds up.
/// Distances, times, service times and prizes are rounded as `rounding` says, all alike, as PyVRP does:
///
/// - `dimacs`: the cost counts tenths, so C1_10_5 (vrptw1000) of 42434.8 is 424,348 here. The best known costs of the
///   prize-collecting set, such as 243,955 of C1_10_3, are in tenths already.
/// - `nearest`: costs as those of TSPLIB and of files that PyVRP reads with `round`.
/// - `none`: Solomon's and Cordeau's; the best known costs have two decimals.
///
/// A sum may exceed its limit by 10⁻⁶. O(stops + customers × days).
package func checkRoutes(_ routes: [InstanceRoute], of instance: RouteInstance, rounding: CostRounding) -> RouteCheck {
    var check = RouteCheck(cost: 0, unvisited: [], violations: [])
    var visitDays = [UInt64](repeating: 0, count: instance.places.count)
    var routesOfDay = [Int](repeating: 0, count: instance.days.count)
    for (number, route) in routes.enumerated() where !route.stops.isEmpty {
        guard instance.days.indices.contains(route.day) else {
            check.violations.append(RouteViolation(.unknownDay, route: number))
            continue
        }
        routesOfDay[route.day] += 1
        var known: [Int] = []
        for stop in route.stops {
            guard instance.places.indices.contains(stop), stop != instance.depot else {
                check.violations.append(RouteViolation(.unknownPlace, route: number, place: stop))
                continue
            }
            if visitDays[stop] >> UInt64(route.day) & 1 == 1 {
                check.violations.append(RouteViolation(.twice, route: number, place: stop))
            }
            visitDays[stop] |= 1 << UInt64(route.day)
            known.append(stop)
        }
        let walk = RouteWalk(known, day: route.day, of: instance, rounding: rounding)
        check.cost += walk.driving
        check.violations += walk.violations.map {
            RouteViolation($0.rule, route: number, place: $0.place, excess: $0.excess)
        }
    }
    for count in routesOfDay where count > instance.fleetSize {
        check.violations.append(RouteViolation(.fleet, excess: Double(count - instance.fleetSize)))
    }
    for customer in instance.customers {
        let place = instance.places[customer]
        if visitDays[customer] == 0 {
            check.unvisited.append(customer)
            check.cost += rounding.cost(place.prize)
            if place.prize == 0 { check.violations.append(RouteViolation(.missing, place: customer)) }
        } else if !place.patterns.contains(visitDays[customer]) {
            check.violations.append(RouteViolation(.pattern, place: customer))
        }
    }
    return check
}

/// One route walked stop by stop.
private struct RouteWalk {
    var driving = 0.0
    var violations: [RouteViolation] = []

    init(_ stops: [Int], day: Int, of instance: RouteInstance, rounding: CostRounding) {
        let limits = instance.days[day]
        let tolerance = 1e-6
        func rounded(_ value: Double) -> Double { value.isFinite ? rounding.cost(value) : value }

        let depot = instance.places[instance.depot]
        var here = instance.depot
        var clock = rounded(depot.earliest)
        var service = 0.0
        var load = 0.0
        for stop in stops + [instance.depot] {
            let leg = rounding.cost(instance.distance(here, stop))
            let place = instance.places[stop]
            driving += leg
            clock += leg
            here = stop
            let late = clock - rounded(place.latest)
            if late > tolerance { violations.append(RouteViolation(.window, place: stop, excess: late)) }
            guard stop != instance.depot else { continue }
            clock = max(clock, rounded(place.earliest)) + rounded(place.service)
            service += rounded(place.service)
            load += place.demand
        }
        if load > limits.capacity + tolerance {
            violations.append(RouteViolation(.capacity, excess: load - limits.capacity))
        }
        let long = driving + service - rounded(limits.duration)
        if long > tolerance { violations.append(RouteViolation(.duration, excess: long)) }
    }
}
