import Config
import Quantities
import Records
import Testing

@testable import Forecasting

@Suite struct MeasureWaterfallTests {
    // As of Friday the 13th the report week began on Monday the 9th.
    private func waterfall(_ deals: [Opportunity]) -> PipelineWaterfall {
        measureWaterfall(book(deals), settings: ForecastSettings())
    }

    /// Whole euros of created, reopened, amount up, amount down, won, lost; the company's bars have no hand-overs.
    private func amounts(_ waterfall: PipelineWaterfall) -> [Int] {
        [.created, .reopened, .amountUp, .amountDown, .won, .lost].map { Int(waterfall[$0].amount.amount) }
    }

    @Test func `each change has its bar`() {
        let result = waterfall([
            deal("new", [Step(day(11, 9), "First", 100)]),
            deal(
                "back", [Step(day(10, 1), "First", 70), Step(day(10, 9), "Lost", 70), Step(day(11, 10), "First", 80)]),
            deal("grown", [Step(day(10, 1), "First", 200), Step(day(11, 11), "First", 250)]),
            deal("cut", [Step(day(10, 1), "First", 300), Step(day(11, 11), "Second", 260)]),
            deal("won", [Step(day(10, 1), "First", 1_000), Step(day(11, 12), "Won", 900)]),
            deal("lost", [Step(day(10, 1), "First", 500), Step(day(11, 13), "Lost", 0)]),
            deal("still", [Step(day(10, 1), "First", 40)]),
        ])
        #expect(result.from == day(11, 9) && result.until == day(11, 13))
        #expect(result.opening == euros(2_040))
        // The win went down by 100 before it was booked at 900.
        #expect(amounts(result) == [100, 80, 50, -140, -900, -500])
        #expect(result.closing == euros(730))
        #expect(result.sumsExactly)
        #expect(result[.amountDown].opportunities.map(\.text) == ["t:cut", "t:won"])
    }

    @Test func `a deal that comes and goes within the week stands in both bars`() {
        let result = waterfall([
            deal("quick", [Step(day(11, 9), "First", 100), Step(day(11, 12), "Won", 120)]),
            deal("instant", [Step(day(11, 11), "Won", 30)]),
        ])
        #expect(amounts(result) == [130, 0, 20, 0, -150, 0])
        #expect(result[.created].opportunities.map(\.text) == ["t:instant", "t:quick"])
        #expect(result.opening == euros(0) && result.closing == euros(0))
    }

    @Test func `an amount that replaces a placeholder comes in as a rise`() {
        let result = waterfall([deal("p", [Step(day(10, 1), "First", 1), Step(day(11, 10), "First", 600)])])
        #expect(result.opening == euros(0))
        #expect(amounts(result) == [0, 0, 600, 0, 0, 0])
    }

    @Test func `slipped deals are those promised for an earlier month`() {
        let result = waterfall([
            deal(
                "slips",
                [
                    Step(day(10, 1), "First", 100, close: day(11, 20)),
                    Step(day(11, 10), "First", 100, close: day(12, 1)),
                ]),
            deal(
                "within",
                [
                    Step(day(10, 1), "First", 100, close: day(11, 20)),
                    Step(day(11, 10), "First", 100, close: day(11, 30)),
                ]),
            deal(
                "before",
                [
                    Step(day(10, 1), "First", 100, close: day(10, 20)),
                    Step(day(11, 1), "First", 100, close: day(11, 30)),
                ]),
        ])
        #expect(result.slipped.map(\.text) == ["t:slips"])
        #expect(result.slippedAmount == euros(100))
    }
}
