import ArgumentParser
import Config
import Diagnostics
import Foundation
import Quantities
import Roads
import Store

struct RoadsStatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Say what road engines have answered: how much, how old, how large.")

    @OptionGroup var options: RoadsOptions

    @Flag(help: "As JSON.")
    var json = false

    func run() throws {
        let loaded = try options.workspace.load()
        report(loaded.problems)
        let path = options.cachePath(loaded)
        let roads = loaded.config.travel.roads
        var editions: [RoadEditionSummary] = []
        if FileManager.default.fileExists(atPath: path) {
            let cache = try RoadCache.open(path, access: .read)
            editions = try cache.editions(farMetres: roads?.maxSnapMetres ?? RoadSettings(server: "").maxSnapMetres)
            try cache.close()
        }
        let answer = RoadsStatusAnswer(
            cache: path, roads: roads, editions: editions, today: today(in: loaded.config.company.zone))
        if json { return try writeJSON(answer) }
        for line in answer.lines(figures: loaded.config.company.figures) { writeAnswer(line) }
    }
}

/// What `--json` prints, and the same for people.
private struct RoadsStatusAnswer: Encodable {
    struct Server: Encodable {
        var engine: String
        var address: String
        var profile: String
    }

    struct Edition: Encodable {
        var engine: String
        var profile: String
        /// Empty where the engine does not tell.
        var data: String
        var isCurrent: Bool
        var places: Int
        var farPlaces: Int
        var drives: Int
        var unreachable: Int
        var lines: Int
        var firstDay: String?
        var lastDay: String?
        var daysAgo: Int?
        var problemKinds: [String: Int]
    }

    var cache: String
    var bytes: Int
    var server: Server?
    var editions: [Edition]

    init(cache: String, roads: RoadSettings?, editions: [RoadEditionSummary], today: Day) {
        self.cache = cache
        bytes = fileSize(cache)
        server = roads.map { roads in
            let usual = roads.engine == .osrm ? OSRM().profile : Valhalla().profile
            return Server(
                engine: roads.engine.rawValue, address: roads.server, profile: roads.profile ?? usual)
        }
        self.editions = editions.map { summary in
            Edition(
                engine: summary.edition.engine, profile: summary.edition.profile, data: summary.edition.data,
                isCurrent: summary.isCurrent, places: summary.places, farPlaces: summary.farPlaces,
                drives: summary.drives, unreachable: summary.unreachable, lines: summary.lines,
                firstDay: summary.firstDay?.iso, lastDay: summary.lastDay?.iso,
                daysAgo: summary.lastDay.map { today - $0 }, problemKinds: kindCounts(summary.problems))
        }
    }

    func lines(figures: FigureStyle) -> [String] {
        var lines = [
            server.map { "The config asks \($0.engine) at \($0.address), profile \($0.profile)." }
                ?? "The config names no road engine ('travel: roads:')."
        ]
        guard !editions.isEmpty else {
            return lines + ["Nothing is kept in '\(cache)' yet: 'fieldbook roads fetch' asks the engine."]
        }
        lines += ["\(cache): \(sizeText(bytes))", ""]
        let table = AlignedTable(
            columns: [
                .text("engine"), .text("profile"), .text("data", widest: 24), .text("state"), .figure("places"),
                .figure("far"), .figure("drives"), .figure("no way"), .figure("lines"), .text("fetched"),
            ],
            rows: editions.map { edition in
                [
                    edition.engine, edition.profile, edition.data.isEmpty ? "not told" : edition.data,
                    edition.isCurrent ? "current" : "old",
                ]
                    + [edition.places, edition.farPlaces, edition.drives, edition.unreachable, edition.lines].map {
                        figures.integer($0)
                    } + [fetched(edition)]
            })
        lines += table.lines
        for edition in editions where edition.isCurrent && !edition.problemKinds.isEmpty {
            let counts = edition.problemKinds.sorted { $0.key < $1.key }.map { "\($0.value) × \($0.key)" }
            lines.append("In the last fetch from \(edition.engine): " + counts.joined(separator: ", "))
        }
        return lines
    }

    private func fetched(_ edition: Edition) -> String {
        guard let first = edition.firstDay, let last = edition.lastDay, let days = edition.daysAgo else { return "–" }
        let age =
            switch days {
            case ..<0: "in the future"
            case 0: "today"
            case 1: "1 day ago"
            default: "\(days) days ago"
            }
        return (first == last ? last : "\(first) to \(last)") + ", \(age)"
    }
}
