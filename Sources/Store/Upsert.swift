import GRDB
import Records

/// Writes records by id, counting what was new, different and equal.
struct Upsert {
    let database: Database
    /// File of the run that a record came from, where that is known.
    let fileIndex: (RecordKind, String) -> Int?
    var changes: StoreChanges

    /// Adds what is new and overwrites what differs in any column; deletes nothing. O(n log n).
    mutating func write<Record: StoredRecord>(_ records: [Record]) throws {
        let kind = Record.kind
        let current = try database.cachedStatement(sql: Record.selection("WHERE id = ?"))
        let insert = try database.cachedStatement(sql: Record.insertion())
        let update = try database.cachedStatement(sql: Record.replacement)
        let isFirst = try isEmpty(kind)
        for record in lastOfEach(records) {
            let id = storable(record.rowID)
            var writer = CellWriter()
            record.write(to: &writer)
            let old = isFirst ? nil : try Row.fetchOne(current, arguments: [id])
            guard let old else {
                try execute(insert, key(id) + writer.cells)
                count(kind, id, .added)
                continue
            }
            if note(differences(Record.columns, old, writer.cells), of: kind, id) {
                try execute(update, writer.cells + [id.databaseValue])
                count(kind, id, .changed)
            } else {
                count(kind, id, .unchanged)
            }
        }
    }

    /// The records without those that a later one of the same id replaces.
    mutating func lastOfEach<Record: StoredRecord>(_ records: [Record]) -> [Record] {
        var last: [String: Int] = [:]
        last.reserveCapacity(records.count)
        for (index, record) in records.enumerated() {
            if last.updateValue(index, forKey: record.rowID) != nil {
                changes.repeated.append("\(Record.kind.rawValue) \(record.rowID)")
            }
        }
        if last.count == records.count { return records }
        return records.enumerated().filter { last[$0.element.rowID] == $0.offset }.map(\.element)
    }

    func isEmpty(_ kind: RecordKind) throws -> Bool {
        try Bool.fetchOne(database, sql: "SELECT NOT EXISTS (SELECT 1 FROM \(kind.table))") ?? true
    }

    /// Cells of `id`, `source` and `source_id`; an id without a colon has an empty source.
    func key(_ id: String) -> [DatabaseValue] {
        let parts = id.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let source = parts.count == 2 ? String(parts[0]) : ""
        return [id.databaseValue, source.databaseValue, String(parts[parts.count - 1]).databaseValue]
    }

    func execute(_ statement: Statement, _ cells: [DatabaseValue]) throws {
        statement.setUncheckedArguments(StatementArguments(cells))
        try statement.execute()
    }

    /// Columns whose bytes differ; `old` has the id before them.
    func differences(
        _ columns: [String], _ old: Row, _ new: [DatabaseValue]
    ) -> [(field: String, old: DatabaseValue, new: DatabaseValue)] {
        columns.indices.compactMap { index in
            let before: DatabaseValue = old[index + 1]
            return identical(before, new[index]) ? nil : (columns[index], before, new[index])
        }
    }

    /// Keeps a sample of the differences; false when there are none.
    mutating func note(
        _ differences: [(field: String, old: DatabaseValue, new: DatabaseValue)], of kind: RecordKind, _ id: String
    ) -> Bool {
        let taken = changes.samples.count { $0.kind == kind }
        for difference in differences.prefix(max(0, StoreChanges.samplesPerKind - taken)) {
            changes.samples.append(
                StoreChanges.FieldChange(
                    kind: kind, record: id, field: difference.field, old: shown(difference.old),
                    new: shown(difference.new)))
        }
        return !differences.isEmpty
    }

    enum Outcome { case added, changed, unchanged }

    mutating func count(_ kind: RecordKind, _ id: String, _ outcome: Outcome) {
        changes.counts[kind, default: StoreChanges.Counts()].add(outcome)
        guard let index = fileIndex(kind, id), changes.run.files.indices.contains(index) else { return }
        switch outcome {
        case .added: changes.run.files[index].added += 1
        case .changed: changes.run.files[index].changed += 1
        case .unchanged: changes.run.files[index].unchanged += 1
        }
    }
}

extension StoreChanges.Counts {
    fileprivate mutating func add(_ outcome: Upsert.Outcome) {
        switch outcome {
        case .added: added += 1
        case .changed: changed += 1
        case .unchanged: unchanged += 1
        }
    }
}
