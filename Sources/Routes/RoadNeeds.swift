import Geo
package import Records
package import Roads

/// The drives that plans are likely to look at, for a road engine to be asked about: between each rep's home and each of
/// their customers, there and back, and between each customer and its `neighbours` nearest ones of the same rep.
///
/// A planner that minimises driving hardly ever goes from one customer past forty others; what a plan drives beyond these
/// is asked for afterwards (`roadGaps`). So the pairs grow linearly: at most 2 × (neighbours + 1) a customer. Sorted, each
/// pair once. About O(n √n k) for n customers of a rep.
package func roadNeeds(in book: SalesBook, inputs: ResolvedPlanInputs, neighbours: Int) -> [RoadPair] {
    var pairs: Set<RoadPair> = []
    for rep in repsToPlan(in: book, inputs: inputs) {
        let customers = (book.customersByRep[rep.id] ?? []).compactMap { customer -> RoadPlace? in
            guard customer.isActive, let point = customer.place, !point.isNullIsland else { return nil }
            return RoadPlace(point)
        }
        let home = rep.home.flatMap { $0.isNullIsland ? nil : RoadPlace($0) }
        pairs.formUnion(roadNeeds(home: home, customers: customers, neighbours: neighbours))
    }
    return pairs.sorted()
}

/// The same for one rep; in no order. Places may be there twice.
package func roadNeeds(home: RoadPlace?, customers: [RoadPlace], neighbours: Int) -> Set<RoadPair> {
    let places = Set(customers).sorted()
    let points = places.map(\.point)
    var pairs: Set<RoadPair> = []
    for (index, place) in places.enumerated() {
        if let home, home != place {
            pairs.insert(RoadPair(from: home, to: place))
            pairs.insert(RoadPair(from: place, to: home))
        }
        for other in nearest(to: index, among: points, count: neighbours) {
            pairs.insert(RoadPair(from: place, to: places[other]))
            pairs.insert(RoadPair(from: places[other], to: place))
        }
    }
    return pairs
}

/// Indices of the nearest points in order; of two as near the first. `points` go from south to north: the search goes
/// outward from the point's own latitude and ends where latitude alone is too far.
private func nearest(to index: Int, among points: [GeoPoint], count: Int) -> [Int] {
    // A degree of latitude on the sphere; a little less, so that rounding never ends the search too soon.
    let degree = GeoPoint.earthRadius * .pi / 180 * 0.999_999
    let centre = points[index]
    var found: [(distance: Double, index: Int)] = []
    found.reserveCapacity(count + 1)
    var (south, north) = (index - 1, index + 1)
    while south >= 0 || north < points.count {
        let below = south >= 0 ? centre.latitude - points[south].latitude : .infinity
        let above = north < points.count ? points[north].latitude - centre.latitude : .infinity
        if found.count == count, let last = found.last, min(below, above) * degree > last.distance { break }
        let other = below <= above ? south : north
        if below <= above { south -= 1 } else { north += 1 }
        let candidate = (distance: centre.distance(to: points[other]), index: other)
        if found.count == count, let last = found.last, candidate >= last { continue }
        found.insert(candidate, at: found.firstIndex { candidate < $0 } ?? found.count)
        if found.count > count { found.removeLast() }
    }
    return found.map(\.index)
}

/// Drives of the plans that are estimated, each pair once, sorted: what is left to ask about.
package func roadGaps(in plans: [RepPlan], of book: SalesBook) -> [RoadPair] {
    Set(
        plans.flatMap { plan -> [RoadPair] in
            guard let rep = book.repByID[plan.repID] else { return [] }
            return plan.days.flatMap { $0.drives(of: rep, in: book) }
                .filter { $0.leg.source == .estimate && !$0.isOnTheSpot }.map(\.pair)
        }
    ).sorted()
}

/// The gaps, and the drives between the three places nearest to either end, there and back: a plan that is refused one way
/// from town to town on closer look would take the next one, and that would be asked for in the next round. Sorted.
/// O(gaps × places of a rep).
package func roadsAround(_ gaps: [RoadPair], of plans: [RepPlan], in book: SalesBook) -> [RoadPair] {
    let gapsByOrigin = Dictionary(grouping: gaps, by: \.from)
    var pairs = Set(gaps)
    for plan in plans {
        let places = Set(plan.places(in: book).map { RoadPlace($0.point) }).sorted()
        let points = places.map(\.point)
        var ends: [RoadPlace: [RoadPlace]] = [:]
        func neighbourhood(_ index: Int) -> [RoadPlace] {
            if let known = ends[places[index]] { return known }
            let found = [places[index]] + nearest(to: index, among: points, count: 3).map { places[$0] }
            ends[places[index]] = found
            return found
        }
        let indices = Dictionary(uniqueKeysWithValues: places.enumerated().map { ($1, $0) })
        for (index, place) in places.enumerated() {
            for gap in gapsByOrigin[place] ?? [] {
                guard let end = indices[gap.to] else { continue }
                for from in neighbourhood(index) {
                    for to in neighbourhood(end) where from != to {
                        pairs.insert(RoadPair(from: from, to: to))
                        pairs.insert(RoadPair(from: to, to: from))
                    }
                }
            }
        }
    }
    return pairs.sorted()
}

/// Every drive between two places that the plans of these reps looked at, sorted: after it, nothing that the plan could
/// use is left to ask about. Grows with the square of a rep's due customers.
package func allRoadPairs(of plans: [RepPlan], in book: SalesBook) -> [RoadPair] {
    Set(
        plans.flatMap { plan -> [RoadPair] in
            let places = plan.places(in: book).map { RoadPlace($0.point) }
            return places.flatMap { from in places.filter { $0 != from }.map { RoadPair(from: from, to: $0) } }
        }
    ).sorted()
}
