/// Swapping two neighbouring paths without reversing either: the only exchange of three edges that leaves the direction
/// of every edge as it is, for costs that differ by direction (Or 1976; Kanellakis and Papadimitriou 1980, "Local Search
/// for the Asymmetric Traveling Salesman Problem").
extension TourSearch {
    /// u→p…, …→q…, …→v become u→q, …→p, …→v. Makes the first improvement found that gives `u` another next node: how
    /// much cheaper the tour became, or 0.
    mutating func exchange(around u: Int) -> Int {
        let p = tour.next(u)
        let out = costs(u, p)
        for rank in 0..<near.width {
            let gain = out &- near.cost(u, rank)
            guard gain > 0 else { break }
            let q = near.node(u, rank)
            guard q != p else { continue }
            let pEnd = tour.previous(q)
            let gain2 = gain &+ costs(pEnd, q)
            for rank in 0..<near.width {
                let gain = gain2 &- near.cost(pEnd, rank)
                guard gain > 0 else { break }
                let v = near.node(pEnd, rank)
                // v lies behind the second path, which begins with q and holds a node at least.
                guard v != q, tour.isBetween(q, v, u) else { continue }
                let qEnd = tour.previous(v)
                let closed = gain &+ costs(qEnd, v) &- costs(qEnd, p)
                guard closed > 0 else { continue }
                swapNeighbours(p, pEnd, q, qEnd)
                for node in [u, p, pEnd, q, qEnd, v] { agenda.add(node) }
                return closed
            }
        }
        return 0
    }

    /// Swaps p…pEnd and q…qEnd, or one of them and the rest of the tour, which comes to the same: the longest stays.
    private mutating func swapNeighbours(_ p: Int, _ pEnd: Int, _ q: Int, _ qEnd: Int) {
        let (first, second) = (tour.length(p, pEnd), tour.length(q, qEnd))
        let rest = tour.count &- first &- second
        if rest >= first, rest >= second {
            swapPlaces(from: tour.place(p), first, second)
        } else if first >= second {
            swapPlaces(from: tour.place(q), second, rest)
        } else {
            swapPlaces(from: tour.place(qEnd) &+ 1, rest, first)
        }
    }

    /// Swaps the `first` nodes from place `start` on and the `second` nodes behind them.
    private mutating func swapPlaces(from start: Int, _ first: Int, _ second: Int) {
        let count = tour.count
        tour.reverse(start % count, (start &+ first &+ second &- 1) % count)
        tour.reverse(start % count, (start &+ second &- 1) % count)
        tour.reverse((start &+ second) % count, (start &+ first &+ second &- 1) % count)
    }
}
