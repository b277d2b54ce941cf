import Config
import Foundation
import Geo

/// Neighbourhoods of places: the middles by Lloyd's rounds (1982) from places that lie far from each other (Gonzalez 1985).
///
/// Depends on the set of places alone, not on their order. At most `count` regions; none without places. O(places × count).
func placeRegions(of places: [GeoPoint], count: Int) -> [RegionalFit.Region] {
    let plane = Plane(places)
    let points = plane.points
    guard !points.isEmpty else { return [] }
    let middle = mean(points)
    var middles = [points.min { $0.square(to: middle) < $1.square(to: middle) } ?? middle]
    var squares = points.map { $0.square(to: middles[0]) }
    while middles.count < count, let farthest = squares.indices.max(by: { squares[$0] < squares[$1] }),
        squares[farthest] > 200 * 200
    {
        let next = points[farthest]
        middles.append(next)
        for index in points.indices { squares[index] = min(squares[index], points[index].square(to: next)) }
    }
    var owners = points.map { nearest(to: $0, in: middles) }
    for _ in 0..<10 {
        var members = [[PlanePoint]](repeating: [], count: middles.count)
        for (point, owner) in zip(points, owners) { members[owner].append(point) }
        for (index, group) in members.enumerated() where !group.isEmpty { middles[index] = mean(group) }
        let moved = points.map { nearest(to: $0, in: middles) }
        if moved == owners { break }
        owners = moved
    }
    var radii = [Double](repeating: 0, count: middles.count)
    for (point, owner) in zip(points, owners) {
        radii[owner] = max(radii[owner], point.square(to: middles[owner]).squareRoot())
    }
    return middles.indices.compactMap { index in
        let gap = middles.indices.filter { $0 != index }.map { middles[$0].square(to: middles[index]) }.min() ?? 0
        // Beyond its own places it reaches as far as the next region is away, but not far into a country nobody knows.
        let reach = max(1.25 * radii[index], min(gap.squareRoot(), 5000), 1000)
        return plane.place(middles[index]).map { RegionalFit.Region(middle: $0, reach: reach) }
    }
}

private struct PlanePoint {
    /// Metres.
    var east: Double
    var north: Double

    func square(to other: PlanePoint) -> Double {
        let (x, y) = (east - other.east, north - other.north)
        return x * x + y * y
    }
}

/// Different places on a plane, sorted.
private struct Plane {
    private let origin: GeoPoint?
    private let eastward: Double
    private static let northward = GeoPoint.earthRadius * .pi / 180
    let points: [PlanePoint]

    init(_ places: [GeoPoint]) {
        let sorted = Set(places).sorted { ($0.latitude, $0.longitude) < ($1.latitude, $1.longitude) }
        origin = sorted.first
        let latitude = sorted.reduce(0) { $0 + $1.latitude } / Double(max(1, sorted.count))
        let eastward = Plane.northward * cos(latitude * .pi / 180)
        self.eastward = eastward
        points = sorted.map { [origin] place in
            let degrees = Plane.turned(place.longitude - (origin?.longitude ?? 0))
            return PlanePoint(east: degrees * eastward, north: place.latitude * Plane.northward)
        }
    }

    func place(_ point: PlanePoint) -> GeoPoint? {
        let longitude = (origin?.longitude ?? 0) + (eastward > 0 ? point.east / eastward : 0)
        return GeoPoint(latitude: point.north / Plane.northward, longitude: Plane.turned(longitude))
    }

    /// −180...180.
    private static func turned(_ degrees: Double) -> Double {
        degrees > 180 ? degrees - 360 : degrees < -180 ? degrees + 360 : degrees
    }
}

private func mean(_ points: [PlanePoint]) -> PlanePoint {
    let count = Double(max(1, points.count))
    return PlanePoint(
        east: points.reduce(0) { $0 + $1.east } / count, north: points.reduce(0) { $0 + $1.north } / count)
}

private func nearest(to point: PlanePoint, in middles: [PlanePoint]) -> Int {
    middles.indices.min { point.square(to: middles[$0]) < point.square(to: middles[$1]) } ?? 0
}
