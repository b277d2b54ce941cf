import Config
import Quantities
import Records
import Testing

@testable import Forecasting

private func call(
    _ rep: String, _ amount: Int, month: Day = day(11, 1), at moment: Day, best: Int? = nil, note: String? = nil,
    by caller: ForecastCall.Caller = .rep
) -> ForecastCall {
    ForecastCall(
        id: RecordID("t:\(rep)-\(month.iso)-\(moment.iso)-\(caller.rawValue)"), repID: RecordID("t:\(rep)"),
        caller: caller, month: month, commit: euros(amount), bestCase: best.map { euros($0) }, note: note,
        at: Instant(utc: moment, seconds: 32_400))
}

private func range(_ scope: BookingForecast.Scope, _ p10: Int, _ p50: Int, _ p90: Int) -> BookingForecast {
    BookingForecast(
        scope: scope, period: .month, from: day(11, 1), until: day(11, 30), booked: euros(0), p10: euros(p10),
        p50: euros(p50), p90: euros(p90), notYetCreated: euros(0), quota: nil, repCall: nil, managerCall: nil)
}

private let ana = BookingForecast.Scope.rep(RecordID("t:a"))

@Suite struct MeasureCallsTests {
    @Test func `the latest call stands beside the model, the earlier ones behind it`() throws {
        let book = book([]) {
            $0.forecastCalls = [
                call("a", 90, at: day(11, 9), note: "one moved out"), call("a", 120, at: day(10, 30), best: 150),
                call("a", 70, at: day(11, 2), by: .manager), call("a", 55, month: day(10, 1), at: day(10, 1)),
            ]
        }
        let calls = measureCalls(book, forecasts: [range(ana, 80, 100, 130)]).filter { $0.scope == ana }
        try #require(calls.map(\.caller) == [.rep, .manager])
        #expect(calls[0].latest.commit == euros(90) && calls[0].latest.note == "one moved out")
        #expect(calls[0].earlier.map(\.commit) == [euros(120)])
        #expect(calls[0].difference == euros(-10) && calls[0].position == .inside)
        #expect(calls[1].difference == euros(-30) && calls[1].position == .below)
        #expect(calls.allSatisfy { $0.month == day(11, 1) && $0.isComplete })
    }

    @Test func `both ends of the band are inside`() {
        for (amount, position) in [(79, CallRecord.Position.below), (80, .inside), (130, .inside), (131, .above)] {
            let book = book([]) { $0.forecastCalls = [call("a", amount, at: day(11, 2))] }
            let calls = measureCalls(book, forecasts: [range(ana, 80, 100, 130)])
            #expect(calls.first { $0.scope == ana }?.position == position)
        }
    }

    @Test func `a sum says whose number is missing, and is not compared until nobody's is`() {
        let forecasts = [range(.company, 100, 200, 300)]
        let one = book([]) { $0.forecastCalls = [call("a", 90, at: day(11, 2), best: 95)] }
        let alone = measureCalls(one, forecasts: forecasts)[0]
        #expect(alone.scope == .company && alone.called == 1 && alone.asked == 2)
        #expect(alone.difference == nil && alone.position == nil)
        let two = book([]) {
            $0.forecastCalls = [call("a", 90, at: day(11, 2), best: 95), call("b", 60, at: day(11, 3))]
        }
        let both = measureCalls(two, forecasts: forecasts)[0]
        #expect(both.latest.commit == euros(150) && both.latest.bestCase == nil)
        #expect(both.difference == euros(-50) && both.position == .inside)
    }

    @Test func `a later month is called without a model beside it`() {
        let book = book([]) { $0.forecastCalls = [call("a", 90, month: day(12, 1), at: day(11, 2))] }
        let calls = measureCalls(book, forecasts: [range(ana, 80, 100, 130)])
        #expect(calls.allSatisfy { $0.month == day(12, 1) && $0.model == nil && $0.position == nil })
        #expect(calls.count == 3)
    }

    @Test func `a number in a currency without a rate is in no sum`() {
        let book = book([]) {
            var foreign = call("a", 90, at: day(11, 2))
            foreign.commit = Money(minorUnits: 9_000, currency: Currency(code: "CHF")!)
            $0.forecastCalls = [foreign]
        }
        #expect(measureCalls(book, forecasts: []).isEmpty)
    }
}

@Suite struct MeasureCallersTests {
    /// Ana books 100 in August, 200 in September, 300 in October.
    private let wins = (0..<3).map { index in
        deal("w\(index)", [Step(day(7, 1), "First", 100), Step(day(8 + index, 20), "Won", 100 * (index + 1))])
    }

    @Test func `past calls are scored against what was booked`() throws {
        let book = book(wins) {
            $0.forecastCalls = [
                call("a", 120, month: day(8, 1), at: day(7, 30)), call("a", 180, month: day(9, 1), at: day(8, 30)),
                call("a", 300, month: day(10, 1), at: day(9, 30)),
            ]
        }
        let callers = measureCallers(book) { scope, month in
            scope == ana && month > day(8, 1) ? euros(250) : nil
        }.filter { $0.scope == ana }
        let before = try #require(callers.first)
        #expect(before.moment == .beforeMonth && before.months.count == 3)
        #expect(before.months.map(\.booked) == [100, 200, 300].map { euros($0) })
        // |120 − 100| + |180 − 200| + 0, of 600; 20 − 20 + 0.
        #expect(abs((before.wape ?? 9) - 40.0 / 600) < 1e-12)
        #expect(before.bias == 0)
        #expect(abs(before.hitShare - 2.0 / 3) < 1e-12)
        // The model's 250 against 200 and 300, and the caller's 180 and 300.
        #expect(before.comparedMonths.count == 2)
        #expect(abs((before.modelWAPE ?? 9) - 100.0 / 500) < 1e-12)
        #expect(abs((before.comparedWAPE ?? 9) - 20.0 / 500) < 1e-12)
        #expect(callers.map(\.moment) == [.beforeMonth, .midMonth])
        #expect(callers[1].months.allSatisfy { $0.model == nil })
    }

    @Test func `what is said later does not count for the moment before`() throws {
        let said = [
            call("a", 500, month: day(10, 1), at: day(9, 30)), call("a", 310, month: day(10, 1), at: day(10, 15)),
        ]
        let late = call("a", 300, month: day(10, 1), at: day(10, 16))
        let moments = [said, said + [late]].map { calls in
            measureCallers(book(wins) { $0.forecastCalls = calls }) { _, _ in nil }.filter { $0.scope == ana }
        }
        #expect(moments[0] == moments[1])
        #expect(moments[0].map { $0.months.map(\.call.commit) } == [[euros(500)], [euros(310)]])
    }

    @Test func `a month that is not over is not scored, and neither is one nobody called in time`() {
        let book = book(wins) {
            $0.forecastCalls = [
                call("a", 500, month: day(11, 1), at: day(10, 30)), call("a", 5, month: day(10, 1), at: day(10, 20)),
            ]
        }
        #expect(measureCallers(book) { _, _ in nil }.isEmpty)
    }

    @Test func `a team is judged in months in which everybody who worked then was called`() {
        let both = book(wins) {
            $0.reps[1].hired = day(9, 10)
            $0.forecastCalls = [
                call("a", 120, month: day(9, 1), at: day(8, 30)), call("a", 300, month: day(10, 1), at: day(9, 30)),
            ]
        }
        let company = measureCallers(both) { _, _ in nil }.filter { $0.scope == .company }
        #expect(company.allSatisfy { $0.months.map(\.month) == [day(9, 1)] })
        #expect(company.count == 2)
    }
}
