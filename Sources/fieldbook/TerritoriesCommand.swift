import ArgumentParser
import Config
import Quantities
import Records
import Routes
import Territories

struct TerritoriesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "territories", abstract: "Measure and balance territories.", subcommands: [Propose.self])

    struct Propose: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Propose hand-overs that balance the workload.",
            discussion: "How many customers may change hands is 'territories: move_share:' of the config.")

        @OptionGroup var options: BookOptions
        @Flag(help: "As JSON.") var json = false

        func run() throws {
            let (book, config) = try options.load()
            let travel = try options.workspace.load().travelSources(in: book).travel
            let report = measureTerritories(
                book, settings: config.territories, planning: config.planning, travel: travel.settings)
            if json { return try writeJSON(Answer(report)) }
            let figures = config.company.figures
            for territory in report.current.territories {
                let then = report.proposal?.territories.first { $0.repID == territory.repID }
                let proposed = then.map { ", proposal \(figures.decimal($0.hours, 0)) h" } ?? ""
                writeAnswer(
                    "\(book.repByID[territory.repID]?.name ?? territory.repID.text): \(territory.customerCount) customers, \(figures.decimal(territory.hours, 0)) h a year\(proposed)"
                )
            }
            writeAnswer(
                "largest deviation \(figures.percent(report.current.largestDeviation, 1))"
                    + (report.proposal.map {
                        ", proposal \(figures.percent($0.largestDeviation, 1)) with \(report.handOvers.count) hand-overs"
                    } ?? ""))
            if let obstacle = report.proposalObstacle { writeError(obstacle) }
        }
    }

    private struct Answer: Encodable {
        struct Row: Encodable {
            var rep: String
            var customers: Int
            var hours: Double
            var driveHours: Double
            var capacityHours: Double
            var proposedHours: Double?
        }
        struct Move: Encodable {
            var customer: String
            var from: String?
            var to: String
            var hours: Double
        }

        var largestDeviation: Double
        var proposedLargestDeviation: Double?
        var territories: [Row]
        var handOvers: [Move]
        var orphans: [String]
        var unplaced: [String]

        init(_ report: TerritoryReport) {
            largestDeviation = report.current.largestDeviation
            proposedLargestDeviation = report.proposal?.largestDeviation
            territories = report.current.territories.map { now in
                Row(
                    rep: now.repID.text, customers: now.customerCount, hours: now.hours, driveHours: now.driveHours,
                    capacityHours: now.capacityHours,
                    proposedHours: report.proposal?.territories.first { $0.repID == now.repID }?.hours)
            }
            handOvers = report.handOvers.map {
                Move(customer: $0.customerID.text, from: $0.from?.text, to: $0.to.text, hours: $0.hours)
            }
            orphans = report.orphans.map(\.text)
            unplaced = report.unplaced.map(\.text)
        }
    }
}
