import Archive
import ArgumentParser
import Config
import Diagnostics
import Quantities

struct SnapshotCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "snapshot", abstract: "Keep published weeks, list, verify and compare them.",
        subcommands: [Create.self, List.self, Verify.self, Compare.self])

    struct Place: ParsableArguments {
        @OptionGroup var workspace: WorkspaceOptions

        @Option(help: "The folder of kept weeks; overrides 'paths: archive:'.")
        var archive: String?

        func archivePath(_ loaded: WorkspaceOptions.Workspace) -> String {
            archive ?? loaded.path(loaded.config.paths.archive)
        }
    }

    struct Create: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Keep the published site under the ISO week of its as-of date; never overwrites one.")

        @OptionGroup var place: Place
        @Option(help: "The published site; overrides 'paths: output:'.")
        var output: String?

        func run() throws {
            let loaded = try place.workspace.load()
            let kept = try createSnapshot(
                of: output ?? loaded.path(loaded.config.paths.output), in: place.archivePath(loaded))
            writeAnswer("\(kept.path): \(kept.files) files, \((kept.bytes + 1023) / 1024) kB, as of \(kept.asOf.iso)")
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the kept weeks.")
        @OptionGroup var place: Place
        @Flag(help: "As JSON.") var json = false

        func run() throws {
            let (snapshots, problems) = try listSnapshots(in: place.archivePath(try place.workspace.load()))
            report(problems)
            if json { return try writeJSON(snapshots) }
            for snapshot in snapshots {
                writeAnswer(
                    "\(snapshot.week.iso)  as of \(snapshot.asOf.iso)  \(snapshot.files) files  \(snapshot.manifestHash.prefix(16))"
                )
            }
            if snapshots.isEmpty { writeError("No week is kept yet: run 'fieldbook snapshot create' after a build.") }
        }
    }

    struct Verify: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Check kept weeks byte by byte; every changed, missing or added file is named.")

        @OptionGroup var place: Place
        @Argument(help: "A week such as 2026-W47; all of them when none is named.") var weeks: [String] = []
        @Flag(help: "As JSON.") var json = false

        func run() throws {
            let archive = place.archivePath(try place.workspace.load())
            let kept = try listSnapshots(in: archive)
            let names = weeks.isEmpty ? kept.snapshots.map(\.week.iso) : weeks
            // A folder named like a week that is none is as bad as a changed byte.
            let broken = weeks.isEmpty ? kept.problems : []
            report(broken)
            guard !names.isEmpty || !broken.isEmpty else {
                throw ProblemError(
                    "archive.empty", "no week is kept in '\(archive)'", at: ProblemPlace(file: archive),
                    hint: "name the folder of kept weeks with --archive, or run 'fieldbook snapshot create'")
            }
            let results = try names.map { try verifySnapshot(archive + "/" + $0) }
            if json { try writeJSON(results) }
            for result in results {
                report(result.problems)
                if !json {
                    writeAnswer(
                        "\(result.path): \(result.filesChecked) files, \(result.isIntact ? "intact" : "CHANGED")")
                }
            }
            if !broken.isEmpty || !results.allSatisfy(\.isIntact) { throw ExitCode(1) }
        }
    }

    struct Compare: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Say which files differ between two kept weeks.")
        @OptionGroup var place: Place
        @Argument(help: "The earlier week.") var old: String
        @Argument(help: "The later week.") var new: String
        @Flag(help: "As JSON.") var json = false

        func run() throws {
            let archive = place.archivePath(try place.workspace.load())
            let kept = try listSnapshots(in: archive).snapshots
            let result = try compareSnapshots(try snapshot(old, among: kept), try snapshot(new, among: kept))
            if json { return try writeJSON(result) }
            for (word, files) in [("added", result.added), ("removed", result.removed), ("changed", result.changed)] {
                for file in files { writeAnswer("\(word)  \(file.path)") }
            }
            writeAnswer(
                "\(result.added.count) added, \(result.removed.count) removed, \(result.changed.count) changed, \(result.unchangedCount) the same"
            )
        }
    }
}

private func snapshot(_ week: String, among kept: [SnapshotSummary]) throws(ProblemError) -> SnapshotSummary {
    guard let found = kept.first(where: { $0.week.iso == week }) else {
        let near = nearMiss(of: week, in: kept.map(\.week.iso))
        throw ProblemError(
            "archive.no-snapshot", "the week '\(week)' is not kept",
            hint: near.map { "did you mean '\($0)'?" } ?? "see 'fieldbook snapshot list'")
    }
    return found
}
