/// The state of a search by bisection for places that spoil a table: which lot to ask for next.
struct SpoilerSearch {
    private struct Lot {
        var places: [RoadPlace]
        /// What was said to it, or to the larger lot it was cut from.
        var fault: RoadFault
    }

    private enum Asked { case lot, single, couple }

    /// Refused, and not yet cut in two.
    private var doubtful: [Lot]
    /// Halves that are still to be asked for.
    private var untested: [Lot] = []
    /// Single places out of refused lots. Each is asked for with a place that is known to be good, and while there is none
    /// with one another.
    private var singles: [Lot] = []
    /// Two places that were refused together.
    private var refused: [RoadPair: RoadFault] = [:]
    private var lastAsked = Asked.lot
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
                return nextOfSingles()
            }
            let lot = doubtful.remove(at: largest)
            let middle = lot.places.count / 2
            for half in [lot.places[..<middle], lot.places[middle...]] {
                let part = Lot(places: Array(half), fault: lot.fault)
                if part.places.count == 1 { singles.append(part) } else { untested.append(part) }
            }
        }
        return ask(untested[0].places, as: .lot)
    }

    /// The lot that `nextLot` gave was answered.
    mutating func clear(_ lot: [RoadPlace]) {
        switch lastAsked {
        case .lot: untested.removeFirst()
        case .single: singles.removeFirst()
        case .couple: singles.removeAll { lot.contains($0.places[0]) }
        }
        companion = companion ?? lot[0]
    }

    /// The lot that `nextLot` gave was refused.
    mutating func suspect(_ lot: [RoadPlace], for fault: RoadFault) {
        if lot.count == 2 { refused[couple(lot[0], lot[1])] = fault }
        switch lastAsked {
        case .lot:
            untested.removeFirst()
            doubtful.append(Lot(places: lot, fault: fault))
        case .single:
            singles.removeFirst()
            spoilers.append(Lot(places: [lot[0]], fault: fault))
        case .couple: break
        }
    }

    /// Whether the first two lots, which are everything, were both refused if the last one was.
    var hasOnlyRefusals: Bool { asked == 2 && companion == nil && untested.count == 1 }

    /// Places to leave out, sorted: the spoilers, and whatever is still in doubt.
    var found: [(place: RoadPlace, fault: RoadFault, isSpoiler: Bool)] {
        let known = spoilers.map { (place: $0.places[0], fault: $0.fault, isSpoiler: true) }
        let rest = (doubtful + untested + singles).flatMap { lot in
            lot.places.map { (place: $0, fault: lot.fault, isSpoiler: false) }
        }
        return (known + rest).sorted { $0.place < $1.place }
    }

    private mutating func ask(_ places: [RoadPlace], as kind: Asked) -> [RoadPlace] {
        questions -= 1
        asked += 1
        lastAsked = kind
        return places
    }

    private mutating func nextOfSingles() -> [RoadPlace]? {
        guard let companion else {
            // Those that were refused least often first: one spoiler must not use up the questions.
            var refusals: [RoadPlace: Int] = [:]
            for pair in refused.keys { for place in [pair.from, pair.to] { refusals[place, default: 0] += 1 } }
            let places = singles.map { $0.places[0] }
            var best: (places: [RoadPlace], refusals: Int)?
            for (index, first) in places.enumerated() {
                for second in places.dropFirst(index + 1) where refused[couple(first, second)] == nil {
                    let count = refusals[first, default: 0] + refusals[second, default: 0]
                    if count < best?.refusals ?? .max { best = ([first, second], count) }
                }
            }
            return best.map { ask($0.places, as: .couple) }
        }
        while let single = singles.first {
            guard let fault = refused[couple(single.places[0], companion)] else {
                return ask([single.places[0], companion], as: .single)
            }
            singles.removeFirst()
            spoilers.append(Lot(places: single.places, fault: fault))
        }
        return nil
    }

    private func couple(_ first: RoadPlace, _ second: RoadPlace) -> RoadPair {
        RoadPair(from: min(first, second), to: max(first, second))
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
