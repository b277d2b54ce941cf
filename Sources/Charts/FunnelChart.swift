import SVG

/// One stage of the sales pipeline.
package struct FunnelStage: Hashable, Sendable {
    package var label: String
    package var count: Double
    /// Under the stage's name: `€ 1.2 M`, `12 days`, as the page writes it.
    package var note: String
    /// Between this stage and the next: `62 % go on, about 14 days`.
    package var passage: String
    package var isBottleneck: Bool

    package init(
        label: String, count: Double, note: String = "", passage: String = "",
        isBottleneck: Bool = false
    ) {
        self.label = label
        self.count = count
        self.note = note
        self.passage = passage
        self.isBottleneck = isBottleneck
    }
}

/// Stages from top to bottom as centred bars, with the passage from one to the next written between them.
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
        let row = 46.0
        let labelWidth = min(
            head.width * 0.36,
            stages.flatMap { [estimatedWidth($0.label, size: 13), estimatedWidth($0.note, size: 11.5)] }
                .max() ?? 0)
        let countWidth = stages.map { estimatedWidth(figures.text($0.count), size: 13) }.max() ?? 0
        let scale = LinearScale(
            stages.map(\.count), from: 0, to: max(24, head.width - labelWidth - countWidth - 24))
        let middle = labelWidth + 12 + max(24, head.width - labelWidth - countWidth - 24) / 2
        return head.svg("funnel", height: Double(stages.count) * row + 4) { writer in
            for (index, stage) in stages.enumerated() {
                let top = Double(index) * row + 4
                let width = max(2, scale.place(max(0, stage.count.isFinite ? stage.count : 0)))
                writer.label(shortened(stage.label, toWidth: labelWidth + 0.5, size: 13), x: 0, y: top + 11)
                writer.label(
                    shortened(stage.note, toWidth: labelWidth + 0.5, size: 11.5), x: 0, y: top + 26,
                    class: "small soft")
                writer.bar(
                    middle - width / 2, top, middle + width / 2, top + 22,
                    class: stage.isBottleneck ? "bar is-watch" : "bar is-plain")
                writer.label(
                    figures.text(stage.count), x: head.width, y: top + 15, class: "figure", anchor: "end")
                if index + 1 < stages.count {
                    // Centred under the bars, within the drawing.
                    let room = 2 * min(middle - labelWidth - 6, head.width - middle)
                    writer.label(
                        shortened(stage.passage, toWidth: room, size: 11.5), x: middle, y: top + 37,
                        class: stage.isBottleneck ? "small strong" : "small soft", anchor: "middle")
                }
            }
        }
    }
}
