/// How far a road engine is asked.
public struct RoadLimits: Sendable, Hashable {
    /// The most places of one table, origins and destinations together; 2 or more.
    public var maxPlaces: Int
    /// Questions that are under way at the same time; 1 or more.
    public var parallel: Int
    /// How often a question is asked again after a fault that may pass.
    public var retries: Int
    /// A place farther from any road than that is not driven to by road.
    public var maxSnapMetres: Int

    public init(maxPlaces: Int, parallel: Int, retries: Int, maxSnapMetres: Int) {
        self.maxPlaces = max(2, maxPlaces)
        self.parallel = max(1, parallel)
        self.retries = max(0, retries)
        self.maxSnapMetres = max(0, maxSnapMetres)
    }
}

/// What is wanted from a road engine. Order and repetition don't matter.
public struct RoadOrder: Sendable, Hashable {
    /// Drives.
    public var pairs: [RoadPair]
    /// Courses on the road.
    public var lines: [RoadPair]

    public init(pairs: [RoadPair] = [], lines: [RoadPair] = []) {
        self.pairs = pairs
        self.lines = lines
    }
}

/// Asks a road engine for drives and lines, and brings home whatever can be had.
///
/// The version of the road network is asked for first. Where that is another one than `edition`, nothing else is asked:
/// the order was made from what is known of the old one, so the haul carries the new edition alone. Where the version
/// can't be learnt, nothing else is asked either, and the haul has the edition that was known, or one without a version.
/// Nothing at all is sent for an empty order.
///
/// Then come tables and lines, `limits.parallel` at a time. Their results are put together in the order of the
/// questions, so the haul does not depend on which answer came first. `drives` holds every pair of each answered table,
/// also those that were not ordered, save the drives of places too far from a road (`snaps` tells of them). The course
/// of a drive that this haul knows to be impossible is not asked for.
///
/// Faults that may pass are tried again after 250 ms, 500 ms, 1 s and so on. A table that the engine refuses is cut in
/// two where it is too big, and otherwise searched for the places that spoil it. After three tables or lines in a row
/// without any answer the rest is not asked. Whatever is missing in the end is told by the haul's problems, all of them
/// warnings; where a problem is about one place, its `value` is `RoadPlace.text`, and for a drive `RoadPair.text`.
///
/// What the engine refuses for good is told by a problem, and brought home as well, so that no later run asks for it: a
/// place as one without a road, a pair as unreachable, a line as one without points.
public func askRoads(
    _ order: RoadOrder, of engine: any RoadEngine, known edition: RoadEdition?, limits: RoadLimits,
    over transport: any RoadTransport, pausing: @escaping @Sendable (_ milliseconds: Int) async -> Void
) async -> RoadHaul {
    let asker = RoadAsker(engine: engine, transport: transport, limits: limits, pausing: pausing)
    let pairs = sortedUnique(order.pairs)
    let lines = sortedUnique(order.lines)
    var haul = RoadHaul(edition: edition ?? RoadEdition(engine: engine.name, profile: engine.profile, data: ""))
    let places = someEndpoints(of: pairs.isEmpty ? lines : pairs)
    guard !places.isEmpty else { return haul }

    let version = await asker.version(near: places)
    haul.requests += version.requests
    switch version.reply {
    case .failure(let fault):
        haul.problems = [serverProblem(fault, drives: pairs.count, lines: lines.count)]
        return haul
    case .success(let data):
        haul.edition = RoadEdition(engine: engine.name, profile: engine.profile, data: data)
    }
    if let edition, edition != haul.edition { return haul }

    let harvest = await asker.tables(for: pairs, into: &haul)
    var problems = missingDrives(harvest, of: pairs, in: haul)
    problems += dropFarPlaces(from: &haul, of: pairs, limit: limits.maxSnapMetres)
    problems += unreachableDrives(of: pairs, in: haul)
    haul.remember(harvest.failures, of: pairs)
    if let fault = harvest.stoppedBy {
        if !lines.isEmpty { problems.append(serverProblem(fault, drives: 0, lines: lines.count)) }
    } else {
        problems += await asker.lines(for: lines.filter { haul.allows($0, limit: limits.maxSnapMetres) }, into: &haul)
    }
    haul.problems = problems
    return haul
}

/// In time O(n) where the list is in order already.
private func sortedUnique(_ pairs: [RoadPair]) -> [RoadPair] {
    let isInOrder = zip(pairs, pairs.dropFirst()).allSatisfy { $0 < $1 }
    if isInOrder { return pairs }
    var unique: [RoadPair] = []
    for pair in pairs.sorted() where unique.last != pair { unique.append(pair) }
    return unique
}

/// Up to four places to ask about, spread over the list: one of them may be where the engine has no roads.
private func someEndpoints(of pairs: [RoadPair]) -> [RoadPlace] {
    var places: [RoadPlace] = []
    for part in 0..<4 where !pairs.isEmpty {
        let place = pairs[part * (pairs.count - 1) / 3].from
        if !places.contains(place) { places.append(place) }
    }
    return places
}

extension RoadHaul {
    /// Whether a line may be asked for: both ends are near a road, and there is a way, as far as is known.
    fileprivate func allows(_ pair: RoadPair, limit: Int) -> Bool {
        drives[pair] != .unreachable && !isFar(pair.from, limit: limit) && !isFar(pair.to, limit: limit)
    }

    func isFar(_ place: RoadPlace, limit: Int) -> Bool {
        guard let snap = snaps[place] else { return false }
        guard let metres = snap else { return true }
        // In tenths of a metre, as it is kept: a later run must not see it otherwise.
        return Double(snapDecimetres(metres)) > Double(limit) * 10
    }
}
