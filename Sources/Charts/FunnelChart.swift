import SVG

/// A share with its interval, 0...1.
package struct ShareInterval: Hashable, Sendable {
    package var low: Double
    package var mean: Double
    package var high: Double

    package init(low: Double, mean: Double, high: Double) {
        self.low = low
        self.mean = mean
        self.high = high
    }

    var isDrawable: Bool { low.isFinite && mean.isFinite && high.isFinite }
}

/// One stage of the sales pipeline.
package struct FunnelStage: Hashable, Sendable {
    package var label: String
    package var count: Double
    /// Under the stage's name: `€ 1.2 M`, `12 days`, as the page writes it.
    package var note: String
    /// Between this stage and the next: `62 % go on, about 14 days`.
    package var passage: String
    /// The same on a track from none to all; nil draws none.
    package var share: ShareInterval?
    package var isBottleneck: Bool

    package init(
        label: String, count: Double, note: String = "", passage: String = "", share: ShareInterval? = nil,
        isBottleneck: Bool = false
    ) {
        self.label = label
        self.count = count
        self.note = note
        self.passage = passage
        self.share = share
        self.isBottleneck = isBottleneck
    }
}

/// Stages from top to bottom as centred bars; between them the passage from one to the next in words, and as a dot in its
/// interval on a track from none to all.
package struct FunnelChart: Hashable, Sendable {
    package var head: ChartHead
    package var stages: [FunnelStage]
    package var figures: ChartFigures

    package init(head: ChartHead, stages: [FunnelStage], figures: ChartFigures) {
        self.head = head
        self.stages = stages
        self.figures = figures
    }

    package var svg: String {
        guard !stages.isEmpty else { return head.emptySVG("funnel") }
        let hasTracks = stages.contains { $0.share != nil }
        let row = hasTracks ? 60.0 : 46
        let labelWidth = min(
            head.width * 0.36,
            stages.flatMap { [estimatedWidth($0.label, size: 13), estimatedWidth($0.note, size: ChartType.small)] }
                .max() ?? 0)
        let countWidth = stages.map { estimatedWidth(figures.text($0.count), size: 13) }.max() ?? 0
        let span = max(24, head.width - labelWidth - countWidth - 24)
        let scale = LinearScale(stages.map(\.count), from: 0, to: span)
        let middle = labelWidth + 12 + span / 2
        // After the last stage comes a passage, too, where it has one: to a win.
        let tail = stages.last.map { $0.passage.isEmpty ? 34.0 : 0 } ?? 0
        return head.svg("funnel", height: Double(stages.count) * row + 4 - (hasTracks ? tail : 0)) { writer in
            for (index, stage) in stages.enumerated() {
                let top = Double(index) * row + 4
                let width = max(2, scale.place(max(0, stage.count.isFinite ? stage.count : 0)))
                writer.label(shortened(stage.label, toWidth: labelWidth + 0.5, size: 13), x: 0, y: top + 11)
                writer.label(
                    shortened(stage.note, toWidth: labelWidth + 0.5, size: ChartType.small), x: 0, y: top + 26,
                    class: "small soft")
                writer.bar(
                    middle - width / 2, top, middle + width / 2, top + 22,
                    class: stage.isBottleneck ? "bar is-watch" : "bar is-plain")
                writer.label(
                    figures.text(stage.count), x: head.width, y: top + 15, class: "figure", anchor: "end")
                guard index + 1 < stages.count || hasTracks else { continue }
                // Centred under the bars, within the drawing.
                let room = 2 * min(middle - labelWidth - 6, head.width - middle)
                writer.label(
                    shortened(stage.passage, toWidth: room, size: ChartType.small), x: middle, y: top + 37,
                    class: stage.isBottleneck ? "small strong" : "small soft", anchor: "middle")
                draw(stage.share, from: middle - span / 2, to: middle + span / 2, y: top + 46, writer: &writer)
            }
        }
    }

    private func draw(
        _ share: ShareInterval?, from start: Double, to end: Double, y: Double, writer: inout SVGWriter
    ) {
        guard let share, share.isDrawable else { return }
        let scale = LinearScale([0, 1], from: start, to: end)
        writer.rule(x1: start, y1: y, x2: end, y2: y, class: "track")
        for x in [start, end] { writer.rule(x1: x, y1: y - 3, x2: x, y2: y + 3, class: "track") }
        writer.bar(scale.place(share.low), y - 3.5, scale.place(share.high), y + 3.5, class: "band", least: 1)
        writer.leaf(
            "circle",
            ["class": "dot is-plain", "cx": .number(scale.place(share.mean)), "cy": .number(y), "r": 3.5])
    }
}
