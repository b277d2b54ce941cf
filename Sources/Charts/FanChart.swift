import Geo
import SVG

/// Booked so far as a line, the forecast as a band (P10 to P90) around its median, the quota as a level line, calls as
/// diamonds, and the months below.
package struct FanChart: Hashable, Sendable {
    package var head: ChartHead
    package var points: [FanPoint]
    package var spans: [FanSpan]
    package var quota: Double?
    package var calls: [FanCall]
    package var figures: ChartFigures
    package var height: Double

    package init(
        head: ChartHead, points: [FanPoint], spans: [FanSpan] = [], quota: Double? = nil, calls: [FanCall] = [],
        figures: ChartFigures, height: Double = 240
    ) {
        self.head = head
        self.points = points
        self.spans = spans
        self.quota = quota
        self.calls = calls
        self.figures = figures
        self.height = height
    }

    package var svg: String {
        let values = points.flatMap { [$0.actual, $0.low, $0.middle, $0.high] }.compactMap { $0 }
            .filter(\.isFinite)
        guard !values.isEmpty else { return head.emptySVG("fan") }
        let ends = endLabels
        let labelRoom = ends.map { estimatedWidth($0.text, size: ChartType.small, isBold: true) }.max() ?? 0
        let right = head.width - min(labelRoom + 10, head.width * 0.45)
        let places = points.map(\.at) + spans.flatMap { [$0.from, $0.until] } + calls.map(\.at)
        let frame = FanFrame(
            across: LinearScale(places, from: 4, to: right, holdsZero: false),
            up: LinearScale(values + [quota ?? 0] + calls.map(\.value), from: height - 26, to: 14),
            right: right, bottom: height - 26)
        func line(_ value: (FanPoint) -> Double?) -> [PlanePoint] {
            points.compactMap { point in
                guard let value = value(point), value.isFinite else { return nil }
                return frame.place(point.at, value)
            }
        }
        return head.svg("fan", height: height) { writer in
            drawSpans(in: frame, to: &writer)
            var band = SVGPath()
            let bandPoints = line(\.high) + line(\.low).reversed()
            if bandPoints.count > 2 { band.polyline(bandPoints, closed: true) }
            writer.path(band, ["class": "band"])
            writer.rule(x1: 0, y1: frame.up.place(0), x2: right, y2: frame.up.place(0), class: "zero")
            drawQuota(in: frame, to: &writer)
            for (points, cssClass) in [(line(\.middle), "line median"), (line(\.actual), "line actual")] {
                var path = SVGPath()
                path.polyline(points)
                writer.path(path, ["class": .text(cssClass)])
            }
            if let now = line(\.actual).last {
                writer.leaf(
                    "circle", ["class": "dot", "cx": .number(now.x), "cy": .number(now.y), "r": 3.5])
            }
            drawCalls(in: frame, to: &writer)
            for (label, y) in zip(
                ends, spreadOut(ends.map { frame.up.place($0.value) }, gap: 15, low: 12, high: height - 30))
            {
                writer.label(label.text, x: right + 8, y: y + 4, class: label.cssClass)
            }
        }
    }

    private struct EndLabel {
        var text: String
        var value: Double
        var cssClass: String
    }

    /// What the lines' ends say, from top to bottom.
    private var endLabels: [EndLabel] {
        var labels: [EndLabel] = []
        let last = points.last { $0.middle?.isFinite == true }
        if let last, let high = last.high, high.isFinite {
            labels.append(
                EndLabel(text: "High \(figures.text(high))", value: high, cssClass: "small soft"))
        }
        if let middle = last?.middle {
            labels.append(
                EndLabel(text: "Middle \(figures.text(middle))", value: middle, cssClass: "small strong"))
        }
        if let last, let low = last.low, low.isFinite {
            labels.append(EndLabel(text: "Low \(figures.text(low))", value: low, cssClass: "small soft"))
        }
        if let actual = points.last(where: { $0.actual?.isFinite == true })?.actual {
            labels.append(
                EndLabel(text: "Booked \(figures.text(actual))", value: actual, cssClass: "small strong"))
        }
        return labels.sorted { $0.value > $1.value }
    }
}

/// Where things go in a fan.
struct FanFrame {
    var across: LinearScale
    var up: LinearScale
    /// Where the lines end and their words begin.
    var right: Double
    var bottom: Double

    func place(_ at: Double, _ value: Double) -> PlanePoint { PlanePoint(across.place(at), up.place(value)) }
}

/// Places in order from top to bottom, moved apart to at least `gap` and kept between `low` and `high`.
func spreadOut(_ places: [Double], gap: Double, low: Double, high: Double) -> [Double] {
    var result = places
    var free = low
    for index in result.indices {
        result[index] = max(result[index], free)
        free = result[index] + gap
    }
    var ceiling = high
    for index in result.indices.reversed() {
        result[index] = min(result[index], ceiling)
        ceiling = result[index] - gap
    }
    return result
}
