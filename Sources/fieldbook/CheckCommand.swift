import ArgumentParser
import Config
import Diagnostics
import Insights
import Quantities
import Records
import Routes
import Store
import Territories

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Say what is wrong with the config and the data; exit 1 on errors.")

    @OptionGroup var options: BookOptions

    @Flag(help: "Print the problems as JSON.")
    var json = false

    func run() throws {
        let loaded = try options.workspace.load()
        let plan = loaded.planInputs()
        let (book, forecastProblems) = try options.settled(loaded)

        var last: [String: ImportRun] = [:]
        for run in book.importRuns { last[run.preset] = run }
        let ledger = last.keys.sorted().flatMap { last[$0]?.problems ?? [] }
        let findings = readInsights(book).dataHealth.findings
        let locks = loaded.territoryLocks()
        let travelProblems = try loaded.travelSources(in: book).problems
        let ownProblems =
            loaded.problems + plan.problems + resolvePlanChanges(plan.inputs, in: book).1
            + locks.problems + resolveTerritoryLocks(locks.locks, in: book).problems
            + travelProblems + forecastProblems
        let problems = ownProblems + ledger.map(\.problem)
        if json {
            try writeJSON(
                CheckAnswer(
                    problemKinds: kindCounts(problems),
                    problems: ownProblems.map { ProblemAnswer($0) }
                        + ledger.map { ProblemAnswer($0.problem, record: $0.record) },
                    findings: findings.map { .init(kind: $0.kind, title: $0.title, hint: $0.hint, records: $0.records) }
                ))
        } else {
            report(problems.sorted(by: Problem.listingOrder))
            for finding in findings { writeAnswer("\(finding.records.count)  \(finding.title) [\(finding.kind)]") }
            writeAnswer(countText(problems))
        }
        if problems.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
    }
}

private struct CheckAnswer: Encodable {
    struct Finding: Encodable {
        var kind: String
        var title: String
        var hint: String
        var records: [String]
    }

    var problemKinds: [String: Int]
    var problems: [ProblemAnswer]
    var findings: [Finding]
}
