import Geo
import Quantities

/// Where districts begin: halving the points again and again by lines of random direction, each half with the weight
/// of its districts, so that the start is nearly balanced. The offsets are twice the mean squared distances: those of
/// round districts that touch.
func halvedCentres(
    _ tree: PointTree, targets: [Double], random: inout SeededRandom
) -> (centres: [PlanePoint], offsets: [Double]) {
    var districts = Array(targets.indices)
    for index in districts.indices.dropFirst().reversed() {
        districts.swapAt(index, random.integer(in: 0..<index + 1))
    }
    var centres = [PlanePoint](repeating: PlanePoint(0, 0), count: targets.count)
    var offsets = [Double](repeating: 0, count: targets.count)
    var open = [(points: tree.points.indices.map { $0 }, districts: districts[...])]
    while let (points, districts) = open.popLast() {
        var sums = WeightedSums()
        for point in points { sums.add(tree.points[point], weight: tree.weights[point]) }
        let middle = sums.centroid ?? PlanePoint(0, 0)
        if districts.count == 1 || points.count < 2 {
            for district in districts {
                centres[district] = middle
                offsets[district] = sums.weight > 0 ? 2 * sums.squares(around: middle) / sums.weight : 0
            }
            continue
        }
        let axis = splittingAxis(points, around: middle, tree: tree, random: &random)
        let keyed = points.map { (key: tree.points[$0].x * axis.x + tree.points[$0].y * axis.y, point: $0) }
            .sorted { ($0.key, $0.point) < ($1.key, $1.point) }
        let half = districts.count / 2
        let (left, right) = (districts.prefix(half), districts.dropFirst(half))
        let (leftTarget, rightTarget) = (left.reduce(0) { $0 + targets[$1] }, right.reduce(0) { $0 + targets[$1] })
        let goal = sums.weight * (leftTarget + rightTarget > 0 ? leftTarget / (leftTarget + rightTarget) : 0.5)
        var (count, weight) = (0, 0.0)
        while count < keyed.count - 1, count < 1 || weight + tree.weights[keyed[count].point] / 2 < goal {
            weight += tree.weights[keyed[count].point]
            count += 1
        }
        open.append((keyed[..<count].map(\.point), left))
        open.append((keyed[count...].map(\.point), right))
    }
    return (centres, offsets)
}

/// A direction near that in which the points spread widest; any where they spread evenly.
private func splittingAxis(
    _ points: [Int], around middle: PlanePoint, tree: PointTree, random: inout SeededRandom
) -> PlanePoint {
    var (xx, xy, yy) = (0.0, 0.0, 0.0)
    for point in points {
        let (dx, dy) = (tree.points[point].x - middle.x, tree.points[point].y - middle.y)
        xx += tree.weights[point] * dx * dx
        xy += tree.weights[point] * dx * dy
        yy += tree.weights[point] * dy * dy
    }
    // Two multiplications with the matrix of moments turn a random direction towards the widest.
    var axis = PlanePoint(random.unit() * 2 - 1, random.unit() * 2 - 1)
    for _ in 0..<2 {
        let turned = PlanePoint(xx * axis.x + xy * axis.y, xy * axis.x + yy * axis.y)
        let length = (turned.x * turned.x + turned.y * turned.y).squareRoot()
        if length > 0 { axis = PlanePoint(turned.x / length, turned.y / length) }
    }
    return axis
}
