/// The state of a search by bisection for places that spoil a table: which lot to ask for next.
struct SpoilerSearch {
    private struct Lot {
        var places: [RoadPlace]
        /// What was said to it, or to the larger lot it was cut from.
        var fault: RoadFault
    }

    /// Refused, and not yet cut in two.
    private var doubtful: [Lot]
    /// Halves that are still to be asked for.
    private var untested: [Lot] = []
    /// Single places out of refused lots; they can be asked for once another place is known to be good.
    private var singles: [Lot] = []
    private var spoilers: [Lot] = []
    private var companion: RoadPlace?
    private var questions: Int
    private var asked = 0

    /// All the places were refused together; at least 3.
    init(places: [RoadPlace], fault: RoadFault) {
        doubtful = [Lot(places: places, fault: fault)]
        questions = 4 * (Int.bitWidth - (places.count - 1).leadingZeroBitCount)
    }

    /// The next places to ask for, 2 or more; nil when nothing is left to find out, or no question to ask it with.
    mutating func nextLot() -> [RoadPlace]? {
        guard questions > 0 else { return nil }
        while untested.isEmpty {
            guard let largest = doubtful.indices.max(by: { isSmaller(doubtful[$0], doubtful[$1], $0 > $1) }) else {
                guard let companion, let single = singles.first else { return nil }
                return ask([single.places[0], companion])
            }
            let lot = doubtful.remove(at: largest)
            let middle = lot.places.count / 2
            for half in [lot.places[..<middle], lot.places[middle...]] {
                let part = Lot(places: Array(half), fault: lot.fault)
                if part.places.count == 1 { singles.append(part) } else { untested.append(part) }
            }
        }
        return ask(untested[0].places)
    }

    /// The lot that `nextLot` gave was answered.
    mutating func clear(_ lot: [RoadPlace]) {
        _ = removeAsked()
        companion = companion ?? lot[0]
    }

    /// The lot that `nextLot` gave was refused.
    mutating func suspect(_ lot: [RoadPlace], for fault: RoadFault) {
        var (asked, isSingle) = removeAsked()
        asked.fault = fault
        if isSingle { spoilers.append(asked) } else { doubtful.append(asked) }
    }

    /// Whether the first two lots, which are everything, were both refused if the last one was.
    var hasOnlyRefusals: Bool { asked == 2 && companion == nil && untested.count == 1 }

    /// Places to leave out, sorted: the spoilers, and whatever is still in doubt.
    var found: [(place: RoadPlace, fault: RoadFault)] {
        (spoilers + doubtful + untested + singles)
            .flatMap { lot in lot.places.map { ($0, lot.fault) } }
            .sorted { $0.0 < $1.0 }
            .map { (place: $0.0, fault: $0.1) }
    }

    private mutating func ask(_ places: [RoadPlace]) -> [RoadPlace] {
        questions -= 1
        asked += 1
        return places
    }

    private mutating func removeAsked() -> (Lot, isSingle: Bool) {
        untested.isEmpty ? (singles.removeFirst(), true) : (untested.removeFirst(), false)
    }

    private func isSmaller(_ left: Lot, _ right: Lot, _ otherwise: Bool) -> Bool {
        left.places.count == right.places.count ? otherwise : left.places.count < right.places.count
    }
}

extension RoadBlock {
    /// The part of the block within some of its places, or every drive among them where they stand on one side only.
    func restricted(to places: [RoadPlace]) -> RoadBlock {
        let chosen = Set(places)
        let part = RoadBlock(
            origins: origins.filter(chosen.contains), destinations: destinations.filter(chosen.contains))
        if !part.origins.isEmpty, !part.destinations.isEmpty { return part }
        return RoadBlock(origins: places.sorted(), destinations: places.sorted())
    }
}
