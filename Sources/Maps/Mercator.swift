import Foundation
package import Geo

/// Spherical Mercator, scaled to be true at its centre's latitude (Snyder 1987, p. 41). Latitudes beyond ±85° are cut.
package struct Mercator: Projection {
    private let scale: Double
    private let meridian: Double

    package init(centre: Double, meridian: Double) {
        scale = GeoPoint.earthRadius * cos(min(85, abs(centre)) * radians)
        self.meridian = meridian
    }

    package func project(_ point: GeoPoint) -> PlanePoint {
        let latitude = max(-85, min(85, point.latitude)) * radians
        return PlanePoint(
            scale * (point.longitude - meridian) * radians, scale * log(tan(.pi / 4 + latitude / 2)))
    }

    package func invert(_ point: PlanePoint) -> GeoPoint? {
        GeoPoint(
            latitude: (2 * atan(exp(point.y / scale)) - .pi / 2) / radians,
            longitude: meridian + point.x / scale / radians)
    }
}
