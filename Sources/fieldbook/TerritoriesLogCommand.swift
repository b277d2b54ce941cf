import ArgumentParser
import Config
import Quantities
import Records
import Store

struct TerritoriesLogCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log", abstract: "List the runs that changed territories: who, when, from what, how many.")

    @OptionGroup var workspace: WorkspaceOptions

    @Flag(help: "As JSON.")
    var json = false

    func run() throws {
        let loaded = try workspace.load()
        report(loaded.problems)
        let store = try CustomerStore.open(workspace.storePath(loaded), access: .read)
        let runs = try store.territoryRuns()
        try store.close()
        if json { return try writeJSON(["runs": runs.map { TerritoryRunAnswer($0) }]) }
        guard !runs.isEmpty else {
            return writeAnswer("No territories were changed yet: 'fieldbook territories apply' does so.")
        }
        let zone = loaded.config.company.zone
        let table = AlignedTable(
            columns: [
                .figure("run"), .text("written"), .text("by", widest: 16), .text("what", widest: 28),
                .figure("customers"), .text("from"), .text("state"),
            ],
            rows: runs.map { run in
                [
                    String(run.sequence), "\(zone.day(of: run.at).iso) \(zone.timeOfDay(of: run.at).text)",
                    run.person ?? "–", what(run, runs), String(run.customers), run.from?.iso ?? run.known.iso,
                    run.undoneBy.map { "undone by \(number($0, runs))" } ?? (run.undoes == nil ? "holds" : "–"),
                ]
            })
        for (index, line) in table.lines.enumerated() {
            writeAnswer(line)
            guard index > 0, let note = runs[index - 1].note else { continue }
            writeAnswer("     “\(note)”")
        }
    }

    private func what(_ run: TerritoryRun, _ runs: [TerritoryRun]) -> String {
        switch run.action {
        case .handOver(_, let file, _, _): file
        case .undo(let other): "undo of run \(number(other, runs))"
        }
    }

    private func number(_ id: RecordID<ImportRun>, _ runs: [TerritoryRun]) -> String {
        runs.first { $0.id == id }.map { String($0.sequence) } ?? id.text
    }
}
