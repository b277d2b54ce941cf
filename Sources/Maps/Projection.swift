import Foundation
package import Geo

/// A way to lay the earth on a plane: metres, x to the east and y to the north along the middle meridian.
package protocol Projection: Sendable {
    /// The longitude in the middle, where north is up.
    var meridian: Double { get }

    /// True when the meridian opposite to the middle is an edge on which the picture is cut open; false when the plane
    /// goes on beyond it, as around a pole.
    var hasSeam: Bool { get }

    /// The place of a point so many degrees east of the middle meridian, −180...180, at a latitude.
    func plane(east: Double, latitude: Double) -> PlanePoint

    /// Nil where the plane's point is not on the earth.
    func invert(_ point: PlanePoint) -> GeoPoint?
}

extension Projection {
    package func project(_ point: GeoPoint) -> PlanePoint {
        plane(east: wrappedDegrees(point.longitude - meridian), latitude: point.latitude)
    }

    /// The point so many radians east of the middle meridian; nil beyond the seam or a pole.
    func point(east: Double, latitude: Double) -> GeoPoint? {
        let degrees = east / radians
        guard abs(degrees) <= 180 + 1e-9 else { return nil }
        let clamped = abs(latitude) <= .pi / 2 + 1e-12 ? max(-90, min(90, latitude / radians)) : .nan
        return GeoPoint(latitude: clamped, longitude: wrappedDegrees(meridian + degrees))
    }
}

/// A fitting projection for a region of the earth.
///
/// Mercator for a town and for what lies along the equator: true to shape, north up everywhere. Lambert's conic for a
/// country. Lambert's azimuthal for a continent, polar stereographic around a pole, Equal Earth for the world.
package func projection(for bounds: GeoBounds) -> any Projection {
    let (height, width) = (bounds.height, bounds.width)
    let middle = (bounds.south + bounds.north) / 2
    let farthest = max(abs(bounds.south), abs(bounds.north))
    let meridian = width > 359 ? 0 : bounds.meridian
    let isInOneHalf = bounds.south > 0 || bounds.north < 0
    let nearest = isInOneHalf ? min(abs(bounds.south), abs(bounds.north)) : 0
    if nearest > 40, farthest > 82 || width > 120 {
        return PolarStereographic(pole: middle, trueAt: middle, meridian: meridian)
    }
    if width > 160 || height > 110 { return EqualEarth(meridian: meridian) }
    if max(height, width * cos(middle * radians)) < 2 || (abs(middle) < 15 && farthest < 30) {
        return Mercator(centre: middle, meridian: meridian)
    }
    if isInOneHalf, height <= 36, width <= 100 {
        return LambertConic(
            south: bounds.south + height / 6, north: bounds.north - height / 6, meridian: meridian)
    }
    return LambertAzimuthal(centre: middle, meridian: meridian)
}

let radians = Double.pi / 180
