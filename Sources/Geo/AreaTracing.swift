/// Outlines of the cells with equal labels on a grid whose outermost cells are −1, as smoothed rings in grid units.
///
/// The grid's edges between unlike cells are cut into arcs at the corners where more than two edges meet. Each arc is
/// smoothed once, with its ends held, and then used by the areas on both sides, so that neighbours fit exactly.
func tracedAreas(_ labels: [Int], columns: Int) -> [Int: [[PlanePoint]]] {
    var result: [Int: [[PlanePoint]]] = [:]
    let tracer = AreaTracer(labels: labels, columns: columns)
    for label in Set(labels).sorted() where label >= 0 {
        result[label] = tracer.rings(of: label)
    }
    return result
}

private struct AreaTracer {
    let labels: [Int]
    let columns: Int
    private let width: Int

    init(labels: [Int], columns: Int) {
        self.labels = labels
        self.columns = columns
        width = columns + 1
    }

    /// The label of the cell whose lower left corner is there; −1 outside.
    private func label(_ column: Int, _ row: Int) -> Int {
        guard column >= 0, row >= 0, column < columns, row * columns + column < labels.count else { return -1 }
        return labels[row * columns + column]
    }

    /// How many grid edges between unlike cells meet at a corner; 2 inside an arc.
    private func degree(_ corner: Int) -> Int {
        let (x, y) = (corner % width, corner / width)
        let around = [label(x - 1, y - 1), label(x, y - 1), label(x, y), label(x - 1, y)]
        return (0..<4).count { around[$0] != around[($0 + 1) % 4] }
    }

    /// The corners of the label's rings, walked with the area on the left; where two parts touch at a corner the walk
    /// turns left, which keeps the parts apart.
    private func corners(of wanted: Int) -> [[Int]] {
        // Directions: east, north, west, south as steps between corners.
        let steps = [1, width, -1, -width]
        func isEdge(_ corner: Int, _ direction: Int) -> Bool {
            let (x, y) = (corner % width, corner / width)
            let (left, right): ((Int, Int), (Int, Int)) =
                switch direction {
                case 0: ((x, y), (x, y - 1))
                case 1: ((x - 1, y), (x, y))
                case 2: ((x - 1, y - 1), (x - 1, y))
                default: ((x, y - 1), (x - 1, y - 1))
                }
            return label(left.0, left.1) == wanted && label(right.0, right.1) != wanted
        }
        let cornerCount = width * (labels.count / columns + 1)
        var isWalked = [Bool](repeating: false, count: cornerCount * 4)
        var rings: [[Int]] = []
        for start in 0..<cornerCount {
            for first in 0..<4 where isEdge(start, first) && !isWalked[start * 4 + first] {
                var ring: [Int] = []
                var (corner, direction) = (start, first)
                while !isWalked[corner * 4 + direction] {
                    isWalked[corner * 4 + direction] = true
                    ring.append(corner)
                    corner += steps[direction]
                    let turns = [direction + 1, direction, direction + 3].map { $0 % 4 }
                    guard let next = turns.first(where: { isEdge(corner, $0) }) else { break }
                    direction = next
                }
                rings.append(ring)
            }
        }
        return rings
    }

    func rings(of wanted: Int) -> [[PlanePoint]] {
        corners(of: wanted).compactMap { corners in
            let nodes = corners.indices.filter { degree(corners[$0]) > 2 }
            guard let firstNode = nodes.first else {
                // Alone or inside one neighbour: start where both sides would.
                guard let lowest = corners.indices.min(by: { corners[$0] < corners[$1] }) else { return nil }
                return simplifiedRing(smoothedLoop(Array(corners[lowest...] + corners[..<lowest])), tolerance: 0.1)
            }
            let turned = Array(corners[firstNode...] + corners[...firstNode])
            var ring: [PlanePoint] = []
            var arc: [Int] = []
            for (index, corner) in turned.enumerated() {
                arc.append(corner)
                if index > 0, degree(corner) > 2 {
                    ring += smoothedArc(arc).dropLast()
                    arc = [corner]
                }
            }
            return ring.count >= 3 ? ring : nil
        }
    }

    private func place(_ corner: Int) -> PlanePoint { PlanePoint(Double(corner % width), Double(corner / width)) }

    /// The same points whichever end it is walked from.
    private func smoothedArc(_ corners: [Int]) -> [PlanePoint] {
        let isForward = corners.lexicographicallyPrecedes(corners.reversed())
        var line = (isForward ? corners : corners.reversed()).map(place)
        guard line.count > 2 else { return isForward ? line : line.reversed() }
        let ends = (line[0], line[line.count - 1])
        // Middles of the edges turn stairs into slopes and can't cross another arc.
        line = [ends.0] + zip(line, line.dropFirst()).map { middle($0, $1) } + [ends.1]
        for _ in 0..<3 {
            line = [ends.0] + (1..<line.count - 1).map { weighted(line[$0 - 1], line[$0], line[$0 + 1]) } + [ends.1]
        }
        line = simplifiedLine(line, tolerance: 0.1)
        return isForward ? line : line.reversed()
    }

    /// A ring without nodes, from its lowest corner; the other side walks it the other way round.
    private func smoothedLoop(_ corners: [Int]) -> [PlanePoint] {
        let isForward = corners.count < 2 || corners[1] < corners[corners.count - 1]
        let ordered = isForward ? corners : [corners[0]] + corners.dropFirst().reversed()
        var ring = ordered.map(place)
        ring = ring.indices.map { middle(ring[$0], ring[($0 + 1) % ring.count]) }
        for _ in 0..<3 {
            ring = ring.indices.map {
                weighted(ring[($0 + ring.count - 1) % ring.count], ring[$0], ring[($0 + 1) % ring.count])
            }
        }
        return ring
    }

    private func middle(_ first: PlanePoint, _ second: PlanePoint) -> PlanePoint {
        PlanePoint((first.x + second.x) / 2, (first.y + second.y) / 2)
    }

    private func weighted(_ before: PlanePoint, _ point: PlanePoint, _ after: PlanePoint) -> PlanePoint {
        PlanePoint((before.x + 2 * point.x + after.x) / 4, (before.y + 2 * point.y + after.y) / 4)
    }
}
