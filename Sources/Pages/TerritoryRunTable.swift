import Quantities
import Records

extension SiteMaterial {
    /// The ledger's changes of territories, the latest first: who, when, from what file, and what was taken back; no
    /// table where there was none.
    func territoryRunTables(on path: SitePath) -> [DataTable] {
        guard !book.territoryRuns.isEmpty else { return [] }
        return [
            DataTable(
                caption: "Changes of territories", file: "territory-runs.csv",
                columns: [
                    .text("Run"), .text("What"), .number("Customers"), .text("Holds from", wideOnly: true),
                    .text("By", wideOnly: true), .text("Note", wideOnly: true),
                ],
                rows: book.territoryRuns.sorted { ($1.at, $1.sequence) < ($0.at, $0.sequence) }.map(runRow), shown: 10,
                empty: "")
        ]
    }

    private func runRow(_ run: TerritoryRun) -> [DataTable.Cell] {
        let what: DataTable.Cell
        switch run.action {
        case .handOver(_, let file, let sha256, _):
            what = DataTable.Cell(
                oneLine(file, limit: 60),
                detail: run.undoneBy.map { "taken back by \($0.text)" } ?? "SHA-256 \(sha256.prefix(12))…")
        case .undo(let other): what = DataTable.Cell("takes back \(other.text)")
        }
        return [
            DataTable.Cell(run.id.text, detail: figures.day(book.zone.day(of: run.at))), what,
            DataTable.Cell(figures.integer(run.customers), raw: String(run.customers)),
            DataTable.Cell(run.from.map { figures.day($0) } ?? "–", raw: run.from?.iso ?? ""),
            DataTable.Cell(run.person.map { oneLine($0, limit: 60) } ?? "–"),
            DataTable.Cell(run.note.map { oneLine($0, limit: 120) } ?? "–"),
        ]
    }
}
