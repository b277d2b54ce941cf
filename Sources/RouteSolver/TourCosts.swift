/// What driving between two nodes costs, for the inner loop: from coordinates, computed at each call, or from a matrix.
/// Computing is as fast as looking up in a matrix that does not fit in the processor's cache, and takes no memory.
///
/// Costs that differ by direction are made symmetric by doubling each node (Jonker and Volgenant 1983, "Transforming
/// Asymmetric into Symmetric Traveling Salesman Problems"): node i becomes an arrival 2i and a departure 2i + 1, bound
/// together for good; only from a departure to an arrival, or back, there is a way. Every tour of theirs is one way round
/// of the tour meant.
struct TourCosts: ~Copyable {
    /// A tour never holds such an edge, nor lacks the edge of arrival and departure, which costs as much less than 0.
    static let forbidden = 1 << 40

    /// Of nodes that the search knows: twice the problem's where `isDoubled`.
    let count: Int
    let isDoubled: Bool
    private let points: UnsafeMutablePointer<SIMD2<Double>>?
    private let scale: Double
    private let rounding: TourProblem.Rounding
    private let matrix: UnsafeMutablePointer<Int32>?
    private let side: Int

    init(plane: TourPlane, scale: Double, rounding: TourProblem.Rounding) {
        count = plane.label.count
        isDoubled = false
        let points = UnsafeMutablePointer<SIMD2<Double>>.allocate(capacity: max(count, 1))
        for node in 0..<count { (points + node).initialize(to: SIMD2(plane.x[node], plane.y[node])) }
        self.points = points
        self.scale = scale
        self.rounding = rounding
        matrix = nil
        side = 0
    }

    /// `source` has `side` rows.
    init(matrix source: [Int32], side: Int, isSymmetric: Bool) {
        count = isSymmetric ? side : 2 * side
        isDoubled = !isSymmetric
        let matrix = UnsafeMutablePointer<Int32>.allocate(capacity: max(source.count, 1))
        for (place, cost) in source.enumerated() { (matrix + place).initialize(to: cost) }
        self.matrix = matrix
        self.side = side
        points = nil
        scale = 1
        rounding = .nearest
    }

    deinit {
        points?.deallocate()
        matrix?.deallocate()
    }

    @inline(__always)
    func callAsFunction(_ from: Int, _ to: Int) -> Int {
        if let points {
            let way = points[from] - points[to]
            return rounding.whole(distance(way.x, way.y) * scale)
        }
        guard isDoubled else { return Int(matrix.unsafelyUnwrapped[from &* side &+ to]) }
        guard (from ^ to) & 1 == 1 else { return Self.forbidden }
        let (departure, arrival) = from & 1 == 1 ? (from >> 1, to >> 1) : (to >> 1, from >> 1)
        guard departure != arrival else { return -Self.forbidden }
        return Int(matrix.unsafelyUnwrapped[departure &* side &+ arrival])
    }

    /// Whether one is the arrival and the other the departure of one node.
    @inline(__always)
    func areBound(_ first: Int, _ second: Int) -> Bool { isDoubled && first ^ second == 1 }
}
