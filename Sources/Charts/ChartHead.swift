import SVG

/// What every chart has: its place in the page and its words for those who can't see it.
package struct ChartHead: Hashable, Sendable {
    /// Unique in its page.
    package var id: String
    /// The finding, in a sentence; the page shows it above the chart.
    package var title: String
    /// Measure and unit, and the main values in words.
    package var summary: String
    /// In pixels: 360 on a phone; the height follows from the content.
    package var width: Double
    /// Shown instead of the chart when there is nothing to draw: what is missing and how to get it.
    package var emptyText: String

    package init(
        id: String, title: String, summary: String, width: Double = 360,
        emptyText: String = "No data yet"
    ) {
        self.id = id
        self.title = title
        self.summary = summary
        self.width = max(40, width)
        self.emptyText = emptyText
    }

    func svg(
        _ kind: String, height: Double, holdsLinks: Bool = false, _ content: (inout SVGWriter) -> Void
    ) -> String {
        SVGFigure(
            id: id, cssClass: "drawing chart \(kind)", width: width, height: height, title: title,
            summary: summary,
            holdsLinks: holdsLinks
        ).svg(content)
    }

    func emptySVG(_ kind: String) -> String {
        svg(kind, height: 48) { writer in
            writer.leaf(
                "text", ["class": "soft", "x": 0, "y": 28],
                text: shortened(emptyText, toWidth: width, size: 13))
        }
    }
}

/// Font sizes in pixels, the same as in the style sheet.
enum ChartType {
    static let label = 13.0
    static let small = 12.0
}

/// Maps values to pixels. The span is widened to hold zero and never has length nought.
struct LinearScale {
    private let low: Double
    private let high: Double
    private let start: Double
    private let end: Double

    init(_ values: some Sequence<Double>, from start: Double, to end: Double, holdsZero: Bool = true) {
        let finite = values.filter { $0.isFinite && abs($0) < 1e15 }
        var low = finite.min() ?? 0
        var high = finite.max() ?? 0
        if holdsZero { (low, high) = (min(0, low), max(0, high)) }
        if low == high { high = low + 1 }
        self.low = low
        self.high = high
        self.start = start
        self.end = end
    }

    /// Values outside the span land on its ends; what is no number lands on the start.
    func place(_ value: Double) -> Double {
        guard value.isFinite else { return start }
        return start + (min(high, max(low, value)) - low) / (high - low) * (end - start)
    }
}

extension SVGWriter {
    /// A chart's text; `anchor` is `start`, `middle` or `end`.
    mutating func label(
        _ text: String, x: Double, y: Double, class cssClass: String = "", anchor: String = "start"
    ) {
        guard !text.isEmpty else { return }
        leaf(
            "text",
            [
                "class": cssClass.isEmpty ? nil : .text(cssClass), "x": .number(x), "y": .number(y),
                "text-anchor": anchor == "start" ? nil : .text(anchor),
            ], text: text)
    }

    mutating func rule(x1: Double, y1: Double, x2: Double, y2: Double, class cssClass: String) {
        leaf(
            "line",
            [
                "class": .text(cssClass), "x1": .number(x1), "y1": .number(y1), "x2": .number(x2),
                "y2": .number(y2),
            ])
    }

    /// A rectangle given by two opposite corners; at least `least` wide and `leastHeight` high, so that a small value can
    /// still be seen.
    mutating func bar(
        _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, class cssClass: String,
        least: Double = 0, leastHeight: Double = 0
    ) {
        leaf(
            "rect",
            [
                "class": .text(cssClass), "x": .number(min(x1, x2)), "y": .number(min(y1, y2)),
                "width": .number(max(least, abs(x2 - x1))), "height": .number(max(leastHeight, abs(y2 - y1))),
            ])
    }
}
