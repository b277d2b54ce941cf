import Geo
import SVG

/// Draws a territory: fill and edge in its colour. Returns its name as a label for the visual centre.
func drawArea(_ area: MapArea, in frame: MapFrame, to writer: inout SVGWriter) -> MapLabel? {
    let box = frame.box.grown(by: 6)
    let rings = area.rings.map {
        simplifiedRing(clippedRing($0.map(frame.place), to: box), tolerance: 0.4)
    }
    .filter { !$0.isEmpty }
    var path = SVGPath()
    for ring in rings { path.polyline(ring, closed: true) }
    guard !path.isEmpty else { return nil }
    func content(_ writer: inout SVGWriter) {
        writer.leaf("title", text: area.name)
        writer.path(path)
    }
    let cssClass = SVGValue.text("area \(area.ink.cssClass)")
    if let href = area.href {
        writer.element("a", ["href": .text(href), "class": cssClass], content)
    } else {
        writer.element("g", ["class": cssClass], content)
    }
    guard let largest = rings.max(by: { abs(signedArea($0)) < abs(signedArea($1)) }),
        let centre = visualCentre(of: [largest]), !area.name.isEmpty
    else { return nil }
    return MapLabel(
        text: area.name, note: area.note,
        cssClass: "area-name \(area.ink.cssClass)\(area.isEmphasised ? " most" : "")",
        size: area.isEmphasised ? 16 : 14,
        isBold: true, anchor: centre, clearance: 8,
        positions: [.middle] + MapLabel.Position.around)
}
