/// Points of the plane in the order of a k-d tree (Bentley 1975), for the nearest ones of each: halves by the median of
/// the wider side, down to a few points.
///
/// The order keeps neighbours together, so the search numbers its nodes by it and finds them in the processor's cache.
struct TourPlane {
    /// The caller's number of each point in tree order; the rest of this type speaks of places in that order.
    let label: [Int]
    let x: [Double]
    let y: [Double]
    /// Where each range is split, at the place of its middle.
    private let splits: [Split]

    private struct Split {
        var isByX = false
        var value = 0.0
    }

    private static let leafSize = 8

    init(x: [Double], y: [Double]) {
        var label = Array(x.indices)
        var splits = Array(repeating: Split(), count: x.count)
        var ranges = [0..<x.count]
        while let range = ranges.popLast() {
            guard range.count > Self.leafSize else { continue }
            var (left, right, low, high) = (Double.infinity, -Double.infinity, Double.infinity, -Double.infinity)
            for node in label[range] {
                (left, right) = (min(left, x[node]), max(right, x[node]))
                (low, high) = (min(low, y[node]), max(high, y[node]))
            }
            let byX = right - left >= high - low
            if byX {
                label[range].sort { (x[$0], y[$0], $0) < (x[$1], y[$1], $1) }
            } else {
                label[range].sort { (y[$0], x[$0], $0) < (y[$1], x[$1], $1) }
            }
            let middle = (range.lowerBound + range.upperBound) / 2
            splits[middle] = Split(isByX: byX, value: byX ? x[label[middle]] : y[label[middle]])
            ranges.append(range.lowerBound..<middle)
            ranges.append(middle..<range.upperBound)
        }
        self.label = label
        self.splits = splits
        self.x = label.map { x[$0] }
        self.y = label.map { y[$0] }
    }

    /// The points nearest to `point`, at most `count`, nearest first; with a quadrant (0...3, counted against the clock
    /// from the right upper one) those that lie in it, seen from `point`.
    func nearest(to point: Int, count: Int, quadrant: Int? = nil) -> [Int] {
        var found = NearestPoints(count: count)
        collect(0..<label.count, around: point, quadrant: quadrant, into: &found)
        return found.points
    }

    private func collect(_ range: Range<Int>, around point: Int, quadrant: Int?, into found: inout NearestPoints) {
        guard range.count > Self.leafSize else {
            for other in range where other != point && lies(other, in: quadrant, of: point) {
                let (width, height) = (x[other] - x[point], y[other] - y[point])
                found.offer(other, at: width * width + height * height)
            }
            return
        }
        let middle = (range.lowerBound + range.upperBound) / 2
        let byX = splits[middle].isByX
        let ahead = splits[middle].value - (byX ? x[point] : y[point])
        let (lower, upper) = (range.lowerBound..<middle, middle..<range.upperBound)
        // Does the quadrant reach below, or above, the point on this axis?
        let reachesDown = quadrant.map { byX ? $0 == 1 || $0 == 2 : $0 >= 2 } ?? true
        let reachesUp = quadrant.map { byX ? $0 == 0 || $0 == 3 : $0 <= 1 } ?? true
        if ahead > 0 {
            collect(lower, around: point, quadrant: quadrant, into: &found)
            if reachesUp, ahead * ahead < found.reach {
                collect(upper, around: point, quadrant: quadrant, into: &found)
            }
        } else {
            collect(upper, around: point, quadrant: quadrant, into: &found)
            if reachesDown || ahead == 0, ahead * ahead < found.reach {
                collect(lower, around: point, quadrant: quadrant, into: &found)
            }
        }
    }

    private func lies(_ other: Int, in quadrant: Int?, of point: Int) -> Bool {
        let (width, height) = (x[other] - x[point], y[other] - y[point])
        return switch quadrant {
        case nil: true
        case 0: width > 0 && height >= 0
        case 1: width <= 0 && height > 0
        case 2: width < 0 && height <= 0
        default: width >= 0 && height < 0
        }
    }
}

/// The few nearest of the points offered, in order; of equally near ones those offered first.
private struct NearestPoints {
    let count: Int
    private(set) var points: [Int] = []
    private var squares: [Double] = []

    init(count: Int) {
        self.count = count
        points.reserveCapacity(count + 1)
        squares.reserveCapacity(count + 1)
    }

    /// The square of the distance within which a point still counts.
    var reach: Double { points.count < count ? .infinity : (squares.last ?? 0) }

    mutating func offer(_ point: Int, at square: Double) {
        guard square < reach else { return }
        var place = points.count
        while place > 0, squares[place - 1] > square { place -= 1 }
        points.insert(point, at: place)
        squares.insert(square, at: place)
        if points.count > count {
            points.removeLast()
            squares.removeLast()
        }
    }
}
