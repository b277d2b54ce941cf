import SVG

/// An estimate with its band.
package struct IntervalRow: Hashable, Sendable {
    package var label: String
    package var low: Double
    package var value: Double
    package var high: Double
    /// Drawn as an upright tick: a call, a target, what really happened.
    package var mark: Double?
    /// Stands after the value, softly, such as the difference to another row.
    package var note: String
    package var ink: ChartInk
    package var href: String?

    package init(
        label: String, low: Double, value: Double, high: Double, mark: Double? = nil, note: String = "",
        ink: ChartInk = .plain, href: String? = nil
    ) {
        self.label = label
        self.low = low
        self.value = value
        self.high = high
        self.mark = mark
        self.note = note
        self.ink = ink
        self.href = href
    }
}

/// Estimates as dots on bands, one a row.
package struct IntervalChart: Hashable, Sendable {
    package var head: ChartHead
    package var rows: [IntervalRow]
    package var figures: ChartFigures
    /// Whether the scale starts at zero; turn off for measures without a meaningful zero.
    package var holdsZero: Bool
    /// Drawn through all rows: what each is held against, such as the middle of the base.
    package var reference: Double?

    package init(
        head: ChartHead, rows: [IntervalRow], figures: ChartFigures, holdsZero: Bool = true, reference: Double? = nil
    ) {
        self.head = head
        self.rows = rows
        self.figures = figures
        self.holdsZero = holdsZero
        self.reference = reference
    }

    package var svg: String {
        guard !rows.isEmpty else { return head.emptySVG("intervals") }
        // On a phone label and figures stand above the band, where there are notes that would not fit beside it.
        let layout = RowLayout(
            width: head.width, labels: rows.map(\.label), texts: rows.map(valueText),
            isStacked: head.width < 500 && rows.contains { !$0.note.isEmpty })
        let scale = LinearScale(
            rows.flatMap { [$0.low, $0.value, $0.high, $0.mark ?? $0.value] } + [reference].compactMap(\.self),
            from: layout.barStart + 5, to: layout.barEnd - 5, holdsZero: holdsZero)
        let bottom = layout.height(rows.count) - 2
        let links = rows.contains { $0.href != nil }
        return head.svg("intervals", height: layout.height(rows.count), holdsLinks: links) { writer in
            // Stacked, the lines run beside the bands only, not through the words.
            for index in layout.isStacked ? Array(rows.indices) : [0] {
                let (top, end) = layout.isStacked ? (layout.middle(index) - 9, layout.middle(index) + 9) : (2, bottom)
                if holdsZero {
                    writer.rule(x1: scale.place(0), y1: top, x2: scale.place(0), y2: end, class: "zero")
                }
                if let reference, reference.isFinite {
                    let x = scale.place(reference)
                    writer.rule(x1: x, y1: top, x2: x, y2: end, class: "diagonal")
                }
            }
            for (index, row) in rows.enumerated() {
                let middle = layout.middle(index)
                layout.label(row.label, index, href: row.href, to: &writer)
                if row.low.isFinite, row.high.isFinite {
                    writer.bar(
                        scale.place(row.low), middle - 5, scale.place(row.high), middle + 5,
                        class: "band \(row.ink.cssClass)", least: 1)
                }
                if let mark = row.mark, mark.isFinite {
                    let x = scale.place(mark)
                    writer.rule(x1: x, y1: middle - 10, x2: x, y2: middle + 10, class: "mark")
                }
                if row.value.isFinite {
                    writer.leaf(
                        "circle",
                        [
                            "class": "dot \(row.ink.cssClass)", "cx": .number(scale.place(row.value)),
                            "cy": .number(middle), "r": 4.5,
                        ])
                }
                layout.value(figures.text(row.value), note: row.note, index, to: &writer)
            }
        }
    }

    private func valueText(_ row: IntervalRow) -> String {
        row.note.isEmpty ? figures.text(row.value) : "\(figures.text(row.value)) \(row.note)"
    }
}
