import Foundation
package import Geo

/// Spherical Mercator, scaled to be true at its centre's latitude (Snyder 1987, p. 41). Latitudes beyond ±85° are cut.
package struct Mercator: Projection {
    package let meridian: Double
    private let scale: Double

    package var hasSeam: Bool { true }

    package init(centre: Double, meridian: Double) {
        scale = GeoPoint.earthRadius * cos(min(85, abs(centre)) * radians)
        self.meridian = meridian
    }

    package func plane(east: Double, latitude: Double) -> PlanePoint {
        let north = max(-85, min(85, latitude)) * radians
        return PlanePoint(scale * east * radians, scale * log(tan(.pi / 4 + north / 2)))
    }

    package func invert(_ point: PlanePoint) -> GeoPoint? {
        self.point(east: point.x / scale, latitude: 2 * atan(exp(point.y / scale)) - .pi / 2)
    }
}
