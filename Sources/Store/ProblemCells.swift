import Diagnostics
import GRDB

extension Problem {
    /// Ten cells, in the order of the columns of `FirstSchema`'s `import_problem`.
    func write(to cells: inout CellWriter) {
        cells.word(severity)
        cells.text(kind)
        cells.text(message)
        cells.text(place?.file)
        cells.integer(place?.line)
        cells.integer(place?.column)
        cells.text(place?.field)
        cells.text(place?.sourceLine)
        cells.text(value)
        cells.text(hint)
    }

    init(reading row: Row) {
        let file: String? = row["file"]
        let place = file.map {
            ProblemPlace(
                file: $0, line: row["line"], column: row["column_number"], field: row["field"],
                sourceLine: row["source_line"])
        }
        self.init(
            Severity(rawValue: row["severity"]) ?? .error, row["kind"], row["message"], at: place, value: row["value"],
            hint: row["hint"])
    }
}
