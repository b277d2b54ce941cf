import Geo

/// Which territory lies where on the drawing, in small squares: for finding room for names.
struct AreaGrid {
    private let owned: [CountGrid]
    private let taken: CountGrid
    /// Around each territory's squares; nil where it has none.
    private let boxes: [PlaneBox?]
    private let all: CountGrid

    /// O(rows × corners) of each territory's box.
    init(_ areas: [[[PlanePoint]]], width: Double, height: Double) {
        let (columns, rows) = CountGrid.size(width: width, height: height)
        var owners = [Int](repeating: -1, count: columns * rows)
        let side = CountGrid.side
        for (index, rings) in areas.enumerated() {
            guard let box = PlaneBox(rings.joined()) else { continue }
            for row in max(0, Int(box.minY / side))..<max(0, min(rows, Int(box.maxY / side) + 1)) {
                // Where the line through the squares' middles enters and leaves the territory.
                let crossings = AreaGrid.crossings(rings, y: (Double(row) + 0.5) * side)
                for pair in stride(from: 0, to: crossings.count - 1, by: 2) {
                    let first = max(0, Int((crossings[pair] / side + 0.5).rounded(.down)))
                    let last = min(columns - 1, Int((crossings[pair + 1] / side - 0.5).rounded(.down)))
                    if first <= last {
                        for column in first...last { owners[row * columns + column] = index }
                    }
                }
            }
        }
        owned = areas.indices.map { area in
            CountGrid(owners.map { $0 == area ? 1 : 0 }, columns: columns)
        }
        var corners = [[PlanePoint]](repeating: [], count: areas.count)
        for (square, area) in owners.enumerated() where area >= 0 {
            let (row, column) = (Double(square / columns), Double(square % columns))
            corners[area].append(PlanePoint(column * side, row * side))
            corners[area].append(PlanePoint((column + 1) * side, (row + 1) * side))
        }
        boxes = corners.map { PlaneBox($0) }
        taken = CountGrid(owners.map { $0 < 0 ? 0 : 1 }, columns: columns)
        all = CountGrid(owners.map { _ in 1 }, columns: columns)
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

    /// A box that keeps away from it has none of the territory's squares under it.
    func box(of area: Int) -> PlaneBox? { boxes[area] }

    /// How many squares under the box are the territory's, another's, and nobody's.
    func counts(under box: PlaneBox, of area: Int) -> (own: Int, others: Int, free: Int) {
        let own = owned[area].count(under: box)
        let any = taken.count(under: box)
        return (own, any - own, all.count(under: box) - any)
    }
}
