import Foundation
import Geo
import SVG

/// Whose data the basemap is, in as many lines as it takes in the lower right corner.
struct MapCredit {
    private let lines: [String]
    private let width: Double
    private let height: Double
    private static let line = 16.0

    init(_ map: MapDrawing) {
        (width, height) = (map.width, map.height)
        // The scale bar stands at the other end of the last line.
        let (most, last) = (map.width - 16, map.width - 110)
        var lines = packed(map.attribution.components(separatedBy: " · "), with: " · ", width: most)
        if let end = lines.last, estimatedWidth(end, size: MapLabel.small) > last {
            lines.removeLast()
            lines += packed(end.split(separator: " ").map(String.init), with: " ", width: last)
        }
        self.lines = lines.filter { !$0.isEmpty }
    }

    /// What no label may cover; nil without credit.
    var box: PlaneBox? {
        guard !lines.isEmpty else { return nil }
        let widest = lines.map { estimatedWidth($0, size: MapLabel.small) }.max() ?? 0
        return PlaneBox(
            minX: width - 10 - widest, minY: height - 6 - MapCredit.line * Double(lines.count), maxX: width - 4,
            maxY: height - 3)
    }

    /// Pixels that a drawing with this padding needs more at the bottom, so that no mark lies under more than one line of
    /// credit.
    func foot(padding: Double) -> Double {
        let mark = 12.0
        return lines.count < 2 ? 0 : max(0, 6 + MapCredit.line * Double(lines.count) + mark - padding)
    }

    /// Width of the line beside the scale bar.
    var lastWidth: Double { lines.last.map { estimatedWidth($0, size: MapLabel.small) } ?? 0 }

    func draw(to writer: inout SVGWriter) {
        for (index, line) in lines.enumerated() {
            let y = height - 8 - MapCredit.line * Double(lines.count - 1 - index)
            writer.leaf("text", ["class": "small credit", "x": .number(width - 8), "y": .number(y)], text: line)
        }
    }
}

/// As many pieces in a line as fit; one that is wider alone stands alone.
private func packed(_ pieces: [String], with separator: String, width: Double) -> [String] {
    var lines: [String] = []
    for piece in pieces {
        if let last = lines.last, estimatedWidth(last + separator + piece, size: MapLabel.small) <= width {
            lines[lines.count - 1] = last + separator + piece
        } else {
            lines.append(piece)
        }
    }
    return lines
}
