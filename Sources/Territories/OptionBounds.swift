extension Scenario {
    /// See `OptionFigures.driveBound`. A leg grows as others take over customers around, so the one among all is the
    /// least; the rank that gives the shortest leg counts, as a rep may have fewer customers than the estimate looks at.
    var driveBound: Double {
        let count = model.reps.count
        let able = able
        var planned = Array(repeating: 0, count: model.graph.points.count)
        for (customer, site) in model.site.enumerated() where model.visitsPerYear[customer] > 0 {
            if let site { planned[site] += 1 }
        }
        var hoursOfVisit: [Int: Double] = [:]
        return model.customers.indices.reduce(0) { sum, customer in
            let visits = model.visitsPerYear[customer]
            guard visits > 0 else { return sum }
            guard let site = model.site[customer] else { return sum + visits * model.unplacedDriveHours }
            if let known = hoursOfVisit[site] { return sum + visits * known }
            let haul = able.map { model.haul[site * count + $0] }.min() ?? 0
            var leg = 2 * haul
            var found = planned[site] - 1
            if found > 0 { leg = 0 }
            for position in model.graph.nearRange(site) where found < WorkloadModel.densityRank {
                for _ in 0..<planned[model.graph.near[position]] where found < WorkloadModel.densityRank {
                    found += 1
                    leg = min(leg, model.leg(metres: model.graph.metres[position], rank: found))
                }
            }
            let hours = model.driveHours(localLeg: leg, haul: haul)
            hoursOfVisit[site] = hours
            return sum + visits * hours
        }
    }

    /// See `OptionFigures.deviationBound`: a bound for divisions with each customer's hours as they are in this option.
    func deviationBound(_ partition: Partition) -> Double {
        let shares = fairShares(partition)
        guard let largestShare = able.map({ shares[$0] }).max(), largestShare > 0 else { return 0 }
        let hours = hoursOfCustomers(partition)
        var bound = max(0, (hours.max() ?? 0) / largestShare - 1)
        if hours.count(where: { $0 > 0 }) < able.count { bound = max(bound, 1) }
        var lockedHours = Array(repeating: 0.0, count: shares.count)
        for (customer, rep) in locked.enumerated() { if let rep { lockedHours[rep] += hours[customer] } }
        for rep in able where shares[rep] > 0 { bound = max(bound, lockedHours[rep] / shares[rep] - 1) }
        return bound
    }

    /// See `OptionFigures.granularity`.
    func granularity(_ partition: Partition) -> Double {
        let shares = fairShares(partition)
        let hours = hoursOfCustomers(partition).filter { $0 > 0 }.sorted()
        guard let smallest = able.map({ shares[$0] }).min(), smallest > 0, !hours.isEmpty else { return 0 }
        return hours[hours.count / 2] / 2 / smallest
    }

    private func hoursOfCustomers(_ partition: Partition) -> [Double] {
        model.customers.indices.map { partition.hours(of: $0) }
    }
}
