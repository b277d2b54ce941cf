import Geo

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Finds the nearest of some points on the earth by their chords: exact at poles and at the date line.
///
/// Points are sorted along the axis on which they spread most; a search walks outwards from its point until the gap on
/// that axis alone is farther than what it has.
struct NearestPoints {
    private let vectors: [(x: Double, y: Double, z: Double)]
    private let axis: [Double]
    private let order: [Int]
    private let rank: [Int]

    init(_ points: [GeoPoint]) {
        let vectors = points.map(unitVector)
        func spread(_ values: [Double]) -> Double { (values.max() ?? 0) - (values.min() ?? 0) }
        let axes = [vectors.map(\.x), vectors.map(\.y), vectors.map(\.z)]
        let axis = axes.max { spread($0) < spread($1) } ?? []
        self.vectors = vectors
        self.axis = axis
        order = points.indices.sorted { (axis[$0], $0) < (axis[$1], $1) }
        var rank = Array(repeating: 0, count: points.count)
        for (position, index) in order.enumerated() { rank[index] = position }
        self.rank = rank
    }

    /// Up to `count` other points, nearest first; of equally near ones those with the lower index.
    func nearest(_ count: Int, to index: Int) -> [Int] {
        var found: [(square: Double, index: Int)] = []
        let own = vectors[index]
        func offer(_ other: Int) {
            let (x, y, z) = (vectors[other].x - own.x, vectors[other].y - own.y, vectors[other].z - own.z)
            let candidate = (square: x * x + y * y + z * z, index: other)
            if found.count == count, let last = found.last, (candidate.square, other) >= (last.square, last.index) {
                return
            }
            var position = found.count
            while position > 0, (candidate.square, other) < (found[position - 1].square, found[position - 1].index) {
                position -= 1
            }
            found.insert(candidate, at: position)
            if found.count > count { found.removeLast() }
        }
        var low = rank[index] - 1
        var high = rank[index] + 1
        while low >= 0 || high < order.count {
            let lowGap = low >= 0 ? axis[index] - axis[order[low]] : .infinity
            let highGap = high < order.count ? axis[order[high]] - axis[index] : .infinity
            let gap = min(lowGap, highGap)
            if found.count == count, let last = found.last, gap * gap > last.square { break }
            if lowGap <= highGap {
                offer(order[low])
                low -= 1
            } else {
                offer(order[high])
                high += 1
            }
        }
        return found.map(\.index)
    }
}

/// The point as a vector of length 1 from the earth's middle.
func unitVector(_ point: GeoPoint) -> (x: Double, y: Double, z: Double) {
    let latitude = point.latitude * .pi / 180
    let longitude = point.longitude * .pi / 180
    return (cos(latitude) * cos(longitude), cos(latitude) * sin(longitude), sin(latitude))
}

/// The middle of points on the sphere; nil without points or where they cancel out.
func centre(of points: [GeoPoint]) -> GeoPoint? {
    var sum = (x: 0.0, y: 0.0, z: 0.0)
    for point in points {
        let vector = unitVector(point)
        sum = (sum.x + vector.x, sum.y + vector.y, sum.z + vector.z)
    }
    let length = (sum.x * sum.x + sum.y * sum.y + sum.z * sum.z).squareRoot()
    guard length > 1e-9 * Double(points.count) else { return nil }
    return GeoPoint(
        latitude: asin(max(-1, min(1, sum.z / length))) * 180 / .pi, longitude: atan2(sum.y, sum.x) * 180 / .pi)
}
