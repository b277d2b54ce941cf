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

    @OptionGroup var options: BookOptions

    @Argument(help: ArgumentHelp("The run's number or id, as 'territories log' lists it.", valueName: "run"))
    var number: String

    @Option(help: "Who decided; for the ledger. Default: the name of your account.")
    var by: String?

    @Option(help: "Why, for the ledger.")
    var note: String?

    @Flag(help: "Show what would change, and change nothing.")
    var dryRun = false

    @Flag(help: "Print what was taken back as JSON.")
    var json = false

    func validate() throws {
        try checkLedgerText(by, option: "--by", limit: 100)
        try checkLedgerText(note, option: "--note", limit: 500)
    }

    func run() throws {
        let loaded = try options.workspace.load()
        report(loaded.problems)
        let company = loaded.config.company
        let moment = now()
        let known = options.asOf ?? company.zone.day(of: moment)
        let store = try CustomerStore.open(options.workspace.storePath(loaded), access: .write)
        let book = try store.salesBook(asOf: known, zone: company.zone, currency: company.currency) { _ in nil }
        let outcome = try store.undoTerritoryRun(
            number, at: moment, known: known, person: decider(by), note: note, dryRun: dryRun)
        try store.close()
        if json { return try writeJSON(TerritoryOutcomeAnswer(outcome, dryRun: dryRun)) }
        let count = outcome.run.customers
        writeAnswer(
            "run \(outcome.run.sequence): takes back \(outcome.run.undoes?.text ?? number) with \(count) "
                + "customer\(count == 1 ? "" : "s") from \(outcome.run.known.iso) on, by \(decider(by))")
        for line in flowLines(outcome.changes, in: book) { writeAnswer(line) }
        if dryRun { writeAnswer("Nothing was written: this was a dry run.") }
    }
}
