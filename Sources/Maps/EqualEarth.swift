import Foundation
package import Geo

/// The Equal Earth projection of the world (Šavrič, Patterson and Jenny 2018): areas are true and outlines look right.
package struct EqualEarth: Projection {
    package let meridian: Double

    package var hasSeam: Bool { true }

    private static let terms = (1.340264, -0.081106, 0.000893, 0.003796)
    private static let shrink = 3.0.squareRoot() / 2

    package init(meridian: Double) { self.meridian = meridian }

    /// y and its slope for the parametric latitude.
    private static func course(_ angle: Double) -> (y: Double, slope: Double) {
        let square = angle * angle
        let sixth = square * square * square
        return (
            angle * (terms.0 + terms.1 * square + sixth * (terms.2 + terms.3 * square)),
            terms.0 + 3 * terms.1 * square + sixth * (7 * terms.2 + 9 * terms.3 * square)
        )
    }

    package func plane(east: Double, latitude: Double) -> PlanePoint {
        let angle = asin(EqualEarth.shrink * sin(latitude * radians))
        let (y, slope) = EqualEarth.course(angle)
        return PlanePoint(
            GeoPoint.earthRadius * east * radians * cos(angle) / (EqualEarth.shrink * slope), GeoPoint.earthRadius * y)
    }

    package func invert(_ point: PlanePoint) -> GeoPoint? {
        let (x, wanted) = (point.x / GeoPoint.earthRadius, point.y / GeoPoint.earthRadius)
        // Newton's method: the slope never comes near zero, and a few steps are exact.
        var angle = wanted
        for _ in 0..<12 {
            let (y, slope) = EqualEarth.course(angle)
            let step = (y - wanted) / slope
            angle -= step
            if abs(step) < 1e-14 { break }
        }
        let sine = sin(angle) / EqualEarth.shrink
        guard abs(sine) <= 1 + 1e-12, abs(angle) < 1.2 else { return nil }
        let east = x * EqualEarth.shrink * EqualEarth.course(angle).slope / cos(angle)
        return self.point(east: east, latitude: asin(max(-1, min(1, sine))))
    }
}
