import Config
import Quantities
import Records
import Testing

@testable import Forecasting

@Suite struct BookingFanTests {
    private func forecast(asOf: Day = day(11, 13), simulations: Int = 600) -> PipelineForecast {
        let open = (1...6).map { deal("o\($0)", owner: "b", [Step(asOf - 5, "Second", $0 * 1_000)]) }
        return forecastPipeline(
            book(asOf: asOf, steadyHistory(until: asOf) + open), stages: stages,
            settings: quickSettings(simulations: simulations), report: ReportSettings())
    }

    @Test func `a fan opens at what is booked and ends at the quarter's range, for every scope`() throws {
        let result = forecast()
        let quarters = result.forecasts.filter { $0.period == .quarter }
        #expect(result.fans.map(\.scope) == quarters.map(\.scope))
        for (fan, quarter) in zip(result.fans, quarters) {
            let last = try #require(fan.points.last)
            #expect(last.day == day(12, 31) && last.booked == nil)
            #expect([last.p10, last.p50, last.p90] == [quarter.p10, quarter.p50, quarter.p90])
            let now = try #require(fan.points.first { $0.day == day(11, 13) })
            #expect(now.booked == quarter.booked && now.p10 == quarter.booked && now.p90 == quarter.booked)
            #expect(fan.points.allSatisfy { ($0.day <= day(11, 13)) == ($0.booked != nil) })
            let bands = fan.points.filter { $0.day >= day(11, 13) }.map {
                [$0.p10, $0.p50, $0.p90].map { $0?.minorUnits ?? -1 }
            }
            for (before, after) in zip(bands, bands.dropFirst()) {
                #expect(after == after.sorted())
                // Cumulative: nothing that was booked is lost again.
                #expect(zip(before, after).allSatisfy { $0 <= $1 })
            }
        }
        #expect(
            result.fans[0].points.map(\.day.iso) == [
                "2026-10-04", "2026-10-11", "2026-10-18", "2026-10-25", "2026-10-31", "2026-11-01", "2026-11-08",
                "2026-11-13", "2026-11-15", "2026-11-22", "2026-11-29", "2026-11-30", "2026-12-06", "2026-12-13",
                "2026-12-20", "2026-12-27", "2026-12-31",
            ])
    }

    @Test func `the month inside it ends at the month's range`() throws {
        let result = forecast()
        let month = result.forecasts[0]
        let fan = result.fans[0].part(from: month.from, until: month.until)
        let last = try #require(fan.points.last)
        #expect(last.day == day(11, 30))
        #expect([last.p10, last.p50, last.p90] == [month.p10, month.p50, month.p90])
        #expect(fan.points.first { $0.day == day(11, 13) }?.booked == month.booked)
        #expect(fan.points.first?.day == day(11, 1))
    }

    @Test func `on the last day of a quarter the fan is what is booked`() throws {
        let result = forecast(asOf: day(9, 30))
        let last = try #require(result.fans[0].points.last)
        #expect(last.day == day(9, 30) && last.booked == last.p90 && last.p10 == last.booked)
        #expect(result.forecasts[1].p10 == result.forecasts[1].booked)
        #expect(result.forecasts[0].p90 == result.forecasts[0].booked)
        #expect(result.forecasts[2].period == .nextQuarter && result.forecasts[2].p50.minorUnits > 0)
        #expect(result.forecasts[2].from == day(10, 1) && result.forecasts[2].until == day(12, 31))
    }

    @Test func `the fan narrows as the quarter's end comes nearer, and towards its opening`() {
        let widths = [day(10, 5), day(10, 26), day(11, 16), day(12, 7), day(12, 28)].map { asOf -> Int in
            let quarter = forecast(asOf: asOf, simulations: 2_000).forecasts[1]
            return quarter.p90.minorUnits - quarter.p10.minorUnits
        }
        #expect(widths == widths.sorted(by: >))
        let fan = forecast(simulations: 2_000).fans[0]
        let along = fan.points.compactMap { point in
            point.p90.flatMap { high in point.p10.map { high.minorUnits - $0.minorUnits } }
        }
        #expect(along.first == 0)
        #expect(along[1] < along[along.count / 2] && along[2] < along[along.count - 1])
    }

    @Test func `the chance to reach the quota is the share of futures that do`() throws {
        func chance(_ quota: Int) -> Double? {
            let result = forecastPipeline(
                book(steadyHistory()) { contents in
                    contents.quotas = [
                        Quota(id: RecordID("t:q"), repID: RecordID("t:a"), month: day(11, 1), amount: euros(quota))
                    ]
                }, stages: stages, settings: quickSettings(), report: ReportSettings())
            #expect(result.forecasts[2].quotaChance == nil)
            return result.forecasts[0].quotaChance
        }
        let chances = try [0, 3_000, 5_000, 7_000, 100_000].map { try #require(chance($0)) }
        #expect(chances.first == 1 && chances.last == 0)
        #expect(chances == chances.sorted(by: >))
    }
}
