extension RouteState {
    /// What is needed to bring a route back: its places and sums.
    struct Saved {
        var vehicle: Int
        var count: Int32
        var driving: Int
        var duration: Int
        var load: Int32
        var firstPlace: Int
    }

    func save(_ vehicle: Int, to journal: inout FlatList<Place>) -> Saved {
        let base = vehicle &* stride
        let first = journal.count
        for index in 0...Int(counts[vehicle]) &+ 1 { journal.append(places[base &+ index]) }
        return Saved(
            vehicle: vehicle, count: counts[vehicle], driving: driving[vehicle], duration: duration[vehicle],
            load: loads[vehicle], firstPlace: first)
    }

    /// Brings a route back. Visits that came in since have to be struck from `vehicleOf` before.
    func restore(_ saved: Saved, from journal: borrowing FlatList<Place>) {
        let vehicle = saved.vehicle
        let base = vehicle &* stride
        let day = Int(problem.days[vehicle])
        let days = problem.dayCount
        counts[vehicle] = saved.count
        driving[vehicle] = saved.driving
        duration[vehicle] = saved.duration
        loads[vehicle] = saved.load
        let count = Int(saved.count)
        for index in 0...count &+ 1 {
            let place = journal[saved.firstPlace &+ index]
            places[base &+ index] = place
            if index > 0, index <= count {
                let slot = Int(place.node) &* days &+ day
                vehicleOf[slot] = Int32(truncatingIfNeeded: vehicle)
                placeOf[slot] = Int32(truncatingIfNeeded: index)
            }
        }
    }
}
