import Geo

/// The window of a map: which part of the earth lies where in the drawing. y grows downwards, north is up.
struct MapFrame: Sendable {
    let width: Double
    let height: Double
    let projection: any Projection
    /// Pixels for a projected metre.
    let scale: Double
    private let centre: PlanePoint

    /// The frame around the bounds, with at least `padding` pixels on each side and at least `leastSpan` metres across.
    init(
        bounds: GeoBounds, width: Double, height: Double, padding: Double = 28, leastSpan: Double = 3000
    ) {
        self.width = width
        self.height = height
        projection = Maps.projection(for: bounds)
        // A conic bends parallels, so the box is taken around the edges and not just the corners.
        let projected = MapFrame.edge(of: bounds).map(projection.project)
        let box = PlaneBox(projected) ?? PlaneBox(minX: 0, minY: 0, maxX: 0, maxY: 0)
        centre = box.centre
        let room = PlanePoint(
            max(width * 0.5, width - 2 * padding), max(height * 0.5, height - 2 * padding))
        let across = min(room.x, room.y)
        scale = min(
            room.x / max(box.width, 1), room.y / max(box.height, 1), across / leastSpan)
    }

    var box: PlaneBox { PlaneBox(minX: 0, minY: 0, maxX: width, maxY: height) }

    func place(_ point: GeoPoint) -> PlanePoint {
        let plane = projection.project(point)
        return PlanePoint(
            width / 2 + (plane.x - centre.x) * scale, height / 2 - (plane.y - centre.y) * scale)
    }

    func point(at place: PlanePoint) -> GeoPoint? {
        projection.invert(
            PlanePoint(
                centre.x + (place.x - width / 2) / scale, centre.y - (place.y - height / 2) / scale))
    }

    /// The part of the earth that can be seen, for a quick refusal of shapes far off; nil when the frame reaches
    /// beyond the projection.
    var bounds: GeoBounds? {
        var points: [GeoPoint] = []
        for step in 0...8 {
            let (x, y) = (width * Double(step) / 8, height * Double(step) / 8)
            for place in [
                PlanePoint(x, 0), PlanePoint(x, height), PlanePoint(0, y), PlanePoint(width, y),
            ] {
                guard let point = point(at: place) else { return nil }
                points.append(point)
            }
        }
        return GeoBounds(points)
    }

    /// Metres on the ground for one pixel at the middle of the map.
    var metresPerPixel: Double {
        guard let left = point(at: PlanePoint(width / 2 - 20, height / 2)),
            let right = point(at: PlanePoint(width / 2 + 20, height / 2))
        else { return 1 / scale }
        return left.distance(to: right) / 40
    }

    private static func edge(of bounds: GeoBounds) -> [GeoPoint] {
        (0...8).flatMap { step -> [GeoPoint] in
            let share = Double(step) / 8
            let latitude = bounds.south + (bounds.north - bounds.south) * share
            let longitude = bounds.west + (bounds.east - bounds.west) * share
            return [
                GeoPoint(latitude: bounds.south, longitude: longitude),
                GeoPoint(latitude: bounds.north, longitude: longitude),
                GeoPoint(latitude: latitude, longitude: bounds.west),
                GeoPoint(latitude: latitude, longitude: bounds.east),
            ].compactMap { $0 }
        }
    }
}
