extension RouteState {
    /// Takes out the visits at places `first..<end`; the clocks around are brought up to date.
    func remove(_ vehicle: Int, first: Int, end: Int) {
        guard first < end else { return }
        let base = vehicle &* stride
        let count = Int(counts[vehicle])
        let old = cost(of: vehicle)
        let day = Int(problem.days[vehicle])
        let days = problem.dayCount
        var index = base &+ first
        var removedLegs = Int(places[index &- 1].leg)
        var removedTime = Int(problem.time(Int(places[index &- 1].node), Int(places[index].node)))
        while index < base &+ end {
            let node = Int(places[index].node)
            removedLegs &+= Int(places[index].leg)
            removedTime &+= Int(problem.time(node, Int(places[index &+ 1].node))) &+ Int(problem.service[node])
            loads[vehicle] &-= problem.load[node]
            vehicleOf[node &* days &+ day] = -1
            index &+= 1
        }
        let length = end &- first
        index = base &+ end
        while index <= base &+ count &+ 1 {
            places[index &- length] = places[index]
            index &+= 1
        }
        let left = count &- length
        counts[vehicle] = Int32(truncatingIfNeeded: left)
        let before = Int(places[base &+ first &- 1].node)
        let after = Int(places[base &+ first].node)
        // A vehicle without visits does not drive, even where its start and end differ.
        let leg = left == 0 ? 0 : problem.cost(before, after)
        places[base &+ first &- 1].leg = Int32(truncatingIfNeeded: leg)
        driving[vehicle] = driving[vehicle] &+ leg &- removedLegs
        duration[vehicle] = left == 0 ? 0 : duration[vehicle] &+ Int(problem.time(before, after)) &- removedTime
        number(vehicle, from: first)
        runForward(vehicle, from: first)
        runBackward(vehicle, from: first &- 1)
        cost &+= self.cost(of: vehicle) &- old
    }

    /// Whether a route still holds its rules after visits were taken out right behind `place`. It may not where a detour
    /// is quicker or cheaper than the direct way. O(1).
    @inline(__always) func holds(_ vehicle: Int, after place: Int) -> Bool {
        guard counts[vehicle] > 0 else { return true }
        guard duration[vehicle] <= problem.maxDuration[vehicle],
            driving[vehicle] <= problem.maxCost[vehicle]
        else { return false }
        let index = vehicle &* stride &+ place
        return rules.joins(
            places[index].ready, from: Int(places[index].node), next: Int(places[index &+ 1].node),
            places[index &+ 1].latest, vehicle)
    }

    /// Takes out all visits.
    func removeAll(_ vehicle: Int) { remove(vehicle, first: 1, end: Int(counts[vehicle]) &+ 1) }
}
