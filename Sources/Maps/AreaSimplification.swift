import Geo

/// Rings of neighbouring areas with fewer corners, so that neighbours still share every corner of their common edge.
///
/// The rings are cut into arcs at corners where more than two edges meet, and each arc is simplified the same way from
/// whichever side it is walked. Corners are taken as equal on the grid of a drawing's tenths. O(n log n) as a rule.
func simplifiedTogether(_ areas: [[[PlanePoint]]], tolerance: Double) -> [[[PlanePoint]]] {
    struct Corner: Hashable, Comparable {
        var x: Int
        var y: Int
        init(_ point: PlanePoint) { (x, y) = (tenths(point.x), tenths(point.y)) }
        var point: PlanePoint { PlanePoint(Double(x) / 10, Double(y) / 10) }
        static func < (left: Corner, right: Corner) -> Bool { (left.x, left.y) < (right.x, right.y) }
    }
    let rings = areas.map { rings in
        rings.map { ring -> [Corner] in
            var corners: [Corner] = []
            for corner in ring.lazy.map(Corner.init) where corners.last != corner { corners.append(corner) }
            if corners.count > 1, corners.first == corners.last { corners.removeLast() }
            return corners
        }
    }
    var neighbours: [Corner: Set<Corner>] = [:]
    for ring in rings.joined() where ring.count > 1 {
        for (index, corner) in ring.enumerated() {
            neighbours[corner, default: []].formUnion([
                ring[(index + 1) % ring.count], ring[(index + ring.count - 1) % ring.count],
            ])
        }
    }
    func simplified(_ arc: [Corner]) -> [PlanePoint] {
        let isForward = arc[0] < arc[arc.count - 1] || (arc[0] == arc[arc.count - 1] && arc[1] < arc[arc.count - 2])
        let line = simplifiedLine((isForward ? arc : arc.reversed()).map(\.point), tolerance: tolerance)
        return isForward ? line : line.reversed()
    }
    return rings.map { rings in
        rings.compactMap { ring -> [PlanePoint]? in
            guard ring.count >= 3 else { return nil }
            let nodes = ring.indices.filter { (neighbours[ring[$0]]?.count ?? 0) > 2 }
            // Without a node: from the lowest corner, by way of the farthest from it.
            let start = nodes.first ?? ring.indices.min { ring[$0] < ring[$1] } ?? 0
            let turned = Array(ring[start...] + ring[...start])
            var cuts = turned.indices.filter { (neighbours[turned[$0]]?.count ?? 0) > 2 }
            if nodes.isEmpty {
                let first = turned[0].point
                let farthest = turned.indices.max {
                    (turned[$0].point.distance(to: first), turned[$0])
                        < (turned[$1].point.distance(to: first), turned[$1])
                }
                cuts = [0, farthest ?? 0, turned.count - 1]
            }
            var result: [PlanePoint] = []
            for (from, to) in zip(cuts, cuts.dropFirst()) where to > from {
                result += simplified(Array(turned[from...to])).dropLast()
            }
            return result.count >= 3 ? result : nil
        }
    }
}
