/// A tour as an array of nodes and each node's place in it, with a journal of the reversals made, which undoes them.
struct TourArray: ~Copyable {
    let count: Int
    private let order: UnsafeMutablePointer<Int32>
    private let places: UnsafeMutablePointer<Int32>
    /// First and last place of each reversal.
    private var journal: UnsafeMutablePointer<(Int32, Int32)>
    private var journalCapacity = 1024
    /// Reversals since `forget`.
    private(set) var changes = 0

    init(_ nodes: [Int]) {
        count = nodes.count
        order = .allocate(capacity: max(count, 1))
        places = .allocate(capacity: max(count, 1))
        journal = .allocate(capacity: journalCapacity)
        for (place, node) in nodes.enumerated() {
            (order + place).initialize(to: Int32(node))
            (places + node).initialize(to: Int32(place))
        }
    }

    deinit {
        order.deallocate()
        places.deallocate()
        journal.deallocate()
    }

    var nodes: [Int] { (0..<count).map { Int(order[$0]) } }

    @inline(__always)
    func node(at place: Int) -> Int { Int(order[place]) }

    @inline(__always)
    func next(_ node: Int) -> Int {
        let place = Int(places[node]) &+ 1
        return Int(order[place == count ? 0 : place])
    }

    @inline(__always)
    func previous(_ node: Int) -> Int {
        let place = Int(places[node])
        return Int(order[(place == 0 ? count : place) &- 1])
    }

    /// Whether one comes by `middle` on the way from `first` to `last`, both included.
    @inline(__always)
    func isBetween(_ first: Int, _ middle: Int, _ last: Int) -> Bool {
        let (low, mid, high) = (places[first], places[middle], places[last])
        return low <= high ? low <= mid && mid <= high : low <= mid || mid <= high
    }

    /// Nodes from `first` to `last`, both included.
    @inline(__always)
    func length(_ first: Int, _ last: Int) -> Int {
        let length = Int(places[last]) &- Int(places[first]) &+ 1
        return length <= 0 ? length &+ count : length
    }

    /// Replaces the edges a–b and c–d by a–c and b–d, where one way round the tour is a, b, …, c, d. What lies between is
    /// reversed, or the rest, whichever is shorter: for a tour that may be driven either way round it is the same.
    @inline(__always)
    mutating func flip(_ a: Int, _ b: Int, _ c: Int, _ d: Int) {
        let isAhead = next(a) == b
        var first = Int(places[isAhead ? b : c])
        var last = Int(places[isAhead ? c : b])
        var length = last &- first &+ 1
        if length <= 0 { length &+= count }
        if 2 &* length > count {
            (first, last) = (last &+ 1 == count ? 0 : last &+ 1, (first == 0 ? count : first) &- 1)
            length = count &- length
        }
        reverse(first, last, length)
    }

    /// Swaps the neighbouring paths p1…p2 and q1…q2, of which neither is reversed: u, p, q, v becomes u, q, p, v.
    @inline(__always)
    mutating func exchange(_ u: Int, _ p1: Int, _ p2: Int, _ q1: Int, _ q2: Int, _ v: Int) {
        flip(u, p1, q2, v)
        flip(u, q2, q1, p2)
        flip(q2, p2, p1, v)
    }

    /// Reverses the nodes from place `first` to `last`, over the array's end where `last` is before `first`, and nothing
    /// else.
    @inline(__always)
    mutating func reverse(_ first: Int, _ last: Int) {
        let length = last &- first &+ 1
        reverse(first, last, length <= 0 ? length &+ count : length)
    }

    /// Takes back the last reversals, until `changes` are left.
    mutating func undo(to changes: Int) {
        while self.changes > changes {
            self.changes &-= 1
            let (first, last) = journal[self.changes]
            let length = Int(last &- first) &+ 1
            turn(Int(first), Int(last), length <= 0 ? length &+ count : length)
        }
    }

    mutating func forget() { changes = 0 }

    /// A path of one node, or of none, stays as it is and is not noted.
    @inline(__always)
    private mutating func reverse(_ first: Int, _ last: Int, _ length: Int) {
        guard length > 1 else { return }
        turn(first, last, length)
        note(first, last)
    }

    @inline(__always)
    private func turn(_ first: Int, _ last: Int, _ length: Int) {
        var (low, high, swaps) = (first, last, length / 2)
        if low &+ length > count {
            while swaps > 0 {
                swap(low, high)
                low = low &+ 1 == count ? 0 : low &+ 1
                high = (high == 0 ? count : high) &- 1
                swaps &-= 1
            }
        } else {
            while swaps > 0 {
                swap(low, high)
                low &+= 1
                high &-= 1
                swaps &-= 1
            }
        }
    }

    @inline(__always)
    private func swap(_ low: Int, _ high: Int) {
        let (lower, upper) = (order[low], order[high])
        order[low] = upper
        order[high] = lower
        places[Int(upper)] = Int32(truncatingIfNeeded: low)
        places[Int(lower)] = Int32(truncatingIfNeeded: high)
    }

    @inline(__always)
    private mutating func note(_ first: Int, _ last: Int) {
        if changes == journalCapacity { growJournal() }
        journal[changes] = (Int32(truncatingIfNeeded: first), Int32(truncatingIfNeeded: last))
        changes &+= 1
    }

    @inline(never)
    private mutating func growJournal() {
        let larger = UnsafeMutablePointer<(Int32, Int32)>.allocate(capacity: journalCapacity * 2)
        larger.moveInitialize(from: journal, count: journalCapacity)
        journal.deallocate()
        journal = larger
        journalCapacity *= 2
    }
}
