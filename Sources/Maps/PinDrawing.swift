import Geo
import SVG

/// Draws pins and clusters: the most urgent pins each as a link with a tooltip, the rest as one path for each look.
struct PinDrawing {
    /// Starts the ids of what the drawing refers to.
    var id: String
    /// At most so many links.
    var linked: Int
    /// By pin its row in the data block.
    var numbers: [Int?]

    func draw(_ layout: PinLayout, to writer: inout SVGWriter) {
        let detailed = Set(
            layout.pins.filter(\.pin.symbol.isCustomer).sorted {
                ($1.pin.symbol.rank, $1.pin.size, $0.order) < ($0.pin.symbol.rank, $0.pin.size, $1.order)
            }
            .prefix(linked).map(\.order)
        )
        .union(layout.pins.filter { !$0.pin.symbol.isCustomer }.map(\.order))
        writer.element("g", ["class": "pins"]) { writer in
            batches(layout.pins.filter { !detailed.contains($0.order) }, id: "\(id)-b", to: &writer)
            for pin in layout.pins where detailed.contains(pin.order) { draw(pin, to: &writer) }
            for cluster in layout.clusters { draw(cluster, to: &writer) }
            if !layout.clusters.isEmpty {
                writer.element("g", ["class": "members"]) { writer in
                    let members = layout.clusters.flatMap(\.members)
                        .sorted { ($0.pin.symbol.rank, $0.order) < ($1.pin.symbol.rank, $1.order) }
                    batches(members, id: "\(id)-m", to: &writer)
                }
            }
        }
    }

    private struct Look: Hashable {
        var symbol: PinSymbol
        var ink: MapInk
        /// The size of a dot, which the style sheet makes; 0 for others.
        var size: Int

        init(_ pin: MapPin) {
            symbol = pin.symbol
            ink = pin.ink
            size = pin.symbol.isDot ? max(1, min(3, pin.size)) : 0
        }
        var cssClass: String {
            "pin \(ink.cssClass) \(symbol.cssClass)" + (symbol.isDot ? " dot z\(size)" : "")
        }
    }

    private func batches(_ pins: [PlacedPin], id: String, to writer: inout SVGWriter) {
        var looks: [Look] = []
        var groups: [Look: [PlacedPin]] = [:]
        for pin in pins {
            let look = Look(pin.pin)
            if groups[look] == nil { looks.append(look) }
            groups[look, default: []].append(pin)
        }
        for (number, look) in looks.enumerated() {
            let pins = (groups[look] ?? []).sorted { $0.order < $1.order }
            var path = MarkPath()
            for pin in pins {
                look.symbol.add(to: &path, home: pin.home, shownAt: pin.place, radius: pin.radius)
            }
            let isRing = look.symbol.isDot && look.ink.isRepeated
            let name = isRing ? "\(id)\(number)" : nil
            writer.leaf(
                "path",
                [
                    "id": name.map(SVGValue.text), "class": .text(look.cssClass), "d": .text(path.data),
                    "data-pins": .text(self.list(pins)),
                ])
            if let name { writer.leaf("use", ["class": "eye", "href": .text("#\(name)")]) }
        }
    }

    private func list(_ pins: [PlacedPin]) -> String {
        pins.compactMap { numbers[$0.order].map(String.init) }.joined(separator: " ")
    }

    private func draw(_ pin: PlacedPin, to writer: inout SVGWriter) {
        let look = Look(pin.pin)
        func content(_ writer: inout SVGWriter) {
            if !pin.pin.label.isEmpty { writer.leaf("title", text: pin.pin.label) }
            if !pin.pin.symbol.isCustomer { drawStem(pin, to: &writer) }
            if case .stop(let number) = pin.pin.symbol {
                drawStop(pin, number: number, to: &writer)
            } else {
                var path = MarkPath()
                look.symbol.add(to: &path, home: pin.home, shownAt: pin.place, radius: pin.radius)
                writer.leaf(
                    "path", ["class": look.symbol.isDot ? .text("dot z\(look.size)") : nil, "d": .text(path.data)])
                if look.symbol.isDot, look.ink.isRepeated {
                    writer.leaf("path", ["class": .text("dot z\(look.size) eye"), "d": .text(path.data)])
                }
            }
        }
        let cssClass = SVGValue.text("pin \(look.ink.cssClass) \(look.symbol.cssClass)")
        let number = numbers[pin.order].map { SVGValue.text(String($0)) }
        if let href = pin.pin.href {
            writer.element("a", ["href": .text(href), "class": cssClass, "data-pin": number], content)
        } else {
            writer.element("g", ["class": cssClass, "data-pin": number], content)
        }
    }

    /// From a stop or home that had to move aside to its true place, where the route leads.
    private func drawStem(_ pin: PlacedPin, to writer: inout SVGWriter) {
        let aside = pin.place - pin.home
        guard pin.place.distance(to: pin.home) > 8 else { return }
        var path = MarkPath()
        path.line(pin.home, shownAt: pin.home, corners: [PlanePoint(0, 0), aside], closed: false)
        writer.leaf("path", ["class": "stem", "d": .text(path.data)])
    }

    /// A disc on a paper rim with its number; a stop that is done is small in the description and hollow here.
    private func drawStop(_ pin: PlacedPin, number: Int, to writer: inout SVGWriter) {
        var path = MarkPath()
        path.dot(pin.home, shownAt: pin.place)
        for part in pin.pin.size == 1 ? ["rim", "disc done", "hole"] : ["rim", "disc"] {
            writer.leaf("path", ["class": .text("dot \(part)"), "d": .text(path.data)])
        }
        writer.leaf(
            "text", ["class": "number", "x": .number(pin.place.x), "y": .number(pin.place.y + 4.4)],
            text: String(number))
    }

    private func draw(_ cluster: PinCluster, to writer: inout SVGWriter) {
        var path = MarkPath()
        path.dot(cluster.place, shownAt: cluster.place)
        writer.element(
            "g", ["class": .text("cluster \(cluster.ink.cssClass)"), "data-pins": .text(list(cluster.members))]
        ) { writer in
            for part in ["rim", "disc"] {
                writer.leaf("path", ["class": .text("dot \(part) d\(cluster.step)"), "d": .text(path.data)])
            }
            writer.leaf(
                "text",
                ["class": "number", "x": .number(cluster.place.x), "y": .number(cluster.place.y + 4.4)],
                text: String(cluster.count))
            guard let badge = cluster.badge else { return }
            var diamond = MarkPath()
            PinSymbol.overdue.add(
                to: &diamond, home: cluster.place, shownAt: badge.place, radius: badge.radius / 1.15)
            writer.leaf("path", ["class": "badge", "d": .text(diamond.data)])
            writer.leaf(
                "text",
                ["class": "number urgent", "x": .number(badge.place.x), "y": .number(badge.place.y + 4.4)],
                text: String(cluster.overdue))
        }
    }
}
