import Config
import Diagnostics
import Quantities
import Records
import Testing

@testable import Forecasting

private func period(
    _ scope: BookingForecast.Scope, _ period: BookingForecast.Period, from: Day, until: Day, booked: Int
) -> BookingForecast {
    BookingForecast(
        scope: scope, period: period, from: from, until: until, booked: euros(booked), p10: euros(booked),
        p50: euros(booked), p90: euros(booked), notYetCreated: euros(0), quota: nil, repCall: nil, managerCall: nil,
        quotaChance: 0.4)
}

private let ana = BookingForecast.Scope.rep(RecordID("t:a"))

private func quota(_ rep: String, _ month: Int, _ amount: Int) -> Quota {
    Quota(
        id: RecordID("t:q-\(rep)-\(month)"), repID: RecordID("t:\(rep)"), month: day(month, 1), amount: euros(amount))
}

private func pacing(
    _ book: SalesBook, _ forecasts: [BookingForecast], planning: PlanningSettings = PlanningSettings(),
    daysOff: [DayOff] = []
) -> [Pacing] {
    measurePacing(
        book, forecasts: forecasts, stages: stages, settings: ForecastSettings(), planning: planning,
        daysOff: daysOff)
}

private func november(_ scope: BookingForecast.Scope = ana, booked: Int = 500) -> BookingForecast {
    period(scope, .month, from: day(11, 1), until: day(11, 30), booked: booked)
}

@Suite struct MeasurePacingTests {
    @Test func `a quota is paced by working days`() throws {
        // November 2026 has 21 working days; up to Friday the 13th ten have passed.
        let deals = [
            deal("o1", [Step(day(11, 2), "First", 700, close: day(11, 20))]),
            deal("o2", [Step(day(11, 2), "First", 900, close: day(12, 2))]),
            deal("o3", [Step(day(11, 2), "First", 1, close: day(11, 20))]),
            deal("o4", owner: "b", [Step(day(11, 2), "First", 800, close: day(11, 20))]),
        ]
        let pace = try #require(pacing(book(deals) { $0.quotas = [quota("a", 11, 2_100)] }, [november()]).first)
        #expect(pace.workingDays == 21 && pace.workingDaysPassed == 10)
        #expect(pace.quota == euros(2_100) && pace.missingQuotas == 0)
        #expect(pace.expectedByNow == euros(1_000) && pace.lead == euros(-500))
        #expect(pace.gap == euros(1_600))
        // 1,600 in 11 days, five days a week, rounded up to the cent.
        #expect(pace.neededAWeek == Money(minorUnits: 72_728, currency: .euro))
        #expect(pace.openPipeline == euros(700))
        #expect(abs((pace.coverageRatio ?? 0) - 0.4375) < 1e-12)
        #expect(abs((pace.attainment ?? 0) - 500.0 / 2_100) < 1e-12)
        #expect(pace.quotaChance == 0.4)
    }

    @Test func `holidays, leave and the rep's own week change the pace`() {
        var planning = PlanningSettings()
        planning.holidays = [PlanningSettings.Holiday(day: day(11, 2), name: "All Souls")]
        let leave = DayOff(
            rep: "a", from: day(11, 4), until: day(11, 6), name: "Leave", place: ProblemPlace(file: "days-off.csv"))
        let open = book([]) { $0.quotas = [quota("a", 11, 1_700)] }
        let pace = pacing(open, [november()], planning: planning, daysOff: [leave])[0]
        #expect(pace.workingDays == 17 && pace.workingDaysPassed == 6)
        #expect(pace.expectedByNow == euros(600))
        let part = book([]) {
            $0.quotas = [quota("a", 11, 900)]
            $0.reps[0].workingHours = WorkingHours([
                .monday: TimeWindow(from: TimeOfDay(8, 0), until: TimeOfDay(12, 0)),
                .tuesday: TimeWindow(from: TimeOfDay(8, 0), until: TimeOfDay(12, 0)),
            ])
        }
        // Five Mondays and four Tuesdays, of which two each have passed.
        let slow = pacing(part, [november(booked: 0)])[0]
        #expect(slow.workingDays == 9 && slow.workingDaysPassed == 4)
        #expect(slow.expectedByNow == euros(400))
        #expect(slow.neededAWeek == euros(360))
    }

    @Test func `a team adds its reps, and says which months have no quota`() {
        let quarter = { (scope: BookingForecast.Scope) in
            period(scope, .quarter, from: day(10, 1), until: day(12, 31), booked: 0)
        }
        let both = book([]) {
            $0.quotas = [quota("a", 10, 100), quota("a", 11, 210), quota("a", 12, 300), quota("b", 12, 50)]
        }
        let pace = pacing(both, [quarter(.company), quarter(.rep(RecordID("t:b")))])
        #expect(pace[0].quota == euros(660) && pace[0].missingQuotas == 2)
        // October whole, ten of 21 days of November, nothing of December.
        #expect(pace[0].expectedByNow == euros(200))
        #expect(pace[1].quota == euros(50) && pace[1].expectedByNow == euros(0))
    }

    @Test func `where no quota is given none is assumed`() {
        let pace = pacing(book([]), [november()])[0]
        #expect(pace.quota == nil && pace.expectedByNow == nil && pace.gap == nil && pace.neededAWeek == nil)
        #expect(pace.attainment == nil && pace.coverageRatio == nil && pace.missingQuotas == 1)
    }

    @Test func `a quota that is reached needs nothing more, and one without days left says so`() {
        let reached = pacing(book([]) { $0.quotas = [quota("a", 11, 400)] }, [november()])[0]
        #expect(reached.neededAWeek == euros(0) && reached.coverageRatio == nil && reached.gap == euros(-100))
        let over = pacing(book(asOf: day(11, 30), []) { $0.quotas = [quota("a", 11, 900)] }, [november()])[0]
        #expect(over.neededAWeek == nil && over.gap == euros(400) && over.expectedByNow == euros(900))
        let lastDays = pacing(book(asOf: day(11, 26), []) { $0.quotas = [quota("a", 11, 900)] }, [november()])[0]
        #expect(lastDays.neededAWeek == euros(400))
    }

    @Test func `even pace never runs backwards and ends at the quota`() throws {
        var random = SeededRandom(seed: 7)
        for _ in 0..<30 {
            let amounts = (10...12).map { _ in Int(random.next() % 90_000) }
            var before = Money.zero(.euro)
            for offset in stride(from: 0, through: 91, by: 7) {
                let asOf = day(10, 1) + offset
                let quotas = zip(10...12, amounts).map { quota("a", $0, $1) }
                let pace = pacing(
                    book(asOf: asOf, []) { $0.quotas = quotas },
                    [period(ana, .quarter, from: day(10, 1), until: day(12, 31), booked: 0)])[0]
                let now = try #require(pace.expectedByNow)
                #expect(now.minorUnits >= before.minorUnits && now.minorUnits <= amounts.reduce(0, +) * 100)
                before = now
                if offset == 91 { #expect(now == euros(amounts.reduce(0, +))) }
            }
        }
    }
}
