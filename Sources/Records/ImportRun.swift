package import Diagnostics
package import Quantities

/// One run of the importer, with what it read, changed and could not use.
package struct ImportRun: Identified, Hashable {
    package var id: RecordID<ImportRun>
    package var preset: String
    package var at: Instant
    package var files: [File]
    package var problems: [ImportProblem]

    package init(
        id: RecordID<ImportRun>, preset: String, at: Instant, files: [File] = [], problems: [ImportProblem] = []
    ) {
        self.id = id
        self.preset = preset
        self.at = at
        self.files = files
        self.problems = problems
    }

    package struct File: Hashable, Sendable {
        package var name: String
        /// What the rows become, such as `customer`.
        package var record: String
        package var rows: Int
        package var added: Int
        package var changed: Int
        package var unchanged: Int
        /// Rows that could not be used at all; each has a problem.
        package var rejected: Int
        /// Latest moment that any row of the file speaks of: the data are as fresh as that.
        package var newest: Instant?

        package init(
            name: String, record: String, rows: Int, added: Int, changed: Int, unchanged: Int, rejected: Int,
            newest: Instant?
        ) {
            self.name = name
            self.record = record
            self.rows = rows
            self.added = added
            self.changed = changed
            self.unchanged = unchanged
            self.rejected = rejected
            self.newest = newest
        }
    }
}

/// A problem of the ledger, with the record it speaks of where there is one.
package struct ImportProblem: Hashable, Sendable {
    package var problem: Problem
    /// `source:source_id` of the record, whatever its kind.
    package var record: String?

    package init(_ problem: Problem, record: String? = nil) {
        self.problem = problem
        self.record = record
    }
}
