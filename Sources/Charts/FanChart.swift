import Geo
import SVG

/// One step of a forecast over time.
package struct FanPoint: Hashable, Sendable {
    /// Such as `W47`; the first, the last and what fits between are written.
    package var label: String
    /// What was booked up to then; nil in the future.
    package var actual: Double?
    /// The forecast's tenth, fiftieth and ninetieth percentile; nil in the past.
    package var low: Double?
    package var middle: Double?
    package var high: Double?

    package init(
        label: String, actual: Double? = nil, low: Double? = nil, middle: Double? = nil,
        high: Double? = nil
    ) {
        self.label = label
        self.actual = actual
        self.low = low
        self.middle = middle
        self.high = high
    }
}

/// Booked so far as a line, the forecast as a band (P10 to P90) around its median, the quota as a level line.
package struct FanChart: Hashable, Sendable {
    package var head: ChartHead
    package var points: [FanPoint]
    package var quota: Double?
    package var figures: ChartFigures
    package var height: Double

    package init(
        head: ChartHead, points: [FanPoint], quota: Double? = nil, figures: ChartFigures,
        height: Double = 240
    ) {
        self.head = head
        self.points = points
        self.quota = quota
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
        let up = LinearScale(values + [quota ?? 0], from: height - 26, to: 14)
        let across = LinearScale([0, Double(max(1, points.count - 1))], from: 4, to: right)
        func line(_ value: (FanPoint) -> Double?) -> [PlanePoint] {
            points.indices.compactMap { index in
                guard let value = value(points[index]), value.isFinite else { return nil }
                return PlanePoint(across.place(Double(index)), up.place(value))
            }
        }
        return head.svg("fan", height: height) { writer in
            var band = SVGPath()
            let bandPoints = line(\.high) + line(\.low).reversed()
            if bandPoints.count > 2 { band.polyline(bandPoints, closed: true) }
            writer.path(band, ["class": "band"])
            writer.rule(x1: 0, y1: up.place(0), x2: right, y2: up.place(0), class: "zero")
            if let quota, quota.isFinite {
                let y = up.place(quota)
                writer.rule(x1: 0, y1: y, x2: right, y2: y, class: "quota")
                // Far left the lines are low, so the words stand free above the quota line, or below at the top edge.
                writer.label(
                    "Quota \(figures.text(quota))", x: 4, y: y < 26 ? y + 14 : y - 5,
                    class: "small strong halo")
            }
            for (points, cssClass) in [(line(\.middle), "line median"), (line(\.actual), "line actual")] {
                var path = SVGPath()
                path.polyline(points)
                writer.path(path, ["class": .text(cssClass)])
            }
            if let now = line(\.actual).last {
                writer.leaf(
                    "circle", ["class": "dot", "cx": .number(now.x), "cy": .number(now.y), "r": 3.5])
            }
            for (label, y) in zip(
                ends, spreadOut(ends.map { up.place($0.value) }, gap: 15, low: 12, high: height - 30))
            {
                writer.label(label.text, x: right + 8, y: y + 4, class: label.cssClass)
            }
            drawTicks(across: across, right: right, to: &writer)
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
                EndLabel(text: "P90 \(figures.text(high))", value: high, cssClass: "small soft"))
        }
        if let middle = last?.middle {
            labels.append(
                EndLabel(text: "P50 \(figures.text(middle))", value: middle, cssClass: "small strong"))
        }
        if let last, let low = last.low, low.isFinite {
            labels.append(EndLabel(text: "P10 \(figures.text(low))", value: low, cssClass: "small soft"))
        }
        if let actual = points.last(where: { $0.actual?.isFinite == true })?.actual {
            labels.append(
                EndLabel(text: "Booked \(figures.text(actual))", value: actual, cssClass: "small strong"))
        }
        return labels.sorted { $0.value > $1.value }
    }

    /// Every second, third, … label, so many that they keep apart, and always the last.
    private func drawTicks(across: LinearScale, right: Double, to writer: inout SVGWriter) {
        let widest = points.map { estimatedWidth($0.label, size: ChartType.small) }.max() ?? 0
        let step = max(1, Int(((widest + 14) * Double(points.count - 1) / max(1, right - 4)).rounded(.up)))
        for index in points.indices {
            let isLast = index == points.count - 1
            guard isLast || (index % step == 0 && index + step <= points.count - 1) else { continue }
            let half = estimatedWidth(points[index].label, size: ChartType.small) / 2
            let x = min(max(across.place(Double(index)), half), right - half)
            guard isLast || x + half + 8 < right - widest else { continue }
            writer.label(points[index].label, x: x, y: height - 8, class: "small soft", anchor: "middle")
        }
    }
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
