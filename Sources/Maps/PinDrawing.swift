import Geo
import SVG

/// Draws the pins: the most urgent ones each as a link with a tooltip, the rest as one path for each look.
func drawPins(_ layout: PinLayout, linked: Int, id: String, to writer: inout SVGWriter) {
    let detailed = Set(
        layout.pins.sorted {
            ($1.pin.symbol.rank, $1.pin.size, $0.order) < ($0.pin.symbol.rank, $0.pin.size, $1.order)
        }
        .prefix(linked).map(\.order))
    writer.element("g", ["class": "pins"]) { writer in
        drawBatches(layout.pins.filter { !detailed.contains($0.order) }, to: &writer)
        for pin in layout.pins where detailed.contains(pin.order) { draw(pin, to: &writer) }
        for cluster in layout.clusters { draw(cluster, to: &writer) }
    }
}

private func drawBatches(_ pins: [PlacedPin], to writer: inout SVGWriter) {
    struct Look: Hashable {
        var symbol: PinSymbol
        var ink: MapInk
    }
    var looks: [Look] = []
    var groups: [Look: [PlacedPin]] = [:]
    for pin in pins {
        let look = Look(symbol: pin.pin.symbol, ink: pin.pin.ink)
        if groups[look] == nil { looks.append(look) }
        groups[look, default: []].append(pin)
    }
    for look in looks {
        var path = SVGPath()
        for pin in groups[look] ?? [] {
            path.add(look.symbol, centre: pin.place, radius: pin.radius)
        }
        writer.path(path, ["class": "pin \(look.ink.cssClass)"])
    }
}

private func draw(_ pin: PlacedPin, to writer: inout SVGWriter) {
    let shape = SVGPath(pin.pin.symbol, centre: pin.place, radius: pin.radius)
    func content(_ writer: inout SVGWriter) {
        if !pin.pin.label.isEmpty { writer.leaf("title", text: pin.pin.label) }
        if case .stop(let number) = pin.pin.symbol {
            // A stop that is done is drawn small in the description and hollow here.
            writer.path(shape, ["class": pin.pin.size == 1 ? "disc done" : "disc"])
            writer.leaf(
                "text",
                ["class": "number", "x": .number(pin.place.x), "y": .number(pin.place.y + 4)],
                text: String(number))
        } else {
            writer.path(shape)
        }
    }
    let cssClass = SVGValue.text("pin \(pin.pin.ink.cssClass)")
    if let href = pin.pin.href {
        writer.element("a", ["href": .text(href), "class": cssClass], content)
    } else if pin.pin.label.isEmpty, pin.pin.symbol.rank < PinSymbol.stop(0).rank {
        writer.path(shape, ["class": cssClass])
    } else {
        writer.element("g", ["class": cssClass], content)
    }
}

private func draw(_ cluster: PinCluster, to writer: inout SVGWriter) {
    var path = SVGPath()
    path.circle(centre: cluster.place, radius: cluster.radius)
    writer.element("g", ["class": .text(cluster.ink.cssClass)]) { writer in
        writer.path(path, ["class": "cluster"])
        writer.leaf(
            "text", ["class": "number", "x": .number(cluster.place.x), "y": .number(cluster.place.y + 4)],
            text: String(cluster.count))
    }
}
