import SVG

/// Forecasts of about the same chance, and how often they came true.
package struct ReliabilityDot: Hashable, Sendable {
    /// 0...1.
    package var predicted: Double
    package var observed: Double
    /// How far the observed share may be off by chance; nil draws no whisker.
    package var low: Double?
    package var high: Double?
    /// How many forecasts: the dot's area.
    package var count: Int

    package init(predicted: Double, observed: Double, count: Int, low: Double? = nil, high: Double? = nil) {
        self.predicted = predicted
        self.observed = observed
        self.low = low
        self.high = high
        self.count = count
    }
}

/// Predicted chance against observed frequency; on the diagonal the forecast keeps its word.
package struct ReliabilityChart: Hashable, Sendable {
    package var head: ChartHead
    package var dots: [ReliabilityDot]

    package init(head: ChartHead, dots: [ReliabilityDot]) {
        self.head = head
        self.dots = dots
    }

    package var svg: String {
        let shown = dots.filter { $0.predicted.isFinite && $0.observed.isFinite && $0.count > 0 }
        guard !shown.isEmpty else { return head.emptySVG("reliability") }
        let side = min(head.width - 66, 320)
        let (left, top) = (46.0, 12.0)
        let across = LinearScale([0, 1], from: left, to: left + side)
        let up = LinearScale([0, 1], from: top + side, to: top)
        let most = Double(shown.map(\.count).max() ?? 1)
        return head.svg("reliability", height: top + side + 40) { writer in
            for share in [0, 0.5, 1] {
                let text = "\(Int(share * 100))\u{a0}%"
                writer.rule(
                    x1: left, y1: up.place(share), x2: left + side, y2: up.place(share),
                    class: share == 0 ? "zero" : "grid")
                writer.label(text, x: left - 6, y: up.place(share) + 4, class: "small soft", anchor: "end")
                writer.label(
                    text, x: across.place(share), y: top + side + 16, class: "small soft", anchor: "middle")
            }
            writer.rule(x1: left, y1: top + side, x2: left + side, y2: top, class: "diagonal")
            writer.label(
                "said", x: left + side / 2, y: top + side + 34, class: "small soft", anchor: "middle")
            writer.label("came true", x: left + 4, y: top + 14, class: "small soft halo")
            for dot in shown {
                writer.element("g", ["class": "dots"]) { writer in
                    writer.leaf("title", text: "\(dot.count) forecasts")
                    if let low = dot.low, let high = dot.high, low.isFinite, high.isFinite {
                        let x = across.place(dot.predicted)
                        writer.rule(x1: x, y1: up.place(low), x2: x, y2: up.place(high), class: "whisker")
                    }
                    writer.leaf(
                        "circle",
                        [
                            "class": "dot is-accent", "cx": .number(across.place(dot.predicted)),
                            "cy": .number(up.place(dot.observed)),
                            "r": .number(3 + 7 * (Double(dot.count) / most).squareRoot()),
                        ])
                }
            }
        }
    }
}
