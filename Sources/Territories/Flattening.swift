import Geo

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Points on a plane in metres around their middle, by the azimuthal equal-area projection of Lambert (1772): across the
/// date line and at the poles too, true in area everywhere and hardly distorted within a country.
func flattened(_ points: [GeoPoint]) -> [PlanePoint] {
    guard let middle = centre(of: points) ?? points.first else { return [] }
    let latitude = middle.latitude * .pi / 180
    return points.map { point in
        let own = point.latitude * .pi / 180
        let east = (point.longitude - middle.longitude) * .pi / 180
        let cosine = sin(latitude) * sin(own) + cos(latitude) * cos(own) * cos(east)
        // The other end of the world is a circle; a point there goes somewhere on it.
        let scale = GeoPoint.earthRadius * (2 / max(1e-9, 1 + cosine)).squareRoot()
        return PlanePoint(
            scale * cos(own) * sin(east),
            scale * (cos(latitude) * sin(own) - sin(latitude) * cos(own) * cos(east)))
    }
}
