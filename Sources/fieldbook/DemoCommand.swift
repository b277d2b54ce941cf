import ArgumentParser
import Config
import Demo
import Diagnostics
import Foundation
import Records
import Store

struct DemoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Make a believable company and its store, without any download.",
        discussion: "The same seed gives the same company. A store that is already there is not overwritten.")

    @OptionGroup var workspace: WorkspaceOptions

    @Option(help: "Which company.")
    var seed: UInt64 = 1

    @Flag(help: "Replace a store that is already there.")
    var force = false

    func run() throws {
        let path = workspace.storePath(try workspace.load())
        let contents = makeCompany(seed: seed)
        guard let run = contents.importRuns.first else { preconditionFailure("the demo describes itself as a run") }
        var records = contents
        records.importRuns = []
        if FileManager.default.fileExists(atPath: path), !force {
            let there = try CustomerStore.open(path, access: .write)
            let changes = try there.apply(records, run: run, dryRun: true)
            try there.close()
            guard changes.isEmpty else {
                throw ProblemError(
                    "demo.store-exists", "'\(path)' is there and holds something else than the company of seed \(seed)",
                    at: ProblemPlace(file: path), hint: "name another --store, or replace it with --force")
            }
            return writeAnswer("\(path): already holds the company of seed \(seed), unchanged")
        }
        if FileManager.default.fileExists(atPath: path) { try removeStore(path) }
        let store = try CustomerStore.open(path, access: .create)
        let changes = try store.apply(records, run: run)
        try store.close()
        writeAnswer(
            """
            \(path): \(contents.customers.count) customers, \(contents.reps.count) reps in \(contents.teams.count) \
            teams, \(contents.activities.count) activities, \(contents.opportunities.count) deals \
            (\(changes.total.added) records)
            """)
    }

    /// Removes a store, and nothing that is not one: whatever does not open as a store stays, and is a problem.
    private func removeStore(_ path: String) throws {
        try CustomerStore.open(path, access: .read).close()
        for ending in ["", "-wal", "-shm"] where FileManager.default.fileExists(atPath: path + ending) {
            try FileManager.default.removeItem(atPath: path + ending)
        }
    }
}
