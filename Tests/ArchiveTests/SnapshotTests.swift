import Archive
import Diagnostics
import Foundation
import Publishing
import Quantities
import Testing

private func publishDemo(_ folder: TemporaryFolder, day: Int = 16, extra: String? = nil) throws {
    let inputs = ManifestInputs(generator: "fieldbook test", asOf: Day(year: 2026, month: 11, day: day)!)
    var files = [
        SiteFile(path: "index.html", text: "<a href=\"reps/ana/index.html\">\(day)</a>"),
        SiteFile(path: "reps/ana/index.html", text: "<p>Ana"),
    ]
    if let extra { files.append(SiteFile(path: extra, text: "new")) }
    _ = try publish(files, manifest: inputs, to: folder.path + "/public")
}

private func keep(_ folder: TemporaryFolder) throws -> SnapshotSummary {
    try createSnapshot(of: folder.path + "/public", in: folder.path + "/archive")
}

@Suite struct SnapshotTests {
    @Test func `a snapshot is the whole site, read-only, under its week`() throws {
        let folder = try TemporaryFolder()
        try publishDemo(folder)
        let snapshot = try keep(folder)
        #expect(snapshot.week.iso == "2026-W47" && snapshot.files == 3)
        #expect(folder.contents.filter { $0.hasPrefix("archive/") && !$0.hasPrefix("archive/2026-W47") } == [])
        #expect(folder.text("archive/2026-W47/reps/ana/index.html") == "<p>Ana")
        let attributes = try FileManager.default.attributesOfItem(atPath: snapshot.path + "/index.html")
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o444)
        #expect(try verifySnapshot(snapshot.path).isIntact)
        let list = try listSnapshots(in: folder.path + "/archive")
        #expect(list.snapshots == [snapshot] && list.problems.isEmpty)
    }

    @Test func `a week that is there is never overwritten`() throws {
        let folder = try TemporaryFolder()
        try publishDemo(folder)
        let first = try keep(folder)
        try publishDemo(folder, day: 17)
        let error = #expect(throws: ProblemError.self) { _ = try keep(folder) }
        #expect(error?.problems.first?.kind == "archive.exists")
        #expect(try listSnapshots(in: folder.path + "/archive").snapshots == [first])
    }

    @Test func `a site that was changed by hand is not kept`() throws {
        let folder = try TemporaryFolder()
        try publishDemo(folder)
        try folder.write("<p>Eve", to: "public/reps/ana/index.html")
        let error = #expect(throws: ProblemError.self) { _ = try keep(folder) }
        #expect(error?.problems.first?.message.contains("reps/ana/index.html") == true)
        #expect(!folder.contents.contains { $0.hasPrefix("archive/2026") })
    }

    @Test func `verify names every changed, missing and added thing`() throws {
        let folder = try TemporaryFolder()
        try publishDemo(folder)
        let path = try keep(folder).path
        let files = FileManager.default
        try files.removeItem(atPath: path + "/index.html")
        try files.removeItem(atPath: path + "/reps/ana/index.html")
        try folder.write("<p>Anb", to: "archive/2026-W47/reps/ana/index.html")
        try folder.write("", to: "archive/2026-W47/reps/extra.html")
        try files.createDirectory(atPath: path + "/empty", withIntermediateDirectories: false)
        try files.createSymbolicLink(atPath: path + "/link", withDestinationPath: "reps")
        let result = try verifySnapshot(path)
        #expect(!result.isIntact)
        #expect(
            result.findings.map(\.sentence) == [
                "The folder 'empty' was added", "'index.html' is missing", "The link 'link' was added",
                "'reps/ana/index.html' was changed, with its size kept", "The file 'reps/extra.html' was added",
            ])
    }

    @Test func `a manifest that was changed to fit is found by its seal`() throws {
        let folder = try TemporaryFolder()
        try publishDemo(folder)
        let path = try keep(folder).path
        let text = try #require(folder.text("archive/2026-W47/manifest.json"))
        try FileManager.default.removeItem(atPath: path + "/manifest.json")
        try folder.write(text.replacing("2026-11-16", with: "2026-11-17"), to: "archive/2026-W47/manifest.json")
        #expect(try verifySnapshot(path).findings.map(\.path) == ["manifest.json"])
    }

    @Test func `two weeks are compared file by file`() throws {
        let folder = try TemporaryFolder()
        try publishDemo(folder)
        let first = try keep(folder)
        try publishDemo(folder, day: 23, extra: "data.csv")
        let second = try keep(folder)
        let comparison = try compareSnapshots(first, second)
        #expect(comparison.added.map(\.path) == ["data.csv"] && comparison.removed.isEmpty)
        #expect(comparison.changed.map(\.path) == ["index.html"] && comparison.unchangedCount == 1)
        let json = String(decoding: try JSONEncoder().encode(second), as: UTF8.self)
        #expect(json.contains("\"week\":\"2026-W48\"") && json.contains("\"asOf\":\"2026-11-23\""))
    }

    @Test func `a missing archive is empty, a broken snapshot is a problem`() throws {
        let folder = try TemporaryFolder()
        #expect(try listSnapshots(in: folder.path + "/archive").snapshots.isEmpty)
        try folder.write("{}", to: "archive/2026-W01/manifest.json")
        try folder.write("x", to: "archive/readme.txt")
        let list = try listSnapshots(in: folder.path + "/archive")
        #expect(list.snapshots.isEmpty && list.problems.map(\.kind) == ["site.manifest"])
    }
}
