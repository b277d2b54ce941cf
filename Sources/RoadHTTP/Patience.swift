import Roads
import Synchronization

/// How long an exchange may take: so many seconds of silence, six times as many for everything, and no longer than it is
/// wanted.
final class Patience: Sendable {
    private let seconds: Int
    private let end: ContinuousClock.Instant
    private let isCancelled = Mutex(false)

    init(seconds: Int) {
        self.seconds = seconds
        end = ContinuousClock.now + .seconds(6 * seconds)
    }

    func cancel() { isCancelled.withLock { $0 = true } }

    /// Throws when no longer wanted, or over time.
    func check() throws(RoadFault) {
        if isCancelled.withLock({ $0 }) { throw .noServer("no longer wanted") }
        if ContinuousClock.now >= end { throw .timeOut(seconds: 6 * seconds) }
    }

    /// When a silence that begins now has lasted too long.
    func silence() -> ContinuousClock.Instant { ContinuousClock.now + .seconds(seconds) }

    /// Milliseconds to wait before asking again: a tenth of a second at most, so that a cancellation is soon noticed.
    func nextWait(_ silence: ContinuousClock.Instant) throws(RoadFault) -> Int32 {
        try check()
        let left = min(silence, end) - ContinuousClock.now
        if left <= .zero { throw .timeOut(seconds: silence <= end ? seconds : 6 * seconds) }
        return Int32(max(1, min(100, left / .milliseconds(1))))
    }
}
