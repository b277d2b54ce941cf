import Geo

extension PinSymbol {
    /// Corners around the middle; nil for a disc. On whole pixels where that can be: sharper, and half the bytes.
    private func corners(radius: Double) -> [PlanePoint]? {
        func scaled(_ corners: [(Double, Double)], _ rounding: FloatingPointRoundingRule? = .up) -> [PlanePoint] {
            corners.map { x, y in
                let corner = PlanePoint(x * radius, y * radius)
                guard let rounding else { return corner }
                return PlanePoint(
                    x < 0 ? -(-corner.x).rounded(rounding) : corner.x.rounded(rounding),
                    y < 0 ? -(-corner.y).rounded(rounding) : corner.y.rounded(rounding))
            }
        }
        switch self {
        case .onCadence, .stop: return nil
        case .due: return scaled([(0, -1.1), (1.1, 0.8), (-1.1, 0.8)])
        case .overdue: return scaled([(0, -1.15), (1.15, 0), (0, 1.15), (-1.15, 0)])
        case .prospect:
            let half = (radius * 1.8).rounded() / 2
            return [
                PlanePoint(-half, -half), PlanePoint(half, -half), PlanePoint(half, half), PlanePoint(-half, half),
            ]
        case .home: return scaled(house, nil)
        }
    }

    var isDot: Bool { corners(radius: 1) == nil }

    /// Adds the symbol to a path of marks.
    func add(to path: inout MarkPath, home: PlanePoint, shownAt place: PlanePoint, radius: Double) {
        if let corners = corners(radius: radius) {
            path.line(home, shownAt: place, corners: corners)
        } else {
            path.dot(home, shownAt: place)
        }
    }

    /// The symbol alone, as path data.
    func data(at place: PlanePoint, radius: Double) -> String {
        var path = MarkPath()
        add(to: &path, home: place, shownAt: place, radius: radius)
        return path.data
    }
}

private let house: [(Double, Double)] = [
    (0, -1.05), (1.1, -0.05), (0.75, -0.05), (0.75, 0.9), (0.2, 0.9), (0.2, 0.3), (-0.2, 0.3),
    (-0.2, 0.9),
    (-0.75, 0.9), (-0.75, -0.05), (-1.1, -0.05),
]
