/// What is still to come in each simulated future for some reps together, in minor units: by draw, by the cut before which
/// it comes, and by where it comes from. Booked amounts are not in it.
struct SlotFutures: Sendable {
    /// Where an amount comes from.
    enum Source: Int, CaseIterable, Sendable {
        /// Open deals that are not big, deals that are not created yet, and big open deals.
        case open, new, big
    }

    struct Shape: Sendable, Hashable {
        var draws: Int
        var cuts: Int
        var periods: Int
        var scenarios: Int

        /// Futures in blocks of 64; the last block may have idle ones, which stay 0.
        var blocks: Int { (draws + 63) / 64 }
        var lanes: Int { blocks * 64 }

        /// Planes of `lanes` amounts: open by cut, new by cut, each scenario's difference by period, big by cut.
        func plane(_ source: Source, cut: Int) -> Int {
            switch source {
            case .open: cut
            case .new: cuts + cut
            case .big: 2 * cuts + scenarios * periods + cut
            }
        }
        func plane(scenario: Int, period: Int) -> Int { 2 * cuts + scenario * periods + period }
        var planesWithoutBig: Int { 2 * cuts + scenarios * periods }
    }

    let shape: Shape
    var values: [Int]

    init(_ shape: Shape, hasBig: Bool) {
        self.shape = shape
        values = [Int](repeating: 0, count: (shape.planesWithoutBig + (hasBig ? shape.cuts : 0)) * shape.lanes)
    }

    var hasBig: Bool { values.count > shape.planesWithoutBig * shape.lanes }

    /// Adds futures of others, draw by draw.
    mutating func add(_ other: SlotFutures) {
        precondition(shape == other.shape)
        if values.count < other.values.count {
            values.append(contentsOf: repeatElement(0, count: other.values.count - values.count))
        }
        accumulate(other.values[...], into: &values)
    }

    /// What comes between two cuts, by draw: after cut `after` (from the as-of date where nil) up to cut `through`.
    func total(after: Int? = nil, through: Int, from sources: Set<Source> = Set(Source.allCases)) -> [Int] {
        var sum = [Int](repeating: 0, count: shape.draws)
        let first = after.map { $0 + 1 } ?? 0
        guard first <= through else { return sum }
        // Integers: their sum does not depend on the order of the sources.
        for source in sources where source != .big || hasBig {
            for cut in first...through { addPlane(shape.plane(source, cut: cut), to: &sum) }
        }
        return sum
    }

    /// What a scenario adds to (or, negative, takes from) what comes between the ends of period `period` − 1 and `period`.
    func addDifference(scenario: Int, period: Int, to sums: inout [Int]) {
        addPlane(shape.plane(scenario: scenario, period: period), to: &sums)
    }

    private func addPlane(_ plane: Int, to sums: inout [Int]) {
        let start = plane * shape.lanes
        accumulate(values[start..<(start + shape.draws)], into: &sums)
    }
}

/// Adds to the first elements of `sums` as many as there are.
func accumulate(_ addends: ArraySlice<Int>, into sums: inout [Int]) {
    precondition(addends.count <= sums.count)
    addends.withUnsafeBufferPointer { addends in
        sums.withUnsafeMutableBufferPointer { sums in
            for index in addends.indices { sums[index] &+= addends[index] }
        }
    }
}
