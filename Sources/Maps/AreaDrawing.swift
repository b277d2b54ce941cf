import Geo
import SVG

/// Territories as they are drawn: fill and edge in their colour, a hatch for paper, and a name for each.
struct AreaDrawing {
    private var paths: [(area: MapArea, path: SVGPath)] = []
    private var rings: [[[PlanePoint]]] = []
    /// Names for the visual centres of the largest parts with the index of their rings, the emphasised ones first.
    private var names: [(label: MapLabel, area: Int)] = []
    private let id: String

    init(_ areas: [MapArea], in frame: MapFrame, id: String) {
        self.id = id
        let box = frame.box.grown(by: 6)
        let placed = areas.map { $0.rings.map { $0.map(frame.place) } }
        for (area, rings) in zip(areas, simplifiedTogether(placed, tolerance: 0.6)) {
            let rings = rings.map { clippedRing($0, to: box) }.filter { $0.count >= 3 }
            var path = SVGPath()
            for ring in rings { path.polyline(ring, closed: true) }
            guard !path.isEmpty else { continue }
            if let name = label(area, rings: rings) { names.append((name, paths.count)) }
            paths.append((area, path))
            self.rings.append(rings)
        }
        let isFirst = names.map { paths[$0.area].area.isEmphasised }
        names = zip(names, isFirst).filter(\.1).map(\.0) + zip(names, isFirst).filter { !$0.1 }.map(\.0)
    }

    /// Puts each name into its own territory or just beside it, never mostly on another's, and as near to the visual
    /// centre as the pins let it. It may cover quiet pins, since a territory without a name says nothing.
    ///
    /// What lacks room gets a shorter note or none. When a name is still without room, all but the emphasised ones are
    /// placed anew without notes: names come before figures, which the legend has as well.
    func placeNames(in labels: inout LabelLayout, frame: PlaneBox, pins: [PlacedPin]) {
        guard !names.isEmpty else { return }
        let room = AreaNameRoom(
            grid: AreaGrid(rings, width: frame.width, height: frame.height), frame: frame, pins: pins)
        let empty = labels
        let missing = names.count { !room.place($0.label, of: $0.area, in: &labels) }
        guard missing > 0 else { return }
        var bare = empty
        let stillMissing = names.count { name in
            var label = name.label
            if !paths[name.area].area.isEmphasised { label.note = nil }
            return !room.place(label, of: name.area, in: &bare)
        }
        if stillMissing < missing { labels = bare }
    }

    /// `clip` is the id of a clip path that areas end at; nil for none.
    func draw(clip: String?, to writer: inout SVGWriter) {
        guard !paths.isEmpty else { return }
        writer.element("g", ["class": "areas", "clip-path": clip.map { .text("url(#\($0))") }]) { writer in
            for (index, (area, path)) in paths.enumerated() {
                let shape = "\(id)-a\(index)"
                func content(_ writer: inout SVGWriter) {
                    writer.leaf("title", text: [area.name, area.note].compactMap { $0 }.joined(separator: " · "))
                    writer.path(path, ["id": .text(shape)])
                    if let hatch = hatch(of: area.ink) {
                        writer.leaf(
                            "use", ["class": "hatch", "href": .text("#\(shape)"), "fill": .text("url(#\(hatch))")])
                    }
                }
                let cssClass = SVGValue.text("area \(area.ink.cssClass)")
                if let href = area.href {
                    writer.element("a", ["href": .text(href), "class": cssClass], content)
                } else {
                    writer.element("g", ["class": cssClass], content)
                }
            }
        }
    }

    private func hatch(of ink: MapInk) -> String? {
        guard case .category(let index) = ink else { return nil }
        return "\(id)-p\((index % 8 + 8) % 8)"
    }

    /// Eight patterns that differ on paper without colour; those in use.
    func drawPatterns(to writer: inout SVGWriter) {
        var isDrawn: Set<Int> = []
        for (area, _) in paths {
            guard case .category(let index) = area.ink, let name = hatch(of: area.ink) else { continue }
            let kind = (index % 8 + 8) % 8
            guard isDrawn.insert(kind).inserted else { continue }
            writer.element(
                "pattern",
                [
                    "id": .text(name), "class": .text("hatching \(MapInk.category(kind).cssClass)"), "width": 8,
                    "height": 8, "patternUnits": "userSpaceOnUse",
                ]
            ) { writer in writer.leaf("path", ["d": .text(hatches[kind])]) }
        }
    }

    private func label(_ area: MapArea, rings: [[PlanePoint]]) -> MapLabel? {
        guard let largest = rings.max(by: { abs(signedArea($0)) < abs(signedArea($1)) }),
            let centre = visualCentre(of: [largest]), !area.name.isEmpty
        else { return nil }
        return MapLabel(
            text: area.name, note: area.note,
            cssClass: "area-name \(area.ink.cssClass)\(area.isEmphasised ? " most" : "")",
            size: area.isEmphasised ? 16 : 14, isBold: true, isNoteBold: area.isEmphasised, anchor: centre,
            clearance: 8,
            positions: [.middle])
    }
}

/// Strokes in a square of 8: slopes, level, upright, crosses, dots.
private let hatches = [
    "M-1 1l2-2M0 8l8-8M7 9l2-2", "M-1 7l2 2M0 0l8 8M7-1l2 2", "M0 4h8", "M4 0v8", "M0 4h8M4 0v8",
    "M0 0l8 8M8 0l-8 8", "M2 2h1M6 6h1", "M0 2h4M4 6h4",
]
