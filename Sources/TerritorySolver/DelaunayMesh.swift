/// The Delaunay triangulation of points on a grid, by divide and conquer on directed edges (Guibas and Stolfi 1985,
/// "Primitives for the manipulation of general subdivisions and the computation of Voronoi diagrams").
///
/// Exact predicates make it safe on lattices and lines: points on one line are joined in their order.
/// O(n log n) time; about 150 bytes a point.
struct DelaunayMesh {
    /// Sorted by x, then y, without equal ones.
    private let points: [GridPoint]
    /// Directed edges: `edge ^ 1` is the same one the other way.
    private var origin: [Int32] = []
    /// Around the origin: the next edge anticlockwise, and clockwise.
    private var next: [Int32] = []
    private var previous: [Int32] = []
    private var free: [Int32] = []

    init(sorted points: [GridPoint]) {
        self.points = points
        for reserve in [\DelaunayMesh.origin, \.next, \.previous] {
            self[keyPath: reserve].reserveCapacity(6 * points.count)
        }
        if points.count > 1 { _ = build(0, points.count) }
    }

    /// Both directions of each edge, as places in `points`.
    func forEachEdge(_ body: (Int, Int) -> Void) {
        for edge in stride(from: 0, to: origin.count, by: 2) where origin[edge] >= 0 {
            body(Int(origin[edge]), Int(origin[edge + 1]))
        }
    }

    // MARK: Edges

    private func from(_ edge: Int32) -> Int32 { origin[Int(edge)] }
    private func to(_ edge: Int32) -> Int32 { origin[Int(edge ^ 1)] }
    private func after(_ edge: Int32) -> Int32 { next[Int(edge)] }
    private func before(_ edge: Int32) -> Int32 { previous[Int(edge)] }

    private mutating func makeEdge(_ start: Int32, _ end: Int32) -> Int32 {
        if let edge = free.popLast() {
            (origin[Int(edge)], origin[Int(edge) + 1]) = (start, end)
            for side in [edge, edge + 1] { (next[Int(side)], previous[Int(side)]) = (side, side) }
            return edge
        }
        let edge = Int32(origin.count)
        origin.append(start)
        origin.append(end)
        for side in [edge, edge + 1] {
            next.append(side)
            previous.append(side)
        }
        return edge
    }

    private mutating func splice(_ first: Int32, _ second: Int32) {
        let (afterFirst, afterSecond) = (after(first), after(second))
        (next[Int(first)], next[Int(second)]) = (afterSecond, afterFirst)
        (previous[Int(afterSecond)], previous[Int(afterFirst)]) = (first, second)
    }

    /// A new edge from the end of `first` to the start of `second`, with the same left face.
    private mutating func connect(_ first: Int32, _ second: Int32) -> Int32 {
        let edge = makeEdge(to(first), from(second))
        splice(edge, before(first ^ 1))
        splice(edge ^ 1, second)
        return edge
    }

    private mutating func remove(_ edge: Int32) {
        splice(edge, before(edge))
        splice(edge ^ 1, before(edge ^ 1))
        let even = edge & ~1
        (origin[Int(even)], origin[Int(even) + 1]) = (-1, -1)
        free.append(even)
    }

    // MARK: Predicates

    private func turn(_ a: Int32, _ b: Int32, _ c: Int32) -> Int {
        GridPoint.turn(points[Int(a)], points[Int(b)], points[Int(c)])
    }

    private func isInCircle(_ a: Int32, _ b: Int32, _ c: Int32, _ d: Int32) -> Bool {
        GridPoint.isInCircle(points[Int(a)], points[Int(b)], points[Int(c)], points[Int(d)])
    }

    private func isAbove(_ edge: Int32, base: Int32) -> Bool { turn(to(edge), to(base), from(base)) > 0 }

    // MARK: Divide and conquer

    /// Triangulates `points[low..<high]`: the hull's edge that leaves the leftmost point anticlockwise, and the one that
    /// leaves the rightmost point clockwise.
    private mutating func build(_ low: Int, _ high: Int) -> (left: Int32, right: Int32) {
        if high - low <= 3 { return buildSmall(low, high) }
        let middle = (low + high) / 2
        var (leftOuter, leftInner) = build(low, middle)
        var (rightInner, rightOuter) = build(middle, high)
        while true {
            if turn(from(rightInner), from(leftInner), to(leftInner)) > 0 {
                leftInner = before(leftInner ^ 1)
            } else if turn(from(leftInner), to(rightInner), from(rightInner)) > 0 {
                rightInner = after(rightInner ^ 1)
            } else {
                break
            }
        }
        let base = connect(rightInner ^ 1, leftInner)
        if from(leftInner) == from(leftOuter) { leftOuter = base ^ 1 }
        if from(rightInner) == from(rightOuter) { rightOuter = base }
        zip(up: base)
        return (leftOuter, rightOuter)
    }

    private mutating func buildSmall(_ low: Int, _ high: Int) -> (left: Int32, right: Int32) {
        let (a, b) = (Int32(low), Int32(low + 1))
        let first = makeEdge(a, b)
        if high - low == 2 { return (first, first ^ 1) }
        let c = Int32(low + 2)
        let second = makeEdge(b, c)
        splice(first ^ 1, second)
        let side = turn(a, b, c)
        if side == 0 { return (first, second ^ 1) }
        let third = connect(second, first)
        return side > 0 ? (first, second ^ 1) : (third ^ 1, third)
    }

    /// Joins the halves above their common tangent, edge by edge.
    private mutating func zip(up tangent: Int32) {
        var base = tangent
        while true {
            var left = after(base ^ 1)
            if isAbove(left, base: base) {
                while isInCircle(to(base), from(base), to(left), to(after(left))) {
                    let following = after(left)
                    remove(left)
                    left = following
                }
            }
            var right = before(base)
            if isAbove(right, base: base) {
                while isInCircle(to(base), from(base), to(right), to(before(right))) {
                    let following = before(right)
                    remove(right)
                    right = following
                }
            }
            let (leftIsAbove, rightIsAbove) = (isAbove(left, base: base), isAbove(right, base: base))
            guard leftIsAbove || rightIsAbove else { return }
            if !leftIsAbove || (rightIsAbove && isInCircle(to(left), from(left), from(right), to(right))) {
                base = connect(right, base ^ 1)
            } else {
                base = connect(base ^ 1, left ^ 1)
            }
        }
    }
}
