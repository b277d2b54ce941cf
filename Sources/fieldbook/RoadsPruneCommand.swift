import ArgumentParser
import Config
import Diagnostics
import Quantities
import Records
import Roads
import Store

struct RoadsPruneCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prune", abstract: "Remove what road engines answered over older data.")

    @OptionGroup var options: RoadsOptions

    @Flag(help: "Also remove drives of places where no customer and no rep of the store is any more.")
    var customersGone = false

    @Flag(help: "As JSON.")
    var json = false

    func run() throws {
        let loaded = try options.workspace.load()
        report(loaded.problems)
        let path = options.cachePath(loaded)
        let places = customersGone ? try placesOfStore(loaded) : nil
        let cache = try RoadCache.open(path, access: .write)
        let before = fileSize(path)
        let removed = try cache.prune(keeping: places, dropsOldEditions: true)
        try cache.close()
        let answer = RoadsPruneAnswer(
            cache: path, places: removed.places, drives: removed.drives, lines: removed.lines, bytesBefore: before,
            bytes: fileSize(path))
        if json { return try writeJSON(answer) }
        let figures = loaded.config.company.figures
        let counts = [
            "\(figures.integer(answer.drives)) drives", "\(figures.integer(answer.lines)) lines",
            "\(figures.integer(answer.places)) places",
        ]
        writeAnswer("removed \(counts.joined(separator: ", "))")
        writeAnswer("\(path): \(sizeText(answer.bytes)), was \(sizeText(before))")
    }

    /// Where anybody of the store is, on whatever day it came in.
    private func placesOfStore(_ loaded: WorkspaceOptions.Workspace) throws -> Set<RoadPlace> {
        let company = loaded.config.company
        let path = options.workspace.storePath(loaded)
        let store = try CustomerStore.open(path, access: .read)
        let book = try store.salesBook(
            asOf: Day(iso: "9999-12-31")!, zone: company.zone, currency: company.currency
        ) { _ in nil }
        try store.close()
        let points = book.customers.compactMap(\.place) + book.reps.compactMap(\.home)
        guard !points.isEmpty else {
            throw ProblemError(
                "roads-cache.no-places", "no customer and no rep of '\(path)' has a place: all would be removed",
                at: ProblemPlace(file: path), hint: "name the store with --store, or remove the cache's file")
        }
        return Set(points.map { RoadPlace($0) })
    }
}

private struct RoadsPruneAnswer: Encodable {
    var cache: String
    var places: Int
    var drives: Int
    var lines: Int
    var bytesBefore: Int
    var bytes: Int
}
