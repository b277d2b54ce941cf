import ArgumentParser
import Diagnostics
import Quantities
import Records
import Store

/// A run of the ledger as a program reads it.
struct TerritoryRunAnswer: Encodable {
    var run: Int
    var id: String
    var at: String
    var known: String
    var by: String?
    var note: String?
    var customers: Int
    var action: String
    var from: String?
    var file: String?
    var sha256: String?
    var bytes: Int?
    var undoes: String?
    var undoneBy: String?

    init(_ run: TerritoryRun) {
        self.run = run.sequence
        id = run.id.text
        at = run.at.iso
        known = run.known.iso
        by = run.person
        note = run.note
        customers = run.customers
        undoneBy = run.undoneBy?.text
        switch run.action {
        case .handOver(let from, let file, let sha256, let bytes):
            action = "apply"
            (self.from, self.file, self.sha256, self.bytes) = (from.iso, file, sha256, bytes)
        case .undo(let other):
            action = "undo"
            undoes = other.text
        }
    }
}

/// What a run wrote, or would write.
struct TerritoryOutcomeAnswer: Encodable {
    struct Change: Encodable {
        var customer: String
        var from: String?
        var to: String
    }

    var dryRun: Bool
    var run: TerritoryRunAnswer
    var changes: [Change]
    var unchanged: Int
    var skipped: [ProblemAnswer]

    init(_ outcome: TerritoryOutcome, dryRun: Bool) {
        self.dryRun = dryRun
        run = TerritoryRunAnswer(outcome.run)
        changes = outcome.changes.map {
            Change(customer: $0.customerID.text, from: $0.from?.text, to: $0.to.text)
        }
        unchanged = outcome.unchanged
        skipped = outcome.skipped.map { ProblemAnswer($0) }
    }
}

/// Who hands how many to whom, as lines of a terminal; most customers first.
func flowLines(_ changes: [TerritoryDecision.Change], in book: SalesBook) -> [String] {
    struct Flow: Hashable {
        var from: RecordID<Rep>?
        var to: RecordID<Rep>
    }
    func name(_ rep: RecordID<Rep>?) -> String { rep.map { book.repByID[$0]?.name ?? $0.text } ?? "nobody" }
    let counts = changes.reduce(into: [:]) { $0[Flow(from: $1.from, to: $1.to), default: 0] += 1 }
    return
        counts.map { (from: name($0.key.from), to: name($0.key.to), count: $0.value) }
        .sorted { ($1.count, $0.from, $0.to) < ($0.count, $1.from, $1.to) }
        .map { "  \($0.from) → \($0.to): \($0.count) customer\($0.count == 1 ? "" : "s")" }
}
