import Geo
import SVG

/// A word-sized line with a dot at its end; gaps where a value is not a number.
package struct Sparkline: Hashable, Sendable {
    package var head: ChartHead
    package var values: [Double]
    package var height: Double

    package init(head: ChartHead, values: [Double], height: Double = 28) {
        self.head = head
        self.values = values
        self.height = height
    }

    package var svg: String {
        let finite = values.filter(\.isFinite)
        guard !finite.isEmpty else {
            return head.svg("sparkline", height: height) { writer in
                writer.label("–", x: head.width, y: height / 2 + 4, class: "soft", anchor: "end")
            }
        }
        let across = LinearScale(
            [0, Double(max(1, values.count - 1))], from: values.count == 1 ? head.width - 4 : 2,
            to: head.width - 4)
        let up = LinearScale(finite, from: height - 4, to: 4, holdsZero: false)
        // A flat line runs through the middle instead of along the bottom.
        let isFlat = finite.min() == finite.max()
        func point(_ index: Int) -> PlanePoint {
            PlanePoint(across.place(Double(index)), isFlat ? height / 2 : up.place(values[index]))
        }
        var path = SVGPath()
        var isDrawing = false
        for index in values.indices {
            if values[index].isFinite {
                if isDrawing { path.line(to: point(index)) } else { path.move(to: point(index)) }
            }
            isDrawing = values[index].isFinite
        }
        let last = values.lastIndex(where: \.isFinite) ?? 0
        return head.svg("sparkline", height: height) { writer in
            writer.path(path, ["class": "line"])
            writer.leaf(
                "circle",
                [
                    "class": "dot is-accent", "cx": .number(point(last).x), "cy": .number(point(last).y),
                    "r": 3,
                ])
        }
    }
}
