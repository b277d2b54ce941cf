import Geo
package import Records
package import Roads

/// A drive of a planned day with both of its ends.
package struct PlanDrive: Sendable, Hashable {
    package var from: TravelPlace
    package var to: TravelPlace
    package var leg: Leg

    package var pair: RoadPair { RoadPair(from: RoadPlace(from.point), to: RoadPlace(to.point)) }
    /// True where both ends are one place to a road engine.
    package var isOnTheSpot: Bool { pair.from == pair.to }
}

extension RouteDay {
    /// The day's drives in order, from home past the stops and home again; empty on a day without stops.
    package func drives(of rep: Rep, in book: SalesBook) -> [PlanDrive] {
        guard let home = rep.home, !stops.isEmpty else { return [] }
        let base = TravelPlace(homeOf: rep.id, point: home)
        let places =
            [base]
            + stops.compactMap { stop in
                book.customerByID[stop.customerID]?.place.map {
                    TravelPlace(customer: stop.customerID, point: $0)
                }
            } + [base]
        guard places.count == stops.count + 2 else { return [] }
        return zip(zip(places, places.dropFirst()), stops.map(\.leg) + [lastLeg]).map { ends, leg in
            PlanDrive(from: ends.0, to: ends.1, leg: leg)
        }
    }
}

extension RepPlan {
    /// Everyone who was looked at in any of the weeks, planned or not, with a place; sorted by id, home first.
    package func places(in book: SalesBook) -> [TravelPlace] {
        let home = book.repByID[repID]?.home.flatMap { $0.isNullIsland ? nil : TravelPlace(homeOf: repID, point: $0) }
        let customers = Set(
            weeks.flatMap { week in
                week.days.flatMap { $0.stops.map(\.customerID) } + week.unserved.map(\.customerID)
            })
        return [home].compactMap { $0 }
            + customers.sorted().compactMap { id in
                book.customerByID[id]?.place.flatMap {
                    $0.isNullIsland ? nil : TravelPlace(customer: id, point: $0)
                }
            }
    }
}
