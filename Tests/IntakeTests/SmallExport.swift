import Config
import Diagnostics
import Foundation
import Quantities
import Records
import Testing

@testable import Intake

/// An export of a few files in a folder of its own, which is gone with the value.
final class SmallExport {
    static let importTime = Instant(iso: "2026-11-13T12:00:00Z")!

    let folder: String
    var settings = ImportSettings()
    var company = CompanySettings()

    init(_ files: [String: String]) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("export-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        company.zone = try #require(Zone("Europe/Zurich"))
        for (name, text) in files { try write(name, Data(text.utf8)) }
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func write(_ name: String, _ data: Data) throws {
        try data.write(to: URL(fileURLWithPath: folder + "/" + name))
    }

    func read(at: Instant = importTime, today: Day? = nil) throws -> ExportReading {
        try readExport(
            folder: folder, preset: .salesforce, settings: settings, company: company, stages: StageSetting.usual,
            at: at, today: today)
    }
}

extension ExportReading {
    /// Problems but for those of files that a small export leaves out.
    var problems: [Problem] { run.problems.map(\.problem).filter { $0.kind != "file.missing" } }

    func problems(_ kind: String) -> [Problem] { problems.filter { $0.kind == kind } }
}

/// The row reader over one row, for tests of single values.
func rowReader(_ values: [String: String], zone: Zone = .utc) -> RowReader {
    let fields = values.keys.sorted()
    let line = fields.map { "\"\(values[$0]!.replacingOccurrences(of: "\"", with: "\"\""))\"" }.joined(separator: ",")
    var csv = CSVReader(Data(line.utf8))
    var row = CSVRow()
    _ = csv.next(into: &row)
    let context = ReadingContext(
        source: "salesforce", idLength: 15, words: Preset.salesforce.words, zone: zone, bareZone: .utc,
        currency: .euro, stages: StageSetting.usual, at: SmallExport.importTime)
    return RowReader(
        file: "Some.csv", context: context, row: row,
        columns: Dictionary(uniqueKeysWithValues: fields.enumerated().map { ($1, $0) }), headers: fields)
}
