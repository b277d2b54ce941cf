import Foundation
package import Geo

/// Lambert's azimuthal equal-area projection on the sphere (Snyder 1987, p. 185 to 187): areas are true everywhere, and
/// shapes are good for half the earth around the centre.
package struct LambertAzimuthal: Projection {
    package let meridian: Double
    private let sine: Double
    private let cosine: Double

    package var hasSeam: Bool { false }

    package init(centre: Double, meridian: Double) {
        self.meridian = meridian
        sine = sin(centre * radians)
        cosine = cos(centre * radians)
    }

    package func plane(east: Double, latitude: Double) -> PlanePoint {
        let (north, angle) = (latitude * radians, east * radians)
        let (up, level) = (sin(north), cos(north))
        let across = level * cos(angle)
        // The point opposite to the centre is a circle: any of its points will do.
        let stretch = GeoPoint.earthRadius * (2 / max(1e-12, 1 + sine * up + cosine * across)).squareRoot()
        return PlanePoint(stretch * level * sin(angle), stretch * (cosine * up - sine * across))
    }

    package func invert(_ point: PlanePoint) -> GeoPoint? {
        let (x, y) = (point.x / GeoPoint.earthRadius, point.y / GeoPoint.earthRadius)
        let distance = (x * x + y * y).squareRoot()
        guard distance <= 2 else { return nil }
        if distance == 0 { return self.point(east: 0, latitude: atan2(sine, cosine)) }
        let angle = 2 * asin(distance / 2)
        let latitude = asin(max(-1, min(1, cos(angle) * sine + y * sin(angle) * cosine / distance)))
        let east = atan2(x * sin(angle), distance * cosine * cos(angle) - y * sine * sin(angle))
        return self.point(east: east, latitude: latitude)
    }
}
