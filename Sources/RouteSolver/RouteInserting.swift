extension RouteState {
    /// What visiting `node` right after place `place` adds to driving, if nothing is broken and it is below `limit`.
    @inline(__always)
    func insertion(of node: Int, into vehicle: Int, after place: Int, below limit: Int) -> Int? {
        let index = vehicle &* stride &+ place
        let before = Int(places[index].node)
        let after = Int(places[index &+ 1].node)
        let cost = problem.cost(before, node) &+ problem.cost(node, after) &- Int(places[index].leg)
        guard cost < limit else { return nil }
        if problem.hasDurationLimits {
            let added = Int(problem.time(before, node)) &+ Int(problem.time(node, after)) &+ Int(problem.service[node])
            let saved = counts[vehicle] == 0 ? 0 : Int(problem.time(before, after))
            let longer = duration[vehicle] &+ added &- saved
            guard longer <= problem.maxDuration[vehicle] else { return nil }
        }
        guard
            rules.fits(
                places[index].ready, from: before, node, next: after, places[index &+ 1].latest, vehicle)
        else { return nil }
        return cost
    }

    /// Whether the vehicle has room for one more visit at `node`, times aside.
    @inline(__always) func hasRoom(_ vehicle: Int, for node: Int) -> Bool {
        Int(loads[vehicle]) &+ Int(problem.load[node]) <= Int(problem.capacity[vehicle])
            && Int(counts[vehicle]) < problem.maxVisits[vehicle]
    }

    /// Most that an insertion may add to the driving of a vehicle, and what it adds beside driving.
    @inline(__always) func drivingRoom(_ vehicle: Int) -> Int { problem.maxCost[vehicle] &- driving[vehicle] &+ 1 }
    @inline(__always) func unevenness(_ vehicle: Int) -> Int {
        problem.evenness &* (2 &* Int(counts[vehicle]) &+ 1)
    }

    func insert(_ node: Int, into vehicle: Int, after place: Int) {
        let base = vehicle &* stride
        let count = Int(counts[vehicle])
        let old = cost(of: vehicle)
        let day = Int(problem.days[vehicle])
        let before = Int(places[base &+ place].node)
        let after = Int(places[base &+ place &+ 1].node)
        var index = base &+ count &+ 1
        while index > base &+ place {
            places[index &+ 1] = places[index]
            index &-= 1
        }
        index = base &+ place &+ 1
        places[index].node = Int32(truncatingIfNeeded: node)
        let legIn = problem.cost(before, node)
        let legOut = problem.cost(node, after)
        driving[vehicle] = driving[vehicle] &+ legIn &+ legOut &- Int(places[index &- 1].leg)
        let added = Int(problem.time(before, node)) &+ Int(problem.time(node, after)) &+ Int(problem.service[node])
        duration[vehicle] = duration[vehicle] &+ added &- (count == 0 ? 0 : Int(problem.time(before, after)))
        loads[vehicle] &+= problem.load[node]
        places[index &- 1].leg = Int32(truncatingIfNeeded: legIn)
        places[index].leg = Int32(truncatingIfNeeded: legOut)
        counts[vehicle] = Int32(truncatingIfNeeded: count &+ 1)
        vehicleOf[node &* problem.dayCount &+ day] = Int32(truncatingIfNeeded: vehicle)
        number(vehicle, from: place &+ 1)
        places[index].ready = rules.ready(places[index &- 1].ready, from: before, at: node, vehicle)
        places[index].latest = rules.latest(places[index &+ 1].latest, at: node, next: after, vehicle)
        runForward(vehicle, from: place &+ 2)
        runBackward(vehicle, from: place)
        cost &+= self.cost(of: vehicle) &- old
    }
}
