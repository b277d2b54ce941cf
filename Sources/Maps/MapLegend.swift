import Geo
import SVG

/// A legend laid out as a column in a corner or as rows below the map.
struct MapLegend {
    var entries: [LegendEntry]
    /// Starts the ids of what the marks refer to.
    var id: String
    private static let row = 19.0

    private func width(_ entry: LegendEntry) -> Double {
        22 + estimatedWidth(entry.words, size: MapLabel.small)
    }

    /// Size of the column with its padding.
    var column: (width: Double, height: Double) {
        ((entries.map(width).max() ?? 0) + 14, Double(entries.count) * MapLegend.row + 9)
    }

    /// Where each entry goes in rows of that width, and the height of all.
    func rows(width: Double) -> (places: [PlanePoint], height: Double) {
        var places: [PlanePoint] = []
        var cursor = PlanePoint(2, MapLegend.row / 2 + 5)
        for entry in entries {
            let needed = self.width(entry) + 12
            if cursor.x > 2, cursor.x + needed > width {
                cursor = PlanePoint(2, cursor.y + MapLegend.row)
            }
            places.append(cursor)
            cursor.x += needed
        }
        return (places, entries.isEmpty ? 0 : cursor.y + MapLegend.row / 2 + 2)
    }

    func drawColumn(in box: PlaneBox, to writer: inout SVGWriter) {
        writer.element("g", ["class": "legend corner"]) { writer in
            writer.leaf(
                "rect",
                [
                    "class": "panel", "x": .number(box.minX), "y": .number(box.minY),
                    "width": .number(box.width), "height": .number(box.height), "rx": 6,
                ])
            for (index, entry) in entries.enumerated() {
                let y = box.minY + 5 + (Double(index) + 0.5) * MapLegend.row
                draw(entry, at: PlanePoint(box.minX + 8, y), to: &writer)
            }
        }
    }

    func drawRows(width: Double, top: Double, to writer: inout SVGWriter) {
        writer.element("g", ["class": "legend below"]) { writer in
            for (entry, place) in zip(entries, rows(width: width).places) {
                draw(entry, at: PlanePoint(place.x, place.y + top), to: &writer)
            }
        }
    }

    private func draw(_ entry: LegendEntry, at place: PlanePoint, to writer: inout SVGWriter) {
        var (look, symbol): (String?, String?) = (nil, nil)
        switch entry.mark {
        case .swatch(let ink): look = ink.cssClass
        case .symbol(let mark) where mark.isCustomer: symbol = mark.cssClass
        default: break
        }
        writer.element(
            "g",
            ["class": "entry", "data-look": look.map(SVGValue.text), "data-symbol": symbol.map(SVGValue.text)]
        ) { writer in
            drawMark(entry.mark, at: PlanePoint(place.x + 7, place.y), to: &writer)
            writer.element("text", ["x": .number(place.x + 20), "y": .number(place.y + 4.4)]) { writer in
                writer.words(entry.text)
                if let count = entry.count {
                    writer.words(" ")
                    writer.leaf("tspan", ["class": "count"], text: count)
                }
                if let note = entry.note { writer.words(" \(note)") }
            }
        }
    }

    private func drawMark(_ mark: LegendEntry.Mark, at place: PlanePoint, to writer: inout SVGWriter) {
        switch mark {
        case .symbol(let symbol):
            let radius = symbol == .home ? 7.0 : symbol == .overdue ? 5.8 : 4.6
            writer.leaf(
                "path",
                [
                    "class": .text("pin is-plain \(symbol.cssClass)\(symbol.isDot ? " dot z2" : "")"),
                    "d": .text(symbol.data(at: place, radius: radius)),
                ])
        case .swatch(let ink):
            writer.leaf(
                "rect",
                [
                    "class": "swatch \(ink.cssClass)", "x": .number(place.x - 6), "y": .number(place.y - 5),
                    "width": 12, "height": 10, "rx": 2,
                ])
        case .line(let isEstimated):
            var path = SVGPath()
            path.polyline([PlanePoint(place.x - 8, place.y), PlanePoint(place.x + 8, place.y)])
            writer.path(path, ["class": isEstimated ? "route is-plain estimated" : "route is-plain"])
        case .cluster(let isUrgent):
            var (path, badge) = (MarkPath(), MarkPath())
            path.dot(PlanePoint(place.x - 1, place.y + 1), shownAt: PlanePoint(place.x - 1, place.y + 1))
            PinSymbol.overdue.add(
                to: &badge, home: place, shownAt: PlanePoint(place.x + 5, place.y - 4), radius: 4)
            writer.element("g", ["class": "cluster is-plain"]) { writer in
                for part in ["rim", "disc"] {
                    writer.leaf("path", ["class": .text("dot \(part) mini"), "d": .text(path.data)])
                }
                if isUrgent {
                    writer.leaf("path", ["class": "badge", "d": .text(badge.data)])
                }
            }
        case .hexagon(let step):
            var path = MarkPath()
            let corners = [(0, -7), (6, -3.5), (6, 3.5), (0, 7), (-6, 3.5), (-6, -3.5)].map { PlanePoint($0.0, $0.1) }
            path.line(place, shownAt: place, corners: corners)
            writer.leaf("path", ["class": .text("hex q\(step)"), "d": .text(path.data)])
        case .none: break
        }
    }
}
