import Geo
import SVG

/// What one step of a trade-off costs and brings.
package struct TradeOffPoint: Hashable, Sendable {
    /// The cost, to the right.
    package var cost: Double
    /// What is left of the evil that the cost is paid against, upwards: low is good.
    package var value: Double
    /// A second, softer measure of the same; nil for none.
    package var second: Double?
    /// Stands at the marked point.
    package var label: String
    /// Whether this is the one that is recommended.
    package var isMarked: Bool

    package init(cost: Double, value: Double, second: Double? = nil, label: String = "", isMarked: Bool = false) {
        self.cost = cost
        self.value = value
        self.second = second
        self.label = label
        self.isMarked = isMarked
    }
}

/// A Pareto line: what each further step to the right brings, with one point marked and each point's figures where there
/// is room for them.
package struct TradeOffChart: Hashable, Sendable {
    package var head: ChartHead
    /// Ascending by cost.
    package var points: [TradeOffPoint]
    package var costFigures: ChartFigures
    package var valueFigures: ChartFigures
    /// Under the axis, such as `customers handed over`.
    package var costName: String
    /// At the lines' ends.
    package var valueName: String
    package var secondName: String
    /// Below this no step can go; drawn where it is more than nothing.
    package var bound: Double?
    package var boundName: String
    package var height: Double

    package init(
        head: ChartHead, points: [TradeOffPoint], costFigures: ChartFigures, valueFigures: ChartFigures,
        costName: String, valueName: String, secondName: String = "", bound: Double? = nil, boundName: String = "",
        height: Double = 250
    ) {
        self.head = head
        self.points = points
        self.costFigures = costFigures
        self.valueFigures = valueFigures
        self.costName = costName
        self.valueName = valueName
        self.secondName = secondName
        self.bound = bound
        self.boundName = boundName
        self.height = height
    }

    package var svg: String {
        let shown = points.filter { $0.cost.isFinite && $0.value.isFinite }
        guard shown.count > 1 else { return head.emptySVG("trade-off") }
        let room = endNames(shown).map { estimatedWidth($0, size: ChartType.small, isBold: true) }.max() ?? 0
        let base = height - 40
        let across = LinearScale(shown.map(\.cost), from: 18, to: head.width - min(room + 12, head.width * 0.35))
        let up = LinearScale(
            shown.flatMap { [$0.value, $0.second ?? 0] } + [bound ?? 0], from: base, to: 26)
        let places = shown.map { PlanePoint(across.place($0.cost), up.place($0.value)) }
        let soft = shown.compactMap { point in
            point.second.flatMap { $0.isFinite ? PlanePoint(across.place(point.cost), up.place($0)) : nil }
        }
        return head.svg("trade-off", height: height) { writer in
            let right = places.last?.x ?? head.width
            writer.rule(x1: 4, y1: base, x2: right + 6, y2: base, class: "zero")
            writer.label(costName, x: right + 6, y: height - 6, class: "small soft", anchor: "end")
            if let bound, bound > 0, bound.isFinite {
                writer.rule(x1: 4, y1: up.place(bound), x2: right + 6, y2: up.place(bound), class: "diagonal")
                writer.label(boundName, x: 6, y: up.place(bound) - 5, class: "small soft halo")
            }
            draw(soft, class: "line", to: &writer)
            draw(places, class: "line actual", to: &writer)
            drawEnds(endNames(shown), at: [places.last, soft.last].compactMap(\.self), base: base, to: &writer)
            drawDots(shown, places, base: base, to: &writer)
        }
    }

    private func draw(_ places: [PlanePoint], class cssClass: String, to writer: inout SVGWriter) {
        guard places.count > 1 else { return }
        var path = SVGPath()
        path.polyline(places)
        writer.path(path, ["class": .text(cssClass)])
    }

    /// What the lines' ends say: their names with where they end.
    private func endNames(_ shown: [TradeOffPoint]) -> [String] {
        guard let last = shown.last else { return [] }
        let second = shown.last { $0.second?.isFinite == true }?.second
        return ["\(valueName) \(valueFigures.text(last.value))"]
            + (second.map { ["\(secondName) \(valueFigures.text($0))"] } ?? [])
    }

    private func drawEnds(_ names: [String], at places: [PlanePoint], base: Double, to writer: inout SVGWriter) {
        let ends = zip(names, places).enumerated().sorted { $0.element.1.y < $1.element.1.y }
        let tops = spreadOut(ends.map(\.element.1.y), gap: 15, low: 12, high: base - 2)
        for (end, y) in zip(ends, tops) {
            writer.label(
                end.element.0, x: end.element.1.x + 10, y: y + 4, class: end.offset == 0 ? "small strong" : "small soft"
            )
        }
    }

    /// The dots, the marked one on top, and figures: the marked first, then the ends, then whatever has room.
    private func drawDots(
        _ shown: [TradeOffPoint], _ places: [PlanePoint], base: Double, to writer: inout SVGWriter
    ) {
        let order = shown.indices.sorted { rank($0, shown) < rank($1, shown) }
        var above: [(from: Double, to: Double, y: Double)] = []
        var below: [(from: Double, to: Double)] = []
        for index in order.reversed() {
            let point = shown[index]
            writer.leaf(
                "circle",
                [
                    "class": point.isMarked ? "dot is-accent" : "dot is-plain", "cx": .number(places[index].x),
                    "cy": .number(places[index].y), "r": point.isMarked ? 6.5 : 3.5,
                ])
        }
        for index in order {
            let (point, place) = (shown[index], places[index])
            let text = point.isMarked && !point.label.isEmpty ? point.label : valueFigures.text(point.value)
            let half = estimatedWidth(text, size: ChartType.small, isBold: point.isMarked) / 2
            // The line falls to the right: above and to the right of a point is free.
            // What the lines' ends say begins right of the last point.
            let right = (places.last?.x ?? head.width) + 6
            let x = max(half, min(place.x + half + (point.isMarked ? 4 : 2), right - half))
            // The words stand above the line where they begin, too.
            let top = point.isMarked ? min(place.y, height(of: places, at: x - half) ?? place.y) : place.y
            let y = max(12, top - (point.isMarked ? 10 : 6))
            // The last point's value stands at the line's end.
            let isSaid = index == shown.count - 1 && !point.isMarked
            if !isSaid, !above.contains(where: { x - half < $0.to + 6 && x + half > $0.from - 6 && abs(y - $0.y) < 15 })
            {
                above.append((x - half, x + half, y))
                writer.label(
                    text, x: x, y: y, class: point.isMarked ? "small strong halo" : "small soft halo", anchor: "middle")
            }
            let cost = costFigures.text(point.cost)
            let side = estimatedWidth(cost, size: ChartType.small) / 2
            let tick = max(side, place.x)
            if !below.contains(where: { tick - side < $0.to + 7 && tick + side > $0.from - 7 }) {
                below.append((tick - side, tick + side))
                writer.label(
                    cost, x: tick, y: base + 16, class: point.isMarked ? "small strong" : "small soft", anchor: "middle"
                )
            }
        }
    }

    /// How high the line is there; nil beside it.
    private func height(of line: [PlanePoint], at x: Double) -> Double? {
        for (start, end) in zip(line, line.dropFirst()) where start.x <= x && x <= end.x && end.x > start.x {
            return start.y + (end.y - start.y) * (x - start.x) / (end.x - start.x)
        }
        return nil
    }

    private func rank(_ index: Int, _ shown: [TradeOffPoint]) -> Int {
        if shown[index].isMarked { return -3 }
        if index == 0 { return -2 }
        return index == shown.count - 1 ? -1 : index
    }
}
