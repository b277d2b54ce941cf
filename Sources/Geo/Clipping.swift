/// The parts of the line inside the box, in order. Liang and Barsky 1984, segment by segment. O(n).
public func clippedLine(_ line: [PlanePoint], to box: PlaneBox) -> [[PlanePoint]] {
    guard let bounds = PlaneBox(line), line.count > 1 else { return [] }
    if box.contains(bounds) { return [line] }
    if !box.grown(by: 1e-9).overlaps(bounds.grown(by: 1e-9)) { return [] }
    var parts: [[PlanePoint]] = []
    var current: [PlanePoint] = []
    for (start, end) in zip(line, line.dropFirst()) {
        guard let piece = clippedSegment(start, end, to: box) else {
            if current.count > 1 { parts.append(current) }
            current = []
            continue
        }
        if current.last != piece.start {
            if current.count > 1 { parts.append(current) }
            current = [piece.start]
        }
        if piece.end != piece.start { current.append(piece.end) }
    }
    if current.count > 1 { parts.append(current) }
    return parts
}

private func clippedSegment(
    _ start: PlanePoint, _ end: PlanePoint, to box: PlaneBox
) -> (start: PlanePoint, end: PlanePoint)? {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    var (enter, leave) = (0.0, 1.0)
    let sides = [
        (-dx, start.x - box.minX), (dx, box.maxX - start.x), (-dy, start.y - box.minY),
        (dy, box.maxY - start.y),
    ]
    for (slope, room) in sides {
        if slope == 0 {
            if room < 0 { return nil }
        } else if slope < 0 {
            enter = max(enter, room / slope)
        } else {
            leave = min(leave, room / slope)
        }
    }
    guard enter <= leave else { return nil }
    return (
        enter == 0 ? start : PlanePoint(start.x + enter * dx, start.y + enter * dy),
        leave == 1 ? end : PlanePoint(start.x + leave * dx, start.y + leave * dy)
    )
}

/// The ring cut to the box; empty when nothing of it is inside. Sutherland and Hodgman 1974: a ring that falls into
/// several pieces keeps them joined along the box's edge, so clip to a box a little larger than what is shown. O(n).
public func clippedRing(_ ring: [PlanePoint], to box: PlaneBox) -> [PlanePoint] {
    guard let bounds = PlaneBox(ring), box.overlaps(bounds) else { return [] }
    if box.contains(bounds) { return ring }
    var result = ring
    result = cut(result, inside: { $0.x >= box.minX }) { crossing($0, $1, x: box.minX) }
    result = cut(result, inside: { $0.x <= box.maxX }) { crossing($0, $1, x: box.maxX) }
    result = cut(result, inside: { $0.y >= box.minY }) { crossing($0, $1, y: box.minY) }
    result = cut(result, inside: { $0.y <= box.maxY }) { crossing($0, $1, y: box.maxY) }
    return result.count >= 3 ? result : []
}

private func cut(
    _ ring: [PlanePoint], inside: (PlanePoint) -> Bool,
    crossing: (PlanePoint, PlanePoint) -> PlanePoint
) -> [PlanePoint] {
    guard var previous = ring.last else { return [] }
    var result: [PlanePoint] = []
    for point in ring {
        if inside(point) {
            if !inside(previous) { result.append(crossing(previous, point)) }
            result.append(point)
        } else if inside(previous) {
            result.append(crossing(previous, point))
        }
        previous = point
    }
    return result
}

private func crossing(_ start: PlanePoint, _ end: PlanePoint, x: Double) -> PlanePoint {
    PlanePoint(x, start.y + (end.y - start.y) * (x - start.x) / (end.x - start.x))
}

private func crossing(_ start: PlanePoint, _ end: PlanePoint, y: Double) -> PlanePoint {
    PlanePoint(start.x + (end.x - start.x) * (y - start.y) / (end.y - start.y), y)
}
