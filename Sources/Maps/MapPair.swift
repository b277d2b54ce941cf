import Geo

extension MapDrawing {
    /// The same map for a phone: its own size, so that words stay legible, and less basemap. 328 pixels are what a phone
    /// of 360 leaves between the margins of a page. What is taller than wide gets the height it needs.
    func narrowed(to width: Double = 328) -> MapDrawing {
        var narrow = self
        narrow.id = "\(id)-narrow"
        let content = MapFrame(
            bounds: bounds, width: self.width, height: height, padding: padding, leastSpan: leastSpan
        )
        .span(of: bounds)
        let needed = (width - 2 * padding) * content.height / max(1, content.width) + 2 * padding
        narrow.height = max(height * width / self.width, min(1.25 * width, needed)).rounded()
        narrow.width = width
        narrow.detail = detail == .full ? .light : .sketch
        narrow.linkedPins = linkedPins / 3
        narrow.mostInsets = 0
        // A third of the room: where pins crowd, the steps of size are taken one lower.
        if pins.count > 60 { for index in pins.indices { narrow.pins[index].size = max(1, pins[index].size - 1) } }
        return narrow
    }

    /// Bytes for both sizes and the data: a rep's map is below 40 kB and a team's of 600 customers below 120 kB.
    fileprivate var budget: Int {
        pins.count <= 120 ? 39_500 : min(290_000, 118_000 * max(600, pins.count) / 600)
    }

    /// The map with ever less of what can be left out: links that the data has as well, basemap, insets.
    fileprivate var ladder: [MapDrawing] {
        var map = self
        if map.detail == .full { map.detail = .light }
        map.linkedPins = min(linkedPins, 60)
        var steps = [map]
        map.linkedPins = min(linkedPins, 30)
        steps.append(map)
        map.detail = .sketch
        steps.append(map)
        map.mostInsets = min(mostInsets, 1)
        steps.append(map)
        map.mostInsets = 0
        map.linkedPins = min(linkedPins, 12)
        steps.append(map)
        return steps
    }
}

/// A map in a box, with the data that a script needs to make it one that can be used.
///
/// A map wider than a phone comes in two sizes, of which the style sheet shows the one that fits the screen, since a
/// wide map shrunk to a phone could not be read. Both share the data. The finest drawing that keeps to the budget is
/// taken, so a page with a map stays small enough for a phone.
package func renderMapPair(_ map: MapDrawing) -> String {
    let data = map.pins.contains { $0.symbol != .home } ? map.data : ""
    let block = data.isEmpty ? "" : "<script type=\"application/json\" class=\"map-data\">\(data)</script>"
    guard map.width > 480 else { return "<div class=\"map-box\">\(renderMap(map))\(block)</div>" }
    let ladder = map.ladder
    var wide = MapPicture(ladder[0])
    let narrow = MapPicture(ladder[0].narrowed())
    var drawings = ""
    for step in ladder {
        // Only insets take room, and a phone's map has none.
        if step.mostInsets != wide.map.mostInsets { wide = MapPicture(step) }
        let pair = (wide: wide.redrawn(as: step).svg, narrow: narrow.redrawn(as: step.narrowed()).svg)
        drawings = "<div class=\"for-wide\">\(pair.wide)</div><div class=\"for-narrow\">\(pair.narrow)</div>"
        if drawings.utf8.count + block.utf8.count <= map.budget { break }
    }
    return "<div class=\"map-box\">\(drawings)\(block)</div>"
}
