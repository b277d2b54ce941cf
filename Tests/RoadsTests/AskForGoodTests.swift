import Diagnostics
import Testing

@testable import Roads

struct AskForGoodTests {
    private let places = rowOfPlaces(40)

    @Test func `a snap counts as it will be kept, in tenths of a metre`() async {
        for (metres, isFar) in [(300.04, false), (300.06, true)] {
            var server = PlainServer()
            server.snaps = [places[0]: metres]
            let haul = await ask(server, allPairs(Array(places.prefix(2))))
            let kept = RoadMemory(haul).snap(of: places[0])
            #expect(((kept ?? nil) ?? 0 > 300) == isFar)
            #expect((haul.drives[RoadPair(from: places[0], to: places[1])] == nil) == isFar)
            #expect(haul.problems.map(\.kind) == (isFar ? ["roads.far"] : []))
        }
    }

    @Test func `of three places the good ones are driven between, whichever spoils the table`() async {
        for bad in 0..<3 {
            var server = PlainServer()
            server.spoilers = [places[bad]]
            let few = Array(places.prefix(3))
            let haul = await ask(server, allPairs(few))
            #expect(haul.drives.keys.filter { $0.from != $0.to }.count == 2)
            #expect(few.filter { haul.snaps[$0] == .some(nil) } == [places[bad]])
            #expect(haul.problems.map(\.value) == [places[bad].text])
        }
    }

    @Test func `two spoilers of six places are found where no half of the table is good`() async {
        for (first, second) in [(0, 3), (2, 5), (1, 4)] {
            var server = PlainServer()
            server.spoilers = [places[first], places[second]]
            let few = Array(places.prefix(6))
            let haul = await ask(server, allPairs(few))
            #expect(haul.drives.keys.filter { $0.from != $0.to }.count == 12)
            #expect(haul.problems.map(\.value) == [places[first].text, places[second].text])
        }
    }

    @Test func `only places that were found out are remembered, not those that are still in doubt`() async {
        var server = PlainServer()
        let bad = places.prefix(20).enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
        server.spoilers = Set(bad)
        let haul = await ask(server, allPairs(places))
        #expect(haul.problems.count > 1)
        let remembered = places.filter { haul.snaps[$0] == .some(nil) }
        #expect(!remembered.isEmpty && remembered.allSatisfy(bad.contains))
    }

    @Test func `a pair that is refused by itself is unreachable, and its line is not asked for`() async {
        var server = PlainServer()
        server.spoilers = [places[1]]
        let pair = RoadPair(from: places[0], to: places[1])
        let haul = await ask(server, [pair], lines: [pair])
        #expect(haul.drives == [pair: .unreachable])
        #expect(haul.snaps.isEmpty && haul.lines.isEmpty)
        #expect(haul.problems.map(\.kind) == ["roads.refused"])
    }

    @Test func `a refusal of how it was asked is not remembered`() async {
        let pair = RoadPair(from: places[0], to: places[1])
        for words in ["!InvalidValue no such exclude", "!TooBig too many", "!125 no costing method"] {
            var server = PlainServer()
            server.accident = { path, _ in
                path.hasPrefix("/version") ? nil : .success(RoadAnswer(status: 400, bytes: Array(words.utf8)))
            }
            let haul = await ask(server, [pair], lines: [pair])
            #expect(haul.drives.isEmpty && haul.lines.isEmpty && haul.snaps.isEmpty)
            #expect(haul.problems.map(\.kind) == ["roads.refused", "roads.line"])
        }
    }

    @Test func `a table whose answer is too long is cut in two`() async {
        var server = PlainServer()
        server.accident = { path, _ in
            let lists = path.split(separator: "/").dropFirst().map { $0.split(separator: ";").count }
            return path.hasPrefix("/table") && lists.reduce(1, *) > 30 ? .failure(.tooLong(limit: 99)) : nil
        }
        let pairs = allPairs(Array(places.prefix(12)))
        let haul = await ask(server, pairs)
        #expect(haul.problems.isEmpty && pairs.allSatisfy { haul.drives[$0] != nil })
        #expect(server.paused.isEmpty)
    }

    @Test func `a server whose every answer is too long is soon left alone`() async {
        var server = PlainServer()
        server.accident = { path, _ in path.hasPrefix("/table") ? .failure(.tooLong(limit: 99)) : nil }
        let pairs = allPairs(places)
        let haul = await ask(server, pairs)
        #expect(server.tables.count <= 3 * 12)
        #expect(haul.problems.map(\.kind) == ["roads.too-long"])
        #expect(haul.problems.first?.message.hasSuffix("; the estimate stands in for \(pairs.count) drives") == true)
    }

    @Test func `places too far away count the drives that were answered, listed or not`() {
        var haul = RoadHaul(edition: RoadEdition(engine: "plain", profile: "driving", data: ""))
        for place in places.prefix(22) { haul.snaps[place] = 400 }
        let pairs = allPairs(places)
        // Of the last two, which are only counted, one drive is answered; of the first none.
        haul.drives = [
            RoadPair(from: places[1], to: places[30]): .unreachable,
            RoadPair(from: places[21], to: places[31]): .unreachable,
        ]
        let problems = dropFarPlaces(from: &haul, of: pairs, limit: 300)
        #expect(problems.count == 21 && haul.drives.isEmpty)
        #expect(problems[0].message == "47.000000, 9.500000 is 400 m from the nearest road, more than 300 m")
        #expect(problems[1].message.hasSuffix("; the estimate stands in for 1 drive"))
        #expect(
            problems[20].message == "2 more places too far from a road; the estimate stands in for 1 drive")
    }
}
