import ArgumentParser
import Config
import Diagnostics
import Foundation
import Quantities
import Records
import RouteInstances
import Routes

struct RoutesExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write a rep's week as a problem for another solver.",
        discussion: """
            What 'plan' weighs for the rep's first week: due visits with what they are worth, opening hours, hours of the \
            days, driving times. What the format can't say stands on standard error.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case vrplib, vroom }

    @OptionGroup var options: BookOptions
    @Option(help: "The rep, by name or id.") var rep: String
    @Option(help: "vrplib (type PCVRPTW, as PyVRP reads it) or vroom (JSON).") var format: Format
    @Option(help: "The file to write. Default: standard output.") var output: String?

    func run() throws {
        let loaded = try options.workspace.load()
        let (book, config) = try options.load()
        let (inputs, problems) = resolvePlanChanges(loaded.planInputs().inputs, in: book)
        let travel = try loaded.travelSources(in: book, inputs: inputs)
        report(travel.problems + problems)
        guard let rep = book.activeReps.first(where: { $0.name == rep || $0.id.text == rep }) else {
            let names = book.activeReps.map(\.name)
            throw ProblemError(
                "routes.unknown-rep", "no active rep is called '\(rep)'",
                hint: nearMiss(of: rep, in: names).map { "did you mean '\($0)'?" }
                    ?? "active are \(names.joined(separator: ", "))")
        }
        let week = try researchWeek(
            of: rep, in: book, planning: config.planning, travel: travel.travel.settings, inputs: inputs,
            times: travel.travel.times)
        let export = ExportedWeek(
            name: "\(rep.name) from \(book.planMonday.iso)", problem: week.problem, labels: week.labels,
            days: week.days.map(\.iso), metres: week.metres)
        let file = format == .vroom ? export.vroom() : try export.vrplib()
        if !file.leftOut.isEmpty { writeError("left out: \(file.leftOut.joined(separator: "; "))") }
        guard let output else {
            FileHandle.standardOutput.write(Data(file.text.utf8))
            return
        }
        guard FileManager.default.createFile(atPath: output, contents: Data(file.text.utf8)) else {
            throw ProblemError(
                "routes.unwritable", "'\(output)' can't be written", hint: "name a file in a folder that exists")
        }
    }
}
