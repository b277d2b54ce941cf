import Config
import Diagnostics
import Foundation
import Publishing
import Quantities
import Records
import SiteBuild
import Store

/// A workspace in a folder of its own, with the templates, assets and settings of this package; gone at the end.
final class TestWorkspace {
    static let friday = Day(iso: "2026-11-13")!
    static let zone = Zone("Europe/Rome")!

    let folder: TemporaryFolder
    var config: SiteConfig

    /// `copies` are folders to copy, for tests that change a file; the others are linked.
    init(_ contents: SalesBookContents? = nil, copies: Set<String> = []) throws {
        folder = try TemporaryFolder()
        for name in ["templates", "assets"] {
            let source = Repository.root + "/" + name
            if copies.contains(name) {
                try FileManager.default.copyItem(
                    at: URL(fileURLWithPath: source).resolvingSymlinksInPath(),
                    to: URL(fileURLWithPath: folder.path + "/" + name))
            } else {
                try FileManager.default.createSymbolicLink(
                    atPath: folder.path + "/" + name, withDestinationPath: source)
            }
        }
        config = try loadConfig(Repository.root + "/site-config.yml").0
        // Less effort than a real build: these tests are about the way, not about the best route.
        config.planning.steps = 60
        config.forecast.simulations = 200
        if let contents { try apply([contents]) }
    }

    var store: String { folder.path + "/" + config.paths.store }
    var output: String { folder.path + "/" + config.paths.output }

    /// One import for each batch, all of one moment.
    func apply(_ batches: [SalesBookContents]) throws {
        let store = try CustomerStore.open(store, access: .create)
        for (index, batch) in batches.enumerated() {
            let run = ImportRun(
                id: RecordID("test:\(index)"), preset: "test", at: Instant(iso: "2026-11-13T18:00:00Z")!)
            _ = try store.apply(batch, run: run)
        }
        try store.close()
    }

    /// `asking` is whether a road engine may be asked.
    func order(asOf: Day = friday, threads: Int = 2, asking: Bool = false) -> BuildOrder {
        BuildOrder(
            workspace: folder.path, config: config, configBytes: Array("test".utf8), store: store, output: output,
            asOf: asOf, threads: threads, version: "test", fetchDay: asking ? asOf : nil)
    }

    @discardableResult
    func build(asOf: Day = friday, threads: Int = 2, asking: Bool = false) async throws -> SiteTree {
        let built = try await buildSite(order(asOf: asOf, threads: threads, asking: asking))
        return SiteTree(built: built, files: try files())
    }

    /// The problems of a build that must fail; nil when it did not.
    func failure() async -> [Problem]? {
        do {
            _ = try await buildSite(order())
            return nil
        } catch {
            return error.problems
        }
    }

    /// All files of the site as they lie on the disk, by path.
    func files() throws -> [String: [UInt8]] { try filesOnDisk(output) }
}

/// A built site in memory.
struct SiteTree: Sendable {
    var built: BuiltSite
    var files: [String: [UInt8]]

    var paths: [String] { files.keys.sorted() }
    func text(_ path: String) -> String? { files[path].map { String(decoding: $0, as: UTF8.self) } }
    func paths(endingIn ending: String) -> [String] { paths.filter { $0.hasSuffix(ending) } }
    func csv(_ path: String) -> [[String]]? { text(path).map(readCSV) }
}

func filesOnDisk(_ folder: String) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for name in FileManager.default.subpaths(atPath: folder) ?? [] {
        let path = folder + "/" + name
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue else {
            continue
        }
        files[name] = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    }
    return files
}

/// What differs between two trees, for a message that can be read.
func differences(_ left: [String: [UInt8]], _ right: [String: [UInt8]]) -> [String] {
    Set(left.keys).union(right.keys).sorted().compactMap { path in
        switch (left[path], right[path]) {
        case (nil, _): return "only on the right: \(path)"
        case (_, nil): return "only on the left: \(path)"
        case (let one?, let two?):
            guard one != two else { return nil }
            let at = zip(one, two).prefix { $0 == $1 }.count
            func around(_ bytes: [UInt8]) -> String {
                String(decoding: bytes[max(0, at - 30)..<min(bytes.count, at + 50)], as: UTF8.self)
            }
            return "\(path) differs at \(at): …\(around(one))… against …\(around(two))…"
        }
    }
}

/// Rows of a CSV file as RFC 4180 has them.
func readCSV(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = ""
    var isQuoted = false
    var scalars = Array(text.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
        switch (scalar, isQuoted) {
        case ("\"", true) where scalars.first == "\"": cell.unicodeScalars.append(scalars.removeFirst())
        case ("\"", _): isQuoted.toggle()
        case (",", false):
            row.append(cell)
            cell = ""
        case ("\r", false) where scalars.first == "\n":
            scalars.removeFirst()
            rows.append(row + [cell])
            (row, cell) = ([], "")
        default: cell.unicodeScalars.append(scalar)
        }
    }
    return row.isEmpty && cell.isEmpty ? rows : rows + [row + [cell]]
}
