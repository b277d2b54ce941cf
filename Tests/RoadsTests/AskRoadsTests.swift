import Diagnostics
import Roads
import Testing

struct AskRoadsTests {
    @Test func `every ordered drive comes home, and the haul says what it cost`() async {
        let server = PlainServer()
        let pairs = allPairs(rowOfPlaces(25))
        let haul = await ask(server, pairs + pairs.reversed(), lines: [pairs[3], pairs[3], pairs[1]], maxPlaces: 10)
        #expect(haul.edition == RoadEdition(engine: "plain", profile: "driving", data: "2026-11"))
        #expect(haul.problems.isEmpty)
        #expect(pairs.allSatisfy { haul.drives[$0] == .driven(deciseconds: deciseconds($0), decimetres: nil) })
        #expect(Set(haul.lines.keys) == [pairs[1], pairs[3]])
        #expect(haul.snaps.count == 25)
        #expect(haul.requests == server.questions.count)
        #expect(haul.pairsAsked == haul.drives.count && haul.pairsAsked >= pairs.count)
        #expect(server.questions.first?.hasPrefix("/version") == true)
    }

    @Test func `an empty order asks nothing, not even for the version`() async {
        let server = PlainServer()
        let known = RoadEdition(engine: "plain", profile: "driving", data: "old")
        #expect(await ask(server, [], known: known) == RoadHaul(edition: known))
        #expect(server.questions.isEmpty)
    }

    @Test func `another edition than the known one is told, and nothing more is asked`() async {
        let server = PlainServer()
        let known = RoadEdition(engine: "plain", profile: "driving", data: "old")
        let haul = await ask(server, allPairs(rowOfPlaces(3)), known: known)
        #expect(haul.edition.data == "2026-11")
        #expect(haul.drives.isEmpty && haul.problems.isEmpty)
        #expect(server.questions.count == 1 && haul.requests == 1)
        let again = await ask(server, allPairs(rowOfPlaces(3)), known: haul.edition)
        #expect(again.drives.count == 9 || again.drives.count == 6)
    }

    @Test func `the haul does not depend on which answer comes first`() async {
        let pairs = allPairs(rowOfPlaces(40))
        let inOrder = await ask(PlainServer(), pairs, lines: Array(pairs.prefix(30)), maxPlaces: 10)
        let haul = await askRoads(
            RoadOrder(pairs: pairs, lines: Array(pairs.prefix(30))), of: PlainEngine(), known: nil,
            limits: RoadLimits(maxPlaces: 10, parallel: 8, retries: 2, maxSnapMetres: 300),
            over: Backwards(server: PlainServer())
        ) { _ in }
        #expect(haul == inOrder)
    }

    @Test func `a place far from any road keeps its snap, loses its drives and is named`() async throws {
        var server = PlainServer()
        let places = rowOfPlaces(5)
        server.snaps = [places[1]: 236_155.1, places[3]: nil, places[4]: 300]
        let pairs = allPairs(places)
        let haul = await ask(server, pairs, lines: pairs)
        #expect(haul.snaps[places[1]] == 236_155.1)
        #expect(haul.snaps[places[3]] == .some(nil))
        #expect(Set(haul.drives.keys.flatMap { [$0.from, $0.to] }) == [places[0], places[2], places[4]])
        #expect(haul.problems.map(\.kind) == ["roads.far", "roads.far"])
        #expect(haul.problems.map(\.value) == ["47.001000, 9.500000", "47.003000, 9.500000"])
        #expect(
            haul.problems.first?.message
                == "47.001000, 9.500000 is 236155 m from the nearest road, more than 300 m; the estimate stands in for 8 drives"
        )
        #expect(haul.problems.last?.message.hasPrefix("47.003000, 9.500000 has no road near it") == true)
        #expect(haul.lines.count == 6)
        #expect(server.questions.count { $0.hasPrefix("/line") } == 6)
    }

    @Test func `drives without a way stay known as such and are counted in one problem`() async throws {
        var server = PlainServer()
        let pairs = allPairs(rowOfPlaces(9))
        server.closed = Set(pairs.prefix(23))
        let haul = await ask(server, pairs, lines: Array(pairs.prefix(24)))
        #expect(pairs.prefix(23).allSatisfy { haul.drives[$0] == .unreachable })
        let problem = try #require(haul.problems.first)
        #expect(haul.problems.count == 1 && problem.kind == "roads.unreachable")
        #expect(
            problem.message.hasPrefix(
                "There is no way by road for 23 drives (47.000000, 9.500000 → 47.001000, 9.500000; "))
        #expect(problem.message.hasSuffix("; and 18 more); the estimate stands in for 23 drives"))
        #expect(haul.lines.count == 1)
    }

    @Test func `more than twenty places of a kind are counted, not listed`() async throws {
        var server = PlainServer()
        let places = rowOfPlaces(30)
        for place in places.prefix(26) { server.snaps[place] = 1000 }
        let haul = await ask(server, allPairs(places), maxPlaces: 10)
        #expect(haul.problems.count == 21)
        #expect(haul.problems.allSatisfy { $0.kind == "roads.far" && $0.severity == .warning && $0.hint != nil })
        let last = try #require(haul.problems.last)
        #expect(last.message == "6 more places too far from a road; the estimate stands in for 318 drives")
    }
}

/// Holds questions back until eight wait, or no more come, and lets the latest go first.
private struct Backwards: RoadTransport {
    var server: PlainServer
    let gate = Gate()

    func answer(to question: RoadQuestion) async throws(RoadFault) -> RoadAnswer {
        await gate.pass()
        return try await server.answer(to: question)
    }
}

private actor Gate {
    private var waiting: [CheckedContinuation<Void, Never>] = []

    func pass() async {
        await withCheckedContinuation { continuation in
            waiting.append(continuation)
            if waiting.count == 1 { Task { await self.open() } }
        }
    }

    /// Others come as long as anybody runs; then the last one goes first.
    private func open() async {
        for _ in 0..<200 where waiting.count < 8 { await Task.yield() }
        for continuation in waiting.reversed() { continuation.resume() }
        waiting = []
    }
}
