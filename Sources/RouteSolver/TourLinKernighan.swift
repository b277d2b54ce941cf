/// The variable-depth search of Lin and Kernighan (1973, "An Effective Heuristic Algorithm for the Traveling-Salesman
/// Problem"), after Johnson and McGeoch (1997) and Applegate, Cook and Rohe (2003).
///
/// From one node on, edges are taken out of the tour and put in by turns: out t1–t2, in t2–t3, out t3–t4, in t4–t5, out
/// t5–t6, closed by t6–t1. What is gained so far stays above 0, which leaves few ways to try. The first three exchanges
/// are judged without touching the tour; Or's moves of short paths (1976) are among them. Where none of these closes at
/// a gain, the most promising one is made all the same and goes on from its last node (see `TourChain`).
extension TourSearch {
    /// So many neighbours are tried as t5; more make a kick dearer than they gain.
    private static let thirdNeighbours = 5

    /// Makes the first improvement found that takes out an edge of `node`: how much cheaper the tour became, or 0.
    mutating func improve(around node: Int) -> Int {
        let gain = improve(node, isAhead: true)
        return gain > 0 ? gain : improve(node, isAhead: false)
    }

    /// The node after `node` in the direction looked at.
    @inline(__always)
    private func next(_ node: Int, _ isAhead: Bool) -> Int { isAhead ? tour.next(node) : tour.previous(node) }

    @inline(__always)
    private func isBetween(_ first: Int, _ middle: Int, _ last: Int, _ isAhead: Bool) -> Bool {
        isAhead ? tour.isBetween(first, middle, last) : tour.isBetween(last, middle, first)
    }

    private mutating func improve(_ t1: Int, isAhead: Bool) -> Int {
        let t2 = next(t1, isAhead)
        let out = costs(t1, t2)
        var best = TourMove(t1: t1, t2: t2, t3: t1, t4: t1)
        var open = 0
        for rank in 0..<near.width {
            let gain = out &- near.cost(t2, rank)
            guard gain > 0 else { break }
            let t3 = near.node(t2, rank)
            guard t3 != t1 else { continue }
            let before = next(t3, !isAhead)
            if before != t2 {
                let gain = gain &+ costs(t3, before)
                let closed = gain &- costs(before, t1)
                if closed > 0 {
                    let move = TourMove(t1: t1, t2: t2, t3: t3, t4: before)
                    rearrange(move)
                    look(move)
                    return closed
                }
                let closedDeeper = extendPath(
                    TourMove(kind: .flips, t1: t1, t2: t2, t3: t3, t4: before), isAhead, gain, &best, &open)
                if closedDeeper > 0 { return closedDeeper }
            }
            let after = next(t3, isAhead)
            let closed = extendRing(
                TourMove(kind: .exchange, t1: t1, t2: t2, t3: t3, t4: after), isAhead, gain &+ costs(t3, after), &best,
                &open)
            if closed > 0 { return closed }
        }
        return open > 0 ? follow(best, gain: open) : 0
    }

    /// Third exchange where the first two leave a path from t1 to t4: one way for each t5.
    @inline(__always)
    private mutating func extendPath(
        _ start: TourMove, _ isAhead: Bool, _ gain: Int, _ best: inout TourMove, _ open: inout Int
    ) -> Int {
        for rank in 0..<min(near.width, Self.thirdNeighbours) {
            let gain = gain &- near.cost(start.t4, rank)
            guard gain > 0 else { break }
            let t5 = near.node(start.t4, rank)
            guard t5 != start.t3, t5 != start.t1 else { continue }
            // Between t2 and t4 the path runs the other way now.
            let t6 = next(t5, isAhead == isBetween(start.t2, t5, start.t4, isAhead))
            let closed = consider(start, t5, t6, gain, &best, &open)
            if closed > 0 { return closed }
        }
        return 0
    }

    /// Third exchange where the first two leave a ring from t2 to t3 and a path from t4 to t1: the ring is opened before
    /// or after t5.
    @inline(__always)
    private mutating func extendRing(
        _ start: TourMove, _ isAhead: Bool, _ gain: Int, _ best: inout TourMove, _ open: inout Int
    ) -> Int {
        for rank in 0..<min(near.width, Self.thirdNeighbours) {
            let gain = gain &- near.cost(start.t4, rank)
            guard gain > 0 else { break }
            let t5 = near.node(start.t4, rank)
            guard t5 != start.t3, isBetween(start.t2, t5, start.t3, isAhead) else { continue }
            let closed = consider(start, t5, next(t5, isAhead), gain, &best, &open)
            if closed > 0 { return closed }
            if t5 != start.t2 {
                var start = start
                start.kind = .turns
                let closed = consider(start, t5, next(t5, !isAhead), gain, &best, &open)
                if closed > 0 { return closed }
            }
        }
        return 0
    }

    /// Makes the move if it closes at a gain, which it returns; else keeps it if it is the best to go on from.
    @inline(__always)
    private mutating func consider(
        _ start: TourMove, _ t5: Int, _ t6: Int, _ gain: Int, _ best: inout TourMove, _ open: inout Int
    ) -> Int {
        let gain = gain &+ costs(t5, t6)
        let closed = gain &- costs(t6, start.t1)
        guard closed > 0 || gain > open else { return 0 }
        var move = start
        move.t5 = t5
        move.t6 = t6
        if closed > 0 {
            rearrange(move)
            look(move)
            return closed
        }
        open = gain
        best = move
        return 0
    }
}
