import Config
import Forecasting
import Quantities
import Records
import Testing

@testable import Pages

@Suite struct PipelinePagesTests {
    private func euros(_ amount: Int) -> Money { Money(minorUnits: amount * 100, currency: .euro) }

    /// A deal of Ana with steps of (days ago, stage, amount, close day in days from today).
    private func deal(_ id: String, _ steps: [(ago: Int, stage: String, amount: Int, close: Int)]) -> Opportunity {
        let changes = steps.enumerated().map { index, step in
            OpportunityChange(
                id: RecordID("t:\(id)-\(index)"), at: Instant(utc: friday - step.ago, seconds: 43_200),
                stage: step.stage,
                outcome: step.stage == "Closed Won" ? .won : step.stage == "Closed Lost" ? .lost : .open,
                amount: euros(step.amount), closeDay: friday + step.close, ownerID: nil)
        }
        let last = changes[changes.count - 1]
        return Opportunity(
            id: RecordID("t:\(id)"), customerID: "t:adler", name: "Deal \(id)", created: changes[0].at,
            ownerID: "t:ana", stage: last.stage, outcome: last.outcome, amount: last.amount, closeDay: last.closeDay,
            closed: last.outcome == .open ? nil : last.at, changes: changes)
    }

    /// This week one deal was won, one lost and seven created; one is promised for a day long past.
    private func material(_ fill: (inout SalesBookContents) -> Void = { _ in }) -> SiteMaterial {
        smallMaterial {
            $0.opportunities =
                [
                    deal("won", [(40, "Prospecting", 500, 10), (2, "Closed Won", 500, -2)]),
                    deal("lost", [(40, "Prospecting", 300, 10), (1, "Closed Lost", 300, -1)]),
                    deal("late", [(60, "Negotiation/Review", 9_000, -20)]),
                ] + (1...7).map { deal("new-\($0)", [(1, "Prospecting", $0 * 100, 20)]) }
            fill(&$0)
        }
    }

    private func first(_ output: PageOutput) -> PageFields { output.pages.first?.fields ?? [:] }

    /// Every text below a value under a name.
    private func texts(_ name: String, in value: PageValue?) -> [String] {
        switch value {
        case .list(let items): items.flatMap { texts(name, in: $0) }
        case .fields(let fields):
            fields.values.sorted { $0.key < $1.key }.flatMap { key, value -> [String] in
                if key == name, case .text(let text) = value { return [text] }
                return texts(name, in: value)
            }
        default: []
        }
    }

    private func markup(in value: PageValue?) -> String {
        switch value {
        case .markup(let text): text
        case .list(let items): items.map { markup(in: $0) }.joined()
        case .fields(let fields): fields.values.sorted { $0.key < $1.key }.map { markup(in: $0.value) }.joined()
        default: ""
        }
    }

    @Test func `each bar of the waterfall and each word about it leads to a row of its deals`() {
        let fields = first(material().pipelinePage())
        let anchors = Set(texts("anchor", in: fields["parts"]))
        let links = markup(in: fields["waterfall"]).split(separator: "<a href=\"#").dropFirst().map {
            String($0.prefix { $0 != "\"" })
        }
        #expect(Set(links) == ["change-created", "change-won", "change-lost"])
        #expect(anchors.isSuperset(of: links))
        let words = texts("href", in: fields["changes"]).map { String($0.dropFirst()) }
        #expect(Set(words) == Set(links))
    }

    @Test func `the page shows five deals of a change, the file all of them`() {
        let material = material()
        let table = material.behindTable(material.forecast.quarterWaterfall, on: SitePaths.pipeline)
        func created(_ rows: [[DataTable.Cell]]) -> [String] {
            rows.filter { $0[0].text == "Created" }.map { $0[1].text }
        }
        #expect(created(table.rows).count == 7)
        let shown = table.rows.enumerated().filter { !table.fileOnlyRows.contains($0.offset) }.map(\.element)
        #expect(created(shown) == (3...7).reversed().map { "Deal new-\($0)" }, "the biggest first")
        guard case .list(let rows) = table.fields["rows"] else { return }
        #expect(rows.count == shown.count)
        #expect(table.fields["more"] == .text("\(shown.count) of \(table.rows.count) rows. The file holds them all."))
        #expect(table.csv(beside: SitePaths.pipeline).text.split(separator: "\r\n").count == 1 + table.rows.count)
    }

    @Test func `the list at the top leads to parts that are there`() {
        for output in [material().pipelinePage(), material().healthPage(), material().accuracyPage()] {
            let fields = first(output)
            let ids = Set(texts("id", in: fields["parts"]) + ["land", "changed", "decide"])
            let jumps = texts("href", in: fields["jumps"]).filter { $0.hasPrefix("#") }.map { String($0.dropFirst()) }
            #expect(!jumps.isEmpty && ids.isSuperset(of: jumps), "\(output.pages.first?.path.text ?? "")")
        }
    }

    @Test func `a deal whose day has passed wants a new close day`() {
        let material = material()
        let steps = material.dealSteps()
        let late = steps.first { $0.deal.id == "t:late" }
        #expect(late?.verb == .newDay)
        #expect(steps.first?.deal.id == "t:late", "most expected money first")
        #expect(late?.usualChance == material.forecast.stages.first { $0.stage == "Negotiation/Review" }?.winRate)
        let row = material.decideTable(steps, shown: 8, on: SitePaths.pipeline).rows.first
        #expect(row?.first?.text == "New close day")
        #expect(row?.last?.text.contains("the promised day has passed") == true)
    }

    @Test func `without quota and calls the page says what is missing`() {
        let fields = first(material().pipelinePage())
        #expect(texts("value", in: fields["cards"]).contains("not set"))
        #expect(texts("text", in: fields["parts"]).contains { $0.hasPrefix("Nobody has called November 2026 yet.") })
        #expect(!markup(in: fields["fan"]).contains("Quota"))
    }

    @Test func `a company without a deal has pages that say so`() {
        let material = smallMaterial()
        #expect(first(material.healthPage()).text("finding") == "No open deal is in the pipeline.")
        #expect(
            first(material.accuracyPage()).text("finding")
                == "The forecast can’t be scored yet: no past month has deals.")
        #expect(first(material.pipelinePage()).text("finding").hasPrefix("November 2026 lands at about €\u{a0}0"))
    }

    @Test func `tables of one page never share a file`() {
        let material = material()
        let outputs = [material.pipelinePage(), material.healthPage(), material.accuracyPage()]
        let files = outputs.flatMap(\.files).map(\.path.text)
        #expect(Set(files).count == files.count)
        #expect(files.contains("pipeline/changes.csv") && files.contains("pipeline/cohorts.csv"))
    }

    @Test func `calls stand beside the model with the difference named`() throws {
        var material = material {
            $0.forecastCalls = [
                ForecastCall(
                    id: "t:call", repID: "t:ana", caller: .rep, month: friday, commit: self.euros(1_000_000),
                    note: "a big one", at: Instant(utc: friday - 3))
            ]
        }
        material.forecast.addPeople(of: material.book, config: material.config, daysOff: [], score: nil)
        let section = material.callSection(on: SitePaths.pipeline)
        let row = try #require(section.tables.first?.rows.first { $0[0].text == "Ana" })
        #expect(row.contains { $0.text == "above" && $0.status == .watch })
        #expect(row.contains { $0.text == "a big one" })
        let rep = try #require(material.book.repByID["t:ana"])
        #expect(material.repCallText(rep)?.hasPrefix("Called for November 2026: €\u{a0}1.00\u{a0}M, ") == true)
    }

    @Test func `a team's page holds its part of the pipeline`() throws {
        let material = material()
        let team = try #require(material.book.teams.first)
        let output = material.teamPage(team)
        let files = output.files.map(\.path.text)
        for name in ["forecast.csv", "risks.csv", "waterfall.csv"] {
            #expect(files.contains { $0.hasSuffix("/\(name)") }, "\(name)")
        }
        let captions = texts("caption", in: first(output)["forecasts"])
        #expect(captions.contains("Forecast of the team and its reps"))
    }

    @Test func `a score interval equals the published formula`() {
        let half = wilsonInterval(5, of: 10)
        #expect(abs(half.low - 0.2693) < 0.0001 && abs(half.high - 0.7307) < 0.0001)
        #expect(wilsonInterval(0, of: 0) == (0, 1))
        #expect(wilsonInterval(0, of: 20).low == 0)
    }
}
