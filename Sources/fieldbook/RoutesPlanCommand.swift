import ArgumentParser
import Config
import Diagnostics
import Quantities
import Records
import Routes

struct RoutesPlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Plan the next weeks of each rep, or of one.",
        discussion: """
            Plans as 'build' does, with the workspace's plan changes, days off and published plan, and prints the weeks, why \
            each customer is visited, what differs from the published plan and who did not fit.
            """)

    @OptionGroup var options: BookOptions
    @Option(help: "Only the rep with this name or id.") var rep: String?
    @Option(help: "Weeks to plan, 1 to 12. Default: the setting 'planning: weeks:'.") var weeks: Int?
    @Flag(help: "Leave out what each rule costs, which takes a search of its own.") var noPrices = false
    @Flag(help: "Everything as JSON.") var json = false

    func validate() throws {
        guard (1...12).contains(weeks ?? 1) else { throw ValidationError("--weeks is a whole number from 1 to 12") }
    }

    func run() throws {
        let loaded = try options.workspace.load()
        let read = readPlanInputs(loaded.config.planning, folder: loaded.folder)
        var (book, config) = try options.load()
        if let weeks { config.planning.weeks = weeks }
        let (inputs, problems) = resolvePlanChanges(read.inputs, in: book)
        let travel = try loaded.travelSources(in: book, inputs: inputs)
        let plans = try chosen(repsToPlan(in: book, inputs: inputs), in: book).map { rep in
            planWeeks(
                of: rep, in: book, planning: config.planning, travel: travel.travel.settings, inputs: inputs,
                times: travel.travel.times,
                pricesRules: !noPrices)
        }
        report(travel.problems + read.problems + problems + plans.flatMap(\.problems))
        if json { return try writeJSON(plans.map(PlanAnswer.init)) }
        let words = PlanWords(book: book, planning: config.planning)
        for plan in plans { words.lines(of: plan).forEach(writeAnswer) }
        if plans.count > 1 { words.lines(ofTeam: PlanFigures.sum(plans.map(\.figures))).forEach(writeAnswer) }
    }

    private func chosen(_ reps: [Rep], in book: SalesBook) throws -> [Rep] {
        guard let rep else { return reps }
        let chosen = reps.filter { $0.name == rep || $0.id.text == rep }
        guard chosen.isEmpty else { return chosen }
        throw ProblemError(
            "routes.unknown-rep", "no active rep is called '\(rep)'",
            hint: nearMiss(of: rep, in: reps.map(\.name)).map { "did you mean '\($0)'?" }
                ?? "active are \(reps.map(\.name).joined(separator: ", "))")
    }
}
