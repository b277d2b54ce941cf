import Geo
import Quantities
import Records

extension Partition {
    /// The figures of this assignment, worked out anew.
    func assignment(_ book: SalesBook) -> Assignment {
        let fresh = Partition(model, owner: owner)
        let reps = model.reps
        var members: [[Int]] = Array(repeating: [], count: reps.count)
        var owners: [RecordID<Customer>: RecordID<Rep>] = [:]
        for (customer, rep) in owner.enumerated() {
            guard let rep else { continue }
            members[rep].append(customer)
            owners[model.customers[customer].id] = reps[rep].id
        }
        let territories = reps.indices.map { rep -> Territory in
            let customers = members[rep].map { model.customers[$0] }
            let places = customers.compactMap(\.place)
            return Territory(
                repID: reps[rep].id, customerCount: customers.count,
                visitHours: fresh.hours[rep] - fresh.driveHours[rep], driveHours: fresh.driveHours[rep],
                capacityHours: model.capacityHours[rep], revenue: book.revenueLastYear(customers),
                openPipeline: book.openPipeline(customers), compactness: reockCompactness(places) ?? 0,
                centre: centre(of: places) ?? places.first)
        }
        let shares = fairShares(fresh)
        let deviations = reps.indices.filter { shares[$0] > 0 }
            .map { abs(fresh.hours[$0] - shares[$0]) / shares[$0] }
        return Assignment(
            territories: territories, owner: owners, largestDeviation: deviations.max() ?? 0,
            meanDeviation: deviations.isEmpty ? 0 : deviations.reduce(0, +) / Double(deviations.count),
            totalDriveHours: fresh.driveHours.reduce(0, +), overlapShare: overlapShare)
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
    /// Orders of the last twelve months in the book's currency.
    fileprivate func revenueLastYear(_ customers: [Customer]) -> Money {
        let begin = asOf.addingMonths(-12)
        let units = customers.reduce(0) { sum, customer in
            (ordersByCustomer[customer.id] ?? []).reduce(sum) { sum, order in
                let counts = order.day > begin && order.day <= asOf && order.amount.currency == currency
                return counts ? sum + order.amount.minorUnits : sum
            }
        }
        return Money(minorUnits: units, currency: currency)
    }

    fileprivate func openPipeline(_ customers: [Customer]) -> Money {
        let units = customers.reduce(0) { sum, customer in
            (opportunitiesByCustomer[customer.id] ?? []).reduce(sum) { sum, opportunity in
                guard opportunity.outcome == .open, let amount = opportunity.amount, amount.currency == currency
                else { return sum }
                return sum + amount.minorUnits
            }
        }
        return Money(minorUnits: units, currency: currency)
    }
}
