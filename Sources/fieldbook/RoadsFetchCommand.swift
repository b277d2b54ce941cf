import ArgumentParser
import Config
import Diagnostics
import Foundation
import Quantities
import SiteBuild

struct RoadsFetchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fetch", abstract: "Ask the road engine for everything that a build needs.",
        discussion: """
            Asks as 'build' does and builds nothing: afterwards 'build --offline' and a build make the same site. What is \
            known is not asked for again.
            """)

    @OptionGroup var workspace: WorkspaceOptions
    @Option(help: "The day that plans start from, as YYYY-MM-DD. Default: today.") var asOf: Day?
    @Option(help: "Threads to plan on.") var threads = ProcessInfo.processInfo.activeProcessorCount
    @Flag(help: "Print what was fetched as JSON.") var json = false

    func run() async throws {
        let start = ContinuousClock.now
        let loaded = try workspace.load()
        report(loaded.problems)
        let day = today(in: loaded.config.company.zone)
        let fetched = try await fetchRoads(
            BuildOrder(
                workspace: loaded.folder, config: loaded.config, configBytes: loaded.bytes,
                store: workspace.storePath(loaded), output: loaded.path(loaded.config.paths.output),
                asOf: asOf ?? day, threads: threads, version: FieldbookCommand.version, fetchDay: day))
        report(fetched.problems)
        let answer = Answer(fetched, seconds: (ContinuousClock.now - start) / .seconds(1))
        let isInVain = fetched.drives == 0 && fetched.needs > 0
        if json {
            try writeJSON(answer)
            if isInVain { throw ExitCode(1) }
            return
        }
        writeAnswer(
            """
            \(loaded.path(loaded.config.paths.roads)): \(fetched.drives) of \(fetched.needs) drives that plans look at, \
            \(fetched.lines) lines of planned drives
            \(fetched.requests) questions, \(fetched.pairsAsked) pairs of places asked for, \(answer.seconds) s; \
            \(fetched.customers) customers, \(fetched.reps) reps
            """)
        if isInVain { throw ExitCode(1) }
    }

    private struct Answer: Encodable {
        var requests: Int
        var pairsAsked: Int
        var pairsPerCustomer: Double
        var customers: Int
        var reps: Int
        var drives: Int
        var needs: Int
        var lines: Int
        var seconds: Double
        var problems: [ProblemAnswer]

        init(_ fetched: RoadFetch, seconds: Double) {
            requests = fetched.requests
            pairsAsked = fetched.pairsAsked
            pairsPerCustomer =
                (Double(fetched.pairsAsked) / Double(max(1, fetched.customers)) * 10).rounded() / 10
            customers = fetched.customers
            reps = fetched.reps
            drives = fetched.drives
            needs = fetched.needs
            lines = fetched.lines
            self.seconds = (seconds * 1000).rounded() / 1000
            problems = fetched.problems.map { ProblemAnswer($0) }
        }
    }
}
