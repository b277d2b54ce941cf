/// What driving between two nodes costs, for the inner loop: from coordinates, computed at each call, or from a matrix.
///
/// Computing is as fast as looking up in a matrix that does not fit in the processor's cache, and takes no memory.
struct TourCosts: ~Copyable {
    let count: Int
    private let points: UnsafeMutablePointer<SIMD2<Double>>?
    private let matrix: UnsafeMutablePointer<Int32>?
    private let scale: Double
    private let rounding: TourProblem.Rounding

    init(plane: TourPlane, scale: Double, rounding: TourProblem.Rounding) {
        count = plane.label.count
        let points = UnsafeMutablePointer<SIMD2<Double>>.allocate(capacity: max(count, 1))
        for node in 0..<count { (points + node).initialize(to: SIMD2(plane.x[node], plane.y[node])) }
        self.points = points
        self.scale = scale
        matrix = nil
        self.rounding = rounding
    }

    init(count: Int, matrix source: [Int32]) {
        self.count = count
        let matrix = UnsafeMutablePointer<Int32>.allocate(capacity: max(source.count, 1))
        for (place, cost) in source.enumerated() { (matrix + place).initialize(to: cost) }
        self.matrix = matrix
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
        return Int(matrix.unsafelyUnwrapped[from &* count &+ to])
    }
}
