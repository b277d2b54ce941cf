import Geo

extension Scenario {
    /// Customers' places that are tried as a home.
    private static let candidates = 160

    /// Where one rep more would save most: the customer's place from which a fair share of all hours, taken from the
    /// nearest customers, saves most driving from home and most of what uneven load costs by `BalanceGoal`.
    ///
    /// An estimate for comparing places: legs between customers are left out. O(candidates × customers × log customers).
    func newHome(_ partition: Partition) -> GeoPoint? {
        let able = able.count
        let placed = model.customers.indices.filter { model.site[$0] != nil && model.visitsPerYear[$0] > 0 }
        guard able > 0, !placed.isEmpty else { return nil }
        let sites = Set(placed.compactMap { model.site[$0] }).sorted()
        let stride = max(1, (sites.count + Scenario.candidates - 1) / Scenario.candidates)
        let share = partition.hours.reduce(0, +) / Double(able + 1)
        let shares = fairShares(partition).map { $0 * Double(able) / Double(able + 1) }
        var best: (saving: Double, site: Int)?
        for site in sites.enumerated().filter({ $0.offset % stride == 0 }).map(\.element) {
            let home = model.graph.points[site]
            let nearest = placed.map { (metres: home.distance(to: model.graph.points[model.site[$0] ?? site]), $0) }
                .sorted { ($0.metres, $0.1) < ($1.metres, $1.1) }
            var left = partition.hours
            var (taken, saving) = (0.0, 0.0)
            for (_, customer) in nearest where taken < share {
                guard let place = model.site[customer] else { continue }
                let owner = partition.owner[customer]
                let hours = partition.hours(of: customer)
                taken += hours
                guard let owner else { continue }
                left[owner] -= hours
                let before = model.haul[place * model.reps.count + owner]
                let after = model.haulSeconds(from: home, to: model.graph.points[place])
                saving += model.visitsPerYear[customer] * (before - after) * 2 / model.stopsPerDay / 3600
            }
            for rep in shares.indices where shares[rep] > 0 {
                let (before, after) = (partition.hours[rep] - shares[rep], left[rep] - shares[rep])
                saving += BalanceGoal.balancePrice * (before * before - after * after) / shares[rep]
            }
            if best == nil || saving > (best?.saving ?? 0) { best = (saving, site) }
        }
        return best.map { model.graph.points[$0.site] }
    }
}
