import Geo
import SVG

extension SVGPath {
    /// Adds a pin's symbol around a centre. Areas are alike for the same radius, so that no shape looks more
    /// important than another.
    mutating func add(_ symbol: PinSymbol, centre: PlanePoint, radius: Double) {
        func corners(_ offsets: [(Double, Double)]) -> [PlanePoint] {
            offsets.map { PlanePoint(centre.x + $0.0 * radius, centre.y + $0.1 * radius) }
        }
        switch symbol {
        case .onCadence, .stop: circle(centre: centre, radius: radius)
        case .due: polyline(corners([(0, -1.3), (1.22, 0.85), (-1.22, 0.85)]), closed: true)
        case .overdue: polyline(corners([(0, -1.35), (1.35, 0), (0, 1.35), (-1.35, 0)]), closed: true)
        case .prospect:
            polyline(corners([(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)]), closed: true)
        case .home: polyline(corners(house), closed: true)
        }
    }

    /// The symbol alone.
    init(_ symbol: PinSymbol, centre: PlanePoint, radius: Double) {
        self.init()
        add(symbol, centre: centre, radius: radius)
    }
}

private let house: [(Double, Double)] = [
    (0, -1.05), (1.1, -0.05), (0.75, -0.05), (0.75, 0.9), (0.2, 0.9), (0.2, 0.3), (-0.2, 0.3),
    (-0.2, 0.9),
    (-0.75, 0.9), (-0.75, -0.05), (-1.1, -0.05),
]
