import Geo

/// How many customers are where, counted in the cells of a honeycomb with corners up.
struct HexagonLayout {
    struct Cell {
        var centre: PlanePoint
        var count = 0
        var overdue = 0
        /// One for each of the drawing's measures.
        var sums: [Double]
        /// 1...5.
        var step = 1
    }
    /// By rows from the top, and from the left.
    private(set) var cells: [Cell] = []
    /// Lower ends of the five steps, at most five, rising.
    private(set) var lowerEnds: [Int] = []
    /// Customers outside the frame.
    private(set) var outside = 0
    let radius: Double

    /// O(customers).
    init(_ map: MapDrawing, in frame: MapFrame, radius: Double) {
        self.radius = radius
        struct Spot: Hashable {
            var row: Int
            var column: Int
        }
        var found: [Spot: Cell] = [:]
        let (width, height) = (radius * 3.0.squareRoot(), radius * 1.5)
        for pin in map.pins where pin.symbol.isCustomer {
            let place = frame.place(pin.point)
            guard frame.box.contains(place) else {
                outside += 1
                continue
            }
            // The nearest of the centres in the two rows that the place lies between.
            let row = Int((place.y / height).rounded(.down))
            let nearest = [row, row + 1].map { row -> (spot: Spot, centre: PlanePoint) in
                let shift = row % 2 == 0 ? 0 : 0.5
                let column = Int((place.x / width - shift).rounded())
                return (
                    Spot(row: row, column: column),
                    PlanePoint((Double(column) + shift) * width, Double(row) * height)
                )
            }
            let best =
                nearest[0].centre.distance(to: place) <= nearest[1].centre.distance(to: place)
                ? nearest[0] : nearest[1]
            var cell =
                found[best.spot] ?? Cell(centre: best.centre, sums: .init(repeating: 0, count: map.measures.count))
            cell.count += 1
            if pin.symbol == .overdue { cell.overdue += 1 }
            for (index, value) in (pin.card?.values ?? []).prefix(cell.sums.count).enumerated() {
                cell.sums[index] += value
            }
            found[best.spot] = cell
        }
        cells = found.sorted { ($0.key.row, $0.key.column) < ($1.key.row, $1.key.column) }.map(\.value)
        lowerEnds = steps(cells.map(\.count).max() ?? 0)
        for index in cells.indices {
            cells[index].step = lowerEnds.lastIndex { $0 <= cells[index].count }.map { $0 + 1 } ?? 1
        }
    }

    /// The cells with most customers overdue, at most twelve.
    var mostOverdue: [Cell] {
        let ranked = cells.filter { $0.overdue > 0 }
            .sorted { ($1.overdue, $0.centre.y, $0.centre.x) < ($0.overdue, $1.centre.y, $1.centre.x) }
        return Array(ranked.prefix(12))
    }
}

/// Five steps of about equal ratio with round lower ends; fewer when the largest count is small.
private func steps(_ largest: Int) -> [Int] {
    var ends = [1]
    let round = [1, 2, 3, 5].flatMap { digit in (0..<10).map { power in digit * powerOfTen(power) } }.sorted()
    for step in 1..<5 {
        // The lowest round number whose fifth power relation reaches the step's share of the largest.
        let wanted = fifthRootPower(largest, step)
        guard let end = round.last(where: { Double($0) <= wanted }), let last = ends.last, end > last else { continue }
        ends.append(end)
    }
    return ends
}

private func powerOfTen(_ power: Int) -> Int { (0..<power).reduce(1) { product, _ in product * 10 } }

/// `largest` to the power of `step` fifths, by halving: no floating-point function differs between machines.
private func fifthRootPower(_ largest: Int, _ step: Int) -> Double {
    let target = (0..<step).reduce(1.0) { product, _ in product * Double(largest) }
    var (low, high) = (0.0, Double(max(1, largest)))
    for _ in 0..<60 {
        let middle = (low + high) / 2
        let power = middle * middle * middle * middle * middle
        if power < target { low = middle } else { high = middle }
    }
    return high
}
