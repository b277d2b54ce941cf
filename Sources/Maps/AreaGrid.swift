import Geo

/// Which territory lies where on the drawing, in squares of a few pixels: for finding room for names.
struct AreaGrid {
    private let side = 6.0
    private let columns: Int
    private let rows: Int
    /// By cell the index of the territory; −1 for none.
    private var owners: [Int]

    /// O(cells × corners) of each territory's box.
    init(_ areas: [[[PlanePoint]]], width: Double, height: Double) {
        columns = max(1, Int(width / side) + 1)
        rows = max(1, Int(height / side) + 1)
        owners = .init(repeating: -1, count: columns * rows)
        for (index, rings) in areas.enumerated() {
            guard let box = PlaneBox(rings.joined()) else { continue }
            for row in max(0, Int(box.minY / side))..<max(0, min(rows, Int(box.maxY / side) + 1)) {
                let y = (Double(row) + 0.5) * side
                // Where the line through the cells' middles enters and leaves the territory.
                let crossings = AreaGrid.crossings(rings, y: y)
                for (enter, leave) in zip(crossings, crossings.dropFirst()).enumerated().filter({ $0.offset % 2 == 0 })
                    .map(\.element)
                {
                    let first = max(0, Int((enter / side + 0.5).rounded(.down)))
                    let last = min(columns - 1, Int((leave / side - 0.5).rounded(.down)))
                    guard first <= last else { continue }
                    for column in first...last { owners[row * columns + column] = index }
                }
            }
        }
    }

    private static func crossings(_ rings: [[PlanePoint]], y: Double) -> [Double] {
        var found: [Double] = []
        for ring in rings {
            guard var previous = ring.last else { continue }
            for corner in ring {
                if (corner.y > y) != (previous.y > y) {
                    found.append((previous.x - corner.x) * (y - corner.y) / (previous.y - corner.y) + corner.x)
                }
                previous = corner
            }
        }
        return found.sorted()
    }

    /// How many cells under the box are the territory's, another's, and nobody's.
    func counts(under box: PlaneBox, of area: Int) -> (own: Int, others: Int, free: Int) {
        var result = (own: 0, others: 0, free: 0)
        for row in max(0, Int(box.minY / side))...max(0, min(rows - 1, Int(box.maxY / side))) {
            for column in max(0, Int(box.minX / side))...max(0, min(columns - 1, Int(box.maxX / side))) {
                let owner = owners[row * columns + column]
                if owner == area { result.own += 1 } else if owner < 0 { result.free += 1 } else { result.others += 1 }
            }
        }
        return result
    }
}
