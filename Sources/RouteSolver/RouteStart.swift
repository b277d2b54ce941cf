extension RouteState {
    /// Fills empty routes with visits in that order; visits that break a rule, or fit no option of the customer, stay out.
    func setRoutes(_ routes: [[Int]]) {
        for (vehicle, nodes) in routes.enumerated() {
            for node in nodes where hasRoom(vehicle, for: node) {
                let place = Int(counts[vehicle])
                if insertion(of: node, into: vehicle, after: place, below: drivingRoom(vehicle)) != nil {
                    insert(node, into: vehicle, after: place)
                }
            }
        }
        for node in problem.customers {
            var days: UInt64 = 0
            for day in 0..<problem.dayCount where vehicleOf[node * problem.dayCount + day] >= 0 {
                days |= 1 << UInt64(day)
            }
            guard days != 0 else { continue }
            if let option = problem.options(of: node).first(where: { problem.optionDays[$0] == days }) {
                optionOf[node] = Int32(option)
                cost -= problem.optionPrize[option]
            } else {
                for day in 0..<problem.dayCount where days >> UInt64(day) & 1 == 1 {
                    let slot = node * problem.dayCount + day
                    remove(Int(vehicleOf[slot]), first: Int(placeOf[slot]), end: Int(placeOf[slot]) + 1)
                }
            }
        }
    }
}
