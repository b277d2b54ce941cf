import Diagnostics
import Quantities
import Records

extension Blemishes {
    /// An amount that only holds the place of one, and a deal without any.
    mutating func spoil(_ opportunities: inout [Opportunity], sparing story: Story, seed: UInt64) {
        var random = SeededRandom(seed: seed, stream: "deal-blemishes")
        let open = opportunities.indices.filter {
            opportunities[$0].outcome == .open && !story.slipped.contains(opportunities[$0].id)
        }
        let chosen = Array(random.shuffled(open).prefix(2))
        for (index, amount) in zip(chosen, [euros(1), nil]) {
            opportunities[index].amount = amount
            for change in opportunities[index].changes.indices { opportunities[index].changes[change].amount = amount }
            note(
                Problem(
                    .warning, amount == nil ? "deal.no-amount" : "deal.placeholder-amount",
                    amount == nil ? "No amount" : "An amount of 1 is a placeholder",
                    at: ProblemPlace(file: "deals.csv", line: index + 2, field: "amount"),
                    value: amount == nil ? nil : "1", hint: "estimate what the deal is worth"),
                opportunities[index].id.text)
        }
    }

    /// The demo as an entry of the import ledger: one file a kind of record.
    func ledger(of contents: SalesBookContents, timeline: Timeline) -> ImportRun {
        let at = timeline.instant(timeline.ending, 18 * 60 + 30)
        func file(_ name: String, _ record: String, _ rows: Int, _ newest: Instant? = nil) -> ImportRun.File {
            ImportRun.File(
                name: "\(name).csv", record: record, rows: rows, added: rows, changed: 0, unchanged: 0, rejected: 0,
                newest: newest)
        }
        let changes = contents.opportunities.flatMap(\.changes)
        return ImportRun(
            id: RecordID("demo:import-1"), preset: "demo", at: at,
            files: [
                file("teams", "team", contents.teams.count), file("reps", "rep", contents.reps.count),
                file("customers", "customer", contents.customers.count, contents.customers.compactMap(\.created).max()),
                file("contacts", "contact", contents.contacts.count),
                file("leads", "lead", contents.leads.count, contents.leads.compactMap(\.created).max()),
                file("deals", "opportunity", contents.opportunities.count, contents.opportunities.map(\.created).max()),
                file("deal-history", "opportunity_change", changes.count, changes.map(\.at).max()),
                file(
                    "activities", "activity", contents.activities.count,
                    contents.activities.map(\.start).filter { $0 <= at }.max()),
                file(
                    "follow-ups", "follow_up", contents.followUps.count, contents.followUps.compactMap(\.created).max()),
                file(
                    "orders", "order", contents.orders.count,
                    contents.orders.map(\.day).max().map { timeline.instant($0, 12 * 60) }),
                file("cases", "service_case", contents.serviceCases.count, contents.serviceCases.map(\.opened).max()),
                file("campaigns", "campaign", contents.campaigns.count),
                file("campaign-members", "campaign_member", contents.campaigns.reduce(0) { $0 + $1.members.count }),
                file("quotas", "quota", contents.quotas.count),
                file(
                    "forecast-calls", "forecast_call", contents.forecastCalls.count,
                    contents.forecastCalls.map(\.at).max()),
                file("assignments", "territory_assignment", contents.assignments.count),
            ], problems: problems)
    }
}
