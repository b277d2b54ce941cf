/// The line with points left out that lie within `tolerance` of the simpler line; first and last stay.
///
/// Douglas and Peucker 1973, with an explicit stack. O(n log n) as a rule, O(n²) at worst.
public func simplifiedLine(_ line: [PlanePoint], tolerance: Double) -> [PlanePoint] {
    guard line.count > 2, tolerance > 0 else { return line }
    var keeps = [Bool](repeating: false, count: line.count)
    keeps[0] = true
    keeps[line.count - 1] = true
    var open = [(first: 0, last: line.count - 1)]
    while let span = open.popLast() {
        guard span.last - span.first > 1 else { continue }
        // Squares compare as well as lengths, and this is the loop that a map's time goes into.
        let start = line[span.first]
        let (dx, dy) = (line[span.last].x - start.x, line[span.last].y - start.y)
        let length = dx * dx + dy * dy
        var farthest = span.first
        var largest = tolerance * tolerance
        for index in span.first + 1..<span.last {
            var (x, y) = (line[index].x - start.x, line[index].y - start.y)
            if length > 0 {
                let along = min(1, max(0, (x * dx + y * dy) / length))
                x -= along * dx
                y -= along * dy
            }
            let distance = x * x + y * y
            if distance > largest { (farthest, largest) = (index, distance) }
        }
        guard farthest != span.first else { continue }
        keeps[farthest] = true
        open.append((span.first, farthest))
        open.append((farthest, span.last))
    }
    return line.indices.filter { keeps[$0] }.map { line[$0] }
}

/// The ring (closed without repeating its first point) simplified alike; empty when fewer than three points are left.
public func simplifiedRing(_ ring: [PlanePoint], tolerance: Double) -> [PlanePoint] {
    guard ring.count >= 3, let first = ring.first else { return [] }
    // Cut at the point farthest from the first, so that both halves have ends that belong to the shape.
    let cut = ring.indices.max { ring[$0].distance(to: first) < ring[$1].distance(to: first) } ?? 0
    guard cut > 0 else { return [] }
    let there = simplifiedLine(Array(ring[0...cut]), tolerance: tolerance)
    let back = simplifiedLine(Array(ring[cut...]) + [first], tolerance: tolerance)
    let result = Array(there.dropLast() + back.dropLast())
    return result.count >= 3 ? result : []
}

/// Distance from a point to the segment between two others.
public func distanceToSegment(_ point: PlanePoint, _ start: PlanePoint, _ end: PlanePoint) -> Double {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let length = dx * dx + dy * dy
    guard length > 0 else { return point.distance(to: start) }
    let along = min(1, max(0, ((point.x - start.x) * dx + (point.y - start.y) * dy) / length))
    return point.distance(to: PlanePoint(start.x + along * dx, start.y + along * dy))
}
