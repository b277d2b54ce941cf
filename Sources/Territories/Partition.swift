/// An assignment of customers to reps that knows its hours and what a hand-over would change.
struct Partition {
    let model: WorkloadModel
    private(set) var owner: [Int?]
    /// Visits and driving a year, by rep.
    private(set) var hours: [Double]
    private(set) var driveHours: [Double]
    /// By `site * reps + rep`: customers, those with planned visits, and these visits a year.
    private(set) var present: [Int]
    private var planned: [Int]
    private var visits: [Double]
    /// Customers with a rep, by site.
    private(set) var total: [Int]
    /// See `Mixing.swift`.
    private(set) var mixing = 0.0
    /// All customers by rep.
    private(set) var customersOf: [Int]
    /// Customers with a place, and those with planned visits too, by rep.
    private(set) var placedOf: [Int]
    private var plannedOf: [Int]
    /// Driving hours by cell, kept so that a question about a hand-over works out only what comes after.
    private var cellDrive: [Double]
    private let repCount: Int

    init(_ model: WorkloadModel, owner: [Int?]) {
        self.model = model
        self.owner = owner
        repCount = model.reps.count
        hours = Array(repeating: 0, count: repCount)
        driveHours = hours
        let cells = model.graph.points.count * repCount
        present = Array(repeating: 0, count: cells)
        planned = present
        visits = Array(repeating: 0, count: cells)
        cellDrive = visits
        total = Array(repeating: 0, count: model.graph.points.count)
        placedOf = Array(repeating: 0, count: repCount)
        plannedOf = placedOf
        customersOf = placedOf
        for (index, rep) in owner.enumerated() {
            guard let rep else { continue }
            count(index, rep, 1)
            customersOf[rep] += 1
            hours[rep] += model.visitHours[index]
            if model.site[index] == nil { driveHours[rep] += model.visitsPerYear[index] * model.unplacedDriveHours }
        }
        for site in model.graph.points.indices {
            for rep in 0..<repCount {
                cellDrive[site * repCount + rep] = drive(site, rep)
                driveHours[rep] += cellDrive[site * repCount + rep]
            }
        }
        for rep in 0..<repCount { hours[rep] += driveHours[rep] }
        mixing = model.graph.points.indices.reduce(0) { $0 + mixing(from: $1) }
    }

    /// Seconds from a customer of the rep at that site to the next on a usual day: see `WorkloadModel`. Never more than
    /// from home and back; a customer without another one nearby costs just that.
    func localLeg(_ site: Int, _ rep: Int) -> Double {
        let rank = WorkloadModel.densityRank
        let roundTrip = 2 * model.haul[site * repCount + rep]
        var found = planned[site * repCount + rep] - 1
        if found >= rank { return 0 }
        let range = model.graph.nearRange(site)
        var metres = 0.0
        for position in range {
            let more = planned[model.graph.near[position] * repCount + rep]
            guard more > 0 else { continue }
            found += more
            metres = model.graph.metres[position]
            if found >= rank { return min(roundTrip, model.leg(metres: metres, rank: rank)) }
        }
        guard found > 0 else { return roundTrip }
        if found == plannedOf[rep] - 1 { return min(roundTrip, model.leg(metres: metres, rank: found)) }
        // The next one lies farther than all that were looked at.
        return min(roundTrip, model.leg(metres: range.last.map { model.graph.metres[$0] } ?? 0, rank: found + 1))
    }

    /// Change of hours for the present owner (0 without one) and for `rep`, if that customer went to `rep`.
    mutating func change(_ customer: Int, to rep: Int) -> (from: Double, to: Double) {
        let before = owner[customer]
        let visits = model.visitsPerYear[customer]
        let own = model.visitHours[customer]
        guard let site = model.site[customer] else {
            let hours = own + visits * model.unplacedDriveHours
            return (before == nil ? 0 : -hours, hours)
        }
        guard visits > 0 else { return (0, 0) }
        var from = -knownDrive(around: site, before)
        var to = -knownDrive(around: site, rep)
        // Kept, as (v + x) − x need not be v.
        let known = (before.map { self.visits[site * repCount + $0] }, self.visits[site * repCount + rep])
        if let before { count(customer, before, -1) }
        count(customer, rep, 1)
        from += drive(around: site, before)
        to += drive(around: site, rep)
        count(customer, rep, -1)
        self.visits[site * repCount + rep] = known.1
        if let before {
            count(customer, before, 1)
            if let visits = known.0 { self.visits[site * repCount + before] = visits }
        }
        return (before == nil ? 0 : from - own, to + own)
    }

    /// Gives the customer to `rep`, or to nobody.
    mutating func give(_ customer: Int, to rep: Int?) {
        let before = owner[customer]
        guard before != rep else { return }
        owner[customer] = rep
        let site = model.site[customer]
        let fixed = model.visitsPerYear[customer] * model.unplacedDriveHours
        if let site { mixing -= mixing(around: site) }
        for one in [before, rep].compactMap(\.self) {
            let old = site.map { knownDrive(around: $0, one) } ?? 0
            count(customer, one, one == rep ? 1 : -1)
            customersOf[one] += one == rep ? 1 : -1
            if let site {
                for near in model.graph.watchers[site] { cellDrive[near * repCount + one] = drive(near, one) }
            }
            let new = site.map { knownDrive(around: $0, one) } ?? (one == rep ? fixed : -fixed)
            driveHours[one] += new - old
            hours[one] += new - old + (one == rep ? 1 : -1) * model.visitHours[customer]
        }
        if let site { mixing += mixing(around: site) }
    }

    private mutating func count(_ customer: Int, _ rep: Int, _ sign: Int) {
        guard let site = model.site[customer] else { return }
        let cell = site * repCount + rep
        present[cell] += sign
        placedOf[rep] += sign
        total[site] += sign
        guard model.visitsPerYear[customer] > 0 else { return }
        planned[cell] += sign
        plannedOf[rep] += sign
        visits[cell] = planned[cell] == 0 ? 0 : visits[cell] + Double(sign) * model.visitsPerYear[customer]
    }

    /// Driving hours a year of the rep's customers at that site.
    private func drive(_ site: Int, _ rep: Int) -> Double {
        let cell = site * repCount + rep
        guard planned[cell] > 0 else { return 0 }
        return visits[cell] * model.driveHours(localLeg: localLeg(site, rep), haul: model.haul[cell])
    }

    /// The same for all sites that a customer there has an influence on.
    private func drive(around site: Int, _ rep: Int?) -> Double {
        guard let rep else { return 0 }
        return model.graph.watchers[site].reduce(0) { $0 + drive($1, rep) }
    }

    private func knownDrive(around site: Int, _ rep: Int?) -> Double {
        guard let rep else { return 0 }
        return model.graph.watchers[site].reduce(0) { $0 + cellDrive[$1 * repCount + rep] }
    }
}
