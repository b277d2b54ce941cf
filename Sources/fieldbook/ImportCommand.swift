import ArgumentParser
import Config
import Diagnostics
import Foundation
import Intake
import Quantities
import Records
import Store

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Read a CRM's export folder into the store.",
        discussion: """
            A row that can't be used never stops the import and never vanishes: it is listed with file, line and hint, \
            here and on the site's data page. A second run over the same export changes nothing.
            """)

    @OptionGroup var workspace: WorkspaceOptions

    @Option(help: "Which CRM wrote the export: \(Preset.all.map(\.name).joined(separator: ", ")).")
    var preset: String

    @Argument(help: "The folder with the exported files.")
    var folder: String

    @Flag(help: "Show what would change, and change nothing.")
    var dryRun = false

    @Option(help: "The day up to which the export speaks, as YYYY-MM-DD. Default: its newest entry.")
    var asOf: Day?

    @Flag(help: "Print counts, changes and problems as JSON.")
    var json = false

    func run() throws {
        let loaded = try workspace.load()
        guard let preset = Preset.named(preset) else {
            let near = nearMiss(of: self.preset, in: Preset.all.map(\.name))
            throw ProblemError(
                "import.unknown-preset", "'\(self.preset)' is not a preset",
                hint: near.map { "did you mean '\($0)'?" }
                    ?? "use one of \(Preset.all.map(\.name).joined(separator: ", "))")
        }
        let read = try readExport(
            folder: folder, preset: preset, settings: loaded.config.imports[preset.name] ?? ImportSettings(),
            company: loaded.config.company, stages: loaded.config.stages, forecast: loaded.config.forecast, at: now(),
            today: asOf)
        let path = workspace.storePath(loaded)
        // A dry run must leave no file behind, not even an empty store.
        let isNew = !FileManager.default.fileExists(atPath: path)
        let store = try dryRun && isNew ? CustomerStore.inMemory() : CustomerStore.open(path, access: .create)
        let changes = try store.apply(read.contents, run: read.run, dryRun: dryRun) { kind, id in
            read.fileIndex(kind.rawValue, id)
        }
        try store.close()
        if json {
            try writeJSON(ImportAnswer(changes, dryRun: dryRun))
        } else {
            report(loaded.problems + changes.run.problems.map(\.problem))
            writeAnswer(text(of: changes))
        }
        if changes.run.problems.contains(where: { $0.problem.severity == .error }) && changes.total.added == 0
            && changes.total.changed == 0 && changes.total.unchanged == 0
        {
            throw ExitCode(1)
        }
    }

    private func text(of changes: StoreChanges) -> String {
        var lines = changes.run.files.map { file in
            "\(file.name): \(file.rows) rows, \(file.added) added, \(file.changed) changed, \(file.unchanged) unchanged, \(file.rejected) rejected"
        }
        if dryRun {
            lines += changes.samples.map { "\($0.record) \($0.field): \($0.old ?? "nothing") → \($0.new ?? "nothing")" }
        }
        lines.append(countText(changes.run.problems.map(\.problem)))
        if dryRun {
            lines.append("Nothing was written: this was a dry run.")
        } else if changes.isEmpty {
            lines.append("Nothing changed: the store already held all of it.")
        }
        return lines.joined(separator: "\n")
    }
}

private struct ImportAnswer: Encodable {
    struct File: Encodable {
        var name: String
        var record: String
        var rows: Int
        var added: Int
        var changed: Int
        var unchanged: Int
        var rejected: Int
    }

    struct Change: Encodable {
        var record: String
        var field: String
        var old: String?
        var new: String?
    }

    var dryRun: Bool
    var added: Int
    var changed: Int
    var unchanged: Int
    var files: [File]
    var changes: [Change]
    var problemKinds: [String: Int]
    var problems: [ProblemAnswer]

    init(_ result: StoreChanges, dryRun: Bool) {
        self.dryRun = dryRun
        added = result.total.added
        changed = result.total.changed
        unchanged = result.total.unchanged
        files = result.run.files.map {
            File(
                name: $0.name, record: $0.record, rows: $0.rows, added: $0.added, changed: $0.changed,
                unchanged: $0.unchanged, rejected: $0.rejected)
        }
        changes = result.samples.map { Change(record: $0.record, field: $0.field, old: $0.old, new: $0.new) }
        problemKinds = kindCounts(result.run.problems.map(\.problem))
        problems = result.run.problems.map { ProblemAnswer($0.problem, record: $0.record) }
    }
}
