package import Diagnostics
import GRDB
import Quantities
package import Records

extension CustomerStore {
    /// All changes of territories, oldest first.
    package func territoryRuns() throws(ProblemError) -> [TerritoryRun] {
        do { return try queue.read { try TerritoryLedger.runs($0) } } catch { throw storeProblem(error, path: path) }
    }
}

/// The runs that changed territories, and the assignments that hold.
enum TerritoryLedger {
    /// By sequence; with `knownOn` only those that were known at the end of that day, and only such undoings.
    static func runs(_ database: Database, knownOn day: Day? = nil) throws -> [TerritoryRun] {
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT run_id, sequence, at, known_day, person, note, customers, undoes, from_day, file, sha256, bytes
                FROM territory_run JOIN import_run ON id = run_id ORDER BY sequence
                """)
        var runs = try rows.map { row in
            var cells = CellReader(row, of: nil)
            var run = TerritoryRun(
                id: cells.id(), sequence: cells.integer(), at: cells.instant(), known: try cells.day(),
                person: cells.optionalText(), note: cells.optionalText(), customers: cells.integer(),
                action: .undo(RecordID("")))
            if let undone: RecordID<ImportRun> = cells.optionalID() {
                run.action = .undo(undone)
            } else {
                run.action = .handOver(
                    from: try cells.day(), file: cells.optionalText() ?? "", sha256: cells.optionalText() ?? "",
                    bytes: cells.optionalInteger() ?? 0)
            }
            return run
        }
        if let day { runs.removeAll { $0.known > day } }
        let undoing = Dictionary(
            runs.compactMap { run in run.undoes.map { ($0, run.id) } }, uniquingKeysWith: { first, _ in first })
        for index in runs.indices { runs[index].undoneBy = undoing[runs[index].id] }
        return runs
    }

    /// What came with imports, and what was written by those of the runs that were not undone; in the order of ids.
    static func assignments(_ database: Database, of runs: [TerritoryRun]) throws -> [TerritoryAssignment] {
        let sequence = Dictionary(
            runs.filter { $0.undoneBy == nil }.map { ($0.id, $0.sequence) }, uniquingKeysWith: { first, _ in first })
        let columns = TerritoryAssignment.columns.joined(separator: ", ")
        let cursor = try Row.fetchCursor(
            database, sql: "SELECT id, \(columns), previous_rep_id, run_id FROM territory_assignment ORDER BY id")
        var assignments: [TerritoryAssignment] = []
        while let row = try cursor.next() {
            var cells = CellReader(row, of: .territoryAssignment)
            var assignment = try TerritoryAssignment(reading: &cells)
            assignment.previousID = cells.optionalID()
            assignment.runID = cells.optionalID()
            if let run = assignment.runID {
                guard let sequence = sequence[run] else { continue }
                assignment.sequence = sequence
            }
            assignments.append(assignment)
        }
        return assignments
    }

    /// Adds a run to both ledgers and returns it with its id `territories:7`.
    ///
    /// `source` is what the listing of imports shows as its file; `changes` counts rows that the store had before.
    static func add(
        _ run: TerritoryRun, source: String, added: Int, changed: Int, unchanged: Int, rejected: Int,
        to database: Database
    ) throws -> TerritoryRun {
        var run = run
        run.sequence = (try Int.fetchOne(database, sql: "SELECT max(sequence) FROM territory_run") ?? 0) + 1
        let file = ImportRun.File(
            name: source, record: RecordKind.territoryAssignment.rawValue, rows: added + changed + unchanged + rejected,
            added: added, changed: changed, unchanged: unchanged, rejected: rejected, newest: nil)
        run.id = try Ledger.add(
            ImportRun(
                id: RecordID("\(TerritoryLedger.preset):\(run.sequence)"), preset: TerritoryLedger.preset, at: run.at,
                files: [file]), to: database)
        var cells = CellWriter()
        cells.id(run.id)
        cells.integer(run.sequence)
        cells.day(run.known)
        cells.text(run.person)
        cells.text(run.note)
        cells.integer(run.customers)
        var proposal: (from: Day, file: String, sha256: String, bytes: Int)?
        if case .handOver(let from, let file, let sha256, let bytes) = run.action {
            proposal = (from, file, sha256, bytes)
        }
        cells.day(proposal?.from)
        cells.text(proposal?.file)
        cells.text(proposal?.sha256)
        cells.integer(proposal?.bytes)
        cells.id(run.undoes)
        let marks = cells.cells.map { _ in "?" }.joined(separator: ", ")
        try database.execute(
            sql: "INSERT INTO territory_run VALUES (\(marks))", arguments: StatementArguments(cells.cells))
        return run
    }

    static let preset = "territories"
}
