import ArgumentParser
import Config
import Diagnostics
import Foundation
import Quantities
import Records
import Routes
import Territories

struct TerritoriesProposeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "propose", abstract: "Propose hand-overs that balance the workload.",
        discussion: """
            Without a choice all options are shown side by side: as it is, few and many hand-overs, a free redesign, one \
            rep more or fewer. With --moves, --reps, --leaves or --redesign one option is worked out and shown in full. \
            Nothing is changed: --output writes a file for 'territories apply'.
            """)

    @OptionGroup var options: BookOptions
    @OptionGroup var choice: TerritoryChoice

    @Option(help: "Write the hand-overs as CSV for 'territories apply'; without a choice those recommended.")
    var output: String?

    @Flag(help: "Print the answer as JSON.")
    var json = false

    func run() throws {
        let loaded = try options.workspace.load()
        let (book, config) = try options.load()
        let travel = try settled(loaded, book)
        var request = try choice.request(in: book)
        try lock(&request, loaded, book)

        var answer = TerritoryAnswer(book: book)
        if choice.isOne {
            let option = proposeTerritories(
                book, request: request, settings: config.territories, planning: config.planning, travel: travel)
            let today = territoriesToday(
                book, request: request, settings: config.territories, planning: config.planning, travel: travel)
            answer.options = [today, option]
            answer.chosen = option
        } else {
            let report = measureTerritories(
                book, request: request, settings: config.territories, planning: config.planning, travel: travel)
            answer.options = report.options
            answer.pareto = report.pareto
            answer.obstacle = report.proposalObstacle
            answer.chosen = report.options.first { $0.key == report.recommended }
        }
        let path = try output.flatMap { try write(answer.chosen, to: $0, in: book) }

        if json { return try writeJSON(answer.encodable) }
        let words = TerritoryWords(book: book, figures: config.company.figures)
        for line in choice.isOne ? words.lines(of: answer.options) : words.table(answer) { writeAnswer(line) }
        if let path, let chosen = answer.chosen {
            writeAnswer("")
            writeAnswer(
                "\(path): \(chosen.handOvers.count) hand-overs; 'fieldbook territories apply \(path)' makes them so")
        }
    }

    private func settled(_ loaded: WorkspaceOptions.Workspace, _ book: SalesBook) throws -> TravelSettings {
        let (travel, problems) = try loaded.travelSources(in: book)
        report(problems)
        return travel.settings
    }

    /// A lock that can't be understood stops a proposal: it would hand over what somebody wanted kept.
    private func lock(
        _ request: inout TerritoryRequest, _ loaded: WorkspaceOptions.Workspace, _ book: SalesBook
    ) throws {
        let read = loaded.territoryLocks(file: choice.lock)
        let resolved = resolveTerritoryLocks(read.locks, in: book)
        let problems = (read.problems + resolved.problems).sorted(by: Problem.listingOrder)
        if problems.contains(where: { $0.severity == .error }) { throw ProblemError(problems) }
        report(problems)
        request.locks = resolved.locks
        request.holdOuts = resolved.holdOuts
    }

    private func write(_ option: TerritoryOption?, to path: String, in book: SalesBook) throws -> String? {
        guard let option, !option.handOvers.isEmpty else {
            writeError("nothing changes hands, so '\(path)' was not written")
            return nil
        }
        if let there = FileManager.default.contents(atPath: path), !there.isEmpty,
            TerritoryProposal.read(String(decoding: there.prefix(1000), as: UTF8.self), file: path).problems
                .contains(where: { $0.kind.hasSuffix(".header") })
        {
            throw ProblemError(
                "territories.output", "'\(path)' is there and is no proposal", at: ProblemPlace(file: path),
                hint: "name another file with --output")
        }
        let newReps = Dictionary(option.newReps.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        func name(_ rep: RecordID<Rep>?) -> String { rep.flatMap { book.repByID[$0]?.name ?? newReps[$0] } ?? "" }
        let proposal = TerritoryProposal(
            rows: option.handOvers.map { handOver in
                TerritoryProposal.Row(
                    customer: handOver.customerID.text, from: handOver.from?.text, to: handOver.to.text,
                    hours: handOver.hours, customerName: book.customerByID[handOver.customerID]?.name ?? "",
                    fromName: name(handOver.from), toName: name(handOver.to))
            })
        do { try Data(proposal.text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic) } catch {
            throw ProblemError(
                "territories.output", "'\(path)' can't be written", at: ProblemPlace(file: path),
                hint: "check that its folder exists, and your permissions")
        }
        return path
    }
}

extension WorkspaceOptions.Workspace {
    /// The file of locks, where there is one, with what is wrong with it.
    func territoryLocks(file: String? = nil) -> ReadTerritoryLocks {
        readTerritoryLocks(config.territories, folder: folder, file: file)
    }
}
