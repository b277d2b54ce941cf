/// In which order a pool is put back (section 5.3 of Christiaens and Vanden Berghe 2020; the window orders follow their
/// version for time windows).
enum PoolOrder {
    case random, load, far, close, narrow, early, late, prize, density
}

extension RuinAndRecreate {
    struct Choice {
        var cost: Int
        var vehicle: Int
        var place: Int
    }

    /// Puts the pool back; what finds no place that is worth it stays out.
    func recreate(advance: Int) {
        sortPool(by: randomOrder())
        recreateSorted(advance: advance)
    }

    private func randomOrder() -> PoolOrder {
        if traits.hasPrizes, random.below(100) < tuning.prizeOrders {
            return random.next() & 1 == 0 ? .prize : .density
        }
        switch random.below(traits.hasWindows ? 17 : 11) {
        case 0..<4: return .random
        case 4..<8: return traits.hasLoads ? .load : .random
        case 8..<10: return .far
        case 10: return .close
        case 11..<13 where traits.hasWindows: return .narrow
        case 13..<15 where traits.hasWindows: return .early
        case 15..<17 where traits.hasWindows: return .late
        default: return .random
        }
    }

    func sortPool(by order: PoolOrder) {
        for index in 0..<pool.count {
            let node = Int(pool[index])
            let row = node * problem.dayCount
            let window = Int(problem.windowOffset[row])
            var key: Int
            switch order {
            case .random: key = Int(random.next() >> 40)
            case .load: key = -Int(problem.load[node])
            case .far: key = -problem.cost(Int(problem.start[0]), node)
            case .close: key = problem.cost(Int(problem.start[0]), node)
            case .narrow: key = traits.freedom[node]
            case .early: key = Int(problem.earliest[window])
            case .late: key = -Int(problem.latest[window])
            case .prize: key = -Int(Double(min(problem.topPrize[node], 1 << 40)) * (0.75 + 0.5 * random.unit()))
            case .density: key = -Int(traits.density[node] * (0.75 + 0.5 * random.unit()))
            }
            // Mandatory visits first, in tiers of their prize.
            key &-= traits.tier[node] << 52
            keys[node] = key
        }
        // Insertion sort: pools are short, and nearly all of the time goes elsewhere.
        for index in 1..<max(1, pool.count) {
            let node = pool[index]
            let key = keys[Int(node)]
            var place = index
            while place > 0, keys[Int(pool[place &- 1])] > key {
                pool[place] = pool[place &- 1]
                place &-= 1
            }
            pool[place] = node
        }
    }

    func recreateSorted(advance: Int) {
        for index in 0..<pool.count {
            let node = Int(pool[index])
            if problem.isSingleDay[node] {
                putOnOneDay(node, advance: advance)
            } else {
                putOnDays(node, advance: advance)
            }
        }
    }

    private func putOnOneDay(_ node: Int, advance: Int) {
        var best = Choice(cost: advance, vehicle: -1, place: 0)
        var chosen = -1
        for option in problem.options(of: node) {
            let day = problem.optionDays[option].trailingZeroBitCount
            let prize = problem.optionPrize[option]
            let place = cheapestPlace(for: node, on: day, below: best.cost &+ prize)
            if place.vehicle >= 0 {
                best = place
                best.cost &-= prize
                chosen = option
            }
        }
        guard chosen >= 0 else { return }
        touch(best.vehicle)
        state.insert(node, into: best.vehicle, after: best.place)
        state.optionOf[node] = Int32(truncatingIfNeeded: chosen)
        state.cost &-= problem.optionPrize[chosen]
    }

    private func putOnDays(_ node: Int, advance: Int) {
        var mask = problem.dayMask[node]
        while mask != 0 {
            let day = mask.trailingZeroBitCount
            mask &= mask &- 1
            dayChoices[day] = cheapestPlace(for: node, on: day, below: Int.max / 4)
        }
        var best = advance
        var chosen = -1
        for option in problem.options(of: node) {
            var cost = -problem.optionPrize[option]
            var days = problem.optionDays[option]
            var isPossible = true
            while days != 0, isPossible {
                let choice = dayChoices[days.trailingZeroBitCount]
                days &= days &- 1
                isPossible = choice.vehicle >= 0
                cost &+= choice.cost
            }
            if isPossible, cost < best {
                best = cost
                chosen = option
            }
        }
        guard chosen >= 0 else { return }
        var days = problem.optionDays[chosen]
        while days != 0 {
            let choice = dayChoices[days.trailingZeroBitCount]
            days &= days &- 1
            touch(choice.vehicle)
            state.insert(node, into: choice.vehicle, after: choice.place)
        }
        state.optionOf[node] = Int32(truncatingIfNeeded: chosen)
        state.cost &-= problem.optionPrize[chosen]
    }

    /// The cheapest place for a visit on a day that costs less than `limit`; vehicle −1 when there is none.
    func cheapestPlace(for node: Int, on day: Int, below limit: Int) -> Choice {
        var best = Choice(cost: limit, vehicle: -1, place: 0)
        let first = Int(problem.dayOffset[day])
        let end = Int(problem.dayOffset[day &+ 1])
        var triedKind: Int32 = -1
        if let granular {
            let days = problem.dayCount
            let base = node &* granular.width
            for rank in 0..<Int(granular.count[node]) {
                let slot = Int(granular.nodes[base &+ rank]) &* days &+ day
                let vehicle = Int(state.vehicleOf[slot])
                guard vehicle >= 0, state.hasRoom(vehicle, for: node) else { continue }
                let place = Int(state.placeOf[slot])
                let other = state.unevenness(vehicle)
                let room = state.drivingRoom(vehicle)
                tryPlace(node, vehicle, place, other, room, &best)
                tryPlace(node, vehicle, place &- 1, other, room, &best)
            }
            for index in first..<end {
                let vehicle = Int(problem.dayVehicles[index])
                guard state.counts[vehicle] == 0, problem.kind[vehicle] != triedKind else { continue }
                triedKind = problem.kind[vehicle]
                guard state.hasRoom(vehicle, for: node) else { continue }
                tryPlace(node, vehicle, 0, state.unevenness(vehicle), state.drivingRoom(vehicle), &best)
            }
        } else {
            for index in first..<end {
                let vehicle = Int(problem.dayVehicles[index])
                let count = Int(state.counts[vehicle])
                if count == 0 {
                    guard problem.kind[vehicle] != triedKind else { continue }
                    triedKind = problem.kind[vehicle]
                }
                guard state.hasRoom(vehicle, for: node) else { continue }
                let other = state.unevenness(vehicle)
                let room = state.drivingRoom(vehicle)
                for place in 0...count { tryPlace(node, vehicle, place, other, room, &best) }
            }
        }
        return best
    }

    @inline(__always)
    private func tryPlace(_ node: Int, _ vehicle: Int, _ place: Int, _ other: Int, _ room: Int, _ best: inout Choice) {
        guard let cost = state.insertion(of: node, into: vehicle, after: place, below: min(best.cost &- other, room))
        else { return }
        untilBlink &-= 1
        if untilBlink <= 0 {
            untilBlink = 1 &+ Int(random.exponential() * blinkEvery)
            return
        }
        best = Choice(cost: cost &+ other, vehicle: vehicle, place: place)
    }
}
