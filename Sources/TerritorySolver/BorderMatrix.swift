import Geo

/// Borders of districts: a sparse matrix with a short list of entries for each district.
struct BorderMatrix: Sendable {
    struct Entry: Sendable {
        var column: Int
        /// Weight that changes hands for each unit by which the row's offset rises above the column's.
        var value: Double
        /// Sums of value × place along the border.
        var x: Double
        var y: Double
    }

    private(set) var rows: [[Entry]]

    init(_ count: Int) { rows = [[Entry]](repeating: [], count: count) }

    mutating func add(_ entry: Entry, to row: Int) {
        for index in rows[row].indices where rows[row][index].column == entry.column {
            rows[row][index].value += entry.value
            rows[row][index].x += entry.x
            rows[row][index].y += entry.y
            return
        }
        rows[row].append(entry)
    }

    mutating func add(_ other: BorderMatrix) {
        for (row, entries) in other.rows.enumerated() {
            for entry in entries { add(entry, to: row) }
        }
    }

    /// Half the sum of the matrix and its transpose, each row in the order of its columns.
    func symmetric() -> BorderMatrix {
        var result = BorderMatrix(rows.count)
        for (row, entries) in rows.enumerated() {
            for entry in entries {
                var half = Entry(column: entry.column, value: entry.value / 2, x: entry.x / 2, y: entry.y / 2)
                result.add(half, to: row)
                half.column = row
                result.add(half, to: entry.column)
            }
        }
        for row in result.rows.indices { result.rows[row].sort { $0.column < $1.column } }
        return result
    }

    /// Of a symmetric matrix: the weight that each district loses at its borders, to first order, when centres move
    /// and offsets stay.
    func losses(from old: [PlanePoint], to new: [PlanePoint]) -> [Double] {
        func change(_ district: Int, _ x: Double, _ y: Double) -> Double {
            let (before, after) = (old[district], new[district])
            return (x - after.x) * (x - after.x) + (y - after.y) * (y - after.y)
                - (x - before.x) * (x - before.x) - (y - before.y) * (y - before.y)
        }
        return rows.indices.map { row in
            rows[row].reduce(0) { sum, entry in
                let (x, y) = (entry.x / entry.value, entry.y / entry.value)
                return sum + entry.value * (change(row, x, y) - change(entry.column, x, y))
            }
        }
    }

    /// Of a symmetric matrix: the change of offsets that moves `missing` weight into each district: a step of Levenberg and Marquardt on the
    /// Laplacian of the borders with `damping` on its diagonal (all above 0), solved by conjugate gradients.
    func offsetChange(missing: [Double], damping: [Double]) -> [Double] {
        let count = rows.count
        let diagonal = (0..<count).map { row in rows[row].reduce(damping[row]) { $0 + $1.value } }
        func product(_ vector: [Double]) -> [Double] {
            (0..<count).map { row in
                rows[row].reduce(diagonal[row] * vector[row]) { $0 - $1.value * vector[$1.column] }
            }
        }
        func dot(_ left: [Double], _ right: [Double]) -> Double { zip(left, right).reduce(0) { $0 + $1.0 * $1.1 } }
        var change = [Double](repeating: 0, count: count)
        var residual = missing
        var scaled = zip(residual, diagonal).map { $0 / $1 }
        var direction = scaled
        var size = dot(residual, scaled)
        let goal = size * 1e-6
        for _ in 0..<min(2 * count + 10, 200) where size > goal && size > 0 {
            let image = product(direction)
            let curvature = dot(direction, image)
            guard curvature > 0 else { break }
            let step = size / curvature
            for index in 0..<count {
                change[index] += step * direction[index]
                residual[index] -= step * image[index]
            }
            scaled = zip(residual, diagonal).map { $0 / $1 }
            let newSize = dot(residual, scaled)
            for index in 0..<count { direction[index] = scaled[index] + newSize / size * direction[index] }
            size = newSize
        }
        return change
    }
}
