import Geo

/// Which places of a drawing are near some lines: a grid of cells with their distance, so that asking costs nothing
/// however many lines there are.
struct NearLines {
    private static let side = 4.0
    private let box: PlaneBox
    private let columns: Int
    private let rows: Int
    private var isNear: [Bool] = []

    /// `reach` in pixels. O(length of the lines + cells).
    init(_ lines: [[PlanePoint]], in box: PlaneBox, reach: Double) {
        self.box = box
        columns = Int(box.width / NearLines.side) + 1
        rows = Int(box.height / NearLines.side) + 1
        guard !lines.isEmpty else { return }
        // Chamfer distance of Borgefors 1986 in thirds of a cell.
        var distance = [Int](repeating: 1 << 20, count: columns * rows)
        for line in lines {
            for (start, end) in zip(line, line.dropFirst()) {
                let steps = max(1, Int((start.distance(to: end) / NearLines.side).rounded(.up)))
                for step in 0...min(steps, 4000) {
                    let share = Double(step) / Double(steps)
                    let place = PlanePoint(
                        start.x + share * (end.x - start.x), start.y + share * (end.y - start.y))
                    if let cell = cell(place) { distance[cell] = 0 }
                }
            }
        }
        for row in 0..<rows {
            for column in 0..<columns {
                relax(&distance, row, column, [(0, -1, 3), (-1, -1, 4), (-1, 0, 3), (-1, 1, 4)])
            }
        }
        for row in (0..<rows).reversed() {
            for column in (0..<columns).reversed() {
                relax(&distance, row, column, [(0, 1, 3), (1, 1, 4), (1, 0, 3), (1, -1, 4)])
            }
        }
        let most = Int(3 * reach / NearLines.side)
        isNear = distance.map { $0 <= most }
    }

    private func relax(_ distance: inout [Int], _ row: Int, _ column: Int, _ steps: [(Int, Int, Int)]) {
        let here = row * columns + column
        for (down, right, cost) in steps {
            let (otherRow, otherColumn) = (row + down, column + right)
            guard otherRow >= 0, otherRow < rows, otherColumn >= 0, otherColumn < columns else { continue }
            distance[here] = min(distance[here], distance[otherRow * columns + otherColumn] + cost)
        }
    }

    private func cell(_ place: PlanePoint) -> Int? {
        guard box.contains(place) else { return nil }
        let column = min(columns - 1, Int((place.x - box.minX) / NearLines.side))
        let row = min(rows - 1, Int((place.y - box.minY) / NearLines.side))
        return row * columns + column
    }

    private func holds(_ place: PlanePoint) -> Bool { cell(place).map { isNear[$0] } ?? false }

    /// Whether more than a third of the ring's corners are near.
    func hold(_ ring: [PlanePoint]) -> Bool {
        !isNear.isEmpty && 3 * ring.count(where: holds) > ring.count
    }

    /// The line without what is near; what is left is at least eight pixels long.
    func partsAway(_ line: [PlanePoint]) -> [[PlanePoint]] {
        guard !isNear.isEmpty else { return [line] }
        var parts: [[PlanePoint]] = []
        var current: [PlanePoint] = []
        func finish() {
            let length = zip(current, current.dropFirst()).reduce(0) { $0 + $1.0.distance(to: $1.1) }
            if length >= 8 { parts.append(current) }
            current = []
        }
        for (start, end) in zip(line, line.dropFirst()) {
            let steps = max(1, min(4000, Int((start.distance(to: end) / NearLines.side).rounded(.up))))
            for step in 0...steps {
                let share = Double(step) / Double(steps)
                let place = PlanePoint(start.x + share * (end.x - start.x), start.y + share * (end.y - start.y))
                if holds(place) {
                    if !current.isEmpty { finish() }
                } else if current.last != place {
                    current.append(place)
                }
            }
        }
        if !current.isEmpty { finish() }
        return parts
    }
}
