import Foundation
package import Geo

/// The stereographic projection from the opposite pole on the sphere (Snyder 1987, p. 157 to 159): true to shape, with
/// the middle meridian upright.
package struct PolarStereographic: Projection {
    package let meridian: Double
    private let sign: Double
    private let radius: Double

    package var hasSeam: Bool { false }

    /// The pole is that of `pole`'s sign; lengths are true along the parallel `trueAt`.
    package init(pole: Double, trueAt: Double, meridian: Double) {
        self.meridian = meridian
        sign = pole < 0 ? -1 : 1
        radius = GeoPoint.earthRadius * (1 + sin(abs(trueAt) * radians))
    }

    package func plane(east: Double, latitude: Double) -> PlanePoint {
        // The opposite pole lies at infinity.
        let distance = radius * tan(.pi / 4 - max(-80, sign * latitude) * radians / 2)
        return PlanePoint(distance * sin(east * radians), -sign * distance * cos(east * radians))
    }

    package func invert(_ point: PlanePoint) -> GeoPoint? {
        let distance = (point.x * point.x + point.y * point.y).squareRoot()
        let latitude = sign * (.pi / 2 - 2 * atan(distance / radius))
        return self.point(east: distance == 0 ? 0 : atan2(point.x, -sign * point.y), latitude: latitude)
    }
}
