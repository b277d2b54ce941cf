import Config
import Geo
import Quantities
import Records
package import Roads

/// Driving times as a road engine has answered them, and the estimate for pairs without an answer.
///
/// A drive between two places that the engine knows, and that was not asked for, counts half as much again as its estimate. A
/// search that chooses among thousands of estimates finds those that are too short; what it would gain by them is mostly
/// not there. So plans keep to known drives, and there is little left to ask about afterwards.
package struct RoadTravel: TravelTimes {
    static let doubt = 1.5

    let memory: RoadMemory
    private let maxSnapMetres: Int
    private let estimate: GreatCircleTravel

    package init(_ memory: RoadMemory, maxSnapMetres: Int, estimate: GreatCircleTravel) {
        self.memory = memory
        self.maxSnapMetres = maxSnapMetres
        self.estimate = estimate
    }

    /// Answers are rounded to whole seconds and metres. Two places that are one to the engine are no drive apart. Answers
    /// about a place farther than `maxSnapMetres` from its road do not count. `missing` counts pairs without an answer.
    /// O(n² log n).
    package func matrix(among places: [TravelPlace]) -> TravelMatrix {
        let count = places.count
        let estimated = estimate.matrix(among: places)
        let known = places.map { RoadPlace($0.point) }
        let isFar = known.map { memory.isFar($0, from: maxSnapMetres) }
        let isKnown = known.map { memory.index(of: $0) != nil }
        var seconds = estimated.seconds
        var metres = estimated.metres
        var sources = [DriveSource](repeating: .estimate, count: count * count)
        var missing = 0
        for row in 0..<count {
            for column in 0..<count where row != column {
                let cell = row * count + column
                if known[row] == known[column] {
                    seconds[cell] = 0
                    metres[cell] = 0
                    sources[cell] = .roads
                    continue
                }
                let drive =
                    isFar[row] || isFar[column] ? nil : memory.drive(RoadPair(from: known[row], to: known[column]))
                guard case .driven(let tenths, let length)? = drive else {
                    missing += 1
                    if drive == nil, isKnown[row], isKnown[column], !isFar[row], !isFar[column] {
                        seconds[cell] = Int32((Double(seconds[cell]) * RoadTravel.doubt).rounded(.up))
                    }
                    continue
                }
                seconds[cell] = (tenths + 5) / 10
                if let length { metres[cell] = (length + 5) / 10 }
                sources[cell] = .roads
            }
        }
        return TravelMatrix(count: count, seconds: seconds, metres: metres, missing: missing, sources: sources)
    }
}

extension RoadMemory {
    /// True where the place is known to lie farther than that from any road.
    package func isFar(_ place: RoadPlace, from metres: Int) -> Bool {
        guard let snap = snap(of: place) else { return false }
        return snap ?? .infinity > Double(metres)
    }
}

extension RoadKnowledge {
    /// Answered drives with a time between places of the book at least 100 m apart, to hold the estimate against. There and
    /// back are fitted or judged together, by a draw that depends on the two places alone. Of many about 40,000 are drawn.
    /// O(drives).
    func legs(in book: SalesBook) -> [TravelLeg] {
        guard let memory else { return [] }
        let own = roadPlaces(of: book)
        let counts = memory.places.map { own.contains($0) && !isFar($0) }
        let share = min(1, 40_000 / Double(max(1, memory.driveCount)))
        let places = memory.places
        let points = places.map(\.point)
        var legs: [TravelLeg] = []
        memory.forEachDrive { from, to, drive in
            guard counts[from], counts[to], case .driven(let tenths, let length) = drive, tenths > 0 else { return }
            let (first, second) = places[from] < places[to] ? (from, to) : (to, from)
            var draw = SeededRandom(seed: places[first].seed, stream: String(places[second].seed))
            let isJudged = draw.next() & 1 == 0
            guard share == 1 || draw.unit() < share else { return }
            let distance = points[from].distance(to: points[to])
            guard distance >= 100 else { return }
            legs.append(
                TravelLeg(
                    greatCircle: distance, seconds: Double(tenths) / 10, metres: length.map { Double($0) / 10 },
                    isJudged: isJudged, from: points[from], to: points[to]))
        }
        return legs
    }
}

extension RoadPlace {
    fileprivate var seed: UInt64 {
        UInt64(UInt32(bitPattern: latitude)) << 32 | UInt64(UInt32(bitPattern: longitude))
    }
}
