import Config
import Geo
import Quantities
package import Roads

/// Driving times as a road engine has answered them, and the estimate for pairs without an answer.
package struct RoadTravel: TravelTimes {
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
                guard !isFar[row], !isFar[column],
                    case .driven(let tenths, let length)? = memory.drive(RoadPair(from: known[row], to: known[column]))
                else {
                    missing += 1
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

    /// Answered drives with a time between places at least 100 m apart, to hold the estimate against. There and back are
    /// fitted or judged together, by a draw that depends on the two places alone. Of many about 40,000 are drawn.
    /// O(drives).
    package func legs() -> [TravelLeg] {
        let share = min(1, 40_000 / Double(max(1, driveCount)))
        let points = places.map(\.point)
        var legs: [TravelLeg] = []
        forEachDrive { from, to, drive in
            guard case .driven(let tenths, let length) = drive, tenths > 0 else { return }
            var draw = SeededRandom(seed: places[min(from, to)].seed, stream: String(places[max(from, to)].seed))
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
