import SVG

/// One bar: a label, a value and perhaps what it is compared with.
package struct BarRow: Hashable, Sendable {
    package var label: String
    package var value: Double
    /// Drawn as an upright tick, such as the plan.
    package var mark: Double?
    /// Drawn softly behind the bar, such as what there is room for.
    package var backdrop: Double?
    /// Stands after the value, softly: `of 12`, `▲ 4 more`.
    package var note: String
    package var ink: ChartInk
    package var href: String?

    package init(
        label: String, value: Double, mark: Double? = nil, backdrop: Double? = nil, note: String = "",
        ink: ChartInk = .plain, href: String? = nil
    ) {
        self.label = label
        self.value = value
        self.mark = mark
        self.backdrop = backdrop
        self.note = note
        self.ink = ink
        self.href = href
    }
}

/// Horizontal bars with the label above each bar's left or at its left, and the value at its end.
package struct BarChart: Hashable, Sendable {
    package var head: ChartHead
    package var rows: [BarRow]
    package var figures: ChartFigures
    /// The end of the scale, so that charts on one page share it; nil takes the largest value.
    package var scaleEnd: Double?

    package init(head: ChartHead, rows: [BarRow], figures: ChartFigures, scaleEnd: Double? = nil) {
        self.head = head
        self.rows = rows
        self.figures = figures
        self.scaleEnd = scaleEnd
    }

    package var svg: String {
        guard !rows.isEmpty else { return head.emptySVG("bars") }
        let layout = RowLayout(
            width: head.width, labels: rows.map(\.label), texts: rows.map(valueText))
        let scale = LinearScale(
            rows.flatMap { [$0.value, $0.mark ?? 0, $0.backdrop ?? 0] } + [scaleEnd ?? 0], from: layout.barStart,
            to: layout.barEnd)
        let links = rows.contains { $0.href != nil }
        return head.svg("bars", height: layout.height(rows.count), holdsLinks: links) { writer in
            for (index, row) in rows.enumerated() {
                let middle = layout.middle(index)
                layout.label(row.label, index, href: row.href, to: &writer)
                if let backdrop = row.backdrop, backdrop.isFinite {
                    writer.bar(
                        scale.place(0), middle - 10, scale.place(backdrop), middle + 10, class: "bar is-soft backdrop")
                }
                if row.value.isFinite {
                    writer.bar(
                        scale.place(0), middle - 7, scale.place(row.value), middle + 7,
                        class: "bar \(row.ink.cssClass)")
                }
                if let mark = row.mark, mark.isFinite {
                    let x = scale.place(mark)
                    writer.rule(x1: x, y1: middle - 10, x2: x, y2: middle + 10, class: "mark")
                }
                layout.value(figures.text(row.value), note: row.note, index, to: &writer)
            }
            writer.rule(
                x1: scale.place(0), y1: 2, x2: scale.place(0), y2: layout.height(rows.count) - 2,
                class: "zero")
        }
    }

    private func valueText(_ row: BarRow) -> String {
        row.note.isEmpty ? figures.text(row.value) : "\(figures.text(row.value)) \(row.note)"
    }
}
