import Geo

/// A magnified box for a place where many pins crowd in a small part of the map.
struct Inset {
    /// What it shows, on the map.
    var window: PlaneBox
    /// Where it stands, on the map.
    var box: PlaneBox
    /// Indices of the pins that lie in the window.
    var orders: [Int]

    /// Against the map; a place that crowds in less is magnified more.
    static let leastMagnification = 3.5
    static let magnifications = [25.0, 16, 10, 6]
    /// Height of the strip with the name and the count, which covers no pin.
    static let heading = 36.0
    /// Between the box's edge and the pins.
    static let margin = 4.0
}

/// The most crowded windows, each with a free place for its box, the most crowded first.
///
/// A window counts when it holds clusters and at least 20 customers; boxes cover no pin, no name of a territory and
/// nothing else that is kept free. O(clusters × customers).
func chosenInsets(
    for map: MapDrawing, layout: PinLayout, frame: MapFrame, kept: [PlaneBox]
) -> [Inset] {
    guard map.mostInsets > 0, map.width >= 600, map.height >= 300 else { return [] }
    let size = (width: min(230, map.width * 0.27), height: min(210, map.height * 0.36))
    let (width, height) = (
        size.width / Inset.leastMagnification, (size.height - Inset.heading) / Inset.leastMagnification
    )
    let pins = layout.pins + layout.clusters.flatMap(\.members)
    var insets: [Inset] = []
    var taken = kept
    // The window around each cluster and around each two neighbours.
    let places = layout.clusters.map(\.place)
    let between = places.enumerated().flatMap { index, place in
        places[(index + 1)...].filter { abs($0.x - place.x) < width && abs($0.y - place.y) < height }
            .map { PlanePoint((place.x + $0.x) / 2, (place.y + $0.y) / 2) }
    }
    let shifts = [(0, 0), (-width / 4, 0), (width / 4, 0), (0, -height / 4), (0, height / 4)]
    var windows = (places + between).flatMap { place in shifts.map { place + PlanePoint($0.0, $0.1) } }
        .map { PlaneBox(centre: $0, width: width, height: height) }
        .filter { frame.box.contains($0) }
        .map { window in
            (window: window, members: pins.filter { $0.pin.symbol.isCustomer && window.contains($0.home) })
        }
        .filter { $0.members.count >= 20 }
    while insets.count < map.mostInsets {
        windows.removeAll { candidate in
            insets.contains { $0.window.overlaps(candidate.window) }
        }
        guard
            let best = windows.enumerated().max(by: {
                ($0.element.members.count, $1.offset) < ($1.element.members.count, $0.offset)
            })
        else { break }
        windows.remove(at: best.offset)
        let occupied = taken + layout.obstacles + insets.map(\.window)
        guard
            let box = freeBox(
                width: size.width, height: size.height, near: best.element.window.centre, in: frame.box,
                avoiding: occupied)
        else { continue }
        taken.append(box.grown(by: 6))
        let window = tightened(best.element.window, around: best.element.members.map(\.home))
        let inside = best.element.members.filter { window.contains($0.home) }
        insets.append(Inset(window: window, box: box, orders: inside.map(\.order).sorted()))
    }
    return insets
}

/// The smallest window around the middle of the points that holds four fifths of them: where all crowd in a corner of
/// the window, that corner is worth the box.
private func tightened(_ window: PlaneBox, around points: [PlanePoint]) -> PlaneBox {
    let (xs, ys) = (points.map(\.x).sorted(), points.map(\.y).sorted())
    guard !points.isEmpty else { return window }
    let middle = PlanePoint(xs[xs.count / 2], ys[ys.count / 2])
    for magnification in Inset.magnifications {
        let share = Inset.leastMagnification / magnification
        let tight = PlaneBox(centre: middle, width: window.width * share, height: window.height * share)
        if points.count(where: tight.contains) * 5 >= points.count * 4 { return tight }
    }
    return window
}

/// The free place for a box that is nearest to a point; nil when there is none. Tried on a grid of 10 pixels.
private func freeBox(
    width: Double, height: Double, near point: PlanePoint, in frame: PlaneBox, avoiding: [PlaneBox]
) -> PlaneBox? {
    var best: (box: PlaneBox, distance: Double)?
    for y in stride(from: frame.minY + 10, through: frame.maxY - height - 10, by: 10) {
        for x in stride(from: frame.minX + 10, through: frame.maxX - width - 10, by: 10) {
            let box = PlaneBox(minX: x, minY: y, maxX: x + width, maxY: y + height)
            let distance = box.centre.distance(to: point)
            if let best, best.distance <= distance { continue }
            let roomy = box.grown(by: 5)
            if avoiding.contains(where: { $0.overlaps(roomy) }) { continue }
            best = (box, distance)
        }
    }
    return best?.box
}
