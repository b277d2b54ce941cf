import Config
import Diagnostics
import Quantities
import Records
import RouteSolver
import Testing

@testable import Routes

@Suite struct ResearchWeekTests {
    private func week(
        _ rep: Rep, _ customers: [Customer], _ activities: [Activity] = [], _ planning: PlanningSettings = settings()
    ) throws -> ResearchWeek {
        let book = book(rep, customers, activities)
        return try researchWeek(
            of: rep, in: book, planning: planning, travel: plainTravel,
            inputs: resolvePlanChanges(PlanInputs(), in: book).0,
            times: GreatCircleTravel(plainTravel))
    }

    @Test func `due visits are nodes with their minutes, windows and worth; home is none`() throws {
        let hours = [Weekday.monday: "8:00-12:00", .tuesday: "8:00-17:00"]
        let week = try week(
            rep(hours: hours),
            [
                customer("a", at: place(0.1), minutes: 40, hours: [.tuesday: "9:00-11:00"]),
                customer("b", at: place(0.2), minutes: 30), customer("nowhere", at: nil),
            ])
        #expect(week.labels == ["Ana Lima", "a", "b"] && week.days == [monday, monday + 1])
        #expect(week.problem.service == [0, 2400, 1800])
        // Home has no window, nor has a on Monday.
        #expect(week.problem.windowOffset == [0, 0, 0, 0, 1, 2, 3])
        #expect(week.problem.earliest[0] == 9 * 3600 && week.problem.latest[0] == 11 * 3600 - 2400)
        #expect(week.problem.options.allSatisfy { $0.prize > 0 && $0.prize < RoutingProblem.mandatory })
        // 0.1° are 11.12 km, at a kilometre a minute.
        #expect((660...670).contains(week.problem.costs[1]) && (11_000...11_200).contains(week.metres[1]))
    }

    @Test func `a day is a vehicle with its hours, limits and lunch`() throws {
        let planning = settings {
            $0.lunchMinutes = 30
            $0.lunchWindow = window("11:00-14:00")
            $0.maxVisitsPerDay = 7
            $0.maxDrivingMinutesPerDay = 100
        }
        let hours = [Weekday.monday: "8:00-12:00", .tuesday: "8:00-17:00"]
        let vehicles = try week(rep(hours: hours), [customer("a", at: place(0.1))], [], planning).problem.vehicles
        #expect(vehicles.map(\.day) == [0, 1] && vehicles.map(\.until) == [12 * 3600, 17 * 3600])
        // Monday does not hold the whole lunch window.
        #expect(vehicles.map(\.breakLength) == [0, 1800] && vehicles[1].breakFrom == 11 * 3600)
        #expect(vehicles.allSatisfy { $0.maxVisits == 7 && $0.maxCost == 6000 && $0.from == 8 * 3600 })
    }

    @Test func `an appointment has to be made, a visit that is merely due is weighed`() throws {
        let week = try week(
            rep(), [customer("a", at: place(0.1)), customer("b", at: place(0.1))],
            [visit("v", "b", day: monday + 2, at: "10:00", state: .planned)])
        let prizes = (1...2).map { node in
            week.problem.options[Int(week.problem.optionOffset[node])..<Int(week.problem.optionOffset[node + 1])]
                .map(\.prize).max() ?? 0
        }
        #expect(prizes[1] == RoutingProblem.mandatory && prizes[0] > 0 && prizes[0] < 1_000_000)
    }

    @Test func `a rep without a home has no week to write`() {
        #expect(throws: ProblemError.self) { try week(rep(home: nil), [customer("a", at: place(0.1))]) }
    }
}
