import Foundation
package import Geo

/// Lambert's conformal conic on the sphere with two standard parallels (Snyder 1987, p. 104 to 107): true to shape,
/// and nearly true to scale between the parallels.
package struct LambertConic: Projection {
    package let meridian: Double
    private let cone: Double
    private let factor: Double
    private let origin: Double

    package var hasSeam: Bool { true }

    /// `south` and `north` are the standard parallels in degrees; they must not be opposite.
    package init(south: Double, north: Double, meridian: Double) {
        let first = max(-80, min(80, south)) * radians
        let second = max(-80, min(80, north)) * radians
        if abs(first - second) < 1e-9 {
            cone = sin(first)
        } else {
            cone =
                log(cos(first) / cos(second)) / log(tan(.pi / 4 + second / 2) / tan(.pi / 4 + first / 2))
        }
        factor = cos(first) * pow(tan(.pi / 4 + first / 2), cone) / cone
        origin = GeoPoint.earthRadius * factor / pow(tan(.pi / 4 + (first + second) / 4), cone)
        self.meridian = meridian
    }

    package func plane(east: Double, latitude: Double) -> PlanePoint {
        // The pole away from the cone's tip lies at infinity.
        let north = max(-89.5, min(89.5, latitude)) * radians
        let distance = GeoPoint.earthRadius * factor / pow(tan(.pi / 4 + north / 2), cone)
        let angle = cone * east * radians
        return PlanePoint(distance * sin(angle), origin - distance * cos(angle))
    }

    package func invert(_ point: PlanePoint) -> GeoPoint? {
        let sign = cone < 0 ? -1.0 : 1.0
        let (x, y) = (sign * point.x, sign * (origin - point.y))
        let distance = sign * (x * x + y * y).squareRoot()
        guard distance != 0 else { return nil }
        let latitude = 2 * atan(pow(GeoPoint.earthRadius * factor / distance, 1 / cone)) - .pi / 2
        return self.point(east: atan2(x, y) / cone, latitude: latitude)
    }
}
