import Synchronization
import Testing

@testable import Roads

struct AskInOrderTests {
    @Test func `outcomes are taken in the order of the items, with no more under way than allowed`() async {
        let under = Mutex((now: 0, most: 0))
        var taken: [Int] = []
        let begun = await askInOrder(Array(0..<60), parallel: 4) { item in
            under.withLock { under in
                under.now += 1
                under.most = max(under.most, under.now)
            }
            for _ in 0..<(7 * item % 11) { await Task.yield() }
            under.withLock { $0.now -= 1 }
            return item * item
        } take: { index, outcome in
            taken.append(index)
            return outcome == index * index
        }
        #expect(begun == 60 && taken == Array(0..<60))
        #expect(under.withLock { $0.most } <= 4)
    }

    @Test func `after a no nothing more is begun, and what is under way is cancelled and still taken`() async {
        let cancelled = Mutex(0)
        var taken: [Int] = []
        let begun = await askInOrder(Array(0..<60), parallel: 3) { item in
            if item > 2 {
                while !Task.isCancelled { await Task.yield() }
                cancelled.withLock { $0 += 1 }
            }
        } take: { index, _ in
            taken.append(index)
            return index < 2
        }
        #expect(begun <= 5 && taken == Array(0..<begun))
        #expect(cancelled.withLock { $0 } == begun - 3)
    }

    @Test func `the breaker opens after three silences or ten refusals in a row`() {
        var breaker = RoadBreaker(maxRefusals: 10)
        for fault in [
            RoadFault.noServer("x"), .timeOut(seconds: 1), nil, .cutOff, .garbled("x"),
            .refused(code: "a", message: ""),
        ] {
            breaker.note(fault)
            #expect(!breaker.isOpen)
        }
        for _ in 0..<7 { breaker.note(.refused(code: "a", message: "")) }
        #expect(breaker.isOpen)
        breaker.note(nil)
        #expect(!breaker.isOpen)
        for _ in 0..<3 { breaker.note(.timeOut(seconds: 1)) }
        #expect(breaker.isOpen)
    }
}
