import Config
import Quantities
import Records
import Testing

@testable import Forecasting

/// Periods and owners: what is outside, and how deals come in and go out.
@Suite struct WaterfallScopeTests {
    private let quarter = day(10, 1)...day(12, 31)
    private let from = day(11, 9)
    private let until = day(11, 13)

    private func changes(_ waterfall: PipelineWaterfall) -> [PipelineWaterfall.Change: Int] {
        #expect(waterfall.sumsExactly)
        return Dictionary(
            uniqueKeysWithValues: waterfall.bars.filter { !$0.deals.isEmpty }.map { ($0.change, Int($0.amount.amount)) }
        )
    }

    private func inQuarter(_ deals: Opportunity...) -> PipelineWaterfall {
        measureWaterfall(book(deals), from: from, until: until, period: quarter, settings: ForecastSettings())
    }

    private func of(_ scope: PipelineWaterfall.Scope, _ deals: Opportunity...) -> PipelineWaterfall {
        measureWaterfall(book(deals), from: from, until: until, scope: scope, settings: ForecastSettings())
    }

    @Test func `a promise behind the quarter slips out with the amount that it had`() {
        let result = inQuarter(
            deal(
                "d",
                [
                    Step(day(10, 1), "First", 100, close: day(12, 1)),
                    Step(day(11, 10), "First", 140, close: day(1, 15, year: 2027)),
                ]))
        #expect(result.opening == euros(100) && result.closing == euros(0))
        #expect(changes(result) == [.slippedOut: -100])
    }

    @Test func `a promise that comes into the quarter is pulled in with the amount that it has`() {
        let result = inQuarter(
            deal(
                "d",
                [
                    Step(day(10, 1), "First", 100, close: day(1, 15, year: 2027)),
                    Step(day(11, 10), "First", 140, close: day(12, 1)),
                ]))
        #expect(changes(result) == [.pulledIn: 140])
        #expect(result.closing == euros(140))
    }

    @Test func `out and in again stands in both bars`() {
        let next = day(1, 15, year: 2027)
        let result = inQuarter(
            deal(
                "d",
                [
                    Step(day(10, 1), "First", 100, close: day(12, 1)), Step(day(11, 9), "First", 100, close: next),
                    Step(day(11, 12), "First", 90, close: day(12, 20)),
                ]))
        #expect(changes(result) == [.slippedOut: -100, .pulledIn: 90])
    }

    @Test func `a passed promise still counts, and none does not`() {
        let result = inQuarter(
            deal("late", [Step(day(8, 1), "First", 100, close: day(9, 20))]),
            deal("never", [Step(day(8, 1), "First", 70)]),
            deal(
                "moved",
                [Step(day(8, 1), "First", 30, close: day(9, 20)), Step(day(11, 9), "First", 30, close: day(12, 9))]))
        #expect(result.opening == euros(130))
        #expect(changes(result) == [:])
    }

    @Test func `a win of the quarter counts for it whatever was promised, a loss does not`() {
        let next = day(1, 15, year: 2027)
        let result = inQuarter(
            deal("won", [Step(day(10, 1), "First", 100, close: next), Step(day(11, 10), "Won", 90, close: next)]),
            deal(
                "lost", [Step(day(10, 1), "First", 50, close: next), Step(day(11, 10), "Lost", 50, close: day(11, 10))])
        )
        #expect(result.opening == euros(0))
        #expect(changes(result) == [.pulledIn: 90, .won: -90])
    }

    @Test func `a deal created for the next quarter is outside`() {
        let result = inQuarter(
            deal("next", [Step(day(11, 10), "First", 100, close: day(2, 1, year: 2027))]),
            deal("now", [Step(day(11, 10), "First", 40, close: day(12, 1))]))
        #expect(changes(result) == [.created: 40])
    }

    @Test func `a deal that changes hands leaves one rep and comes to the other`() {
        var given = deal("d", owner: "b", [Step(day(10, 1), "First", 100), Step(day(11, 10), "First", 120)])
        given.changes[0].ownerID = RecordID("t:a")
        given.changes[1].ownerID = RecordID("t:b")
        #expect(changes(of(.rep(RecordID("t:a")), given)) == [.handedOut: -100])
        #expect(changes(of(.rep(RecordID("t:b")), given)) == [.handedIn: 120])
        #expect(changes(of(.team(RecordID("t:north")), given)) == [.handedOut: -100])
        #expect(changes(of(.company, given)) == [.amountUp: 20])
    }

    @Test func `a loss is the former owner's, a win the new one's`() {
        var won = deal("w", owner: "b", [Step(day(10, 1), "First", 100), Step(day(11, 10), "Won", 120)])
        var lost = deal("l", owner: "b", [Step(day(10, 1), "First", 50), Step(day(11, 10), "Lost", 0)])
        for index in 0...1 {
            won.changes[index].ownerID = RecordID(index == 0 ? "t:a" : "t:b")
            lost.changes[index].ownerID = won.changes[index].ownerID
        }
        #expect(changes(of(.rep(RecordID("t:a")), won, lost)) == [.handedOut: -100, .lost: -50])
        #expect(changes(of(.rep(RecordID("t:b")), won, lost)) == [.handedIn: 120, .won: -120])
    }

    @Test func `nothing after the last day is known`() {
        let steps = [Step(day(10, 1), "First", 100), Step(day(11, 5), "Second", 150)]
        let later = steps + [Step(day(11, 10), "Won", 400)]
        func october(_ steps: [Step]) -> PipelineWaterfall {
            measureWaterfall(
                book([deal("d", steps)]), from: day(11, 1), until: day(11, 9), settings: ForecastSettings())
        }
        #expect(october(later) == october(steps))
        #expect(october(later).closing == euros(150))
    }

    @Test func `an empty span changes nothing, and days behind the as-of date count as that day`() {
        let some = book([deal("d", [Step(day(10, 1), "First", 100), Step(day(11, 10), "First", 120)])])
        let empty = measureWaterfall(some, from: day(11, 10), until: day(11, 1), settings: ForecastSettings())
        #expect(empty.opening == euros(100) && empty.closing == euros(100))
        #expect(changes(empty) == [:])
        let late = measureWaterfall(some, from: day(11, 10), until: day(12, 24), settings: ForecastSettings())
        #expect(late.until == day(11, 13) && late.closing == euros(120))
    }

    @Test func `days begin at midnight of the company's zone`() throws {
        let zone = try #require(Zone("Europe/Berlin"))
        var made = deal("d", [Step(day(11, 8), "First", 100)])
        // 23:30 in London is half past midnight in Berlin.
        made.changes[0].at = Instant(utc: day(11, 8), seconds: 84_600)
        var contents = SalesBookContents()
        contents.opportunities = [made]
        let berlin = SalesBook(asOf: day(11, 13), zone: zone, currency: .euro, contents: contents)
        let settings = ForecastSettings()
        #expect(
            measureWaterfall(berlin, from: day(11, 9), until: day(11, 9), settings: settings)[.created].amount
                == euros(100))
        #expect(measureWaterfall(berlin, from: day(11, 8), until: day(11, 8), settings: settings).closing == euros(0))
    }
}
