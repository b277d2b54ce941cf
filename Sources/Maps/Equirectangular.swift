import Foundation
package import Geo

/// Latitude and longitude as they are, with lengths true along the centre's parallel (Snyder 1987, p. 90).
package struct Equirectangular: Projection {
    private let shrink: Double
    private let centre: Double
    private let meridian: Double

    package init(centre: Double, meridian: Double) {
        shrink = max(0.1, cos(centre * radians))
        self.centre = centre
        self.meridian = meridian
    }

    package func project(_ point: GeoPoint) -> PlanePoint {
        PlanePoint(
            GeoPoint.earthRadius * shrink * (point.longitude - meridian) * radians,
            GeoPoint.earthRadius * (point.latitude - centre) * radians)
    }

    package func invert(_ point: PlanePoint) -> GeoPoint? {
        GeoPoint(
            latitude: centre + point.y / GeoPoint.earthRadius / radians,
            longitude: meridian + point.x / GeoPoint.earthRadius / shrink / radians)
    }
}
