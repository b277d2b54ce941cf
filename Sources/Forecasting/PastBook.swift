import Quantities
import Records

extension SalesBook {
    /// Opportunities as they were known at the end of `day`, and nothing else but teams and reps. O(changes).
    ///
    /// Stage, amount, close day, owner and outcome come from the last change known then; deals of later are not in it.
    func opportunitiesKnown(on day: Day) -> SalesBook {
        let end = zone.instant(day + 1)
        var contents = SalesBookContents()
        contents.teams = teams
        contents.reps = reps
        contents.opportunities = opportunities.compactMap { opportunity in
            var past = opportunity
            // Changes are sorted by time.
            past.changes = Array(opportunity.changes.prefix { $0.at < end })
            guard let last = past.changes.last else { return nil }
            past.stage = last.stage
            past.outcome = last.outcome
            past.amount = last.amount
            past.closeDay = last.closeDay
            past.ownerID = last.ownerID ?? opportunity.ownerID
            past.closed = last.outcome == .open ? nil : last.at
            return past
        }
        return SalesBook(asOf: day, zone: zone, currency: currency, contents: contents)
    }
}
