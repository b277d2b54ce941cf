/// One to three exchanges of edges: out t1–t2, in t2–t3, out t3–t4, in t4–t5, out t5–t6, in t6–t1.
struct TourMove {
    enum Kind {
        /// Edges t1–t2 and t4–t3; one comes by t1, t2, t4, t3. One reversal; t5 and t6 are not read.
        case flip
        /// That, then the same with t1–t4 and t6–t5, in the tour that results.
        case flips
        /// One comes by t1, t2, t5, t6, t3, t4: both paths between are swapped, neither reversed.
        case exchange
        /// One comes by t1, t2, t6, t5, t3, t4: both paths are reversed in their places.
        case turns
    }

    var kind = Kind.flip
    var t1: Int
    var t2: Int
    var t3: Int
    var t4: Int
    var t5 = 0
    var t6 = 0
}

extension TourSearch {
    /// Changes the tour by a move, given in either direction of the tour.
    mutating func rearrange(_ move: TourMove) {
        let (t1, t2, t3, t4, t5, t6) = (move.t1, move.t2, move.t3, move.t4, move.t5, move.t6)
        switch move.kind {
        case .flip:
            tour.flip(t1, t2, t4, t3)
        case .flips:
            tour.flip(t1, t2, t4, t3)
            tour.flip(t1, t4, t6, t5)
        case .turns:
            tour.flip(t1, t2, t6, t5)
            tour.flip(t2, t5, t3, t4)
        case .exchange:
            swapPaths(move)
        }
    }

    /// Has the ends of the edges exchanged looked at again.
    mutating func look(_ move: TourMove) {
        agenda.add(move.t1)
        agenda.add(move.t2)
        agenda.add(move.t3)
        agenda.add(move.t4)
        guard move.kind != .flip else { return }
        agenda.add(move.t5)
        agenda.add(move.t6)
    }

    /// Swapping any two of the three paths gives the same tour; the longest stays.
    private mutating func swapPaths(_ move: TourMove) {
        let (t1, t2, t3, t4, t5, t6) = (move.t1, move.t2, move.t3, move.t4, move.t5, move.t6)
        let isAhead = tour.next(t1) == t2
        let first = isAhead ? tour.length(t2, t5) : tour.length(t5, t2)
        let second = isAhead ? tour.length(t6, t3) : tour.length(t3, t6)
        let rest = tour.count &- first &- second
        if rest >= first, rest >= second {
            tour.exchange(t1, t2, t5, t6, t3, t4)
        } else if first >= second {
            tour.exchange(t5, t6, t3, t4, t1, t2)
        } else {
            tour.exchange(t3, t4, t1, t2, t5, t6)
        }
    }
}
