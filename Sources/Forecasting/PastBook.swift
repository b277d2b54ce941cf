import Quantities
import Records

extension SalesBook {
    /// Opportunities, calls and what was done with customers as they were known at the end of `day`. O(changes).
    ///
    /// Stage, amount, close day, owner and outcome come from the last change known then; deals and activities of later are
    /// not in it. Teams, reps, customers, and a deal's type and lead source have no history: they are as they are now.
    func opportunitiesKnown(on day: Day) -> SalesBook {
        let end = zone.instant(day + 1)
        var contents = SalesBookContents()
        contents.teams = teams
        contents.reps = reps
        contents.customers = customers
        contents.forecastCalls = forecastCalls.filter { $0.at < end }
        contents.activities = activities.filter { $0.start < end && ($0.recorded.map { $0 < end } ?? true) }
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
            // A closed deal that is corrected later was closed when it was.
            past.closed =
                last.outcome == .open
                ? nil : past.changes.reversed().prefix { $0.outcome == last.outcome }.last?.at
            return past
        }
        return SalesBook(asOf: day, zone: zone, currency: currency, contents: contents)
    }
}
