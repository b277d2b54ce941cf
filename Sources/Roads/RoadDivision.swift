import Geo

/// Pairs in the middle of being divided into blocks. Places are indices into the sorted list of all of them; a pair is
/// where it begins and where it ends.
struct RoadDivision {
    /// What has been divided so far, in order.
    private(set) var parts: [RoadPart] = []

    private let maxPlaces: Int
    private var pairs: [SIMD2<Int32>]
    /// In millionths of a degree of latitude, so that what is far on the map is far here too.
    private let x: [Double]
    private let y: [Double]
    /// Whether a place is on the left side of the cut in question.
    private var isLeft: [Bool]
    /// The last look that has seen a place, on either side, so that sets need no emptying.
    private var seenLeft: [Int]
    private var seenRight: [Int]
    private var look = 0

    init(places: [RoadPlace], maxPlaces: Int, pairs: [SIMD2<Int32>]) {
        self.maxPlaces = maxPlaces
        self.pairs = pairs
        let middle = places.isEmpty ? 0 : places[places.count / 2].point.latitude
        let scale = degreeOfLongitude(at: middle) / degreeOfLongitude(at: 0)
        x = places.map { Double($0.longitude) * scale }
        y = places.map { Double($0.latitude) }
        isLeft = Array(repeating: false, count: places.count)
        seenLeft = Array(repeating: 0, count: places.count)
        seenRight = seenLeft
    }

    /// Divides the pairs at these positions and appends the parts.
    mutating func divide(_ range: Range<Int>) {
        let whole = RoadPart(needed: range.count, origins: different(range, 0), destinations: different(range, 1))
        let isSmall = range.count == pairs.count && whole.asked <= RoadPart.smallQuestion
        if isSmall || whole.isFrugal, whole.fits(maxPlaces) {
            append(whole)
            return
        }
        // Parts of half the places leave room for as many others; beside fewer origins there is more.
        let half = maxPlaces / 2
        let origins = cut(whole.origins, intoPartsOf: half)
        let destinations = cut(whole.destinations, intoPartsOf: max(half, maxPlaces - whole.origins.count))
        let costs = (asked(range, 0, leaving: origins), asked(range, 1, leaving: destinations))
        let isByOrigin = costs.0 == costs.1 ? whole.origins.count >= whole.destinations.count : costs.0 < costs.1
        let middle = split(range, isByOrigin ? 0 : 1, leaving: isByOrigin ? origins : destinations)
        guard range.lowerBound < middle, middle < range.upperBound else {
            append(whole)
            return
        }
        divide(range.lowerBound..<middle)
        divide(middle..<range.upperBound)
    }

    /// Puts a part to the one before it where both together are still frugal.
    private mutating func append(_ part: RoadPart) {
        if let last = parts.last {
            let joined = last.joined(part)
            if joined.isFrugal, joined.fits(maxPlaces) {
                parts[parts.count - 1] = joined
                return
            }
        }
        parts.append(part)
    }

    /// Places at one end of pairs, each once, sorted.
    private mutating func different(_ range: Range<Int>, _ end: Int) -> [Int32] {
        look += 1
        var found: [Int32] = []
        for pair in pairs[range] where seenLeft[Int(pair[end])] != look {
            seenLeft[Int(pair[end])] = look
            found.append(pair[end])
        }
        return found.sorted()
    }

    /// The western or southern half of places, whichever way they reach farther, or a bit less than half where parts
    /// of the wanted size fill up better then.
    private func cut(_ some: [Int32], intoPartsOf size: Int) -> [Int32] {
        let count = max(2, (some.count + size - 1) / size)
        let axis = extent(of: some, x) > extent(of: some, y) ? x : y
        let sorted = some.sorted { (axis[Int($0)], $0) < (axis[Int($1)], $1) }
        return Array(sorted.prefix(some.count * (count / 2) / count))
    }

    private func extent(of some: [Int32], _ axis: [Double]) -> Double {
        var (low, high) = (Double.infinity, -Double.infinity)
        for place in some {
            low = min(low, axis[Int(place)])
            high = max(high, axis[Int(place)])
        }
        return high - low
    }

    /// Pairs in the two tables that a cut at one end leaves; no cut is the worst of all.
    private mutating func asked(_ range: Range<Int>, _ end: Int, leaving left: [Int32]) -> Int {
        guard !left.isEmpty else { return .max }
        for place in left { isLeft[Int(place)] = true }
        look += 1
        var (leftOthers, rightPlaces, rightOthers) = (0, 0, 0)
        for pair in pairs[range] {
            let (place, other) = (Int(pair[end]), Int(pair[1 - end]))
            if isLeft[place] {
                if seenLeft[other] != look {
                    seenLeft[other] = look
                    leftOthers += 1
                }
            } else if seenRight[other] != look {
                seenRight[other] = look
                rightOthers += 1
            }
        }
        look += 1
        for pair in pairs[range] where !isLeft[Int(pair[end])] && seenLeft[Int(pair[end])] != look {
            seenLeft[Int(pair[end])] = look
            rightPlaces += 1
        }
        for place in left { isLeft[Int(place)] = false }
        return left.count * leftOthers + rightPlaces * rightOthers
    }

    /// Moves the pairs of the left side to the front, keeping their order, and tells where the right side begins.
    private mutating func split(_ range: Range<Int>, _ end: Int, leaving left: [Int32]) -> Int {
        for place in left { isLeft[Int(place)] = true }
        let front = pairs[range].filter { isLeft[Int($0[end])] }
        let back = pairs[range].filter { !isLeft[Int($0[end])] }
        for place in left { isLeft[Int(place)] = false }
        pairs.replaceSubrange(range, with: front + back)
        return range.lowerBound + front.count
    }
}

/// Metres, at that latitude.
private func degreeOfLongitude(at latitude: Double) -> Double {
    guard let west = GeoPoint(latitude: latitude, longitude: 0), let east = GeoPoint(latitude: latitude, longitude: 1)
    else { return 1 }
    return west.distance(to: east)
}
