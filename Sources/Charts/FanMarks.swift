import Geo
import SVG

/// What stands around a fan's lines: months, quota, calls.
extension FanChart {
    /// Names of months below, hairlines between them, the running one on its own ground.
    func drawSpans(in frame: FanFrame, to writer: inout SVGWriter) {
        for span in spans where span.from.isFinite && span.until.isFinite {
            let (start, end) = (frame.across.place(span.from), frame.across.place(span.until))
            if span.isCurrent { writer.bar(start, 0, end, frame.bottom, class: "ground") }
            writer.rule(x1: end, y1: 0, x2: end, y2: frame.bottom, class: "grid")
            let text = shortened(span.label, toWidth: end - start - 2, size: ChartType.small)
            guard text.count > 1 else { continue }
            writer.label(
                text, x: (start + end) / 2, y: height - 8, class: span.isCurrent ? "small strong" : "small soft",
                anchor: "middle")
        }
    }

    /// Far left the lines are low, so the words stand free above the quota line, or below at the top edge.
    func drawQuota(in frame: FanFrame, to writer: inout SVGWriter) {
        guard let quota, quota.isFinite else { return }
        let y = frame.up.place(quota)
        writer.rule(x1: 0, y1: y, x2: frame.right, y2: y, class: "quota")
        writer.label(
            "Quota \(figures.text(quota))", x: 6, y: y < 26 ? y + 14 : y - 5, class: "small strong halo")
    }

    /// Diamonds with their words below everything that is drawn there: to the right, or as far right as they fit.
    func drawCalls(in frame: FanFrame, to writer: inout SVGWriter) {
        let shown = calls.filter { $0.at.isFinite && $0.value.isFinite }
            .sorted { ($1.value, $0.label) < ($0.value, $1.label) }
        let widest = shown.map { estimatedWidth($0.label, size: ChartType.small) }.max() ?? 0
        func start(_ call: FanCall) -> Double {
            max(0, min(frame.across.place(call.at) + 10, frame.right - widest - 4))
        }
        let heights = spreadOut(
            shown.map { call in
                let reach = start(call)...(start(call) + widest)
                return max(frame.up.place(call.value), deepest(in: frame, over: reach)) + 15
            }, gap: 15, low: 12, high: frame.bottom - 6)
        for (call, y) in zip(shown, heights) {
            let point = frame.place(call.at, call.value)
            var diamond = SVGPath()
            diamond.polyline(
                [
                    PlanePoint(point.x, point.y - 6), PlanePoint(point.x + 6, point.y),
                    PlanePoint(point.x, point.y + 6),
                    PlanePoint(point.x - 6, point.y),
                ], closed: true)
            writer.path(diamond, ["class": "call"])
            let text = shortened(call.label, toWidth: frame.right - start(call), size: ChartType.small)
            writer.label(text, x: start(call), y: y + 4, class: "small halo")
        }
    }

    /// How far down the lines come over a stretch, in pixels, with where they enter and leave it.
    private func deepest(in frame: FanFrame, over reach: ClosedRange<Double>) -> Double {
        let lines: [(FanPoint) -> Double?] = [\.actual, \.low]
        var depth = 0.0
        for line in lines {
            let places = points.compactMap { point in
                line(point).flatMap { $0.isFinite ? frame.place(point.at, $0) : nil }
            }
            depth = places.filter { reach.contains($0.x) }.map(\.y).reduce(depth, max)
            for (start, end) in zip(places, places.dropFirst()) where end.x > start.x {
                for x in [reach.lowerBound, reach.upperBound] where start.x <= x && x <= end.x {
                    depth = max(depth, start.y + (x - start.x) / (end.x - start.x) * (end.y - start.y))
                }
            }
        }
        return depth
    }
}
