import Diagnostics
import Foundation
import RouteInstances
import RouteSolver
import Testing

@Suite struct ExportTests {
    /// Two days of one rep: home (0) and customers 1 to 4 on a line. 1 is open on both days, 2 has two windows on the first
    /// day and one on the second, 3 has to be visited on the second day, and 4 is never open.
    private func week() -> ExportedWeek {
        let costs = (0..<25).map { cell -> Int32 in
            let (from, to) = (cell / 5, cell % 5)
            return Int32(abs(from - to)) * 600 + (from < to ? 60 : 0)
        }
        var problem = RoutingProblem(nodeCount: 5, dayCount: 2, vehicles: [], costs: costs)
        for day in 0..<2 {
            var vehicle = RoutingProblem.Vehicle()
            (vehicle.day, vehicle.from, vehicle.until) = (day, 8 * 3600, Int32(17 - day) * 3600)
            (vehicle.maxVisits, vehicle.maxCost) = (3, 14_400)
            (vehicle.breakLength, vehicle.breakFrom, vehicle.breakUntil) = (1800, 11 * 3600, 14 * 3600)
            problem.vehicles.append(vehicle)
        }
        problem.service = [0, 1800, 1800, 3600, 1800]
        let hour: Int32 = 3600
        let windows: [[(Int32, Int32)]] = [
            [], [], [(0, 24 * hour)], [(0, 24 * hour)], [(9 * hour, 10 * hour), (13 * hour, 15 * hour)],
            [(9 * hour, 12 * hour)], [(9 * hour, 10 * hour)], [(10 * hour, 11 * hour)], [], [],
        ]
        problem.windowOffset = windows.reduce(into: [0]) { $0.append($0[$0.count - 1] + Int32($1.count)) }
        problem.earliest = windows.flatMap { $0.map(\.0) }
        problem.latest = windows.flatMap { $0.map(\.1) }
        func options(_ prize: Int, _ days: [UInt64]) -> [RoutingProblem.VisitOption] {
            days.map { RoutingProblem.VisitOption(days: $0, prize: prize) }
        }
        problem.setOptions([
            [], options(1800, [1, 2]), options(3600, [1, 2]), options(RoutingProblem.mandatory, [2]),
            options(9, [1, 2]),
        ])
        problem.evenness = 6
        return ExportedWeek(
            name: "Ana: week 47", problem: problem, labels: ["home", "A", "B \"quoted\"\n", "C", "D"],
            days: ["2026-11-16", "2026-11-17"])
    }

    @Test func `a VRPLIB file reads back as the same week`() throws {
        let file = try week().vrplib()
        let instance = try readInstance(file.text, file: "week.vrp")
        #expect(instance.places.count == 4 && instance.days.count == 2 && instance.fleetSize == 1)
        #expect(instance.name == "Ana  week 47")
        #expect(instance.distance(0, 1) == 660 && instance.distance(1, 0) == 600 && instance.distance(1, 3) == 1260)
        #expect(instance.places.map(\.service) == [0, 1800, 1800, 3600])
        #expect(instance.places.map(\.prize) == [0, 1800, 3600, 0])
        #expect(instance.places[0].earliest == 8 * 3600 && instance.places[0].latest == 16 * 3600)
        // The one window that both days have whole.
        #expect(instance.places[2].earliest == 9 * 3600 && instance.places[2].latest == 10 * 3600)
        #expect(instance.places[2].patterns == [1, 2] && instance.places[3].patterns == [2])
        #expect(instance.days[0].capacity == 3 && instance.places.map(\.demand) == [0, 1, 1, 1])
        for rule in ["even", "windows", "hours", "breaks", "driving a day"] {
            #expect(file.leftOut.contains { $0.contains(rule) }, "\(rule)")
            #expect(file.text.contains(rule), "\(rule)")
        }
    }

    @Test func `what VRPLIB can't say at all is a problem`() {
        var apart = week()
        apart.problem.vehicles[0].until = 9 * 3600
        apart.problem.vehicles[1].from = 10 * 3600
        #expect(throws: ProblemError.self) { try apart.vrplib() }
        var moving = week()
        moving.problem.vehicles[1].start = 1
        #expect(throws: ProblemError.self) { try moving.vrplib() }
        var empty = week()
        empty.problem.vehicles = []
        #expect(throws: ProblemError.self) { try empty.vrplib() }
    }

    @Test func `a VROOM file has a vehicle a day, a job a customer, and days one after another`() throws {
        let text = week().vroom().text
        let json = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let vehicles = try #require(json["vehicles"] as? [[String: Any]])
        #expect(vehicles.map { $0["time_window"] as? [Int] } == [[28_800, 61_200], [115_200, 144_000]])
        #expect(vehicles.map { $0["max_tasks"] as? Int } == [3, 3])
        #expect(vehicles.map { $0["max_travel_time"] as? Int } == [14_400, 14_400])
        let rest = try #require((vehicles[1]["breaks"] as? [[String: Any]])?.first)
        #expect(rest["time_windows"] as? [[Int]] == [[86_400 + 11 * 3600, 86_400 + 14 * 3600 - 1800]])
        #expect(rest["service"] as? Int == 1800)
        let jobs = try #require(json["jobs"] as? [[String: Any]])
        #expect(jobs.map { $0["id"] as? Int } == [1, 2, 3])
        #expect(jobs.map { $0["priority"] as? Int } == [1, 99, 100])
        #expect(jobs[1]["description"] as? String == "B \"quoted\"\n")
        #expect(
            jobs[1]["time_windows"] as? [[Int]] == [[32_400, 36_000], [46_800, 54_000], [118_800, 129_600]])
        // Both days have the skill of the customers of both days; only the second that of customer 3.
        #expect(jobs.map { $0["skills"] as? [Int] } == [[2], [2], [1]])
        #expect(vehicles.map { $0["skills"] as? [Int] } == [[2], [1, 2]])
        let matrices = try #require((json["matrices"] as? [String: [String: [[Int]]]])?["car"])
        #expect(matrices["durations"]?[0][1] == 660 && matrices["durations"]?[1][0] == 600 && matrices["costs"] == nil)
    }
}
