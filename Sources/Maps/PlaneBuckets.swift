import Geo

/// Points sorted into squares, to find those near a place without looking at all.
struct PlaneBuckets {
    private struct Cell: Hashable {
        var row: Int
        var column: Int
    }
    private let points: [PlanePoint]
    private let side: Double
    private var cells: [Cell: [Int]] = [:]

    init(_ points: [PlanePoint], side: Double) {
        self.points = points
        self.side = side
        for index in points.indices { cells[cell(points[index]), default: []].append(index) }
    }

    private func cell(_ point: PlanePoint) -> Cell {
        Cell(row: Int((point.y / side).rounded(.down)), column: Int((point.x / side).rounded(.down)))
    }

    /// In ascending order. Looks at the squares that the circle meets.
    func indices(within reach: Double, of place: PlanePoint) -> [Int] {
        let lower = cell(PlanePoint(place.x - reach, place.y - reach))
        let upper = cell(PlanePoint(place.x + reach, place.y + reach))
        var found: [Int] = []
        for row in lower.row...upper.row {
            for column in lower.column...upper.column {
                found += (cells[Cell(row: row, column: column)] ?? [])
                    .filter { points[$0].distance(to: place) <= reach }
            }
        }
        return found.sorted()
    }
}
