package import Config
package import Diagnostics
import Foundation
package import Quantities
package import Records
import Store

/// An export folder as records, with the ledger entry that tells what was read and what could not be used.
package struct ExportReading: Sendable {
    package var contents: SalesBookContents
    package var run: ImportRun
    /// The day up to which the data speak.
    package var today: Day
    /// Which of `run.files` a record came from; nil for what was derived from another record.
    package var fileIndex: @Sendable (_ kind: String, _ id: String) -> Int?
}

/// Reads the files of a CRM's export folder.
///
/// Every row becomes a record or has a problem; fields that can't be read are left empty, each with a problem. `at` is
/// when the import is made. `today` is the day up to which the data speak: events after it are planned; nil takes the
/// newest entry of the data, at most the day of `at`. The result does not depend on the order of files in the folder.
/// O(n log n) in the rows.
///
/// - Throws: `import.no-folder` and `import.no-file` when there is nothing to read.
package func readExport(
    folder: String, preset: Preset, settings: ImportSettings, company: CompanySettings, stages: [StageSetting],
    forecast: ForecastSettings = ForecastSettings(), at: Instant, today: Day? = nil
) throws(ProblemError) -> ExportReading {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
        throw ProblemError(
            "import.no-folder", "'\(folder)' is not a folder", at: ProblemPlace(file: folder),
            hint: "name the folder that holds the exported files")
    }
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { !$0.hasPrefix(".") }
        .sorted()
    let context = ReadingContext(
        source: preset.name, idLength: preset.idLength, words: preset.words, zone: company.zone,
        bareZone: settings.zone ?? (preset.bareTimesAreUTC ? .utc : company.zone), currency: company.currency,
        stages: stages, at: at)
    var draft = ImportDraft()
    draft.reportUnknownFiles(of: settings, preset: preset)
    var files: [ImportRun.File] = []
    var used: Set<String> = []
    for reading in preset.files {
        let matching = names.filter { reading.matches(fileName: $0) }
        for name in matching {
            used.insert(name)
            files.append(
                importFile(
                    folder + "/" + name, named: name, as: reading, settings: settings.columns(of: reading.name),
                    context: context, into: &draft))
        }
        if matching.isEmpty && reading.isExpected {
            draft.problems.append(
                ImportProblem(
                    Problem(
                        .warning, "file.missing", "there is no file for '\(reading.name)'",
                        at: ProblemPlace(file: "\(reading.name).csv"),
                        hint: "export '\(reading.name)' too; its pages stay empty")))
        }
    }
    guard !files.isEmpty else {
        throw ProblemError(
            "import.no-file", "no file in '\(folder)' is one of \(preset.title)", at: ProblemPlace(file: folder),
            hint: "expected are \(preset.files.map { "\($0.name).csv" }.joined(separator: ", "))")
    }
    for name in names where !used.contains(name) {
        draft.problems.append(
            ImportProblem(
                Problem(
                    .note, "file.unknown", "the file is not read", at: ProblemPlace(file: name),
                    hint: "nothing to do, unless it should be: see the preset's file names")))
    }

    let newest = files.compactMap(\.newest).max() ?? at
    let day = today ?? company.zone.day(of: newest)
    draft.settle(today: day, context: context)
    draft.check(today: day, context: context, forecast: forecast)
    draft.settleTallies()
    for index in files.indices { files[index].rejected += draft.rejectedLater[files[index].name] ?? 0 }
    let run = ImportRun(
        id: RecordID(source: "import", sourceID: "\(preset.name)@\(at.iso)"), preset: preset.name, at: at, files: files,
        problems: draft.problems)
    let position = Dictionary(uniqueKeysWithValues: files.enumerated().map { ($1.name, $0) })
    let placed = draft
    return ExportReading(contents: draft.contents, run: run, today: day) { kind, id in
        placed.file(of: id, kind: kind).flatMap { position[$0] }
    }
}

extension ImportSettings {
    fileprivate func columns(of file: String) -> [String: String] {
        columns.filter { $0.key.lowercased() == file.lowercased() }.sorted { $0.key < $1.key }
            .reduce(into: [:]) { all, entry in all.merge(entry.value) { first, _ in first } }
    }
}

extension ImportDraft {
    /// The config's columns of files that the preset does not have.
    fileprivate mutating func reportUnknownFiles(of settings: ImportSettings, preset: Preset) {
        let names = preset.files.map(\.name)
        let known = Set(names.map { $0.lowercased() })
        for name in settings.columns.keys.sorted() where !known.contains(name.lowercased()) {
            problems.append(
                ImportProblem(
                    Problem(
                        .error, "import.unknown-file", "'\(excerpt(name))' is not a file of the \(preset.title)",
                        at: ProblemPlace(file: name), value: name,
                        hint: nearMiss(of: excerpt(name), in: names).map { "did you mean '\($0)'?" }
                            ?? "files: \(names.joined(separator: ", "))")))
        }
    }
}
