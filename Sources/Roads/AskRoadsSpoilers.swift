/// The search for the places for whose sake an engine refuses a whole table.
extension RoadAsker {
    /// Asks for a block that was refused, without the places that spoil it.
    ///
    /// The places are halved again and again, the largest doubtful lot first, and each half is asked for by itself: a
    /// group test by bisection, 2 log₂ n questions a spoiler. After 4 log₂ n questions whatever is still doubtful is
    /// left out. Then the block is asked for once more without all that. Where no place is to blame but pairs are (too
    /// far apart, say), the block is cut in two while questions are left.
    func drivesWithoutSpoilers(of block: RoadBlock, after fault: RoadFault) async -> RoadBlockOutcome {
        let places = block.places
        guard places.count > 2 else {
            return RoadBlockOutcome(failures: [RoadFailure(fault: fault, block: block, isExact: true)])
        }
        var search = SpoilerSearch(places: places, fault: fault)
        var outcome = RoadBlockOutcome()
        while let lot = search.nextLot() {
            let part = block.restricted(to: lot)
            let answer = await table(part)
            outcome.requests += answer.requests
            switch answer.reply {
            case .success(let table):
                outcome.tables.append((part, table))
                search.clear(lot)
            case .failure(let fault):
                if fault.mayPass || Task.isCancelled || (!fault.isRefusal && search.hasOnlyRefusals) {
                    outcome.failures.append(RoadFailure(fault: fault, block: block))
                    return outcome
                }
                search.suspect(lot, for: fault)
            }
        }
        let found = search.found
        guard found.count < places.count else {
            outcome.failures.append(RoadFailure(fault: fault, block: block))
            return outcome
        }
        outcome.failures += found.map {
            RoadFailure(fault: $0.fault, block: block, place: $0.place, isExact: $0.isSpoiler)
        }
        let left = Set(places).subtracting(found.map(\.place))
        let rest = RoadBlock(
            origins: block.origins.filter(left.contains), destinations: block.destinations.filter(left.contains))
        guard !rest.origins.isEmpty, !rest.destinations.isEmpty else { return outcome }
        outcome.append(await drivesInPieces(of: rest, after: fault, isRefused: found.isEmpty))
        return outcome
    }

    /// Asks for a block unless it was refused just now, and then for smaller and smaller pieces of it, 16 questions at
    /// most.
    private func drivesInPieces(of block: RoadBlock, after fault: RoadFault, isRefused: Bool) async -> RoadBlockOutcome
    {
        var outcome = RoadBlockOutcome()
        var questions = 16
        var pieces = [(block: block, fault: fault, isRefused: isRefused)]
        var next = 0
        while next < pieces.count {
            var (piece, fault, isRefused) = pieces[next]
            next += 1
            if !isRefused, questions > 0 {
                questions -= 1
                let answer = await table(piece)
                outcome.requests += answer.requests
                switch answer.reply {
                case .success(let table):
                    outcome.tables.append((piece, table))
                    continue
                case .failure(let latest):
                    fault = latest
                    isRefused = true
                }
            }
            if isRefused, questions > 1, !fault.mayPass, !Task.isCancelled, let halves = piece.halves {
                pieces += halves.map { ($0, fault, false) }
            } else {
                outcome.failures.append(RoadFailure(fault: fault, block: piece, isExact: isRefused))
            }
        }
        return outcome
    }
}
