/// What one step of the search has changed: kept so that it can be taken back.
extension RuinAndRecreate {
    @inline(__always) func touch(_ vehicle: Int) {
        guard !isTouched[vehicle] else { return }
        isTouched[vehicle] = true
        touched.append(Int32(truncatingIfNeeded: vehicle))
        saved.append(state.save(vehicle, to: &journal))
    }

    @inline(__always) func admit(_ node: Int) {
        isPooled[node] = true
        optionBefore[node] = state.optionOf[node]
        pool.append(Int32(truncatingIfNeeded: node))
    }

    func accept() {
        for index in 0..<pool.count {
            let node = Int(pool[index])
            guard traits.tier[node] > 0 else { continue }
            let isMissing = state.optionOf[node] < 0
            if let place = missing.firstIndex(of: node) {
                if !isMissing { missing.remove(at: place) }
            } else if isMissing {
                missing.append(node)
            }
        }
        endStep()
    }

    /// Undoes the step; `cost` is what the routes cost before it.
    func reject(to cost: Int) {
        for index in 0..<pool.count {
            let node = Int(pool[index])
            state.optionOf[node] = optionBefore[node]
            for day in 0..<problem.dayCount { state.vehicleOf[node &* problem.dayCount &+ day] = -1 }
        }
        for index in 0..<saved.count { state.restore(saved[index], from: journal) }
        state.cost = cost
        endStep()
    }

    func endStep() {
        for index in 0..<pool.count { isPooled[Int(pool[index])] = false }
        for index in 0..<touched.count {
            isTouched[Int(touched[index])] = false
            isRuined[Int(touched[index])] = false
        }
        pool.removeAll()
        touched.removeAll()
        saved.removeAll()
        journal.removeAll()
    }
}
