import ArgumentParser
import Config
import Foundation
import Quantities
import Records
import Store

/// Who writes into the ledger of territories and why, with the store that is written to.
struct LedgerOptions: ParsableArguments {
    @OptionGroup var book: BookOptions

    @Option(help: "Who decided; for the ledger. Default: the name of your account.")
    var by: String?

    @Option(help: "Why, for the ledger.")
    var note: String?

    @Flag(help: "Show what would change, and change nothing.")
    var dryRun = false

    @Flag(help: "Print what changed as JSON.")
    var json = false

    func validate() throws {
        try checkLedgerText(by, option: "--by", limit: 100)
        try checkLedgerText(note, option: "--note", limit: 500)
    }

    /// The name that goes into the ledger.
    var person: String { by ?? NSUserName() }

    /// Opens the store for writing, with the book as it is known on `--as-of`, or else today.
    func open() throws -> (store: CustomerStore, book: SalesBook, known: Day, moment: Instant) {
        let loaded = try book.workspace.load()
        report(loaded.problems)
        let company = loaded.config.company
        let moment = now()
        let known = book.asOf ?? company.zone.day(of: moment)
        let store = try CustomerStore.open(book.workspace.storePath(loaded), access: .write)
        let knownBook = try store.salesBook(asOf: known, zone: company.zone, currency: company.currency) { _ in nil }
        return (store, knownBook, known, moment)
    }
}

/// Names and notes of the ledger are shown on the site and in terminals: one line, and not endless.
func checkLedgerText(_ text: String?, option: String, limit: Int) throws {
    guard let text else { return }
    let isOneLine = text.unicodeScalars.allSatisfy { scalar in
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: false
        // Marks that turn or hide text; but some scripts and emoji need the two joiners.
        case .format: scalar == "\u{200C}" || scalar == "\u{200D}"
        default: true
        }
    }
    guard isOneLine, !text.allSatisfy(\.isWhitespace), text.count <= limit else {
        throw ValidationError("\(option) is a text of 1 to \(limit) characters on one line")
    }
}
