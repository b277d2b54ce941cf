import Geo

extension PinSymbol {
    /// Corners around the middle for a radius of 1; nil for a disc. Areas are alike for the same radius, so that no
    /// shape looks more important than another.
    private var corners: [(Double, Double)]? {
        switch self {
        case .onCadence, .stop: nil
        case .due: [(0, -1.3), (1.22, 0.85), (-1.22, 0.85)]
        case .overdue: [(0, -1.35), (1.35, 0), (0, 1.35), (-1.35, 0)]
        case .prospect: [(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)]
        case .home: house
        }
    }

    var isDot: Bool { corners == nil }

    /// Adds the symbol to a path of marks.
    func add(to path: inout MarkPath, home: PlanePoint, shownAt place: PlanePoint, radius: Double) {
        if let corners {
            path.line(
                home, shownAt: place, corners: corners.map { PlanePoint($0.0 * radius, $0.1 * radius) })
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
