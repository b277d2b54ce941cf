import Geo
import Quantities
import SVG

/// One line of a legend: a mark and its meaning with the count.
struct LegendEntry: Hashable {
    enum Mark: Hashable {
        case symbol(PinSymbol)
        case swatch(MapInk)
        case line(isEstimated: Bool)
        case cluster
        case none
    }
    var mark: Mark
    var text: String
}

/// What the drawing really uses, with counts: symbols, then named colours, then lines, then what lies outside.
func legendEntries(for map: MapDrawing, layout: PinLayout) -> [LegendEntry] {
    var entries: [LegendEntry] = []
    let figures = map.figures
    for symbol in [PinSymbol.onCadence, .due, .overdue, .prospect] {
        let count = map.pins.count { $0.symbol == symbol }
        if count > 0 {
            entries.append(
                LegendEntry(mark: .symbol(symbol), text: "\(symbol.name) \(figures.integer(count))"))
        }
    }
    if map.pins.contains(where: { $0.symbol == .home }) {
        entries.append(LegendEntry(mark: .symbol(.home), text: PinSymbol.home.name))
    }
    for category in map.categories {
        let count = map.pins.count { $0.ink == category.ink && $0.symbol != .home }
        let isUsed =
            count > 0 || map.routes.contains { $0.ink == category.ink }
            || map.areas.contains { $0.ink == category.ink }
        guard isUsed else { continue }
        entries.append(
            LegendEntry(
                mark: .swatch(category.ink),
                text: count > 0 ? "\(category.name) \(figures.integer(count))" : category.name))
    }
    if map.routes.contains(where: { !$0.isEstimated }) {
        entries.append(LegendEntry(mark: .line(isEstimated: false), text: "Drive"))
    }
    if map.routes.contains(where: \.isEstimated) {
        entries.append(LegendEntry(mark: .line(isEstimated: true), text: "Drive, straight line"))
    }
    if !layout.clusters.isEmpty {
        entries.append(LegendEntry(mark: .cluster, text: "Several customers"))
    }
    if layout.outside > 0 {
        entries.append(
            LegendEntry(mark: .none, text: "\(figures.integer(layout.outside)) outside this map"))
    }
    return entries
}

/// A legend laid out as a column in a corner or as rows below the map.
struct MapLegend {
    var entries: [LegendEntry]
    private static let row = 19.0
    private static let size = 12.0

    private func width(_ entry: LegendEntry) -> Double {
        22 + estimatedWidth(entry.text, size: MapLegend.size)
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

    func drawColumn(in box: PlaneBox, id: String, to writer: inout SVGWriter) {
        writer.element("g", ["class": "legend"]) { writer in
            writer.leaf(
                "rect",
                [
                    "class": "panel", "x": .number(box.minX), "y": .number(box.minY),
                    "width": .number(box.width),
                    "height": .number(box.height), "rx": 6,
                ])
            for (index, entry) in entries.enumerated() {
                let y = box.minY + 5 + (Double(index) + 0.5) * MapLegend.row
                draw(entry, at: PlanePoint(box.minX + 8, y), id: id, to: &writer)
            }
        }
    }

    func drawRows(width: Double, top: Double, id: String, to writer: inout SVGWriter) {
        writer.element("g", ["class": "legend"]) { writer in
            for (entry, place) in zip(entries, rows(width: width).places) {
                draw(entry, at: PlanePoint(place.x, place.y + top), id: id, to: &writer)
            }
        }
    }

    private func draw(
        _ entry: LegendEntry, at place: PlanePoint, id: String, to writer: inout SVGWriter
    ) {
        let mark = PlanePoint(place.x + 7, place.y)
        switch entry.mark {
        case .symbol(let symbol):
            writer.path(
                SVGPath(symbol, centre: mark, radius: symbol == .home ? 7 : 5), ["class": "pin is-plain"])
        case .swatch(let ink):
            writer.leaf(
                "rect",
                [
                    "class": "swatch \(ink.cssClass)", "x": .number(mark.x - 5), "y": .number(mark.y - 5),
                    "width": 10,
                    "height": 10, "rx": 2,
                ])
        case .line(let isEstimated):
            var path = SVGPath()
            path.polyline([PlanePoint(mark.x - 8, mark.y), PlanePoint(mark.x + 8, mark.y)])
            writer.path(path, ["class": isEstimated ? "route is-plain estimated" : "route is-plain"])
        case .cluster:
            var path = SVGPath()
            path.circle(centre: mark, radius: 6)
            writer.path(path, ["class": "cluster is-plain"])
        case .none: break
        }
        writer.leaf(
            "text", ["x": .number(place.x + 20), "y": .number(place.y + 4)], text: entry.text)
    }
}
