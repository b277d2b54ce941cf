import ArgumentParser
import Config
import Diagnostics
import Foundation
import Publishing
import Quantities
import Roads
import Routes
import SiteBuild

struct BuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build", abstract: "Build the site.",
        discussion: "The site is made beside the old one and swapped in: a build that fails leaves the old one whole.")

    @OptionGroup var workspace: WorkspaceOptions

    @Option(help: "Where the site goes; overrides 'paths: output:'.")
    var output: String?

    @Option(help: "The day that the site speaks of, as YYYY-MM-DD. Default: today.")
    var asOf: Day?

    @Option(help: "Threads to work on; the result is the same for any number.")
    var threads = ProcessInfo.processInfo.activeProcessorCount

    @Flag(help: "Ask no road engine: plan with the answers that are there.")
    var offline = false

    @Flag(help: "Print what was made as JSON.")
    var json = false

    func run() async throws {
        let order = try order()
        let shows = isTerminal && !json
        let built = try await buildSite(order) { step in
            guard shows else { return }
            let number = (BuildStep.allCases.firstIndex(of: step) ?? 0) + 1
            writeError("[\(number)/\(BuildStep.allCases.count)] \(step.rawValue)")
        }
        report(built.problems.filter { !order.problems.contains($0) })
        if json {
            try writeJSON(BuildAnswer(order, built))
        } else {
            let size = (built.site.bytes + 1023) / 1024
            writeAnswer(
                """
                \(order.output)/index.html: \(built.site.manifest.files.count) files, \(size) kB, as of \(order.asOf.iso)
                \(built.customers) customers, \(built.reps) reps, \(built.plannedVisits) visits planned, \
                \(built.unservedCustomers) due customers did not fit; \(countText(built.problems)) on the data page
                """)
            if let roads = built.roads {
                writeAnswer(
                    """
                    Roads: \(roads.known) of \(roads.pairs) drives between neighbours and from home are known, \
                    \(roads.far) estimated for \(roads.farPlaces) places far from a road, \
                    \(roads.unreachable + roads.missing) for want of a way or an answer; \(roads.lines) lines on maps
                    """)
            }
        }
    }

    func order() throws -> BuildOrder {
        let loaded = try workspace.load()
        report(loaded.problems)
        return BuildOrder(
            workspace: loaded.folder, config: loaded.config, configBytes: loaded.bytes,
            store: workspace.storePath(loaded), output: output ?? loaded.path(loaded.config.paths.output),
            asOf: asOf ?? today(in: loaded.config.company.zone), threads: threads, version: FieldbookCommand.version,
            fetchDay: offline ? nil : today(in: loaded.config.company.zone), problems: loaded.problems)
    }
}

private struct BuildAnswer: Encodable {
    var output: String
    var asOf: String
    var files: Int
    var bytes: Int
    var manifest: String
    var isUnchanged: Bool
    var customers: Int
    var reps: Int
    var plannedVisits: Int
    var unservedCustomers: Int
    var roads: Roads?
    var problems: [ProblemAnswer]

    struct Roads: Encodable {
        var engine: String?
        var profile: String?
        var data: String?
        /// Drives between neighbours and from home, and what became of them.
        var drives: Int
        var known: Int
        var far: Int
        var unreachable: Int
        var missing: Int
        var lines: Int
    }

    init(_ order: BuildOrder, _ built: BuiltSite) {
        roads = built.roads.map {
            Roads(
                engine: $0.edition?.engine, profile: $0.edition?.profile, data: $0.edition?.data, drives: $0.pairs,
                known: $0.known, far: $0.far, unreachable: $0.unreachable, missing: $0.missing, lines: $0.lines)
        }
        output = order.output
        asOf = order.asOf.iso
        files = built.site.manifest.files.count
        bytes = built.site.bytes
        manifest = built.site.manifestHash
        isUnchanged = built.site.isUnchanged
        customers = built.customers
        reps = built.reps
        plannedVisits = built.plannedVisits
        unservedCustomers = built.unservedCustomers
        problems = built.problems.map { ProblemAnswer($0) }
    }
}
