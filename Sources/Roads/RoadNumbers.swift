import Geo

/// What no drive on the earth exceeds: a week and a half at the wheel, and once around. Snaps go half around at most.
private let longestSeconds = 1_000_000.0
private let longestMetres = 40_075_000.0

/// Drives of a block out of an engine's matrices: an origin a row, a destination a column; null seconds say unreachable.
///
/// - Parameter metresPerUnit: What a distance counts in.
/// - Throws: `.garbled` where a matrix has another size than the block, or a number is none that a drive can have.
func roadDrives(
    seconds: [[Double?]], distances: [[Double?]]?, metresPerUnit: Double = 1, for block: RoadBlock
) throws(RoadFault) -> [RoadDrive] {
    try checkSize(of: seconds, "durations", for: block)
    if let distances { try checkSize(of: distances, "distances", for: block) }
    var drives: [RoadDrive] = []
    drives.reserveCapacity(block.origins.count * block.destinations.count)
    for (row, times) in seconds.enumerated() {
        for (column, time) in times.enumerated() {
            guard let time else {
                drives.append(.unreachable)
                continue
            }
            guard let deciseconds = tenths(time, most: longestSeconds) else {
                throw .garbled("a duration out of range at \(row).\(column)")
            }
            var length: Int32?
            if let distance = distances?[row][column] {
                length = decimetres(distance * metresPerUnit)
                guard length != nil else {
                    throw .garbled("a distance out of range at \(row).\(column)")
                }
            }
            drives.append(.driven(deciseconds: deciseconds, decimetres: length))
        }
    }
    return drives
}

private func checkSize(of matrix: [[Double?]], _ name: String, for block: RoadBlock)
    throws(RoadFault)
{
    guard matrix.count == block.origins.count,
        matrix.allSatisfy({ $0.count == block.destinations.count })
    else {
        throw .garbled("\(name) are not \(block.origins.count) × \(block.destinations.count)")
    }
}

/// Nearest whole tenths; nil below 0, over `most`, and for what is no number.
///
private func tenths(_ value: Double, most: Double) -> Int32? {
    (0...most).contains(value) ? Int32((value * 10).rounded()) : nil
}

/// A little below 0 counts as 0: OSRM's tables say so of two places on one piece of road (seen: −0.6 m in 0 s).
private func decimetres(_ metres: Double) -> Int32? {
    tenths((-10..<0).contains(metres) ? 0 : metres, most: longestMetres)
}

/// Keeps the snap of a place, the farther one where it is told twice.
///
/// - Throws: `.garbled` where no place on the earth is that far.
func keepSnap(_ metres: Double?, of place: RoadPlace, in snaps: inout [RoadPlace: Double?])
    throws(RoadFault)
{
    guard let metres else {
        snaps[place] = .some(nil)
        return
    }
    guard (0...longestMetres / 2).contains(metres) else { throw .garbled("a snap out of range") }
    switch snaps[place] {
    case .some(.none): break
    case .some(.some(let known)): snaps[place] = max(known, metres)
    case .none: snaps[place] = metres
    }
}

/// Whole 1e-6 degrees as decimal degrees, without an exponent: `-0.000001`, `9.52`, `47`.
func decimalDegrees(_ value: Int32) -> String {
    let digits = String(value.magnitude % 1_000_000 + 1_000_000).dropFirst()
    let fraction = digits.reversed().drop { $0 == "0" }.reversed()
    let whole = (value < 0 ? "-" : "") + String(value.magnitude / 1_000_000)
    return fraction.isEmpty ? whole : whole + "." + String(fraction)
}

/// Refuses a line that begins or ends too far from where it should: an engine moves places to its nearest road silently.
func checkEnds(of points: [GeoPoint], for pair: RoadPair, maxSnapMetres: Double) throws(RoadFault) {
    guard points.count > 1, let first = points.first, let last = points.last else {
        throw .garbled("a line of fewer than two points")
    }
    try checkSnap(pair.from.point.distance(to: first), "start", maxSnapMetres)
    try checkSnap(pair.to.point.distance(to: last), "end", maxSnapMetres)
}

/// Refuses a line whose place was moved farther than allowed.
func checkSnap(_ metres: Double, _ place: String, _ limit: Double) throws(RoadFault) {
    guard metres >= 0, metres.isFinite else { throw .garbled("a snap out of range") }
    guard metres <= limit else {
        let told = Int(min(metres, longestMetres).rounded())
        throw .refused(code: "FarSnap", message: "the \(place) is \(told) m from the road")
    }
}
