import Geo
import Quantities
import Records

extension Partition {
    /// The figures of this assignment, worked out anew; without the reps named, who own nobody.
    func assignment(without leaving: Set<Int> = []) -> Assignment {
        let fresh = Partition(model, owner: owner)
        let reps = model.reps
        var members: [[Int]] = Array(repeating: [], count: reps.count)
        var owners: [RecordID<Customer>: RecordID<Rep>] = [:]
        for (customer, rep) in owner.enumerated() {
            guard let rep else { continue }
            members[rep].append(customer)
            owners[model.customers[customer].id] = reps[rep].id
        }
        let territories = reps.indices.filter { !leaving.contains($0) }.map { rep -> Territory in
            let places = members[rep].compactMap { model.customers[$0].place }
            return Territory(
                repID: reps[rep].id, customerCount: members[rep].count,
                visitsPerYear: members[rep].reduce(0) { $0 + model.visitsPerYear[$1] },
                visitHours: fresh.hours[rep] - fresh.driveHours[rep], driveHours: fresh.driveHours[rep],
                capacityHours: model.capacityHours[rep],
                revenue: Money(minorUnits: members[rep].reduce(0) { $0 + model.revenue[$1] }, currency: model.currency),
                openPipeline: Money(
                    minorUnits: members[rep].reduce(0) { $0 + model.pipeline[$1] }, currency: model.currency),
                compactness: reockCompactness(places) ?? 0, centre: centre(of: places) ?? places.first)
        }
        let deviations = fresh.deviations
        return Assignment(
            territories: territories.sorted { $0.repID < $1.repID }, owner: owners,
            largestDeviation: deviations.max() ?? 0,
            meanDeviation: deviations.isEmpty ? 0 : deviations.reduce(0, +) / Double(deviations.count),
            totalDriveHours: fresh.driveHours.reduce(0, +), overlapShare: overlapShare)
    }

    /// Mean of `Territory.compactness` over the territories with a place.
    var compactness: Double {
        var places: [[GeoPoint]] = Array(repeating: [], count: model.reps.count)
        for (customer, rep) in owner.enumerated() {
            if let rep, let site = model.site[customer] { places[rep].append(model.graph.points[site]) }
        }
        let scores = places.compactMap { reockCompactness($0) }
        return scores.isEmpty ? 0 : scores.reduce(0, +) / Double(scores.count)
    }

    /// |hours − fair share| ÷ fair share of the reps who take part, in their order.
    var deviations: [Double] {
        let shares = fairShares(self)
        return shares.indices.filter { shares[$0] > 0 }.map { abs(hours[$0] - shares[$0]) / shares[$0] }
    }

    /// Share of placed customers with an owner whose nearest other such customer has another owner. At the very same
    /// point one with the same owner is enough.
    private var overlapShare: Double {
        let count = model.reps.count
        var placed = 0
        var mixed = 0
        for (customer, rep) in owner.enumerated() {
            guard let rep, let site = model.site[customer] else { continue }
            placed += 1
            if present[site * count + rep] > 1 { continue }
            if total[site] > 1 {
                mixed += 1
            } else if let next = model.graph.nearRange(site).lazy.map({ model.graph.near[$0] })
                .first(where: { total[$0] > 0 }),
                present[next * count + rep] == 0
            {
                mixed += 1
            }
        }
        return placed == 0 ? 0 : Double(mixed) / Double(placed)
    }
}

extension SalesBook {
    /// Orders of the last twelve months in minor units of the book's currency; those in others are left out.
    func revenueLastYear(_ customer: Customer) -> Int {
        let begin = asOf.addingMonths(-12)
        return (ordersByCustomer[customer.id] ?? []).reduce(0) { sum, order in
            let counts = order.day > begin && order.day <= asOf && order.amount.currency == currency
            return counts ? sum + order.amount.minorUnits : sum
        }
    }

    /// Open deals at their full amount.
    func openPipeline(_ customer: Customer) -> Int {
        (opportunitiesByCustomer[customer.id] ?? []).reduce(0) { sum, opportunity in
            guard opportunity.outcome == .open, let amount = opportunity.amount, amount.currency == currency
            else { return sum }
            return sum + amount.minorUnits
        }
    }
}
