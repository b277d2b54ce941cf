import ArgumentParser
import Config
import Diagnostics
import Publishing
import Quantities
import Records
import Store

struct TerritoriesApplyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "apply", abstract: "Write the hand-overs of a proposal into the store.",
        discussion: """
            Writes dated assignments for all customers of the proposal as one run of the ledger, or nothing at all. Sites \
            of days before the decision (--as-of) stay as they are. 'territories undo' takes a run back.
            """)

    @OptionGroup var ledger: LedgerOptions

    @Argument(help: "The proposal, as 'territories propose --output' writes it.")
    var proposal: String

    @Option(help: "The first day with the new reps, as YYYY-MM-DD. Default: the day after --as-of.")
    var from: Day?

    @Flag(help: "Leave out customers that are no longer whose the proposal says, instead of refusing all of it.")
    var skipStale = false

    func run() throws {
        let read = try readTerritoryProposal(path: proposal)
        if read.problems.contains(where: { $0.severity == .error }) { throw ProblemError(read.problems) }
        report(read.problems)

        let (store, book, known, moment) = try ledger.open()
        report(foreignNames(read.proposal, in: book))
        var decision = TerritoryDecision(
            changes: read.proposal.rows.map {
                TerritoryDecision.Change(
                    customerID: RecordID($0.customer), from: $0.from.map { RecordID($0) }, to: RecordID($0.to),
                    place: $0.place)
            },
            from: from ?? known + 1, known: known, at: moment, person: ledger.person, note: ledger.note,
            file: proposal.split(separator: "/").last.map(String.init) ?? proposal,
            sha256: contentHash(read.bytes), bytes: read.bytes.count)
        decision.skipsStale = skipStale
        let outcome = try store.apply(decision, dryRun: ledger.dryRun)
        try store.close()
        report(outcome.skipped)
        if ledger.json { return try writeJSON(TerritoryOutcomeAnswer(outcome, dryRun: ledger.dryRun)) }
        let count = outcome.changes.count
        writeAnswer(
            "run \(outcome.run.sequence): \(count) customer\(count == 1 ? "" : "s") change\(count == 1 ? "s" : "") hands "
                + "from \(decision.from.iso) on, by \(ledger.person)")
        for line in flowLines(outcome.changes, in: book) { writeAnswer(line) }
        if outcome.unchanged > 0 { writeAnswer("  \(outcome.unchanged) already have that rep") }
        writeAnswer(
            ledger.dryRun
                ? "Nothing was written: this was a dry run."
                : "'fieldbook territories undo \(outcome.run.sequence)' takes it back.")
    }

    /// Ids decide; a name beside one that is somebody else's may be a slip.
    private func foreignNames(_ proposal: TerritoryProposal, in book: SalesBook) -> [Problem] {
        proposal.rows.compactMap { row in
            guard !row.toName.isEmpty, let rep = book.repByID[RecordID(row.to)],
                !TerritoryProposal.isName(rep.name, in: row.toName)
            else { return nil }
            return Problem(
                .warning, "territories.other-name", "'\(row.to)' is \(rep.name), and 'to_name' says '\(row.toName)'",
                at: row.place, hint: "the id decides: if the name is meant, write that rep's id into 'to'")
        }
    }
}
