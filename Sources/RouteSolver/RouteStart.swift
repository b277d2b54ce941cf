extension RouteState {
    /// Fills empty routes with visits in that order. A route that holds all rules stays as it is; of others, what breaks a
    /// rule stays out, as does what is no customer, is visited twice, or fits no option.
    func setRoutes(_ routes: [[Int]]) {
        for (vehicle, nodes) in routes.prefix(problem.vehicleCount).enumerated() {
            // All at once: where a detour is the quicker way, a first part may break what the whole route holds.
            for node in nodes where isOpen(node, to: vehicle) {
                insert(node, into: vehicle, after: Int(counts[vehicle]))
            }
            guard !isSound(vehicle) else { continue }
            let placed = visits(of: vehicle)
            removeAll(vehicle)
            for node in placed {
                let place = Int(counts[vehicle])
                if insertion(of: node, into: vehicle, after: place, below: drivingRoom(vehicle)) != nil {
                    insert(node, into: vehicle, after: place)
                }
            }
        }
        while dropsVisits() {}
        for node in problem.customers {
            guard let option = option(of: node) else { continue }
            optionOf[node] = Int32(option)
            cost -= problem.optionPrize[option]
        }
    }

    /// Whether a visit at the node may be added to the vehicle's day, times aside.
    private func isOpen(_ node: Int, to vehicle: Int) -> Bool {
        let day = Int(problem.days[vehicle])
        return (0..<problem.nodeCount).contains(node) && problem.dayMask[node] >> UInt64(day) & 1 == 1
            && vehicleOf[node * problem.dayCount + day] < 0 && hasRoom(vehicle, for: node)
    }

    /// Whether the vehicle's route holds all rules. O(visits).
    private func isSound(_ vehicle: Int) -> Bool {
        (0...Int(counts[vehicle])).allSatisfy { holds(vehicle, after: $0) }
    }

    /// The best option whose days are those on which the node is visited.
    private func option(of node: Int) -> Int? {
        let days = daysOfVisits(node)
        return problem.options(of: node).filter { problem.optionDays[$0] == days }
            .max { problem.optionPrize[$0] < problem.optionPrize[$1] }
    }

    private func daysOfVisits(_ node: Int) -> UInt64 {
        (0..<problem.dayCount).reduce(0) { days, day in
            vehicleOf[node * problem.dayCount + day] < 0 ? days : days | 1 << UInt64(day)
        }
    }

    /// Takes out customers that are visited by none of their options, then routes that break a rule without them; whether
    /// there were any.
    private func dropsVisits() -> Bool {
        var drops = false
        for node in problem.customers where daysOfVisits(node) != 0 && option(of: node) == nil {
            drops = true
            for slot in node * problem.dayCount..<(node + 1) * problem.dayCount where vehicleOf[slot] >= 0 {
                remove(Int(vehicleOf[slot]), first: Int(placeOf[slot]), end: Int(placeOf[slot]) + 1)
            }
        }
        for vehicle in 0..<problem.vehicleCount where !isSound(vehicle) {
            drops = true
            removeAll(vehicle)
        }
        return drops
    }
}
