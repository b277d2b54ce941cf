/// A record that is one row of one table.
///
/// `write` and `init(reading:)` name the columns in the same order, the order of `columns`; the id goes before them.
protocol StoredRecord {
    static var kind: RecordKind { get }
    /// Names of the columns after `id`, `source` and `source_id`.
    static var columns: [String] { get }

    var rowID: String { get }
    func write(to cells: inout CellWriter)
    init(reading cells: inout CellReader) throws
}

extension StoredRecord {
    /// `SELECT id, …` with `rest` appended, such as a WHERE clause.
    static func selection(_ rest: String = "") -> String {
        "SELECT id, \(columns.joined(separator: ", ")) FROM \(kind.table) \(rest)"
    }

    /// `also` names further columns, after the others.
    static func insertion(also: [String] = []) -> String {
        let names = ["id", "source", "source_id"] + columns + also
        let marks = names.map { _ in "?" }.joined(separator: ", ")
        return "INSERT INTO \(kind.table) (\(names.joined(separator: ", "))) VALUES (\(marks))"
    }

    static var replacement: String {
        "UPDATE \(kind.table) SET \(columns.map { "\($0) = ?" }.joined(separator: ", ")) WHERE id = ?"
    }
}
