import Geo
import SVG

/// Curves of how long things stay, one small panel each on the same scales, so that they can be compared at a glance.
package struct SurvivalChart: Hashable, Sendable {
    package var head: ChartHead
    package var curves: [SurvivalCurve]
    /// The axis ends here; curves go on beyond. Nil takes the last step or tick.
    package var end: Double?
    package var figures: ChartFigures

    package init(head: ChartHead, curves: [SurvivalCurve], end: Double? = nil, figures: ChartFigures) {
        self.head = head
        self.curves = curves
        self.end = end
        self.figures = figures
    }

    package var svg: String {
        let shown = curves.filter { curve in
            curve.steps.contains { $0.at.isFinite && $0.share.isFinite } || curve.censored.contains(where: \.isFinite)
        }
        guard !shown.isEmpty else { return head.emptySVG("survival") }
        let columns = max(1, min(shown.count, Int(head.width / 240)))
        let gap = 24.0
        let panel = (head.width - gap * Double(columns - 1)) / Double(columns)
        let row = 158.0
        let rows = (shown.count + columns - 1) / columns
        let last = shown.flatMap { $0.steps.map(\.at) + $0.censored }.filter { $0.isFinite && $0 < 1e6 }.max() ?? 1
        let end = max(1, end ?? last)
        return head.svg("survival", height: Double(rows) * row) { writer in
            for (index, curve) in shown.enumerated() {
                let left = Double(index % columns) * (panel + gap)
                let top = Double(index / columns) * row
                draw(
                    curve,
                    in: SurvivalPanel(
                        left: left, right: left + panel, top: top, end: end,
                        across: LinearScale([0, end], from: left + 42, to: left + panel),
                        up: LinearScale([0, 1], from: top + 122, to: top + 30)),
                    to: &writer)
            }
        }
    }

    private func draw(_ curve: SurvivalCurve, in panel: SurvivalPanel, to writer: inout SVGWriter) {
        let noteRoom = estimatedWidth(curve.note, size: ChartType.small) + 8
        writer.label(
            shortened(curve.label, toWidth: (panel.right - panel.left - noteRoom) / 1.13, size: ChartType.label),
            x: panel.left, y: panel.top + 14, class: "strong")
        writer.label(curve.note, x: panel.right, y: panel.top + 14, class: "small soft", anchor: "end")
        for share in [0, 0.5, 1] {
            let y = panel.up.place(share)
            writer.rule(
                x1: panel.across.place(0), y1: y, x2: panel.right, y2: y, class: share == 0 ? "zero" : "grid")
            writer.label(
                "\(Int(share * 100))\u{a0}%", x: panel.across.place(0) - 4, y: y + 4, class: "small soft", anchor: "end"
            )
        }
        writer.label("0", x: panel.across.place(0), y: panel.top + 138, class: "small soft", anchor: "middle")
        writer.label(figures.text(panel.end), x: panel.right, y: panel.top + 138, class: "small soft", anchor: "end")

        var path = SVGPath()
        path.polyline(staircase(curve, in: panel))
        writer.path(path, ["class": curve.isMarked ? "line actual marked" : "line actual"])
        writer.path(ticks(curve, in: panel), ["class": "censor"])
        guard let median = curve.median, median.isFinite, median <= panel.end else { return }
        let point = panel.place(median, 0.5)
        writer.rule(x1: point.x, y1: point.y, x2: point.x, y2: panel.up.place(0), class: "diagonal")
        writer.leaf("circle", ["class": "dot is-accent", "cx": .number(point.x), "cy": .number(point.y), "r": 4])
        let width = estimatedWidth(curve.medianText, size: ChartType.small)
        let fitsRight = point.x + 8 + width <= panel.right
        writer.label(
            shortened(curve.medianText, toWidth: panel.right - panel.across.place(0), size: ChartType.small),
            x: fitsRight ? point.x + 8 : panel.right, y: point.y - 8, class: "small halo",
            anchor: fitsRight ? "start" : "end")
    }

    /// Where somebody was last seen; ticks that would touch the one before are left out.
    private func ticks(_ curve: SurvivalCurve, in panel: SurvivalPanel) -> SVGPath {
        var path = SVGPath()
        var last = -Double.infinity
        for time in curve.censored.filter(\.isFinite).sorted() where time <= panel.end {
            let point = panel.place(time, curve.share(at: time))
            guard point.x - last >= 2.5 else { continue }
            last = point.x
            path.move(to: PlanePoint(point.x, point.y - 3))
            path.line(to: PlanePoint(point.x, point.y + 3))
        }
        return path
    }

    private func staircase(_ curve: SurvivalCurve, in panel: SurvivalPanel) -> [PlanePoint] {
        var share = 1.0
        var points = [panel.place(0, 1)]
        for step in curve.steps where step.at.isFinite && step.share.isFinite && step.at <= panel.end {
            points.append(panel.place(step.at, share))
            share = step.share
            points.append(panel.place(step.at, share))
        }
        let last = max(curve.steps.last?.at ?? 0, curve.censored.filter(\.isFinite).max() ?? 0)
        points.append(panel.place(min(panel.end, last), share))
        return points
    }
}

/// Where one curve goes.
private struct SurvivalPanel {
    var left: Double
    var right: Double
    var top: Double
    var end: Double
    var across: LinearScale
    var up: LinearScale

    func place(_ at: Double, _ share: Double) -> PlanePoint { PlanePoint(across.place(at), up.place(share)) }
}
