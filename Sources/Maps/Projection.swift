package import Geo

/// A way to lay the earth on a plane: metres, x to the east, y to the north.
package protocol Projection: Sendable {
    func project(_ point: GeoPoint) -> PlanePoint
    /// Nil where the plane's point is not on the earth.
    func invert(_ point: PlanePoint) -> GeoPoint?
}

/// A fitting projection for a region: Mercator for a small one or one at the equator, where it is true to shape and
/// simplest; Lambert's conic for a country or a continent; equirectangular for the world.
package func projection(for bounds: GeoBounds) -> any Projection {
    let height = bounds.north - bounds.south
    let width = bounds.east - bounds.west
    let middle = (bounds.south + bounds.north) / 2
    if height > 60 || width > 100 {
        return Equirectangular(centre: middle, meridian: (bounds.west + bounds.east) / 2)
    }
    let meridian = (bounds.west + bounds.east) / 2
    let farthest = max(abs(bounds.south), abs(bounds.north))
    if (max(height, width) < 2 && farthest < 80) || (abs(middle) < 15 && farthest < 60) {
        return Mercator(centre: middle, meridian: meridian)
    }
    return LambertConic(
        south: bounds.south + height / 6, north: bounds.north - height / 6, meridian: meridian)
}

let radians = Double.pi / 180
