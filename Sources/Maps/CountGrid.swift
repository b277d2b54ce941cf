import Geo

/// Counts of what lies in the small squares of a drawing, summed so that a box of any size is counted at once.
struct CountGrid {
    static let side = 6.0
    let columns: Int
    let rows: Int
    /// With one more row and column: how many lie above and to the left.
    private var sums: [Int32]

    /// `counts` by row and column.
    init(_ counts: [Int32], columns: Int) {
        self.columns = columns
        rows = counts.count / max(1, columns)
        sums = .init(repeating: 0, count: (columns + 1) * (rows + 1))
        for row in 0..<rows {
            var line: Int32 = 0
            for column in 0..<columns {
                line += counts[row * columns + column]
                sums[(row + 1) * (columns + 1) + column + 1] = sums[row * (columns + 1) + column + 1] + line
            }
        }
    }

    /// Counts points.
    init(_ points: [PlanePoint], width: Double, height: Double) {
        let (columns, rows) = CountGrid.size(width: width, height: height)
        var counts = [Int32](repeating: 0, count: columns * rows)
        for point in points where point.x >= 0 && point.y >= 0 && point.x < width && point.y < height {
            counts[Int(point.y / CountGrid.side) * columns + Int(point.x / CountGrid.side)] += 1
        }
        self.init(counts, columns: columns)
    }

    static func size(width: Double, height: Double) -> (columns: Int, rows: Int) {
        (max(1, Int(width / side) + 1), max(1, Int(height / side) + 1))
    }

    /// What lies in the squares that the box meets. O(1).
    func count(under box: PlaneBox) -> Int {
        func clamp(_ value: Double, _ most: Int) -> Int {
            max(0, min(most, Int((value / CountGrid.side).rounded(.down))))
        }
        let (left, right) = (clamp(box.minX, columns - 1), clamp(box.maxX, columns - 1) + 1)
        let (top, bottom) = (clamp(box.minY, rows - 1), clamp(box.maxY, rows - 1) + 1)
        let width = columns + 1
        return Int(
            sums[bottom * width + right] - sums[top * width + right] - sums[bottom * width + left]
                + sums[top * width + left])
    }
}
