import Roads
import Synchronization

/// An engine with answers in plain text: `snaps of origins and destinations / drives`, or `!code message`.
struct PlainEngine: RoadEngine {
    let name = "plain"
    let profile = "driving"

    func versionQuestion(near place: RoadPlace) -> RoadQuestion {
        RoadQuestion(path: "/version/\(place.latitude),\(place.longitude)")
    }

    func version(in answer: RoadAnswer) throws(RoadFault) -> String { try text(of: answer) }

    func tableQuestion(_ block: RoadBlock) -> RoadQuestion {
        func list(_ places: [RoadPlace]) -> String {
            places.map { "\($0.latitude),\($0.longitude)" }.joined(separator: ";")
        }
        return RoadQuestion(path: "/table/\(list(block.origins))/\(list(block.destinations))")
    }

    func table(in answer: RoadAnswer, for block: RoadBlock) throws(RoadFault) -> RoadTableAnswer {
        let parts = try text(of: answer).split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2 else { throw .garbled("no table") }
        var table = RoadTableAnswer(snaps: [:], drives: [])
        for (place, word) in zip(block.origins + block.destinations, parts[0].split(separator: " ")) {
            table.snaps.updateValue(Double(word), forKey: place)
        }
        for word in parts[1].split(separator: " ") {
            table.drives.append(Int32(word).map { .driven(deciseconds: $0, decimetres: nil) } ?? .unreachable)
        }
        return table
    }

    func lineQuestion(_ pair: RoadPair) -> RoadQuestion {
        RoadQuestion(
            path: "/line/\(pair.from.latitude),\(pair.from.longitude)/\(pair.to.latitude),\(pair.to.longitude)")
    }

    func line(in answer: RoadAnswer, for pair: RoadPair) throws(RoadFault) -> RoadLine {
        _ = try text(of: answer)
        return RoadLine(points: [pair.from.point, pair.to.point])
    }

    private func text(of answer: RoadAnswer) throws(RoadFault) -> String {
        let text = String(decoding: answer.bytes, as: UTF8.self)
        if text.hasPrefix("!") {
            let words = text.dropFirst().split(separator: " ", maxSplits: 1).map(String.init)
            throw .refused(code: words[0], message: words.count > 1 ? words[1] : "")
        }
        guard answer.status == 200 else { throw .status(answer.status) }
        return text
    }
}

/// A road server in memory: drives are the difference of the places' coordinates, with whatever faults a test wants.
struct PlainServer: RoadTransport {
    var version = "2026-11"
    /// Origins times destinations.
    var maxCells = Int.max
    var maxPlaces = Int.max
    var spoilers: Set<RoadPlace> = []
    /// Metres, nil for no road; 5 m for other places.
    var snaps: [RoadPlace: Double?] = [:]
    var closed: Set<RoadPair> = []
    /// What happens to a question instead, by its path and how often it was sent before.
    var accident: @Sendable (_ path: String, _ before: Int) -> Result<RoadAnswer, RoadFault>? = { _, _ in nil }

    private final class Log: Sendable {
        let questions = Mutex<[String]>([])
        let pauses = Mutex<[Int]>([])
    }
    private let log = Log()

    var questions: [String] { log.questions.withLock { $0 } }
    var tables: [String] { questions.filter { $0.hasPrefix("/table") } }
    var paused: [Int] { log.pauses.withLock { $0 } }

    func answer(to question: RoadQuestion) async throws(RoadFault) -> RoadAnswer {
        let path = question.path
        let before = log.questions.withLock { log in
            log.append(path)
            return log.count { $0 == path } - 1
        }
        if let accident = accident(path, before) { return try accident.get() }
        let parts = path.split(separator: "/").map(String.init)
        switch parts[0] {
        case "version": return ok(version)
        case "line": return isSpoilt(places(parts[1]) + places(parts[2])) ? refusal("NoRoute") : ok("line")
        default: return table(places(parts[1]), places(parts[2]))
        }
    }

    func pause(_ milliseconds: Int) { log.pauses.withLock { $0.append(milliseconds) } }

    private func table(_ origins: [RoadPlace], _ destinations: [RoadPlace]) -> RoadAnswer {
        if origins.count * destinations.count > maxCells { return refusal("TooBig Too many places") }
        if Set(origins + destinations).count > maxPlaces { return refusal("TooBig Too many places") }
        if isSpoilt(origins + destinations) { return refusal("NoSegment Could not find a segment") }
        let snapped = (origins + destinations).map { place -> String in
            guard let snap = snaps[place] else { return "5" }
            return snap.map { "\($0)" } ?? "-"
        }
        let drives = origins.flatMap { origin in
            destinations.map { destination in
                let pair = RoadPair(from: origin, to: destination)
                return closed.contains(pair) ? "x" : "\(deciseconds(pair))"
            }
        }
        return ok(snapped.joined(separator: " ") + "/" + drives.joined(separator: " "))
    }

    private func isSpoilt(_ places: [RoadPlace]) -> Bool { places.contains(where: spoilers.contains) }

    private func places(_ list: String) -> [RoadPlace] {
        list.split(separator: ";").compactMap { text in
            let numbers = text.split(separator: ",").compactMap { Int32($0) }
            return RoadPlace(latitude: numbers[0], longitude: numbers[1])
        }
    }

    private func ok(_ text: String) -> RoadAnswer { RoadAnswer(status: 200, bytes: Array(text.utf8)) }
    private func refusal(_ text: String) -> RoadAnswer { RoadAnswer(status: 400, bytes: Array("!\(text)".utf8)) }
}

func deciseconds(_ pair: RoadPair) -> Int32 {
    abs(pair.from.latitude - pair.to.latitude) + 2 * abs(pair.from.longitude - pair.to.longitude)
}

/// `count` places in a row to the north.
func rowOfPlaces(_ count: Int) -> [RoadPlace] {
    (0..<count).compactMap { RoadPlace(latitude: 47_000_000 + 1000 * Int32($0), longitude: 9_500_000) }
}

/// Every place to every other one.
func allPairs(_ places: [RoadPlace]) -> [RoadPair] {
    places.flatMap { from in places.filter { $0 != from }.map { RoadPair(from: from, to: $0) } }
}

func ask(
    _ server: PlainServer, _ pairs: [RoadPair], lines: [RoadPair] = [], known: RoadEdition? = nil, maxPlaces: Int = 100,
    parallel: Int = 1
) async -> RoadHaul {
    await askRoads(
        RoadOrder(pairs: pairs, lines: lines), of: PlainEngine(), known: known,
        limits: RoadLimits(maxPlaces: maxPlaces, parallel: parallel, retries: 2, maxSnapMetres: 300), over: server
    ) { server.pause($0) }
}
