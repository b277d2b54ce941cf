/// Signed area of a ring (closed without repeating its first point): positive when anticlockwise where y grows upwards.
public func signedArea(_ ring: [PlanePoint]) -> Double {
    guard ring.count > 2 else { return 0 }
    var twice = 0.0
    var previous = ring[ring.count - 1]
    for point in ring {
        twice += previous.x * point.y - point.x * previous.y
        previous = point
    }
    return twice / 2
}

/// Length of the ring's edge, the closing side included.
public func perimeter(_ ring: [PlanePoint]) -> Double {
    guard var previous = ring.last else { return 0 }
    var length = 0.0
    for point in ring {
        length += previous.distance(to: point)
        previous = point
    }
    return length
}

/// Whether the point is inside the rings by the even-odd rule (so that inner rings are holes). O(n).
public func contains(_ point: PlanePoint, in rings: [[PlanePoint]]) -> Bool {
    var inside = false
    for ring in rings {
        guard var previous = ring.last else { continue }
        for corner in ring {
            if (corner.y > point.y) != (previous.y > point.y),
                point.x < (previous.x - corner.x) * (point.y - corner.y) / (previous.y - corner.y)
                    + corner.x
            {
                inside.toggle()
            }
            previous = corner
        }
    }
    return inside
}

/// How far the point is from the nearest edge, negative outside.
private func depth(_ point: PlanePoint, in rings: [[PlanePoint]]) -> Double {
    var nearest = Double.infinity
    for ring in rings {
        guard var previous = ring.last else { continue }
        for corner in ring {
            nearest = min(nearest, distanceToSegment(point, previous, corner))
            previous = corner
        }
    }
    return contains(point, in: rings) ? nearest : -nearest
}

/// The point inside the rings that is farthest from their edges, within 2 % of the box: where a name sits best.
///
/// Quadtree search with the bound of Agafonkin's "polylabel" (2016). Nil for rings without area.
public func visualCentre(of rings: [[PlanePoint]]) -> PlanePoint? {
    guard let box = PlaneBox(rings.joined()), min(box.width, box.height) > 0 else { return nil }
    let precision = max(box.width, box.height) * 0.02
    let side = min(box.width, box.height)
    var open: [(centre: PlanePoint, half: Double, depth: Double)] = []
    for x in stride(from: box.minX, to: box.maxX, by: side) {
        for y in stride(from: box.minY, to: box.maxY, by: side) {
            let centre = PlanePoint(x + side / 2, y + side / 2)
            open.append((centre, side / 2, depth(centre, in: rings)))
        }
    }
    var best = (point: box.centre, depth: depth(box.centre, in: rings))
    var steps = 0
    while steps < 2000,
        let index = open.indices.max(by: {
            open[$0].depth + open[$0].half < open[$1].depth + open[$1].half
        })
    {
        steps += 1
        let cell = open.remove(at: index)
        if cell.depth > best.depth { best = (cell.centre, cell.depth) }
        guard cell.depth + cell.half * 2.0.squareRoot() - best.depth > precision else { continue }
        let half = cell.half / 2
        for (dx, dy) in [(-half, -half), (half, -half), (-half, half), (half, half)] {
            let centre = PlanePoint(cell.centre.x + dx, cell.centre.y + dy)
            open.append((centre, half, depth(centre, in: rings)))
        }
    }
    return best.depth > 0 ? best.point : nil
}
