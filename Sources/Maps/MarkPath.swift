import Geo
import SVG

/// Path data of marks that keep their size when a map is magnified.
///
/// Each mark starts with `M x y`, the place it belongs to, and goes on with relative commands only: first the offset
/// that keeps marks apart, then the shape. So a script enlarges the map and not the marks by leaving the numbers after
/// `M` and dividing all others. Circles are dots, lines without length whose round caps are drawn.
struct MarkPath {
    private(set) var data = ""
    var isEmpty: Bool { data.isEmpty }

    /// A dot whose width the style sheet decides.
    mutating func dot(_ home: PlanePoint, shownAt place: PlanePoint) {
        begin(home)
        let offset = step(from: home, to: place)
        if offset.x != 0 || offset.y != 0 { append("m", [offset.x, offset.y]) }
        data += "h0"
    }

    /// A line through corners, which are offsets in pixels from where the mark is shown.
    mutating func line(
        _ home: PlanePoint, shownAt place: PlanePoint, corners: [PlanePoint], closed: Bool = true
    ) {
        guard let first = corners.first else { return }
        begin(home)
        let shown = step(from: home, to: place)
        var current = (x: tenths(first.x), y: tenths(first.y))
        append("m", [shown.x + current.x, shown.y + current.y])
        for corner in corners.dropFirst() {
            let next = (x: tenths(corner.x), y: tenths(corner.y))
            let (dx, dy) = (next.x - current.x, next.y - current.y)
            if dx != 0 || dy != 0 {
                if dy == 0 { append("h", [dx]) } else if dx == 0 { append("v", [dy]) } else { append("l", [dx, dy]) }
            }
            current = next
        }
        if closed { data += "z" }
    }

    private mutating func begin(_ home: PlanePoint) { append("M", [tenths(home.x), tenths(home.y)]) }

    /// From one place to the other on the grid of tenths, so that what is shown is where the layout has it.
    private func step(from home: PlanePoint, to place: PlanePoint) -> (x: Int, y: Int) {
        (tenths(place.x) - tenths(home.x), tenths(place.y) - tenths(home.y))
    }

    private mutating func append(_ letter: String, _ units: [Int]) {
        data += letter
        for (index, unit) in units.enumerated() {
            let number = svgNumber(Double(unit) / 10)
            if index > 0, !number.hasPrefix("-") { data += " " }
            data += number
        }
    }
}

/// In tenths of a pixel; 0 for what lies nowhere.
func tenths(_ value: Double) -> Int {
    guard value.isFinite, abs(value) < 1e8 else { return 0 }
    return Int((value * 10).rounded())
}
