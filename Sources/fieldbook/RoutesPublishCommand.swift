import ArgumentParser
import Config
import Diagnostics
import Quantities
import Records
import Routes
import SiteBuild

struct RoutesPublishCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish", abstract: "Fix the plan that reps are given, and say what it changes.",
        discussion: """
            Plans as 'build' does and writes the visits into the published plan of the workspace. Later plans keep what is \
            published unless something forces a change. What was published for other reps and other weeks stays, weeks \
            of the past for \(PublishedPlan.keptWeeks) weeks.
            """)

    @OptionGroup var options: BookOptions
    @Option(help: "Weeks to publish, from the next Monday on; 1 to 12.") var weeks = 1
    @Option(help: "Only the rep with this name or id.") var rep: String?
    @Option(help: "The file to write; overrides 'planning: published:'.") var output: String?
    @Flag(help: "Print what was published and what it changes as JSON.") var json = false

    func validate() throws {
        guard (1...12).contains(weeks) else { throw ValidationError("--weeks is a whole number from 1 to 12") }
    }

    func run() throws {
        let loaded = try options.workspace.load()
        let read = loaded.planInputs()
        let (book, config) = try options.load()
        report(read.problems.filter { $0.severity == .error })

        let (inputs, problems) = resolvePlanChanges(read.inputs, in: book)
        report(problems)
        let reps = try chosen(repsToPlan(in: book, inputs: inputs))
        let days = book.planMonday...book.planMonday + 7 * weeks - 1
        let travel = try loaded.travelSources(in: book, inputs: inputs).travel
        let visits = plannedVisits(of: reps, in: book, config, travel, inputs)
            .filter { days.contains($0.day) }
        let path = output ?? loaded.path(config.planning.planFile(.published).path)
        let publication = try publishPlan(
            visits, of: reps, on: days, in: book, after: read, to: path, isElsewhere: output != nil)

        if json {
            try writeJSON(PublicationAnswer(path: path, days: days, visits: visits, changes: publication.changes))
        } else {
            for change in publication.changes where !publication.isFirst { writeAnswer(line(change, book)) }
            writeAnswer(
                "\(path): \(visits.count) visits of \(reps.count) rep\(reps.count == 1 ? "" : "s"), "
                    + "\(days.lowerBound.iso) to \(days.upperBound.iso); \(summary(publication))")
        }
    }

    /// Also those who have left behind published visits, so that these fall away.
    private func chosen(_ reps: [Rep]) throws -> [Rep] {
        guard let rep else { return reps }
        let chosen = reps.filter { $0.name == rep || $0.id.text == rep || $0.id.sourceID == rep }
        guard chosen.isEmpty else { return chosen }
        let names = reps.map(\.name)
        throw ProblemError(
            "routes.unknown-rep", "no active rep is called '\(rep)'",
            hint: nearMiss(of: rep, in: names).map { "did you mean '\($0)'?" }
                ?? "active are \(names.joined(separator: ", "))")
    }

    /// A week's plan does not depend on those after it, so planning more weeks than are published changes nothing.
    private func plannedVisits(
        of reps: [Rep], in book: SalesBook, _ config: SiteConfig, _ travel: TravelSources, _ inputs: ResolvedPlanInputs
    ) -> [PublishedPlan.Visit] {
        var planning = config.planning
        planning.weeks = weeks
        return reps.flatMap { rep in
            let plan = planWeeks(
                of: rep, in: book, planning: planning, travel: travel.settings, inputs: inputs, times: travel.times)
            report(plan.problems)
            return plan.days.flatMap { day in
                day.stops.map {
                    PublishedPlan.Visit(
                        day: day.day, start: $0.start, minutes: $0.end - $0.start, rep: rep.id.text,
                        customer: $0.customerID.text)
                }
            }
        }
    }

    private func summary(_ publication: PlanPublication) -> String {
        let changes = publication.changes
        if publication.isFirst { return "the first publication" }
        if changes.isEmpty { return "nothing changes" }
        let new = changes.count { $0.old == nil }
        let gone = changes.count { $0.new == nil }
        let parts = [(changes.count - new - gone, "moved"), (new, "new"), (gone, "fallen away")]
        return parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    }

    private func line(_ change: PublishedPlan.Change, _ book: SalesBook) -> String {
        guard let visit = change.new ?? change.old else { return "" }
        func name(_ rep: String) -> String { book.repByID[RecordID(rep)]?.name ?? rep }
        let customer = book.customerByID[RecordID(visit.customer)]?.name ?? visit.customer
        let start = "  \(visit.day.iso) \(visit.start.text)  \(name(visit.rep)): \(customer)"
        guard let old = change.old else { return "\(start), new" }
        guard let new = change.new else { return "\(start), falls away" }
        let by = old.rep == new.rep ? "" : " by \(name(old.rep))"
        return "\(start), was \(old.day.iso) \(old.start.text)\(by)"
    }
}

private struct PublicationAnswer: Encodable {
    struct Visit: Encodable {
        var day: String
        var start: String
        var rep: String

        init?(_ visit: PublishedPlan.Visit?) {
            guard let visit else { return nil }
            day = visit.day.iso
            start = visit.start.text
            rep = visit.rep
        }
    }
    struct Change: Encodable {
        var customer: String
        var old: Visit?
        var new: Visit?
    }

    var file: String
    var from: String
    var until: String
    var visits: Int
    var changes: [Change]

    init(
        path: String, days: ClosedRange<Day>, visits: [PublishedPlan.Visit], changes: [PublishedPlan.Change]
    ) {
        file = path
        from = days.lowerBound.iso
        until = days.upperBound.iso
        self.visits = visits.count
        self.changes = changes.map {
            Change(
                customer: ($0.new ?? $0.old)?.customer ?? "", old: Visit($0.old), new: Visit($0.new))
        }
    }
}
