extension RoadFault {
    /// Whether the engine says that there is no road near a place: OSRM's and Valhalla's word for it.
    var saysNoRoad: Bool {
        if case .refused(let code, _) = self { ["NoSegment", "171"].contains(code) } else { false }
    }

    /// Whether the engine speaks of the places and the way between them, so that it would say the same again, and not of
    /// how it was asked: OSRM's words, then Valhalla's for ways that are too long or don't exist, then our own.
    var isForGood: Bool {
        guard case .refused(let code, _) = self else { return false }
        return saysNoRoad || ["NoRoute", "NoTable", "154", "170", "442", farSnapCode].contains(code)
    }
}

extension RoadHaul {
    /// Takes down what would be refused again: places without a road, and pairs that were refused by themselves. `pairs`
    /// are the ordered ones, sorted and unique.
    ///
    /// What another answer knows better stays. O(drives + cells of the failed blocks × log pairs).
    mutating func remember(_ failures: [RoadFailure], of pairs: [RoadPair]) {
        var roadless: Set<RoadPlace> = []
        for failure in failures where failure.isExact {
            if let place = failure.place {
                if failure.fault.saysNoRoad, snaps.index(forKey: place) == nil { roadless.insert(place) }
            } else if failure.fault.isForGood, failure.block.places.count <= 2 {
                for pair in failure.drives(among: pairs) where drives[pair] == nil { drives[pair] = .unreachable }
            }
        }
        if roadless.isEmpty { return }
        for (pair, drive) in drives where drive != .unreachable { roadless.subtract([pair.from, pair.to]) }
        for place in roadless { snaps.updateValue(nil, forKey: place) }
    }
}

extension RoadBlock {
    /// Sorted.
    var places: [RoadPlace] { Set(origins + destinations).sorted() }
}
