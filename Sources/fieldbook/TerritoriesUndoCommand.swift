import ArgumentParser
import Config
import Quantities
import Records
import Store

struct TerritoriesUndoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo", abstract: "Take back one run of hand-overs.",
        discussion: """
            Takes back exactly that run, by a run of its own in the ledger; nothing is deleted. Sites of the days in \
            between stay as they are. Runs that handed the same customers on have to be undone first.
            """)

    @OptionGroup var ledger: LedgerOptions

    @Argument(help: ArgumentHelp("The run's number or id, as 'territories log' lists it.", valueName: "run"))
    var number: String

    func run() throws {
        let (store, book, known, moment) = try ledger.open()
        let outcome = try store.undoTerritoryRun(
            number, at: moment, known: known, person: ledger.person, note: ledger.note, dryRun: ledger.dryRun)
        try store.close()
        if ledger.json { return try writeJSON(TerritoryOutcomeAnswer(outcome, dryRun: ledger.dryRun)) }
        let count = outcome.run.customers
        writeAnswer(
            "run \(outcome.run.sequence): takes back \(outcome.run.undoes?.text ?? number) with \(count) "
                + "customer\(count == 1 ? "" : "s") from \(outcome.run.known.iso) on, by \(ledger.person)")
        for line in flowLines(outcome.changes, in: book) { writeAnswer(line) }
        if ledger.dryRun { writeAnswer("Nothing was written: this was a dry run.") }
    }
}
