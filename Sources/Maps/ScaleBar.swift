import Geo
import Quantities
import SVG

/// A bar of a round length (1, 2 or 5 times a power of ten) at most `widest` pixels long.
struct ScaleBar {
    var metres: Int
    var pixels: Double
    let metresPerPixel: Double

    init(metresPerPixel: Double, widest: Double = 90) {
        self.metresPerPixel = metresPerPixel
        let most = max(1, min(1e7, metresPerPixel * widest))
        var power = 1.0
        while power * 10 <= most { power *= 10 }
        let step = [5.0, 2, 1].first { power * $0 <= most } ?? 1
        metres = Int(power * step)
        pixels = power * step / metresPerPixel
    }

    func text(_ figures: FigureStyle) -> String {
        metres < 1000 ? "\(metres)\u{a0}m" : "\(figures.integer(metres / 1000))\u{a0}km"
    }

    func box(in frame: PlaneBox, figures: FigureStyle) -> PlaneBox {
        let width = pixels + 6 + estimatedWidth(text(figures), size: MapLabel.small)
        return PlaneBox(minX: 10, minY: frame.maxY - 24, maxX: 14 + width, maxY: frame.maxY - 4)
    }

    func draw(in frame: PlaneBox, figures: FigureStyle, to writer: inout SVGWriter) {
        var path = SVGPath()
        let base = frame.maxY - 10
        path.polyline([
            PlanePoint(12, base - 5), PlanePoint(12, base), PlanePoint(12 + pixels, base),
            PlanePoint(12 + pixels, base - 5),
        ])
        writer.element(
            "g",
            ["class": "scale", "data-metres-per-pixel": .text(svgNumber(metresPerPixel, decimals: 2))]
        ) { writer in
            writer.path(path, ["class": "scale-halo"])
            writer.path(path, ["class": "scale-bar"])
            writer.leaf(
                "text", ["class": "small", "x": .number(18 + pixels), "y": .number(base)], text: text(figures))
        }
    }
}
