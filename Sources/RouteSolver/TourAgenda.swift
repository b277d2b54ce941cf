/// The nodes around which an improvement may be found, first in, first out, each at most once: don't-look bits as a
/// queue (Bentley 1992; Applegate, Cook and Rohe 2003).
struct TourAgenda: ~Copyable {
    private let capacity: Int
    private let queue: UnsafeMutablePointer<Int32>
    private let isWaiting: UnsafeMutablePointer<Bool>
    private var first = 0
    private var waiting = 0

    init(count: Int) {
        capacity = max(count, 1)
        queue = .allocate(capacity: capacity)
        isWaiting = .allocate(capacity: capacity)
        isWaiting.initialize(repeating: false, count: capacity)
    }

    deinit {
        queue.deallocate()
        isWaiting.deallocate()
    }

    @inline(__always)
    mutating func add(_ node: Int) {
        guard !isWaiting[node] else { return }
        isWaiting[node] = true
        var place = first &+ waiting
        if place >= capacity { place &-= capacity }
        queue[place] = Int32(truncatingIfNeeded: node)
        waiting &+= 1
    }

    /// Nil when none is left.
    @inline(__always)
    mutating func take() -> Int? {
        guard waiting > 0 else { return nil }
        let node = Int(queue[first])
        first = first &+ 1 == capacity ? 0 : first &+ 1
        waiting &-= 1
        isWaiting[node] = false
        return node
    }
}
