import SVG

/// One part of a whole.
package struct SharePart: Hashable, Sendable {
    package var label: String
    package var value: Double
    package var ink: ChartInk

    package init(label: String, value: Double, ink: ChartInk) {
        self.label = label
        self.value = value
        self.ink = ink
    }
}

/// A whole in one bar, its parts side by side, each named below with its share. Negative values count as nought.
package struct ShareBar: Hashable, Sendable {
    package var head: ChartHead
    package var parts: [SharePart]
    package var figures: ChartFigures

    package init(head: ChartHead, parts: [SharePart], figures: ChartFigures) {
        self.head = head
        self.parts = parts
        self.figures = figures
    }

    package var svg: String {
        let values = parts.map { $0.value.isFinite ? max(0, $0.value) : 0 }
        let total = values.reduce(0, +)
        guard total > 0 else { return head.emptySVG("shares") }
        // Names flow in rows under the bar, each with a swatch, so that narrow parts are named too.
        var places: [(x: Double, y: Double)] = []
        var cursor = (x: 0.0, y: 44.0)
        let texts = zip(parts, values).map { part, _ in
            shortened("\(part.label) \(figures.text(part.value))", toWidth: head.width - 20, size: 13)
        }
        for text in texts {
            let width = 16 + estimatedWidth(text, size: 13) + 14
            if cursor.x > 0, cursor.x + width > head.width + 14 { cursor = (0, cursor.y + 20) }
            places.append(cursor)
            cursor.x += width
        }
        return head.svg("shares", height: cursor.y + 10) { writer in
            var x = 0.0
            for (part, value) in zip(parts, values) where value > 0 {
                let width = value / total * head.width
                // A hairline of paper keeps neighbours apart without colour.
                writer.bar(x, 4, x + max(0.5, width - 1.5), 26, class: "bar \(part.ink.cssClass)")
                x += width
            }
            for (index, part) in parts.enumerated() {
                let place = places[index]
                writer.leaf(
                    "rect",
                    [
                        "class": "bar \(part.ink.cssClass)", "x": .number(place.x), "y": .number(place.y - 9),
                        "width": 10, "height": 10, "rx": 2,
                    ])
                writer.label(texts[index], x: place.x + 16, y: place.y)
            }
        }
    }
}
