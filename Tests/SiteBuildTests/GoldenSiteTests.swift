import Config
import Foundation
import Intake
import Quantities
import Records
import Store
import Testing

/// A folder of `Tests/GoldenSites` is a case: an export goes in, and what came out when somebody last read it stands beside it.
///
/// `RECORD_GOLDEN=1` writes what comes out now and fails, so that no run both records and passes; under `CI=true`
/// nothing is recorded. Of pages only the words of the rep's route are kept, so that a change of looks changes nothing.
@Suite struct GoldenSiteTests {
    private static let folder = Repository.root + "/Tests/GoldenSites"
    static let cases = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()

    @Test func `there are cases`() { #expect(Self.cases.count >= 2) }

    @Test(arguments: cases)
    func `an export gives the site that was read and found good`(name: String) async throws {
        let found = pinned(try await site(ofExport: "\(Self.folder)/\(name)/export"))
        let expectedFolder = "\(Self.folder)/\(name)/expected"
        if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1", !Repository.isContinuousIntegration {
            try? FileManager.default.removeItem(atPath: expectedFolder)
            for (path, bytes) in found {
                let url = URL(fileURLWithPath: expectedFolder + "/" + path)
                try FileManager.default.createDirectory(
                    at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(bytes).write(to: url)
            }
            Issue.record("recorded \(found.count) files of '\(name)': read them, then run without RECORD_GOLDEN")
            return
        }
        let expected = try filesOnDisk(expectedFolder)
        try #require(found.keys.sorted() == expected.keys.sorted())
        #expect(differences(expected, found) == [])
    }

    /// The way of `fieldbook import` and `fieldbook build`, with the times given.
    private func site(ofExport folder: String) async throws -> SiteTree {
        let workspace = try TestWorkspace()
        let config = workspace.config
        let preset = try #require(Preset.named("salesforce"))
        let reading = try readExport(
            folder: folder, preset: preset, settings: config.imports["salesforce"] ?? ImportSettings(),
            company: config.company, stages: config.stages, forecast: config.forecast,
            at: Instant(iso: "2026-11-13T18:00:00Z")!, today: TestWorkspace.friday)
        let store = try CustomerStore.open(workspace.store, access: .create)
        _ = try store.apply(reading.contents, run: reading.run) { reading.fileIndex($0.rawValue, $1) }
        try store.close()
        return try await workspace.build()
    }

    /// The list of all files; every table, calendar, track and map layer; the words of the reps' pages.
    private func pinned(_ site: SiteTree) -> [String: [UInt8]] {
        var pinned: [String: [UInt8]] = [:]
        let lists = site.paths.filter { !$0.hasPrefix("assets/") || $0.hasSuffix("search-index.js") }
        pinned["files.txt"] = Array((lists.joined(separator: "\n") + "\n").utf8)
        for (path, bytes) in site.files {
            if [".csv", ".ics", ".gpx", ".geojson"].contains(where: path.hasSuffix) { pinned[path] = bytes }
            if path.hasPrefix("reps/"), path.hasSuffix(".html") {
                pinned[path + ".txt"] = Array(words(String(decoding: bytes, as: UTF8.self)).utf8)
            }
        }
        return pinned
    }

    /// What `<main>` says, one piece of text a line, without markup.
    private func words(_ html: String) -> String {
        guard let start = html.firstRange(of: "<main"), let end = html.firstRange(of: "</main>") else { return "" }
        let pieces = html[start.lowerBound..<end.lowerBound].split(separator: "<").compactMap { piece -> String? in
            guard let close = piece.firstIndex(of: ">") else { return nil }
            let text = piece[piece.index(after: close)...].split(whereSeparator: \.isWhitespace).joined(separator: " ")
            return text.isEmpty ? nil : text
        }
        return pieces.joined(separator: "\n") + "\n"
    }
}
