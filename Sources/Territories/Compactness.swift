import Geo

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Compactness after Reock (1961, "Measuring compactness as a requirement of legislative apportionment"): the area of the
/// territory over that of the smallest circle around it, 0...1.
///
/// A set of customers has no area, so each stands for a disc of one kilometre: the territory is their convex hull with
/// that margin, the circle has it too. Thus a single customer scores 1, two far apart score little but not nothing, and
/// for many customers the margin does not matter. Nil for no points. O(n log n).
func reockCompactness(_ points: [GeoPoint]) -> Double? {
    guard !points.isEmpty else { return nil }
    let plane = FlatPlane(around: points)
    let margin = 1000.0
    let hull = convexHull(points.map(plane.point))
    var area = 0.0
    var perimeter = 0.0
    for (index, corner) in hull.enumerated() {
        let next = hull[(index + 1) % hull.count]
        area += (corner.x * next.y - next.x * corner.y) / 2
        perimeter += hypot(next.x - corner.x, next.y - corner.y)
    }
    let radius = smallestCircle(hull).radius + margin
    return min(1, (abs(area) + perimeter * margin + .pi * margin * margin) / (.pi * radius * radius))
}

/// The smallest circle around points, incrementally (Welzl 1991) and without shuffling: hulls are small.
func smallestCircle(_ points: [PlanePoint]) -> (centre: PlanePoint, radius: Double) {
    func around(_ a: PlanePoint, _ b: PlanePoint) -> (centre: PlanePoint, radius: Double) {
        (PlanePoint((a.x + b.x) / 2, (a.y + b.y) / 2), hypot(a.x - b.x, a.y - b.y) / 2)
    }
    func around(_ a: PlanePoint, _ b: PlanePoint, _ c: PlanePoint) -> (centre: PlanePoint, radius: Double) {
        let (bx, by, cx, cy) = (b.x - a.x, b.y - a.y, c.x - a.x, c.y - a.y)
        let twice = 2 * (bx * cy - by * cx)
        guard abs(twice) > 1e-9 else {
            return [around(a, b), around(a, c), around(b, c)].max { $0.radius < $1.radius } ?? around(a, b)
        }
        let x = (cy * (bx * bx + by * by) - by * (cx * cx + cy * cy)) / twice
        let y = (bx * (cx * cx + cy * cy) - cx * (bx * bx + by * by)) / twice
        return (PlanePoint(a.x + x, a.y + y), hypot(x, y))
    }
    guard var circle = points.first.map({ (centre: $0, radius: 0.0) }) else { return (PlanePoint(0, 0), 0) }
    func isOutside(_ point: PlanePoint) -> Bool {
        hypot(point.x - circle.centre.x, point.y - circle.centre.y) > circle.radius * (1 + 1e-12) + 1e-9
    }
    for i in points.indices where isOutside(points[i]) {
        circle = (points[i], 0)
        for j in 0..<i where isOutside(points[j]) {
            circle = around(points[i], points[j])
            for k in 0..<j where isOutside(points[k]) { circle = around(points[i], points[j], points[k]) }
        }
    }
    return circle
}
