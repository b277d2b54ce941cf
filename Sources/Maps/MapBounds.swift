import Geo

extension MapFrame {
    /// Width and height on the drawing of a part of the earth, by its corners and the middles of its sides.
    func span(of bounds: GeoBounds) -> (width: Double, height: Double) {
        let middle = (bounds.south + bounds.north) / 2
        let places = [bounds.south, middle, bounds.north].flatMap { latitude in
            [bounds.west, bounds.east].compactMap { GeoPoint(latitude: latitude, longitude: $0) }.map(place)
        }
        let box = PlaneBox(places)
        return (box?.width ?? 0, box?.height ?? 0)
    }
}

extension MapDrawing {
    /// The part of the earth that the map is about.
    var bounds: GeoBounds {
        let overlays =
            pins.map(\.point).filter { !$0.isNullIsland } + routes.flatMap(\.points)
            + areas.flatMap { $0.rings.joined() }
        let base = basemap.reduce(nil as GeoBounds?) { bounds, layer in
            layer.shapes.reduce(bounds) { $0?.union($1.bounds) ?? $1.bounds }
        }
        let fitted = GeoBounds(overlays)
        let result: GeoBounds? =
            switch extent {
            case .bounds(let bounds): bounds
            case .overlays: fitted ?? base
            case .everything: base.flatMap { base in fitted.map(base.union) ?? base } ?? fitted
            }
        // Nothing to show at all: the world, or any place for an empty ground.
        if result == nil, basemap.contains(where: { $0.world != nil }) { return .world }
        return result ?? GeoBounds(GeoPoint(latitude: 47, longitude: 9).map { [$0] } ?? []) ?? GeoBounds.world
    }
}
