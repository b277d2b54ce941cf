import Geo

/// The part of the earth that a frame shows, for a quick refusal of what is far off.
struct GeoWindow: Equatable, Sendable {
    /// Degrees east and north. Longitudes are those around the frame's middle meridian, so they may go beyond ±180.
    var box: PlaneBox
    /// Whether it holds every longitude and a picture without a seam: then a shape is drawn once wherever it lies.
    var isAllAround: Bool

    /// The turns of 360° that bring a box into the window; nil for none.
    func shifts(meeting other: PlaneBox) -> [Double]? {
        guard other.maxY >= box.minY, other.minY <= box.maxY else { return nil }
        if isAllAround { return [0] }
        let first = ((box.minX - other.maxX) / 360).rounded(.up)
        let last = ((box.maxX - other.minX) / 360).rounded(.down)
        guard first <= last else { return nil }
        return stride(from: first, through: last, by: 1).map { $0 * 360 }
    }
}

extension MapFrame {
    /// Found by asking a grid of places in the frame where they lie, with a margin for what is between them.
    var window: GeoWindow {
        let meridian = projection.meridian
        let steps = 24
        var points: [PlanePoint] = []
        var isWhole = false
        for row in 0...steps {
            for column in 0...steps {
                let place = PlanePoint(width * Double(column) / Double(steps), height * Double(row) / Double(steps))
                if let point = point(at: place) {
                    points.append(PlanePoint(wrappedDegrees(point.longitude - meridian), point.latitude))
                } else {
                    isWhole = true
                }
            }
        }
        guard !isWhole, let seen = PlaneBox(points) else { return all(from: -90, to: 90) }
        let margin = PlanePoint(max(0.01, seen.width * 0.06), max(0.01, seen.height * 0.06))
        var (south, north) = (max(-90, seen.minY - margin.y), min(90, seen.maxY + margin.y))
        let poles = [-90.0, 90].map { box.grown(by: 6).contains(place(PlanePoint(meridian, $0))) }
        if poles[0] { south = -90 }
        if poles[1] { north = 90 }
        if poles[0] || poles[1] { return all(from: south, to: north) }
        return GeoWindow(
            box: PlaneBox(
                minX: meridian + max(-180, seen.minX - margin.x), minY: south,
                maxX: meridian + min(180, seen.maxX + margin.x), maxY: north),
            isAllAround: false)
    }

    /// Whether places in the frame lie outside the earth's picture.
    var showsOutline: Bool {
        [0, width].contains { x in [0, height].contains { point(at: PlanePoint(x, $0)) == nil } }
            || [0, width].contains { point(at: PlanePoint($0, height / 2)) == nil }
            || [0, height].contains { point(at: PlanePoint(width / 2, $0)) == nil }
    }

    private func all(from south: Double, to north: Double) -> GeoWindow {
        let reach = projection.hasSeam ? 180.0 : 1e6
        return GeoWindow(
            box: PlaneBox(
                minX: projection.meridian - reach, minY: south, maxX: projection.meridian + reach, maxY: north),
            isAllAround: !projection.hasSeam)
    }
}
