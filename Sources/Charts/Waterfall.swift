import Geo
import SVG

/// A step of a waterfall: a total that stands on zero or a change on top of what came before.
package struct WaterfallStep: Hashable, Sendable {
    package enum Kind: Hashable, Sendable { case total, change }
    package var label: String
    package var value: Double
    package var kind: Kind
    package var href: String?
    /// In place of green for what rises and red for what falls, such as for money that was earned.
    package var ink: ChartInk?

    package init(
        label: String, value: Double, kind: Kind = .change, href: String? = nil, ink: ChartInk? = nil
    ) {
        self.label = label
        self.value = value
        self.kind = kind
        self.href = href
        self.ink = ink
    }
}

/// How one total became the next: opening, changes, closing; as rows on a phone and as columns from 560 pixels on. A total that is not the sum of what
/// precedes it is drawn where its own value is; the page that makes the description answers for the sum.
package struct Waterfall: Hashable, Sendable {
    package var head: ChartHead
    package var steps: [WaterfallStep]
    package var figures: ChartFigures

    package init(head: ChartHead, steps: [WaterfallStep], figures: ChartFigures) {
        self.head = head
        self.steps = steps
        self.figures = figures
    }

    package var svg: String {
        guard !steps.isEmpty else { return head.emptySVG("waterfall") }
        let spans = self.spans
        if head.width >= 560, steps.count <= 12 { return columns(spans) }
        let texts = steps.map(text)
        let layout = RowLayout(width: head.width, labels: steps.map(\.label), texts: texts, hasBoldLabels: true)
        let scale = LinearScale(
            spans.flatMap { [max($0.from, floor), $0.to] }, from: layout.barStart, to: layout.barEnd, holdsZero: !isCut)
        let links = steps.contains { $0.href != nil }
        return head.svg("waterfall", height: layout.height(steps.count), holdsLinks: links) { writer in
            let start = scale.place(floor)
            writer.rule(
                x1: start, y1: 2, x2: start, y2: layout.height(steps.count) - 2, class: isCut ? "zero cut" : "zero")
            for (index, step) in steps.enumerated() {
                let middle = layout.middle(index)
                let span = spans[index]
                func draw(_ writer: inout SVGWriter) {
                    layout.label(step.label, index, class: step.kind == .total ? "strong" : "", to: &writer)
                    writer.bar(
                        scale.place(span.from), middle - 8, scale.place(span.to), middle + 8,
                        class: "bar \(ink(step, span))", least: 1.5)
                    if isCut, step.kind == .total {
                        writer.path(
                            zigzag(from: PlanePoint(start + 8, middle - 9), to: PlanePoint(start + 8, middle + 9)),
                            ["class": "break"])
                    }
                    layout.value(texts[index], index, to: &writer)
                }
                linked(step.href, to: &writer, draw)
                if index + 1 < steps.count {
                    let x = scale.place(span.to)
                    writer.rule(x1: x, y1: middle + 8, x2: x, y2: middle + RowLayout.row - 8, class: "link")
                }
            }
        }
    }

    /// Whether the totals are cut off at the bottom, because the changes would be slivers beside them. A zigzag says so in
    /// the drawing; the page should say it in words.
    package var isCut: Bool { floor > 0 }

    /// What the drawing begins at: nought, or somewhat below the lowest level where all levels are near each other.
    var floor: Double {
        let levels = spans.map(\.to).filter { abs($0) < 1e15 }
        guard let low = levels.min(), let high = levels.max(), low > 0, high > low, high - low < 0.25 * high else {
            return 0
        }
        return max(0, low - 0.6 * (high - low))
    }

    /// A break across a bar.
    func zigzag(from start: PlanePoint, to end: PlanePoint) -> SVGPath {
        let steps = 6
        var path = SVGPath()
        let isUpright = start.x == end.x
        path.polyline(
            (0...steps).map { index in
                let part = Double(index) / Double(steps)
                let swing = index % 2 == 0 ? -2.5 : 2.5
                return PlanePoint(
                    start.x + part * (end.x - start.x) + (isUpright ? swing : 0),
                    start.y + part * (end.y - start.y) + (isUpright ? 0 : swing))
            })
        return path
    }

    func text(_ step: WaterfallStep) -> String {
        step.kind == .total ? figures.text(step.value) : figures.change(step.value)
    }

    func ink(_ step: WaterfallStep, _ span: (from: Double, to: Double)) -> String {
        if step.kind == .total { return (step.ink ?? .plain).cssClass }
        return span.to >= span.from
            ? (step.ink ?? .good).cssClass : "\((step.ink ?? .late).cssClass) hatched"
    }

    /// From where to where each bar goes; values that are no numbers count as nought.
    private var spans: [(from: Double, to: Double)] {
        var level = 0.0
        return steps.map { step in
            let value = step.value.isFinite ? step.value : 0
            let from = step.kind == .total ? 0 : level
            level = from + value
            return (from, level)
        }
    }
}

/// The drawing as a link, where there is somewhere to go: bar, label and value are one thing to tap.
func linked(_ href: String?, to writer: inout SVGWriter, _ draw: (inout SVGWriter) -> Void) {
    if let href {
        writer.element("a", ["href": .text(href)], draw)
    } else {
        draw(&writer)
    }
}
