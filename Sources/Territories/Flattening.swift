import Geo

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A plane in metres around the middle of some points, by the azimuthal equal-area projection of Lambert (1772): across
/// the date line and at the poles too, true in area everywhere and hardly distorted within a country.
struct FlatPlane: Sendable {
    private let longitude: Double
    private let sine: Double
    private let cosine: Double

    init(around points: [GeoPoint]) {
        let middle = centre(of: points) ?? points.first
        longitude = (middle?.longitude ?? 0) * .pi / 180
        sine = sin((middle?.latitude ?? 0) * .pi / 180)
        cosine = cos((middle?.latitude ?? 0) * .pi / 180)
    }

    func point(_ point: GeoPoint) -> PlanePoint {
        let latitude = point.latitude * .pi / 180
        let east = point.longitude * .pi / 180 - longitude
        let towards = sine * sin(latitude) + cosine * cos(latitude) * cos(east)
        // The other end of the world is a circle; a point there goes somewhere on it.
        let scale = GeoPoint.earthRadius * (2 / max(1e-9, 1 + towards)).squareRoot()
        return PlanePoint(
            scale * cos(latitude) * sin(east),
            scale * (cosine * sin(latitude) - sine * cos(latitude) * cos(east)))
    }
}
