import Quantities
import Records
import RouteSolver

/// The finished day with its timetable. `waiting` are the nodes that are in no day.
func routeDay(_ day: Int, week: WeekProblem, routes: WeekRoutes, waiting: [Int], isProven: Bool) -> RouteDay {
    let workDay = week.workDays[day]
    let order = Array(routes.visits(on: day))
    // The search keeps to the same rules, so the table is only missing for an empty day.
    guard !order.isEmpty, let table = Timetable(order: order, on: day, week.problem) else {
        return RouteDay(
            day: workDay.day, hours: workDay.hours, stops: [], departure: workDay.hours.from,
            back: workDay.hours.from, lunch: nil, lastLeg: .none, driving: .zero, distance: .zero,
            isProvenBestOrder: isProven)
    }
    let stations = [0] + order + [0]
    let isFlat = week.problem.days[day].traffic.isFlat
    let legs = zip(zip(stations, stations.dropFirst()), table.drives).map { pair, minutes in
        var leg = week.matrix.leg(from: pair.0, to: pair.1)
        if !isFlat { leg.driving = Seconds(minutes * 60) }
        return leg
    }
    let stops = order.indices.map { index in
        let candidate = week.candidates[order[index] - 1]
        let latest = routes.latest[day * routes.stride + index + 1]
        let latestArrival = table.isHungryOnArrival[index] ? latest.hungry : latest.fed
        return Stop(
            customerID: candidate.customer.id, leg: legs[index],
            arrival: TimeOfDay(minutes: table.arrivals[index]), start: TimeOfDay(minutes: table.starts[index]),
            end: TimeOfDay(minutes: table.ends[index]), slackMinutes: latestArrival - table.arrivals[index],
            reason: candidate.reason(on: workDay.day),
            nearby: nearby(after: order[index], before: stations[index + 2], on: day, week: week, waiting: waiting),
            visitNumber: candidate.number, isPublished: candidate.published?.day == workDay.day)
    }
    var outline = RouteDay(
        day: workDay.day, hours: workDay.hours, stops: stops, departure: TimeOfDay(minutes: table.departure),
        back: TimeOfDay(minutes: table.back),
        lunch: table.lunch.map {
            TimeWindow(from: TimeOfDay(minutes: $0.lowerBound), until: TimeOfDay(minutes: $0.upperBound))
        },
        lastLeg: legs[order.count], driving: legs.reduce(.zero) { $0 + $1.driving },
        distance: legs.reduce(.zero) { $0 + $1.distance }, isProvenBestOrder: isProven)
    if !isProven {
        let nodes = [0] + order
        let costs = nodes.flatMap { from in nodes.map { Int32(week.problem.drive(from, $0)) } }
        outline.leastDriving = Seconds(tourLowerBound(costs: costs, nodeCount: nodes.count))
    }
    return outline
}

/// Detours beyond this are not nearby.
private let longestDetour = 30 * 60

/// The three waiting customers that could be visited on that day with the least detour between two stations.
private func nearby(
    after stop: Int, before next: Int, on day: Int, week: WeekProblem, waiting: [Int]
) -> [NearbyCustomer] {
    let problem = week.problem
    return
        waiting
        .filter { problem.isAllowed($0, on: day) && week.candidates[$0 - 1].meeting == nil }
        .map { (detour: problem.drive(stop, $0) + problem.drive($0, next) - problem.drive(stop, next), node: $0) }
        .filter { $0.detour <= longestDetour }
        .sorted { $0 < $1 }
        .prefix(3)
        .map {
            NearbyCustomer(
                customerID: week.candidates[$0.node - 1].customer.id, detour: Seconds(max(0, $0.detour)))
        }
}
