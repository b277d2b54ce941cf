import Geo
import SVG

/// Draws the honeycomb, and a diamond in the cells where most customers are overdue.
func drawHexagons(_ layout: HexagonLayout, to writer: inout SVGWriter) {
    let (across, up) = (layout.radius * 3.0.squareRoot() / 2 - 0.4, layout.radius - 0.5)
    let corners = [(0, -up), (across, -up / 2), (across, up / 2), (0, up), (-across, up / 2), (-across, -up / 2)]
        .map { PlanePoint($0.0, $0.1) }
    writer.element("g", ["class": "hexes"]) { writer in
        for cell in layout.cells {
            var path = MarkPath()
            path.line(cell.centre, shownAt: cell.centre, corners: corners)
            let sums = cell.sums.map(jsonNumber).joined(separator: " ")
            writer.leaf(
                "path",
                [
                    "class": .text("hex q\(cell.step)"), "d": .text(path.data),
                    "data-count": .text(String(cell.count)),
                    "data-overdue": cell.overdue > 0 ? .text(String(cell.overdue)) : nil,
                    "data-sums": sums.isEmpty ? nil : .text(sums),
                ])
        }
        var path = MarkPath()
        for cell in layout.mostOverdue {
            PinSymbol.overdue.add(to: &path, home: cell.centre, shownAt: cell.centre, radius: layout.radius * 0.48)
        }
        if !path.isEmpty { writer.leaf("path", ["class": "pin s-overdue is-late", "d": .text(path.data)]) }
    }
}
