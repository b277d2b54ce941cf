import Quantities

extension SalesBook {
    /// What the book holds, to make another of it. Customers have the owner that their assignments give them.
    package var contents: SalesBookContents {
        var contents = SalesBookContents()
        contents.teams = teams
        contents.reps = reps
        contents.customers = customers
        contents.contacts = contacts
        contents.leads = leads
        contents.opportunities = opportunities
        contents.activities = activities
        contents.followUps = followUps
        contents.orders = orders
        contents.serviceCases = serviceCases
        contents.campaigns = campaigns
        contents.quotas = quotas
        contents.forecastCalls = forecastCalls
        contents.assignments = assignments
        contents.territoryRuns = territoryRuns
        contents.importRuns = importRuns
        return contents
    }

    /// The same company with other contents, on the same day. O(n log n).
    package func with(_ contents: SalesBookContents) -> SalesBook {
        SalesBook(asOf: asOf, zone: zone, currency: currency, contents: contents)
    }

    /// The book with more calls, of those known on its day; one that it has already, with the same person, month, number
    /// and time, is not taken twice.
    package func adding(_ calls: [ForecastCall]) -> SalesBook {
        let end = zone.instant(asOf + 1)
        var seen = Set(forecastCalls.map(SaidCall.init))
        let new = calls.filter { $0.at < end && seen.insert(SaidCall($0)).inserted }
        guard !new.isEmpty else { return self }
        var contents = contents
        contents.forecastCalls += new
        return with(contents)
    }
}

/// A call without its id and note.
private struct SaidCall: Hashable {
    var repID: RecordID<Rep>
    var caller: ForecastCall.Caller
    var month: Day
    var commit: Money
    var bestCase: Money?
    var at: Instant

    init(_ call: ForecastCall) {
        repID = call.repID
        caller = call.caller
        month = call.month
        commit = call.commit
        bestCase = call.bestCase
        at = call.at
    }
}
