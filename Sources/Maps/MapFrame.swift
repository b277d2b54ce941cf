import Geo

/// The window of a map: which part of the earth lies where in the drawing. y grows downwards, north is up.
struct MapFrame: Sendable {
    let width: Double
    let height: Double
    let projection: any Projection
    /// Pixels for a projected metre.
    let scale: Double
    private let centre: PlanePoint
    /// Pixels at the bottom where nothing of the bounds lies.
    private let foot: Double

    /// The frame around the bounds, with at least `padding` pixels on each side, `foot` more at the bottom, and at least
    /// `leastSpan` metres across.
    init(
        bounds: GeoBounds, width: Double, height: Double, padding: Double = 28, foot: Double = 0,
        leastSpan: Double = 3000
    ) {
        self.width = width
        self.height = height
        self.foot = foot
        let projection = Maps.projection(for: bounds)
        self.projection = projection
        // A conic bends parallels, so the box is taken around the edges and not just the corners.
        let box =
            PlaneBox(MapFrame.edge(of: bounds, meridian: projection.meridian).map(projection.plane))
            ?? PlaneBox(minX: 0, minY: 0, maxX: 0, maxY: 0)
        centre = box.centre
        let room = PlanePoint(
            max(width * 0.5, width - 2 * padding), max(height * 0.5, height - 2 * padding - foot))
        let across = min(room.x, room.y)
        scale = min(
            room.x / max(box.width, 1), room.y / max(box.height, 1), across / leastSpan)
    }

    var box: PlaneBox { PlaneBox(minX: 0, minY: 0, maxX: width, maxY: height) }

    func place(_ point: GeoPoint) -> PlanePoint { placed(projection.project(point)) }

    /// The same for x degrees east and y degrees north, where the longitude lies within half a turn of the middle
    /// meridian.
    func place(_ degrees: PlanePoint) -> PlanePoint {
        placed(projection.plane(east: degrees.x - projection.meridian, latitude: degrees.y))
    }

    private func placed(_ plane: PlanePoint) -> PlanePoint {
        PlanePoint(width / 2 + (plane.x - centre.x) * scale, (height - foot) / 2 - (plane.y - centre.y) * scale)
    }

    /// Nil where nothing of the earth lies.
    func point(at place: PlanePoint) -> GeoPoint? {
        projection.invert(
            PlanePoint(
                centre.x + (place.x - width / 2) / scale, centre.y - (place.y - (height - foot) / 2) / scale))
    }

    /// Metres on the ground for one pixel at the middle of the map.
    var metresPerPixel: Double {
        guard let left = point(at: PlanePoint(width / 2 - 20, height / 2)),
            let right = point(at: PlanePoint(width / 2 + 20, height / 2))
        else { return 1 / scale }
        return left.distance(to: right) / 40
    }

    /// Points around the box, as degrees east of the middle meridian and latitude.
    private static func edge(of bounds: GeoBounds, meridian: Double) -> [(east: Double, latitude: Double)] {
        // Across the meridian opposite to the middle only for the world, of which both edges count.
        let west = bounds.width > 359 ? -180 : wrappedDegrees(bounds.west - meridian)
        return (0...32).flatMap { step -> [(east: Double, latitude: Double)] in
            let share = Double(step) / 32
            let latitude = bounds.south + bounds.height * share
            let east = west + bounds.width * share
            return [
                (east, bounds.south), (east, bounds.north), (west, latitude), (west + bounds.width, latitude),
            ]
        }
    }
}
