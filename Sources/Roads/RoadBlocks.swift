/// Blocks to ask for so that each of the pairs is in one of them, with few others.
///
/// The pairs are halved again and again, by where they begin or by where they end, whichever leaves the smaller tables,
/// until what is asked for is little more than what is needed; neighbouring small blocks are then put together again. So
/// at most 1.6 pairs are asked for each one needed, except in blocks of at most 64 pairs, and where all pairs fit into one
/// block of at most 10,000: that is it then. About linear in the pairs times the logarithm of the places. Depends on
/// the pairs alone.
///
/// - Parameters:
///   - pairs: Sorted, each once.
///   - maxPlaces: Most places of a block, counting one that is origin and destination once; 2 or more.
/// - Returns: Blocks with sorted places, in a fixed order that keeps neighbours together.
public func roadBlocks(for pairs: [RoadPair], maxPlaces: Int) -> [RoadBlock] {
    guard !pairs.isEmpty else { return [] }
    let places = Set(pairs.flatMap { [$0.from, $0.to] }).sorted()
    let indices = Dictionary(uniqueKeysWithValues: places.enumerated().map { ($1, Int32($0)) })
    var division = RoadDivision(
        places: places, maxPlaces: max(2, maxPlaces),
        pairs: pairs.compactMap { pair in
            guard let from = indices[pair.from], let to = indices[pair.to] else { return nil }
            return SIMD2(from, to)
        })
    division.divide(0..<pairs.count)
    return division.parts.map { part in
        RoadBlock(
            origins: part.origins.map { places[Int($0)] }, destinations: part.destinations.map { places[Int($0)] })
    }
}

/// A block to be: how many pairs of it are needed, and its places as sorted indices.
struct RoadPart {
    var needed: Int
    var origins: [Int32]
    var destinations: [Int32]

    /// Everything in a single question of so many pairs is asked at once: an engine answers them in a tenth of a second.
    static let smallQuestion = 10_000

    var asked: Int { origins.count * destinations.count }

    /// More pairs than so many for each one needed are wasteful. A question costs about as much as 64 pairs, so up to
    /// there scattered pairs are asked for together.
    var isFrugal: Bool {
        Double(asked) <= 1.6 * Double(needed) || asked <= 64
    }

    func fits(_ maxPlaces: Int) -> Bool {
        guard max(origins.count, destinations.count) <= maxPlaces else { return false }
        return union(origins, destinations).count <= maxPlaces
    }

    func joined(_ other: RoadPart) -> RoadPart {
        RoadPart(
            needed: needed + other.needed, origins: union(origins, other.origins),
            destinations: union(destinations, other.destinations))
    }

    /// Of two sorted lists, sorted.
    private func union(_ left: [Int32], _ right: [Int32]) -> [Int32] {
        var all: [Int32] = []
        all.reserveCapacity(left.count + right.count)
        var (i, j) = (0, 0)
        while i < left.count || j < right.count {
            let next = j == right.count || (i < left.count && left[i] <= right[j]) ? left[i] : right[j]
            if i < left.count, left[i] == next { i += 1 }
            if j < right.count, right[j] == next { j += 1 }
            all.append(next)
        }
        return all
    }
}
