import Config
import Quantities
import Records
import Testing

@testable import Forecasting

@Suite struct DealRisksTests {
    private func risks(
        _ deal: Opportunity, history: [Opportunity] = [], adding more: (inout SalesBookContents) -> Void = { _ in }
    ) -> [DealForecast.Risk] {
        let result = forecastPipeline(
            book(history + [deal], adding: more), stages: stages, settings: quickSettings(simulations: 10),
            report: ReportSettings())
        return result.deals.first { $0.opportunityID == deal.id }?.risks ?? []
    }

    private func followUp(of customer: String) -> FollowUp {
        FollowUp(
            id: RecordID("t:f-\(customer)"), customerID: RecordID("t:\(customer)"), repID: nil, subject: "Call",
            due: day(11, 20))
    }

    private func activity(_ on: Day, _ state: Activity.State, of customer: String = "c") -> Activity {
        Activity(
            id: RecordID("t:\(on.iso)"), category: .call, state: state, customerID: RecordID("t:\(customer)"),
            repID: nil,
            start: Instant(utc: on, seconds: 36_000))
    }

    private func nextStep(_ contents: inout SalesBookContents) { contents.followUps = [followUp(of: "c")] }

    @Test func `a young deal with a next step has no risk`() {
        let fresh = deal("d", customer: "c", [Step(day(11, 2), "First", close: day(11, 13))])
        #expect(risks(fresh, adding: nextStep) == [])
        #expect(risks(fresh) { $0.followUps = [followUp(of: "somebody")] } == [.noNextStep])
    }

    @Test func `a passed close day, three pushes and a long stay are named`() {
        let months = [3, 4, 5, 6].map { Step(day(2, 1) + $0, "First", close: day($0, 15)) }
        let old = deal("d", customer: "c", months)
        let found = risks(old, history: steadyHistory()) {
            nextStep(&$0)
            $0.activities = [activity(day(11, 1), .done, of: "somebody")]
        }
        #expect(found == [.closeDayPassed, .stuck, .pushed, .quiet])
    }

    @Test func `a book without activities can't tell who is quiet or has no next step`() {
        let old = deal("d", customer: "c", [Step(day(6, 2), "First")])
        #expect(risks(old) == [])
        #expect(risks(old) { $0.followUps = [followUp(of: "somebody")] } == [.noNextStep])
        #expect(risks(old) { $0.activities = [activity(day(6, 3), .done, of: "somebody")] } == [.quiet, .noNextStep])
    }

    @Test func `an activity of late ends the quiet, a planned one is a next step`() {
        let deal = deal("d", customer: "c", [Step(day(6, 2), "First")])
        #expect(risks(deal) { $0.activities = [activity(day(10, 13), .done)] } == [.quiet, .noNextStep])
        #expect(risks(deal) { $0.activities = [activity(day(10, 14), .done)] } == [.noNextStep])
        #expect(risks(deal) { $0.activities = [activity(day(11, 16), .planned)] } == [.quiet])
        #expect(risks(deal) { $0.activities = [activity(day(10, 30), .cancelled)] } == [.quiet, .noNextStep])
    }
}
