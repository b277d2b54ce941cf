/// What came of asking for one block: tables that cover it wholly or in part, and what is missing and why.
struct RoadBlockOutcome: Sendable {
    var tables: [(block: RoadBlock, answer: RoadTableAnswer)] = []
    var failures: [RoadFailure] = []
    var requests = 0

    /// Whether there was nothing but answers of that kind.
    var isTooBig: Bool { tables.isEmpty && !failures.isEmpty && failures.allSatisfy(\.fault.isTooBig) }

    mutating func append(_ other: RoadBlockOutcome) {
        tables += other.tables
        failures += other.failures
        requests += other.requests
    }
}

/// A part of a block without an answer.
struct RoadFailure: Sendable {
    var fault: RoadFault
    var block: RoadBlock
    /// Where the fault was traced to one place: all drives of the block from and to it are missing, and no others.
    var place: RoadPlace?
    /// Whether the fault is the answer to just this place or block, and not to something larger around it.
    var isExact = false
}

/// What all tables brought, besides the haul.
struct RoadHarvest {
    var failures: [RoadFailure] = []
    /// Why the rest was not asked.
    var stoppedBy: RoadFault?
}

extension RoadAsker {
    /// Asks for drives in blocks; `pairs` sorted and unique.
    func tables(for pairs: [RoadPair], into haul: inout RoadHaul) async -> RoadHarvest {
        let blocks = roadBlocks(for: pairs, maxPlaces: limits.maxPlaces)
        var harvest = RoadHarvest()
        var breaker = RoadBreaker(maxRefusals: 10)
        let begun = await askInOrder(blocks, parallel: limits.parallel) { block in
            await drives(of: block)
        } take: { _, outcome in
            haul.requests += outcome.requests
            for table in outcome.tables { haul.take(table.answer, for: table.block) }
            // What failed after the stop was cancelled, and is missing for the reason of the stop.
            guard harvest.stoppedBy == nil else { return false }
            harvest.failures += outcome.failures
            breaker.note(outcome.tables.isEmpty ? outcome.failures.first?.fault : nil)
            if breaker.isOpen { harvest.stoppedBy = outcome.failures.first?.fault }
            return harvest.stoppedBy == nil
        }
        haul.pairsAsked += blocks.prefix(begun).reduce(0) { $0 + $1.origins.count * $1.destinations.count }
        return harvest
    }

    /// Asks for one block and does what can be done when that fails.
    func drives(of block: RoadBlock) async -> RoadBlockOutcome {
        let first = await table(block)
        var outcome = RoadBlockOutcome(requests: first.requests)
        switch first.reply {
        case .success(let answer):
            outcome.tables = [(block, answer)]
        case .failure(let fault):
            if fault.isTooBig, let halves = block.halves {
                for half in halves where !outcome.isTooBig { outcome.append(await drives(of: half)) }
                // What is too big down to a single drive is not better elsewhere.
                if outcome.isTooBig { outcome.failures = [RoadFailure(fault: fault, block: block)] }
            } else if fault.mayPass || fault.isTooBig || Task.isCancelled {
                outcome.failures = [RoadFailure(fault: fault, block: block)]
            } else {
                outcome.append(await drivesWithoutSpoilers(of: block, after: fault))
            }
        }
        return outcome
    }
}

extension RoadBlock {
    /// The longer list is cut in two; nil for a single drive.
    var halves: [RoadBlock]? {
        guard max(origins.count, destinations.count) > 1 else { return nil }
        if origins.count >= destinations.count {
            let middle = origins.count / 2
            return [
                RoadBlock(origins: Array(origins[..<middle]), destinations: destinations),
                RoadBlock(origins: Array(origins[middle...]), destinations: destinations),
            ]
        }
        let middle = destinations.count / 2
        return [
            RoadBlock(origins: origins, destinations: Array(destinations[..<middle])),
            RoadBlock(origins: origins, destinations: Array(destinations[middle...])),
        ]
    }
}

extension RoadHaul {
    /// Puts a table in; what is known already stays.
    fileprivate mutating func take(_ table: RoadTableAnswer, for block: RoadBlock) {
        for place in block.origins + block.destinations where snaps.index(forKey: place) == nil {
            if let snap = table.snaps[place] { snaps.updateValue(snap, forKey: place) }
        }
        drives.reserveCapacity(drives.count + table.drives.count)
        for (row, origin) in block.origins.enumerated() {
            for (column, destination) in block.destinations.enumerated() {
                let pair = RoadPair(from: origin, to: destination)
                let drive = table.drives[row * block.destinations.count + column]
                if drives[pair] == nil { drives[pair] = drive }
            }
        }
    }
}
