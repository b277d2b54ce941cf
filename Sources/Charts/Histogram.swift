import SVG

/// One class of a histogram.
package struct HistogramBin: Hashable, Sendable {
    /// Under the column: `0–5`, `< 1 h`.
    package var label: String
    package var count: Double
    package var ink: ChartInk

    package init(label: String, count: Double, ink: ChartInk = .plain) {
        self.label = label
        self.count = count
        self.ink = ink
    }
}

/// Columns side by side with their counts on top; labels that would touch are left out, first and last stay.
package struct Histogram: Hashable, Sendable {
    package var head: ChartHead
    package var bins: [HistogramBin]
    package var figures: ChartFigures
    package var height: Double

    package init(head: ChartHead, bins: [HistogramBin], figures: ChartFigures, height: Double = 160) {
        self.head = head
        self.bins = bins
        self.figures = figures
        self.height = height
    }

    package var svg: String {
        guard !bins.isEmpty else { return head.emptySVG("histogram") }
        let slot = head.width / Double(bins.count)
        let up = LinearScale(bins.map(\.count), from: height - 22, to: 18)
        let showsCounts = bins.allSatisfy {
            estimatedWidth(figures.text($0.count), size: ChartType.small) <= slot
        }
        return head.svg("histogram", height: height) { writer in
            var free = 0.0
            for (index, bin) in bins.enumerated() {
                let left = Double(index) * slot
                let middle = left + slot / 2
                let top = up.place(bin.count)
                if bin.count.isFinite {
                    writer.bar(left + 1, top, left + slot - 1, up.place(0), class: "bar \(bin.ink.cssClass)")
                }
                if showsCounts, bin.count != 0 {
                    writer.label(
                        figures.text(bin.count), x: middle, y: min(top, up.place(0)) - 4, class: "small",
                        anchor: "middle")
                }
                let width = estimatedWidth(bin.label, size: ChartType.small)
                let x = min(max(middle, width / 2), head.width - width / 2)
                if x - width / 2 >= free {
                    writer.label(bin.label, x: x, y: height - 6, class: "small soft", anchor: "middle")
                    free = x + width / 2 + 6
                }
            }
            writer.rule(x1: 0, y1: up.place(0), x2: head.width, y2: up.place(0), class: "zero")
        }
    }
}
