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
    private var problems: [Problem] = []
    private(set) var requests = 0
    private(set) var pairsAsked = 0

    /// Nil where the config names no engine.
    /// - Throws: when the file of answers can't be read.
    init?(_ order: BuildOrder) throws(ProblemError) {
        guard let settings = order.config.travel.roads else { return nil }
        try self.init(settings, path: order.path(order.config.paths.roads), day: order.fetchDay)
    }

    init(_ settings: RoadSettings, path: String, day: Day?) throws(ProblemError) {
        self.settings = settings
        let limit = settings.maxSnapMetres
        switch settings.engine {
        case .osrm: engine = OSRM(profile: settings.profile ?? "driving", maxSnapMetres: Double(limit))
        case .valhalla: engine = Valhalla(profile: settings.profile ?? "auto", maxSnapMetres: Double(limit))
        }
        self.path = path
        self.day = day
        memory = try read { cache, edition throws(ProblemError) in try cache.memory(of: edition) }
    }

    /// What plans are made with.
    func knowledge(needs: [RoadPair]) -> RoadKnowledge {
        RoadKnowledge(memory: memory, needs: needs, maxSnapMetres: settings.maxSnapMetres)
    }

    /// Asks for those of the drives and lines that are not known, and files the answers. True where something was learnt.
    ///
    /// `pairs` are all that the build is known to need by now: when the engine turns out to have another road network
    /// than the file knows, they are all asked for anew.
    mutating func learn(_ pairs: [RoadPair], lines: [RoadPair] = []) async throws(ProblemError) -> Bool {
        guard let day else { return false }
        var known = memory
        // Twice where the road network turns out to be another one: then nothing of it is known yet.
        for _ in 0..<2 {
            let order = RoadOrder(
                pairs: pairs.filter { isOpen($0, known) }, lines: lines.filter { isLineOpen($0, known) })
            if order.pairs.isEmpty && order.lines.isEmpty { return false }
            var haul = await asked(order, known?.edition)
            if let edition = known?.edition, haul.edition != edition {
                known = RoadMemory(haul)
                hopeless = []
                continue
            }
            problems += haul.problems
            haul.problems = problems
            let isNews = !haul.drives.isEmpty || !haul.lines.isEmpty || !haul.snaps.isEmpty
            // A new network that says nothing takes the place of none that did.
            if let memory, !isNews { haul.edition = memory.edition }
            let cache = try RoadCache.open(path, access: .create)
            try cache.keep(haul, on: day)
            let renewed = try cache.memory(of: haul.edition)
            memory = renewed
            try cache.close()
            hopeless.formUnion(order.pairs.filter { renewed.drive($0) == nil })
            hopeless.formUnion(order.lines.filter { !renewed.linePairs.contains($0) })
            return isNews
        }
        return false
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

    private func isOpen(_ pair: RoadPair, _ memory: RoadMemory?) -> Bool {
        guard pair.from != pair.to, !hopeless.contains(pair) else { return false }
        guard let memory else { return true }
        return memory.drive(pair) == nil
            && ![pair.from, pair.to].contains { memory.isFar($0, from: settings.maxSnapMetres) }
    }

    private func isLineOpen(_ pair: RoadPair, _ memory: RoadMemory?) -> Bool {
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
