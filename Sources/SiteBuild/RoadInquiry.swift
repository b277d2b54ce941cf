import Config
import Diagnostics
import Foundation
import Quantities
import RoadHTTP
import Roads
import Routes
import Store

/// What a build knows of roads, and the asking for more: the engine that the config names, and the file of its answers.
///
/// A plan only ever sees what the file holds. So a build that asks is the same as asking first and then building without
/// the engine, and a build without it repeats to the byte.
struct RoadInquiry {
    let settings: RoadSettings
    private let engine: any RoadEngine
    private let path: String
    /// The day that answers are filed under; nil where nobody is to be asked.
    private let day: Day?
    /// What the file holds; nil while it holds nothing of this engine.
    private(set) var memory: RoadMemory?
    /// Asked for in this build without an answer that can be used.
    private var hopeless: Set<RoadPair> = []
    /// True once the engine has said nothing at all.
    private var isDown = false
    /// What went wrong in this build.
    private(set) var problems: [Problem] = []
    private(set) var requests = 0
    private(set) var pairsAsked = 0

    /// Nil where the config names no engine. With `isAside` the answers are kept in a file of their own, so that no build
    /// sees or learns from them.
    /// - Throws: when the file of answers can't be read.
    init?(_ order: BuildOrder, isAside: Bool = false) throws(ProblemError) {
        guard let settings = order.config.travel.roads else { return nil }
        try self.init(
            settings, path: order.path(order.config.paths.roads), day: order.fetchDay, isAside: isAside)
    }

    init(_ settings: RoadSettings, path: String, day: Day?, isAside: Bool = false) throws(ProblemError) {
        self.settings = settings
        let limit = settings.maxSnapMetres
        switch settings.engine {
        case .osrm: engine = OSRM(profile: settings.profile ?? "driving", maxSnapMetres: Double(limit))
        case .valhalla: engine = Valhalla(profile: settings.profile ?? "auto", maxSnapMetres: Double(limit))
        }
        self.path = isAside ? asidePath(path) : path
        self.day = day
        memory = try read { cache, edition throws(ProblemError) in try cache.memory(of: edition) }
    }

    /// What plans are made with.
    func knowledge(needs: [RoadPair]) -> RoadKnowledge {
        RoadKnowledge(memory: memory, needs: needs, maxSnapMetres: settings.maxSnapMetres)
    }

    /// Asks for those of the drives and lines that are not known, and files the answers. True where something was learnt.
    ///
    /// Where the engine turns out to have another road network than the answers that are kept, nothing is mixed: with
    /// `renews` all `pairs` are asked for anew and take the place of the old ones, if about as many are answered; without
    /// it that is a problem, and the old answers stay.
    mutating func learn(
        _ pairs: [RoadPair], lines: [RoadPair] = [], renews: Bool = false
    ) async throws(ProblemError) -> Bool {
        guard let day, !isDown else { return false }
        let order = RoadOrder(pairs: pairs.filter(isOpen), lines: lines.filter(isLineOpen))
        if order.pairs.isEmpty && order.lines.isEmpty { return false }
        let known = memory.flatMap { $0.places.isEmpty ? nil : $0 }
        var haul = await asked(order, known?.edition)
        var newProblems = haul.problems
        if let known, haul.edition != known.edition {
            if renews {
                haul = await asked(RoadOrder(pairs: pairs.filter { $0.from != $0.to }, lines: []), haul.edition)
                newProblems = haul.problems
            } else {
                newProblems.append(newerNetwork(than: known.edition, now: haul.edition))
            }
            let before = pairs.count { known.drive($0) != nil }
            let after = pairs.count { haul.drives[$0] != nil }
            if !renews || after * 10 < before * 9 { haul = RoadHaul(edition: known.edition) }
        }
        let isNews = !haul.drives.isEmpty || !haul.lines.isEmpty || !haul.snaps.isEmpty
        if let known, !isNews { haul.edition = known.edition }
        // One that said nothing at all won't say more in this build.
        isDown = !isNews
        problems += newProblems
        haul.problems = problems
        let cache = try RoadCache.open(path, access: .create)
        try cache.keep(haul, on: day)
        let renewed = try cache.memory(of: haul.edition)
        try cache.close()
        memory = renewed
        hopeless.formUnion(order.pairs.filter { renewed.drive($0) == nil })
        hopeless.formUnion(order.lines.filter { !renewed.linePairs.contains($0) })
        return isNews
    }

    private func newerNetwork(than old: RoadEdition, now new: RoadEdition) -> Problem {
        func name(_ edition: RoadEdition) -> String { edition.data.isEmpty ? "without a version" : "'\(edition.data)'" }
        return Problem(
            .warning, "roads.other-data",
            "the road server has other data now (\(name(new))) than the answers that are kept (\(name(old))): nothing new is asked, what is missing is estimated",
            hint: "run 'fieldbook roads fetch', which asks for everything anew")
    }

    private mutating func asked(_ order: RoadOrder, _ edition: RoadEdition?) async -> RoadHaul {
        let limits = RoadLimits(
            maxPlaces: settings.maxPlaces ?? (settings.engine == .osrm ? 100 : 50), parallel: settings.parallel,
            retries: settings.retries, maxSnapMetres: settings.maxSnapMetres)
        let server = RoadServer(address: settings.server, timeoutSeconds: settings.timeoutSeconds)
        let haul = await askRoads(
            order, of: engine, known: edition, limits: limits, over: HTTPRoadTransport(server)
        ) { milliseconds in
            try? await Task.sleep(for: .milliseconds(milliseconds))
        }
        requests += haul.requests
        pairsAsked += haul.pairsAsked
        return haul
    }

    /// The courses of these drives that the file holds.
    func lines(of pairs: [RoadPair]) throws(ProblemError) -> [RoadPair: RoadLine] {
        try read { cache, edition throws(ProblemError) in try cache.lines(of: pairs, in: edition) } ?? [:]
    }

    private func isOpen(_ pair: RoadPair) -> Bool {
        guard pair.from != pair.to, !hopeless.contains(pair) else { return false }
        guard let memory else { return true }
        return memory.drive(pair) == nil
            && ![pair.from, pair.to].contains { memory.isFar($0, from: settings.maxSnapMetres) }
    }

    private func isLineOpen(_ pair: RoadPair) -> Bool {
        pair.from != pair.to && !hopeless.contains(pair) && memory?.linePairs.contains(pair) != true
    }

    /// Nil where there is no file yet, or nothing of this engine in it.
    private func read<Value>(
        _ body: (RoadCache, RoadEdition) throws(ProblemError) -> Value
    ) throws(ProblemError) -> Value? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        let cache = try RoadCache.open(path, access: .read)
        let edition = try cache.current(engine: engine.name, profile: engine.profile)
        let value: Value? = if let edition { try body(cache, edition) } else { nil }
        try cache.close()
        return value
    }
}

/// `work/tours-roads.sqlite` beside `work/roads.sqlite`.
private func asidePath(_ path: String) -> String {
    let url = URL(fileURLWithPath: path)
    return url.deletingLastPathComponent().appendingPathComponent("tours-" + url.lastPathComponent).path
}
