extension MapDrawing {
    /// The same map for a phone: its own size, so that words stay legible, less basemap and fewer links.
    func narrowed(to width: Double = 360) -> MapDrawing {
        var narrow = self
        narrow.id = "\(id)-narrow"
        narrow.height = max(240, min(1.35 * width, height * width / self.width))
        narrow.width = width
        narrow.detail = detail == .full ? .light : .sketch
        narrow.linkedPins = min(linkedPins, 20)
        narrow.mostInsets = 0
        // A third of the room: where pins crowd, the steps of size are taken one lower.
        if pins.count > 60 { for index in pins.indices { narrow.pins[index].size = max(1, pins[index].size - 1) } }
        return narrow
    }
}

/// A map in a box, with the data that a script needs to make it one that can be used.
///
/// A map wider than a phone comes in two sizes, of which the style sheet shows the one that fits the screen, since a
/// wide map shrunk to a phone could not be read. Both share the data.
package func renderMapPair(_ whole: MapDrawing) -> String {
    var map = whole
    // Two maps and the data: a page has to stay small enough for a phone.
    if map.detail == .full, map.width > 480 { map.detail = .light }
    if map.pins.count >= 300 { map.linkedPins = min(map.linkedPins, 60) }
    let drawings =
        map.width > 480
        ? "<div class=\"for-wide\">\(renderMap(map))</div><div class=\"for-narrow\">\(renderMap(map.narrowed()))</div>"
        : renderMap(map)
    let data = map.pins.contains { $0.symbol != .home } ? map.data : ""
    let block = data.isEmpty ? "" : "<script type=\"application/json\" class=\"map-data\">\(data)</script>"
    return "<div class=\"map-box\">\(drawings)\(block)</div>"
}
