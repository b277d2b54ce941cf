import Geo

/// Places along a line by the distance walked on it.
struct PlaneWalk {
    private let line: [PlanePoint]
    /// Walked until each point.
    private let walked: [Double]

    /// The line has a point at least.
    init(_ line: [PlanePoint]) {
        self.line = line
        var sum = 0.0
        walked =
            [0]
            + zip(line, line.dropFirst()).map { start, end in
                sum += start.distance(to: end)
                return sum
            }
    }

    var length: Double { walked[walked.count - 1] }

    /// The place after `distance`; the ends where that is beyond them. O(log n).
    func place(at distance: Double) -> PlanePoint {
        guard line.count > 1, distance > 0 else { return line[0] }
        guard distance < length else { return line[line.count - 1] }
        var (low, high) = (0, line.count - 1)
        while high - low > 1 {
            let middle = (low + high) / 2
            if walked[middle] <= distance { low = middle } else { high = middle }
        }
        let leg = walked[high] - walked[low]
        let share = leg > 0 ? (distance - walked[low]) / leg : 0
        return PlanePoint(
            line[low].x + (line[high].x - line[low].x) * share, line[low].y + (line[high].y - line[low].y) * share)
    }

    /// Places from begin to end, `step` or a little less apart.
    func evenSpots(about step: Double) -> [PlanePoint] {
        let steps = max(1, Int((length / step).rounded(.up)))
        return (0...steps).map { place(at: length * Double($0) / Double(steps)) }
    }
}
