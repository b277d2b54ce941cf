package import Quantities
import SVG

/// A stretch of a rep's day.
package struct DayBlock: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case drive, visit, lunch, wait, office

        var cssClass: String {
            switch self {
            case .drive: "block drive"
            case .visit: "block visit"
            case .lunch: "block lunch"
            case .wait: "block wait"
            case .office: "block office"
            }
        }
    }
    package var kind: Kind
    package var span: TimeWindow
    /// Stands in the block where it fits, such as the stop's number; the tooltip otherwise.
    package var label: String
    package var title: String

    package init(kind: Kind, span: TimeWindow, label: String = "", title: String = "") {
        self.kind = kind
        self.span = span
        self.label = label
        self.title = title
    }
}

/// A working day from left to right: drives thin, visits tall, lunch and waits pale.
package struct DayTimeline: Hashable, Sendable {
    package var head: ChartHead
    package var blocks: [DayBlock]
    /// The hours shown; widened when a block lies outside.
    package var hours: TimeWindow

    package init(head: ChartHead, blocks: [DayBlock], hours: TimeWindow) {
        self.head = head
        self.blocks = blocks
        self.hours = hours
    }

    package var svg: String {
        guard !blocks.isEmpty else { return head.emptySVG("day") }
        let from = min(hours.from, blocks.map(\.span.from).min() ?? hours.from)
        let until = max(hours.until, blocks.map(\.span.until).max() ?? hours.until)
        let span = Double(max(1, until - from))
        func place(_ time: TimeOfDay) -> Double { 8 + Double(time - from) / span * (head.width - 16) }
        return head.svg("day", height: 56) { writer in
            writer.rule(x1: 8, y1: 20, x2: head.width - 8, y2: 20, class: "zero")
            for block in blocks.sorted(by: {
                ($0.span.from, $0.span.until) < ($1.span.from, $1.span.until)
            }) {
                draw(block, from: place(block.span.from), to: place(block.span.until), writer: &writer)
            }
            drawHours(from: from, until: until, place: place, to: &writer)
        }
    }

    private func draw(_ block: DayBlock, from start: Double, to end: Double, writer: inout SVGWriter) {
        let half = block.kind == .drive ? 3.0 : block.kind == .visit ? 14 : 9
        writer.element("g", ["class": .text(block.kind.cssClass)]) { writer in
            if !block.title.isEmpty { writer.leaf("title", text: block.title) }
            writer.leaf(
                "rect",
                [
                    "x": .number(start), "y": .number(20 - half), "width": .number(max(1, end - start - 1)),
                    "height": .number(2 * half), "rx": block.kind == .drive ? nil : 2,
                ])
            if !block.label.isEmpty, estimatedWidth(block.label, size: ChartType.small) + 4 <= end - start {
                writer.label(
                    block.label, x: (start + end) / 2, y: 24, class: "small block-label", anchor: "middle")
            }
        }
    }

    /// Full hours, as many as fit without touching.
    private func drawHours(
        from: TimeOfDay, until: TimeOfDay, place: (TimeOfDay) -> Double, to writer: inout SVGWriter
    ) {
        let step = [60, 120, 180, 240, 360, 720].first {
            Double($0) / Double(max(1, until - from)) * (head.width - 16) >= 40
        }
        guard let step else { return }
        let first = (from.minutes + step - 1) / step * step
        for minutes in stride(from: first, through: until.minutes, by: step) {
            let time = TimeOfDay(minutes: minutes)
            let x = place(time)
            writer.rule(x1: x, y1: 36, x2: x, y2: 40, class: "tick")
            let half = estimatedWidth(time.text, size: ChartType.small) / 2
            writer.label(
                time.text, x: min(max(x, half), head.width - half), y: 52, class: "small soft",
                anchor: "middle")
        }
    }
}
