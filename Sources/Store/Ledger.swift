import Diagnostics
import GRDB
import Quantities
import Records

/// The ledger: each run of the importer with its files and problems.
enum Ledger {
    /// Adds a run; returns the id it got, with `#2` and so on where another run has it already.
    static func add(_ run: ImportRun, to database: Database) throws -> RecordID<ImportRun> {
        var id = storable(run.id.text)
        var count = 1
        while try Row.fetchOne(database, sql: "SELECT 1 FROM import_run WHERE id = ?", arguments: [id]) != nil {
            count += 1
            id = "\(storable(run.id.text))#\(count)"
        }
        try database.execute(
            sql: "INSERT INTO import_run (id, preset, at) VALUES (?, ?, ?)",
            arguments: [id, storable(run.preset), run.at.secondsSinceEpoch])
        for (position, file) in run.files.enumerated() {
            var cells = CellWriter()
            cells.text(id)
            cells.integer(position)
            file.write(to: &cells)
            try insert(cells, into: "import_file", database)
        }
        for (position, problem) in run.problems.enumerated() {
            var cells = CellWriter()
            cells.text(id)
            cells.integer(position)
            problem.write(to: &cells)
            try insert(cells, into: "import_problem", database)
        }
        return RecordID(id)
    }

    /// Adds the runs whose id is not taken.
    static func addMissing(_ runs: [ImportRun], to database: Database) throws {
        for run in runs {
            let taken = try Row.fetchOne(
                database, sql: "SELECT 1 FROM import_run WHERE id = ?", arguments: [storable(run.id.text)])
            if taken == nil { _ = try add(run, to: database) }
        }
    }

    /// All runs, or the last one of a preset, in the order of time.
    static func runs(_ database: Database, lastOf preset: String? = nil) throws -> [ImportRun] {
        let rows =
            try preset.map {
                try Row.fetchAll(
                    database,
                    sql: "SELECT id, preset, at FROM import_run WHERE preset = ? ORDER BY at DESC, id DESC LIMIT 1",
                    arguments: [storable($0)])
            } ?? Row.fetchAll(database, sql: "SELECT id, preset, at FROM import_run ORDER BY at, id")
        return try rows.map { row in
            var cells = CellReader(row, of: nil)
            var run = ImportRun(id: cells.id(), preset: cells.text(), at: cells.instant())
            run.files = try part("import_file", of: run.id.text, database).map { ImportRun.File(reading: $0) }
            run.problems = try part("import_problem", of: run.id.text, database).map { ImportProblem(reading: $0) }
            return run
        }
    }

    private static func part(_ table: String, of run: String, _ database: Database) throws -> [Row] {
        try Row.fetchAll(
            database, sql: "SELECT * FROM \(table) WHERE run_id = ? ORDER BY position", arguments: [run])
    }

    private static func insert(_ cells: CellWriter, into table: String, _ database: Database) throws {
        let marks = cells.cells.map { _ in "?" }.joined(separator: ", ")
        let statement = try database.cachedStatement(sql: "INSERT INTO \(table) VALUES (\(marks))")
        try statement.execute(arguments: StatementArguments(cells.cells))
    }
}

extension ImportRun {
    /// True when both tell the same of the same files, whatever they changed in the store and whenever they ran.
    func tellsTheSame(as other: ImportRun) -> Bool {
        func plain(_ file: File) -> File {
            var file = file
            (file.added, file.changed, file.unchanged) = (0, 0, 0)
            file.name = storable(file.name)
            return file
        }
        return preset == other.preset && files.map(plain) == other.files.map(plain)
            && problems.map(\.stored) == other.problems.map(\.stored)
    }
}

extension ImportRun.File {
    fileprivate func write(to cells: inout CellWriter) {
        cells.text(name)
        cells.text(record)
        for number in [rows, added, changed, unchanged, rejected] { cells.integer(number) }
        cells.instant(newest)
    }

    fileprivate init(reading row: Row) {
        self.init(
            name: row["name"], record: row["record"], rows: row["rows"], added: row["added"], changed: row["changed"],
            unchanged: row["unchanged"], rejected: row["rejected"],
            newest: (row["newest"] as Int?).map { Instant(secondsSinceEpoch: $0) })
    }
}

extension ImportProblem {
    /// Its cells, which are the same for the same problem, stored or not.
    fileprivate var stored: [DatabaseValue] {
        var cells = CellWriter()
        write(to: &cells)
        return cells.cells
    }

    fileprivate func write(to cells: inout CellWriter) {
        problem.write(to: &cells)
        cells.text(record)
    }

    fileprivate init(reading row: Row) { self.init(Problem(reading: row), record: row["record"]) }
}
