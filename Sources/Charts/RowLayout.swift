import SVG

/// Rows of label, bar and value in three columns that never overlap: the label column takes at most 38 % of the
/// width and long names are cut; the value column is as wide as its widest text; the bars get the rest.
struct RowLayout {
    static let row = 28.0
    let labelWidth: Double
    let barStart: Double
    let barEnd: Double
    private let width: Double
    private let valueWidth: Double
    private let hasBoldLabels: Bool
    /// Label and value above the bar, which then has the whole width.
    let isStacked: Bool
    private var rowHeight: Double { isStacked ? 44 : RowLayout.row }

    init(
        width: Double, labels: [String], texts: [String], hasBoldLabels: Bool = false, isStacked: Bool = false,
        size: Double = ChartType.label
    ) {
        self.isStacked = isStacked
        self.width = width
        self.hasBoldLabels = hasBoldLabels
        let widest = labels.map { estimatedWidth($0, size: size, isBold: hasBoldLabels) }.max() ?? 0
        let widestText = texts.map { estimatedWidth($0, size: size) }.max() ?? 0
        if isStacked {
            valueWidth = min(widestText, width * 0.5)
            labelWidth = width - valueWidth - 10
            (barStart, barEnd) = (0, width)
            return
        }
        labelWidth = min(widest, width * 0.38)
        valueWidth = min(widestText, width * 0.36)
        barStart = labelWidth + 10
        barEnd = max(barStart + 24, width - valueWidth - 10)
    }

    func height(_ rows: Int) -> Double { Double(rows) * rowHeight + 4 }
    /// Of the bar.
    func middle(_ index: Int) -> Double {
        isStacked ? Double(index) * rowHeight + 30 : (Double(index) + 0.5) * rowHeight + 2
    }
    /// Where the words of a row stand.
    private func baseline(_ index: Int) -> Double { middle(index) + (isStacked ? -15 : 4.5) }

    func label(
        _ text: String, _ index: Int, href: String? = nil, class cssClass: String = "",
        to writer: inout SVGWriter
    ) {
        let short = shortened(text, toWidth: (labelWidth + 0.5) / (hasBoldLabels ? 1.13 : 1), size: ChartType.label)
        func content(_ writer: inout SVGWriter) {
            if short != text { writer.leaf("title", text: text) }
            writer.label(short, x: 0, y: baseline(index), class: cssClass)
        }
        if let href {
            writer.element("a", ["href": .text(href)], content)
        } else if short != text {
            writer.element("g", [:], content)
        } else {
            content(&writer)
        }
    }

    /// Right-aligned at the right edge, so that the figures of all rows stand in a column.
    func value(_ text: String, note: String = "", _ index: Int, to writer: inout SVGWriter) {
        let room = valueWidth - estimatedWidth(text, size: ChartType.label)
        let shortNote = note.isEmpty ? "" : shortened(note, toWidth: room, size: ChartType.label)
        guard shortNote.count > 1 else {
            writer.label(text, x: width, y: baseline(index), class: "figure", anchor: "end")
            return
        }
        writer.element(
            "text",
            [
                "class": "figure", "x": .number(width), "y": .number(baseline(index)),
                "text-anchor": "end",
            ]
        ) { writer in
            writer.leaf("tspan", text: text)
            writer.leaf("tspan", ["class": "soft", "dx": 4], text: shortNote)
        }
    }
}
