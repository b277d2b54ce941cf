import ArgumentParser
import Config
import Diagnostics
import Quantities
import Records
import Routes

struct RoutesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "routes", abstract: "Plan reps' weeks.", subcommands: [Plan.self, RoutesPublishCommand.self])

    struct Plan: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Plan the next week of each rep, or of one.")

        @OptionGroup var options: BookOptions
        @Option(help: "Only the rep with this name or id.") var rep: String?
        @Flag(help: "As JSON.") var json = false

        func run() throws {
            let (book, config) = try options.load()
            let reps = book.activeReps.filter { rep == nil || $0.name == rep || $0.id.text == rep }
            if let rep, reps.isEmpty {
                throw ProblemError(
                    "routes.unknown-rep", "no active rep is called '\(rep)'",
                    hint: nearMiss(of: rep, in: book.activeReps.map(\.name)).map { "did you mean '\($0)'?" }
                        ?? "active are \(book.activeReps.map(\.name).joined(separator: ", "))")
            }
            let plans = reps.map {
                planWeek(of: $0, in: book, planning: config.planning, travel: config.travel)
            }
            if json { return try writeJSON(plans.map(Answer.init)) }
            for plan in plans {
                writeAnswer(
                    "\(book.repByID[plan.repID]?.name ?? plan.repID.text): \(plan.stopCount) visits, \(plan.driving.wholeMinutes) min driving, \(plan.unserved.count) did not fit\(plan.obstacle.map { " (\($0))" } ?? "")"
                )
                for day in plan.days where !day.stops.isEmpty {
                    let stops = day.stops.map { "\($0.start.text) \(book.customerByID[$0.customerID]?.name ?? "")" }
                    writeAnswer(
                        "  \(day.day.iso) \(day.departure.text)–\(day.back.text)  " + stops.joined(separator: ", "))
                }
            }
        }
    }

    private struct Answer: Encodable {
        struct Visit: Encodable {
            var customer: String
            var arrival: String
            var start: String
            var end: String
            var drivingSeconds: Int
            var metres: Int
        }
        struct Day: Encodable {
            var day: String
            var departure: String
            var back: String
            var drivingSeconds: Int
            var metres: Int
            var stops: [Visit]
        }

        var rep: String
        var obstacle: String?
        var days: [Day]
        var unserved: [String]

        init(_ plan: RoutePlan) {
            rep = plan.repID.text
            obstacle = plan.obstacle
            days = plan.days.map { day in
                Day(
                    day: day.day.iso, departure: day.departure.text, back: day.back.text,
                    drivingSeconds: day.driving.count, metres: day.distance.count,
                    stops: day.stops.map {
                        Visit(
                            customer: $0.customerID.text, arrival: $0.arrival.text, start: $0.start.text,
                            end: $0.end.text,
                            drivingSeconds: $0.leg.driving.count, metres: $0.leg.distance.count)
                    })
            }
            unserved = plan.unserved.map(\.customerID.text)
        }
    }
}
