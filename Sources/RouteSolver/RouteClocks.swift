extension RouteState {
    /// Says of each visit from `place` on where it is.
    @inline(__always) func number(_ vehicle: Int, from place: Int) {
        let base = vehicle &* stride
        let day = Int(problem.days[vehicle])
        let days = problem.dayCount
        var index = place
        let count = Int(counts[vehicle])
        while index <= count {
            placeOf[Int(places[base &+ index].node) &* days &+ day] = Int32(truncatingIfNeeded: index)
            index &+= 1
        }
    }

    /// Ready clocks from `place` on, until nothing changes any more.
    @inline(__always) func runForward(_ vehicle: Int, from place: Int) {
        let base = vehicle &* stride
        var index = base &+ place
        let end = base &+ Int(counts[vehicle])
        while index <= end {
            let ready = rules.ready(
                places[index &- 1].ready, from: Int(places[index &- 1].node), at: Int(places[index].node), vehicle)
            if ready == places[index].ready { return }
            places[index].ready = ready
            index &+= 1
        }
    }

    /// Latest clocks from `place` back to the first visit, until nothing changes any more.
    @inline(__always) func runBackward(_ vehicle: Int, from place: Int) {
        let base = vehicle &* stride
        var index = base &+ place
        while index > base {
            let latest = rules.latest(
                places[index &+ 1].latest, at: Int(places[index].node), next: Int(places[index &+ 1].node), vehicle)
            if latest == places[index].latest { return }
            places[index].latest = latest
            index &-= 1
        }
    }
}
