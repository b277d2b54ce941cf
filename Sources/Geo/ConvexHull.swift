/// The corners of the convex hull, anticlockwise where y grows upwards, without points on its edges; fewer than three
/// corners when the points are collinear. Andrew's monotone chain (1979), O(n log n).
public func convexHull(_ points: [PlanePoint]) -> [PlanePoint] {
    let sorted = Set(points.filter(\.isFinite)).sorted { ($0.x, $0.y) < ($1.x, $1.y) }
    guard sorted.count > 2 else { return sorted }
    func chain(_ points: some Sequence<PlanePoint>) -> [PlanePoint] {
        var corners: [PlanePoint] = []
        for point in points {
            while corners.count > 1,
                turn(corners[corners.count - 2], corners[corners.count - 1], point) <= 0
            {
                corners.removeLast()
            }
            corners.append(point)
        }
        return corners.dropLast()
    }
    return chain(sorted) + chain(sorted.reversed())
}

/// Twice the signed area of the triangle: positive for a left turn where y grows upwards.
private func turn(_ first: PlanePoint, _ second: PlanePoint, _ third: PlanePoint) -> Double {
    (second.x - first.x) * (third.y - first.y) - (second.y - first.y) * (third.x - first.x)
}
