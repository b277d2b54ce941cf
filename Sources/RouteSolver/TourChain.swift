/// The edges that a chain of exchanges put in, which it does not take out again; for one chain at a time.
struct TourChain: ~Copyable {
    /// So deep a chain may go beyond its first three exchanges.
    static let depth = 47

    private let edges: UnsafeMutablePointer<(from: Int, to: Int)>
    private(set) var count = 0

    init() { edges = .allocate(capacity: Self.depth) }

    deinit { edges.deallocate() }

    @inline(__always)
    mutating func start() { count = 0 }

    @inline(__always)
    mutating func add(_ from: Int, _ to: Int) {
        edges[count] = (from, to)
        count &+= 1
    }

    @inline(__always)
    func has(_ from: Int, _ to: Int) -> Bool {
        for place in 0..<count where edges[place] == (from, to) || edges[place] == (to, from) { return true }
        return false
    }

    @inline(__always)
    func edge(_ place: Int) -> (from: Int, to: Int) { edges[place] }
}

extension TourSearch {
    /// Makes a move whose last edge t6–t1 costs more than `gain`, what it gained without that edge, and goes on from t6
    /// with the exchange that gains most each time, until the tour closes at a gain, which it returns. Otherwise all is
    /// undone, and it returns 0.
    mutating func follow(_ move: TourMove, gain: Int) -> Int {
        let mark = tour.changes
        let t1 = move.t1
        var last = move.t6
        var gain = gain
        rearrange(move)
        chain.start()
        while chain.count < TourChain.depth {
            let isAhead = tour.next(t1) == last
            var (best, to, end) = (0, 0, 0)
            for rank in 0..<near.width {
                let gained = gain &- near.cost(last, rank)
                guard gained > 0 else { break }
                let node = near.node(last, rank)
                let before = isAhead ? tour.previous(node) : tour.next(node)
                guard node != t1, before != last else { continue }
                let open = gained &+ costs(before, node)
                guard open > best, !chain.has(before, node) else { continue }
                (best, to, end) = (open, node, before)
            }
            guard best > 0 else { break }
            tour.flip(t1, last, end, to)
            chain.add(last, to)
            (last, gain) = (end, best)
            let closed = gain &- costs(last, t1)
            if closed > 0 {
                look(move)
                agenda.add(last)
                for place in 0..<chain.count {
                    agenda.add(chain.edge(place).from)
                    agenda.add(chain.edge(place).to)
                }
                return closed
            }
        }
        tour.undo(to: mark)
        return 0
    }
}
