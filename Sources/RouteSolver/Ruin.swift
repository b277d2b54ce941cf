extension RuinAndRecreate {
    /// Takes strings of visits near a random customer out, and gathers what may come back.
    func ruin() {
        let seed = seedNode()
        let days = problem.dayCount
        let visited = max(1, visitedCount())
        let meanLength = Double(visited) / Double(max(1, usedCount()))
        let longest = max(1, min(tuning.longestString, meanLength))
        let mostStrings = 4 * tuning.averageRemoved / (1 + longest) - 1
        let strings = 1 + Int(random.unit() * mostStrings)
        var removed = 0
        var invited = 0
        var rank = -1
        let first = seed * near.width
        let count = Int(near.count[seed])
        // On which day the strings are taken: all on one, or wherever.
        let chosenDay = days > 1 && random.next() & 1 == 0 ? random.below(days) : -1
        while rank < count {
            let node = rank < 0 ? seed : Int(near.nodes[first + rank])
            rank += 1
            if state.optionOf[node] < 0 {
                if invited < tuning.invited, !isPooled[node], rank == 0 || random.next() & 1 == 0 {
                    invited += 1
                    admit(node)
                }
                continue
            }
            if removed >= strings {
                if rank > 16 { break }
                continue
            }
            if isPooled[node] { continue }
            var day = 0
            if days > 1 {
                day = dayOfVisit(node, preferring: chosenDay)
                if day < 0 { continue }
            }
            let vehicle = Int(state.vehicleOf[node * days + day])
            if vehicle < 0 || isRuined[vehicle] { continue }
            removed += 1
            touch(vehicle)
            isRuined[vehicle] = true
            removeString(around: node, of: vehicle, day: day, atMost: Int(longest))
        }
        if !missing.isEmpty {
            for _ in 0..<min(4, missing.count) {
                let node = missing[random.below(missing.count)]
                if !isPooled[node] { admit(node) }
            }
        }
    }

    private func visitedCount() -> Int {
        var sum = 0
        for vehicle in 0..<problem.vehicleCount { sum &+= Int(state.counts[vehicle]) }
        return sum
    }

    private func usedCount() -> Int {
        var sum = 0
        for vehicle in 0..<problem.vehicleCount where state.counts[vehicle] > 0 { sum &+= 1 }
        return sum
    }

    /// Any customer; one time in four, while there are any, a mandatory one that has no place.
    private func seedNode() -> Int {
        if !missing.isEmpty, random.next() & 3 == 0 { return missing[random.below(missing.count)] }
        return reachable[random.below(reachable.count)]
    }

    /// A day on which the node is visited by a route that is not ruined yet; −1 when there is none.
    private func dayOfVisit(_ node: Int, preferring chosen: Int) -> Int {
        let base = node * problem.dayCount
        if chosen >= 0 {
            let vehicle = state.vehicleOf[base + chosen]
            return vehicle >= 0 && !isRuined[Int(vehicle)] ? chosen : -1
        }
        let start = random.below(problem.dayCount)
        for offset in 0..<problem.dayCount {
            var day = start + offset
            if day >= problem.dayCount { day -= problem.dayCount }
            let vehicle = state.vehicleOf[base + day]
            if vehicle >= 0, !isRuined[Int(vehicle)] { return day }
        }
        return -1
    }

    /// Takes out consecutive visits that hold `node`; half the time it spares some in the middle of them.
    private func removeString(around node: Int, of vehicle: Int, day: Int, atMost longest: Int) {
        let count = Int(state.counts[vehicle])
        let position = Int(state.placeOf[node * problem.dayCount + day])
        let most = min(longest, count)
        let length = 1 + random.below(most)
        var spared = 0
        if length > 1, length < count, random.next() & 1 == 0 {
            spared = 1
            while length + spared < count, random.next() & 127 == 0 { spared += 1 }
        }
        let span = length + spared
        let lowest = max(1, position - span + 1)
        let highest = min(position, count - span + 1)
        let first = lowest + random.below(highest - lowest + 1)
        if spared == 0 {
            take(vehicle, first: first, end: first + length)
        } else {
            // `before` visits go, `spared` stay, the rest go.
            let before = 1 + random.below(length - 1)
            take(vehicle, first: first + before + spared, end: first + span)
            // Where the rest broke a rule without them more is gone than these.
            if Int(state.counts[vehicle]) == count - length + before {
                take(vehicle, first: first, end: first + before)
            }
        }
    }

    /// Takes the visits at `first..<end` into the pool, with their visits on other days.
    private func take(_ vehicle: Int, first: Int, end: Int) {
        var index = pool.count
        strike(vehicle, first: first, end: end)
        while index < pool.count {
            let node = Int(pool[index])
            index += 1
            if problem.dayCount > 1 { takeOtherDays(of: node) }
            state.cost &+= problem.optionPrize[Int(state.optionOf[node])]
            state.optionOf[node] = -1
        }
    }

    private func takeOtherDays(of node: Int) {
        let base = node * problem.dayCount
        for day in 0..<problem.dayCount {
            let vehicle = Int(state.vehicleOf[base + day])
            guard vehicle >= 0 else { continue }
            touch(vehicle)
            let place = Int(state.placeOf[base + day])
            strike(vehicle, first: place, end: place + 1)
        }
    }

    /// Takes visits out of one route; all of them where the others alone would break a rule.
    private func strike(_ vehicle: Int, first: Int, end: Int) {
        admitVisits(vehicle, first: first, end: end)
        state.remove(vehicle, first: first, end: end)
        guard !state.holds(vehicle, after: first - 1) else { return }
        admitVisits(vehicle, first: 1, end: Int(state.counts[vehicle]) + 1)
        state.removeAll(vehicle)
    }

    private func admitVisits(_ vehicle: Int, first: Int, end: Int) {
        for place in first..<end {
            let node = state.node(vehicle, place)
            if !isPooled[node] { admit(node) }
        }
    }
}
