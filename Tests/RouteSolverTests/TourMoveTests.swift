import Quantities
import Testing

@testable import RouteSolver

/// What a move says it gains is what the tour, costed anew, became cheaper.
@Suite struct TourMoveTests {
    private func cost(_ search: borrowing TourSearch) -> Int {
        let nodes = search.tour.nodes
        var sum = 0
        for place in nodes.indices { sum += search.costs(nodes[place], nodes[(place + 1) % nodes.count]) }
        return sum
    }

    @Test(arguments: 0..<200)
    func `a kick and every improvement after it gain what they say, and undoing brings the old tour back`(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed), stream: "moves")
        let problem = TourProblem.drawn(count: 4 + random.integer(in: 0..<40), kind: seed % 4, &random)
        var search = TourSearch(problem, seed: UInt64(seed))
        let start = search.tour.nodes
        var before = cost(search)
        for _ in 0..<5 {
            let gain = search.kick()
            #expect(cost(search) == before - gain)
            before -= gain
            while let node = search.agenda.take() {
                let gain = search.improve(around: node)
                #expect(gain >= 0 && gain < TourCosts.forbidden)
                #expect(cost(search) == before - gain)
                before -= gain
            }
        }
        #expect(search.tour.nodes.sorted() == Array(0..<search.tour.count))
        search.tour.undo(to: 0)
        #expect(search.tour.nodes == start)
    }

    @Test(arguments: 0..<100)
    func `a flip reverses a path or the rest, and swapping paths reverses neither`(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed), stream: "flips")
        let count = 5 + random.integer(in: 0..<12)
        var tour = TourArray(Array(0..<count))
        // Cut behind three places: 0…a, a+1…b, b+1…count-1.
        let a = random.integer(in: 0..<count - 2)
        let b = a + 1 + random.integer(in: 0..<count - 2 - a)
        tour.flip(a, a + 1, b, b + 1)
        #expect(edges(tour.nodes) == edges(Array(0...a) + (a + 1...b).reversed() + Array(b + 1..<count)))
        tour.undo(to: 0)
        tour.exchange(a, a + 1, b, b + 1, count - 1, 0)
        #expect(edges(tour.nodes) == edges(Array(0...a) + Array(b + 1..<count) + Array(a + 1...b)))
        tour.undo(to: 0)
        #expect(tour.nodes == Array(0..<count))
    }

    /// Undirected, sorted.
    private func edges(_ nodes: [Int]) -> [[Int]] {
        nodes.indices.map { [nodes[$0], nodes[($0 + 1) % nodes.count]].sorted() }.sorted {
            $0[0] * 999 + $0[1] < $1[0] * 999 + $1[1]
        }
    }
}
