import Diagnostics
import Quantities
import Records
import Testing

@testable import Intake

@Suite struct DealReadingsTests {
    @Test func `a stage counts without case and takes the config's spelling`() {
        var row = rowReader(["opportunity.stage": "closed won"])
        let (name, outcome, isKnown) = row.stage("opportunity.stage")
        #expect(name == "Closed Won" && outcome == .won && isKnown)
        #expect(row.tallies.isEmpty)
    }

    @Test func `a missing stage is an error and leaves the deal open`() {
        var row = rowReader(["opportunity.stage": ""])
        #expect(row.stage("opportunity.stage").outcome == .open)
        #expect(row.tallies.map(\.problem.problem.kind) == ["opportunity.no-stage"])
    }

    @Test(arguments: [
        ("true", "true", Opportunity.Outcome.won), ("true", "false", .lost), ("false", "false", .open),
        ("", "true", .won),
    ])
    func `the CRM's marks say the outcome`(isClosed: String, isWon: String, outcome: Opportunity.Outcome) {
        var row = rowReader(["opportunity.is_closed": isClosed, "opportunity.is_won": isWon])
        #expect(row.statedOutcome == outcome)
    }

    @Test func `without marks nothing is stated`() {
        var row = rowReader(["opportunity.is_won": "false"])
        #expect(row.statedOutcome == nil)
    }

    @Test func `a change without an opportunity or a time is rejected`() throws {
        let read = try SmallExport([
            "OpportunityHistory.csv":
                "Id,OpportunityId,StageName,CreatedDate\nh1,,Prospecting,2026-10-01\nh2,o1,Prospecting,\n"
        ]).read()
        #expect(
            read.problems("opportunity_change.incomplete").map { $0.place?.field } == ["OpportunityId", "CreatedDate"])
        #expect(read.run.files.first?.rejected == 2)
    }
}
