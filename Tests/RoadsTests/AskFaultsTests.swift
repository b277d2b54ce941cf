import Diagnostics
import Roads
import Testing

struct AskFaultsTests {
    @Test func `a fault that may pass is tried again after pauses that double`() async {
        for fault in [RoadFault.noServer("refused"), .timeOut(seconds: 1), .cutOff] {
            var server = PlainServer()
            server.accident = { path, before in path.hasPrefix("/table") && before < 2 ? .failure(fault) : nil }
            let pairs = allPairs(rowOfPlaces(4))
            let haul = await ask(server, pairs)
            #expect(haul.problems.isEmpty && pairs.allSatisfy { haul.drives[$0] != nil })
            #expect(server.paused == Array(repeating: [250, 500], count: server.tables.count / 3).flatMap { $0 })
            #expect(haul.requests == server.questions.count)
        }
    }

    @Test func `statuses of an overloaded server are tried again, others are not`() async {
        for (status, isTriedAgain) in [(429, true), (502, true), (503, true), (504, true), (500, false), (404, false)] {
            var server = PlainServer()
            server.accident = { path, _ in
                path.hasPrefix("/version") ? .success(RoadAnswer(status: status, bytes: [])) : nil
            }
            let haul = await ask(server, allPairs(rowOfPlaces(3)))
            #expect(server.questions.count == (isTriedAgain ? 3 : 1))
            #expect(haul.problems.map(\.kind) == [status == 404 ? "roads.refused" : "roads.server"])
        }
    }

    @Test func `a server that can't be reached is one problem for all drives and lines`() async {
        var server = PlainServer()
        server.accident = { _, _ in .failure(.noServer("Connection refused")) }
        let pairs = allPairs(rowOfPlaces(30))
        let haul = await ask(server, pairs, lines: Array(pairs.prefix(5)), maxPlaces: 10)
        #expect(server.questions.count == 3 && haul.requests == 3)
        #expect(haul.edition == RoadEdition(engine: "plain", profile: "driving", data: ""))
        #expect(
            haul.problems.map(\.message) == [
                "The road server can't be reached (Connection refused); the estimate stands in for 870 drives,"
                    + " and 5 lines on the maps stay straight"
            ])
    }

    @Test func `a server that dies in the middle is not asked for the rest, and what came home stays`() async {
        for parallel in [1, 4] {
            var server = PlainServer()
            server.accident = { path, _ in
                path.hasPrefix("/table/47000000") || path.hasPrefix("/version") ? nil : .failure(.timeOut(seconds: 1))
            }
            let places = rowOfPlaces(60)
            let pairs = allPairs(places)
            let haul = await ask(server, pairs, lines: [pairs[0], pairs[1]], maxPlaces: 10, parallel: parallel)
            let missing = pairs.count { haul.drives[$0] == nil }
            #expect(!haul.drives.isEmpty && missing > 0)
            #expect(
                haul.problems.map(\.message) == [
                    "The road server gave no whole answer within 1 second; the estimate stands in for \(missing) drives",
                    "The road server gave no whole answer within 1 second; 2 lines on the maps stay straight",
                ])
            #expect(server.tables.count < 3 * 4 * 12)
        }
    }

    @Test func `one block that fails for good is named and the others come home`() async {
        var server = PlainServer()
        let pairs = allPairs(rowOfPlaces(20))
        _ = await ask(server, pairs, maxPlaces: 10)
        let unlucky = server.tables[2]
        server.accident = { path, _ in path == unlucky ? .failure(.cutOff) : nil }
        let haul = await ask(server, pairs, maxPlaces: 10)
        let missing = pairs.count { haul.drives[$0] == nil }
        #expect(missing > 0 && missing <= 100)
        #expect(haul.problems.map(\.kind) == ["roads.cut-off"])
        #expect(haul.problems.first?.message.hasSuffix("; the estimate stands in for \(missing) drives") == true)
    }

    @Test func `a table that is too big is cut in two until it is not, down to a single drive`() async {
        for maxCells in [1, 7, 100] {
            var server = PlainServer()
            server.maxCells = maxCells
            let pairs = allPairs(rowOfPlaces(12))
            let haul = await ask(server, pairs)
            #expect(haul.problems.isEmpty)
            #expect(pairs.allSatisfy { haul.drives[$0] == .driven(deciseconds: deciseconds($0), decimetres: nil) })
            #expect(server.paused.isEmpty)
        }
    }

    @Test func `a server that finds a single drive too big ends the cutting`() async {
        var server = PlainServer()
        server.maxPlaces = 1
        let haul = await ask(server, allPairs(rowOfPlaces(3)))
        #expect(haul.problems.allSatisfy { $0.kind == "roads.refused" } && !haul.problems.isEmpty)
        #expect(server.tables.count <= 40)
    }

    @Test func `places that spoil a table are found, named and left out`() async {
        let places = rowOfPlaces(80)
        let pairs = allPairs(places)
        for spoilers in [[places[0]], [places[79]], [places[17], places[61]], [places[40], places[41], places[42]]] {
            var server = PlainServer()
            server.spoilers = Set(spoilers)
            // The version is asked for at places that are no spoilers or at the next one.
            let haul = await ask(server, pairs, maxPlaces: 200)
            let good = pairs.filter { !spoilers.contains($0.from) && !spoilers.contains($0.to) }
            #expect(good.allSatisfy { haul.drives[$0] != nil })
            #expect(haul.problems.map(\.value) == spoilers.map(\.text))
            #expect(haul.problems.allSatisfy { $0.kind == "roads.refused" })
            #expect(places.filter { haul.snaps[$0] == .some(nil) } == spoilers)
            #expect(server.tables.count <= 2 + 4 * 7)
        }
    }

    @Test func `a spoiler on one side of a table is found too`() async {
        let places = rowOfPlaces(41)
        var server = PlainServer()
        server.spoilers = [places[30]]
        let pairs = places.dropFirst().map { RoadPair(from: places[0], to: $0) }
        let haul = await ask(server, pairs)
        #expect(pairs.count { haul.drives[$0] == nil } == 1)
        #expect(
            haul.problems.map(\.message) == [
                "The road server refuses (NoSegment: Could not find a segment) at 47.030000, 9.500000;"
                    + " the estimate stands in for 1 drive"
            ])
    }

    @Test func `a server that refuses everything is soon left alone`() async {
        var server = PlainServer()
        let places = rowOfPlaces(150)
        server.spoilers = Set(places)
        let pairs = allPairs(places)
        let haul = await ask(server, pairs, maxPlaces: 20)
        #expect(haul.drives.isEmpty)
        #expect(server.tables.count <= 10 * 21)
        #expect(haul.problems.count == 1)
        #expect(haul.problems.first?.message.hasSuffix("; the estimate stands in for \(pairs.count) drives") == true)
    }

    @Test func `answers that can't be read are not asked for again and again`() async {
        var server = PlainServer()
        server.accident = { path, _ in
            path.hasPrefix("/table") ? .success(RoadAnswer(status: 200, bytes: Array("rubbish".utf8))) : nil
        }
        let pairs = allPairs(rowOfPlaces(60))
        let haul = await ask(server, pairs, maxPlaces: 10)
        #expect(server.tables.count == 9)
        #expect(haul.problems.map(\.kind) == ["roads.garbled"])
        #expect(haul.problems.first?.message.hasSuffix("(no table); the estimate stands in for 3540 drives") == true)
    }

    @Test func `lines that can't be had are named and stay straight`() async {
        var server = PlainServer()
        let places = rowOfPlaces(30)
        server.spoilers = [places[29]]
        let lines = allPairs(places).filter { $0.from == places[4] || $0.to == places[29] }
        let haul = await ask(server, [], lines: lines)
        #expect(haul.lines.values.count { $0.points.count == 2 } == 28)
        #expect(haul.problems.count == 21 && haul.problems.allSatisfy { $0.kind == "roads.line" })
        #expect(
            haul.problems.first?.message
                == "The road server refuses (NoRoute) for the line 47.000000, 9.500000 → 47.029000, 9.500000;"
                + " 1 line on the maps stays straight")
        #expect(haul.problems.last?.message == "9 more faults of this kind; 9 lines on the maps stay straight")
    }

    @Test func `words of the server come on one line and not at length`() async {
        var server = PlainServer()
        server.accident = { _, _ in
            .success(
                RoadAnswer(
                    status: 400, bytes: Array(("!Bad\u{1b}[31m one\ntwo " + String(repeating: "x", count: 999)).utf8)))
        }
        let haul = await ask(server, allPairs(rowOfPlaces(3)))
        let message = haul.problems.first?.message ?? ""
        #expect(message.hasPrefix("The road server refuses (Bad [31m: one two xxx"))
        #expect(message.count < 300 && !message.unicodeScalars.contains { $0.value < 32 })
    }

    @Test func `a line that ends far from where it was asked for is a matter of the line`() async {
        let server = refusing(lines: "!FarSnap the end is 1101 m from the road")
        let places = rowOfPlaces(2)
        let haul = await ask(server, allPairs(places), lines: [RoadPair(from: places[0], to: places[1])])
        #expect(haul.lines.values.map(\.points) == [[]] && haul.problems.map(\.kind) == ["roads.line"])
        #expect(
            haul.problems.first?.message.hasPrefix(
                "There is no road near (the end is 1101 m from the road) for the line")
                == true)
    }

    private func refusing(lines words: String) -> PlainServer {
        var server = PlainServer()
        server.accident = { path, _ in
            path.hasPrefix("/line") ? .success(RoadAnswer(status: 200, bytes: Array(words.utf8))) : nil
        }
        return server
    }
}
