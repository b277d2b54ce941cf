import Quantities

/// The local double bridge (Martin, Otto and Felten 1991; kept local as by Applegate, Cook and Rohe 2003): the one
/// exchange of four edges that a chain of exchanges can not find nor undo.
extension TourSearch {
    /// The paths turned round are at most so long.
    static let longestPath = 50

    /// At a random place, three paths that follow one another come in the opposite sequence, none of them reversed:
    /// u, B, C, D, v becomes u, D, C, B, v. Returns how much cheaper the tour became, most often less than 0.
    ///
    /// Takes 4 nodes at least.
    mutating func kick() -> Int {
        // Arrival and departure of a doubled node stay together.
        let unit = costs.isDoubled ? 2 : 1
        let count = tour.count / unit
        var start = unit * random.integer(in: 0..<count)
        if costs.areBound(tour.node(at: start), tour.node(at: wrapped(start + 1))) { start += 1 }
        let lengths = shortLengths(of: count)
        let (first, second, third) = (unit * lengths.0, unit * lengths.1, unit * lengths.2)
        let (b1, b2) = (start + 1, start + first)
        let (c1, c2) = (b2 + 1, b2 + second)
        let (d1, d2) = (c2 + 1, c2 + third)
        let gain =
            join(start, b1) + join(b2, c1) + join(c2, d1) + join(d2, d2 + 1)
            - join(start, d1) - join(d2, c1) - join(c2, b1) - join(b2, d2 + 1)
        look(start, b1)
        look(b2, c1)
        look(c2, d1)
        look(d2, d2 + 1)
        tour.reverse(wrapped(b1), wrapped(d2))
        tour.reverse(wrapped(b1), wrapped(b1 + third - 1))
        tour.reverse(wrapped(b1 + third), wrapped(b1 + third + second - 1))
        tour.reverse(wrapped(b1 + third + second), wrapped(d2))
        return gain
    }

    /// Each path leaves a node at least to each that follows, and one to the rest of the tour.
    private mutating func shortLengths(of count: Int) -> (Int, Int, Int) {
        let first = 1 + random.integer(in: 0..<min(Self.longestPath, count - 3))
        let second = 1 + random.integer(in: 0..<min(Self.longestPath, count - 2 - first))
        let third = 1 + random.integer(in: 0..<min(Self.longestPath, count - 1 - first - second))
        return (first, second, third)
    }

    @inline(__always)
    private func wrapped(_ place: Int) -> Int { place < tour.count ? place : place - tour.count }

    @inline(__always)
    private func join(_ from: Int, _ to: Int) -> Int {
        costs(tour.node(at: wrapped(from)), tour.node(at: wrapped(to)))
    }

    @inline(__always)
    private mutating func look(_ first: Int, _ second: Int) {
        agenda.add(tour.node(at: wrapped(first)))
        agenda.add(tour.node(at: wrapped(second)))
    }
}
