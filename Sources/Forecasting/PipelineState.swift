import Records

/// What one deal is to a pipeline, from one of its changes to the next.
struct PipelineState {
    var outcome: Opportunity.Outcome
    /// Minor units that count: 0 for a placeholder, a missing amount or another currency.
    var amount: Int
    var isInScope: Bool
    /// Promised for the period, or earlier.
    var isInPeriod: Bool

    var counts: Bool { outcome == .open && isInScope && isInPeriod }
    var pipeline: Int { counts ? amount : 0 }

    /// The steps from the state before to this one, signed; their sum is `pipeline - before.pipeline`.
    ///
    /// `isBookable` says that a win at this moment falls in the period (or before its end), whatever was promised. A deal
    /// that was closed and closes again, such as a loss that turns out a win, was not in the pipeline: no step.
    func steps(
        after before: PipelineState?, isBookable: Bool
    ) -> [(change: PipelineWaterfall.Change, amount: Int)] {
        guard let before else { return arrival(.created, isBookable: isBookable) }
        guard before.outcome == .open else { return outcome == .open ? arrival(.reopened, isBookable: isBookable) : [] }
        switch outcome {
        case .lost: return before.counts ? [(.lost, -before.amount)] : []
        case .won: return win(after: before, isBookable: isBookable)
        case .open: break
        }
        switch (before.counts, counts) {
        case (false, false): return []
        case (false, true): return [(before.isInScope ? .pulledIn : .handedIn, amount)]
        case (true, false): return [(isInScope ? .slippedOut : .handedOut, -before.amount)]
        case (true, true): return rise(from: before.amount, to: amount)
        }
    }

    /// A deal may be created closed: it then comes and goes.
    private func arrival(
        _ change: PipelineWaterfall.Change, isBookable: Bool
    ) -> [(change: PipelineWaterfall.Change, amount: Int)] {
        guard isInScope else { return [] }
        switch outcome {
        case .open: return isInPeriod ? [(change, amount)] : []
        case .won: return isInPeriod || isBookable ? [(change, amount), (.won, -amount)] : []
        case .lost: return isInPeriod ? [(change, amount), (.lost, -amount)] : []
        }
    }

    /// A win without an amount is worth what the deal was.
    private func win(
        after before: PipelineState, isBookable: Bool
    ) -> [(change: PipelineWaterfall.Change, amount: Int)] {
        let booked = amount > 0 ? amount : before.amount
        if before.counts {
            guard isInScope else { return [(.handedOut, -before.amount)] }
            return rise(from: before.amount, to: booked) + [(.won, -booked)]
        }
        guard isInScope, before.isInPeriod || isBookable else { return [] }
        return [(before.isInScope ? .pulledIn : .handedIn, booked), (.won, -booked)]
    }

    private func rise(from old: Int, to new: Int) -> [(change: PipelineWaterfall.Change, amount: Int)] {
        new > old ? [(.amountUp, new - old)] : new < old ? [(.amountDown, new - old)] : []
    }
}
