import Geo
import SVG

extension Waterfall {
    /// The wide form: one column a step, value above it, label below in up to two lines.
    func columns(_ spans: [(from: Double, to: Double)]) -> String {
        let height = 260.0
        let slot = head.width / Double(steps.count)
        let up = LinearScale(
            spans.flatMap { [max($0.from, floor), $0.to] }, from: height - 42, to: 22, holdsZero: !isCut)
        let half = min(36, slot * 0.36)
        return head.svg("waterfall", height: height, holdsLinks: steps.contains { $0.href != nil }) { writer in
            for (index, step) in steps.enumerated() {
                let middle = (Double(index) + 0.5) * slot
                let span = spans[index]
                func draw(_ writer: inout SVGWriter) {
                    writer.bar(
                        middle - half, up.place(span.from), middle + half, up.place(span.to),
                        class: "bar \(ink(step, span))", leastHeight: 1.5)
                    if isCut, step.kind == .total {
                        let y = up.place(floor) - 10
                        writer.path(
                            zigzag(from: PlanePoint(middle - half - 2, y), to: PlanePoint(middle + half + 2, y)),
                            ["class": "break"])
                    }
                    writer.label(
                        text(step), x: middle, y: min(up.place(span.from), up.place(span.to)) - 6,
                        class: step.kind == .total ? "strong" : "", anchor: "middle")
                    for (row, line) in twoLines(step.label, width: slot - 6).enumerated() {
                        writer.label(
                            line, x: middle, y: height - 24 + Double(row) * 15, class: "small", anchor: "middle")
                    }
                }
                linked(step.href, to: &writer, draw)
                if index + 1 < steps.count {
                    let y = up.place(span.to)
                    writer.rule(x1: middle + half, y1: y, x2: middle + slot - half, y2: y, class: "link")
                }
            }
            writer.rule(
                x1: 0, y1: up.place(floor), x2: head.width, y2: up.place(floor), class: isCut ? "zero cut" : "zero")
        }
    }
}

/// The text on one line, or broken at the space nearest its middle; each line cut to the width.
func twoLines(_ text: String, width: Double) -> [String] {
    let size = ChartType.small
    if estimatedWidth(text, size: size) <= width { return [text] }
    // Spaces that hold words together break only where nothing else does.
    let plain = text.indices.filter { text[$0] == " " }
    let spaces = plain.isEmpty ? text.indices.filter { text[$0] == "\u{a0}" } : plain
    let middle = text.count / 2
    guard
        let cut = spaces.min(by: {
            abs(text.distance(from: text.startIndex, to: $0) - middle)
                < abs(text.distance(from: text.startIndex, to: $1) - middle)
        })
    else { return [shortened(text, toWidth: width, size: size)] }
    return [text[..<cut], text[text.index(after: cut)...]].map { shortened(String($0), toWidth: width, size: size) }
}
