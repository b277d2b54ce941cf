package import Records

/// What applying an import changed, or would change.
package struct StoreChanges: Sendable, Equatable {
    package struct Counts: Sendable, Equatable {
        package var added = 0
        package var changed = 0
        package var unchanged = 0

        package init() {}
    }

    /// One field of a record whose stored value differs from the new one; nil stands for an empty field.
    package struct FieldChange: Sendable, Equatable {
        package var kind: RecordKind
        /// `source:source_id`.
        package var record: String
        /// Name of the column.
        package var field: String
        package var old: String?
        package var new: String?
    }

    /// The first changed fields of each kind, in the order of the rows.
    package static let samplesPerKind = 20

    package var counts: [RecordKind: Counts] = [:]
    package var samples: [FieldChange] = []
    /// Ids that came more than once in one import, by kind and id; the last row counted.
    package var repeated: [String] = []
    /// The run as it is in the ledger, its files with their counts. When nothing changed and the last run of that
    /// preset had the same files and problems, it is not in the ledger: see `isRecorded`.
    package var run: ImportRun
    package var isRecorded = false

    package init(run: ImportRun) { self.run = run }

    package subscript(kind: RecordKind) -> Counts { counts[kind] ?? Counts() }

    /// All kinds added up.
    package var total: Counts {
        RecordKind.allCases.reduce(into: Counts()) { total, kind in
            total.added += self[kind].added
            total.changed += self[kind].changed
            total.unchanged += self[kind].unchanged
        }
    }

    /// True when no record was added or changed.
    package var isEmpty: Bool { total.added == 0 && total.changed == 0 }
}
