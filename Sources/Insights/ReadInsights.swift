package import Config
package import Records

/// Reads what the book says beyond single records. A pure function of its arguments; about O(n log n) in the records.
///
/// `planning` and `forecast` say which gaps are gaps: a default cadence fills missing ones, and what counts as a
/// placeholder amount or a big deal is configured.
package func readInsights(
    _ book: SalesBook, planning: PlanningSettings = PlanningSettings(), forecast: ForecastSettings = ForecastSettings()
) -> BookInsights {
    readInsights(
        book, duplicates: duplicateCustomers(among: book.customers), planning: planning, forecast: forecast)
}

/// The same with pairs of likely duplicates that are already known.
package func readInsights(
    _ book: SalesBook, duplicates: [CustomerMatch], planning: PlanningSettings = PlanningSettings(),
    forecast: ForecastSettings = ForecastSettings()
) -> BookInsights {
    let customers = customerInsights(book)
    return BookInsights(
        customers: customers, segments: segments(of: customers, in: book), leads: leadSummary(book.leads),
        campaigns: campaignResults(book), service: serviceSummary(book), duplicates: duplicatePairs(duplicates),
        dataHealth: dataHealth(book, duplicates: duplicates, planning: planning, forecast: forecast))
}

private func duplicatePairs(_ matches: [CustomerMatch]) -> [DuplicatePair] {
    matches
        .map { DuplicatePair(first: $0.first, second: $0.second, score: $0.score, evidence: $0.evidence) }
        .sorted { ($1.score, $0.first, $0.second) < ($0.score, $1.first, $1.second) }
}
