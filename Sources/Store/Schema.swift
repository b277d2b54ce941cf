import GRDB

/// The versions of the store's layout, and how any layout of ours is brought up to date.
enum Schema {
    /// Marks a database file as a Fieldbook store: the letters `FBOK`.
    static let applicationID = 0x4642_4F4B

    /// One entry a version, in order; never changed once released.
    static let migrations: [[String]] = [FirstSchema.statements, TerritorySchema.statements]

    static func migrator(
        _ steps: [[String]] = migrations, applicationID: Int = applicationID
    ) -> DatabaseMigrator {
        var migrator = DatabaseMigrator()
        for (index, statements) in steps.enumerated() {
            migrator.registerMigration("version \(index + 1)") { database in
                for statement in statements { try database.execute(sql: statement) }
                try database.execute(sql: "PRAGMA application_id = \(applicationID)")
                try database.execute(sql: "PRAGMA user_version = \(index + 1)")
            }
        }
        return migrator
    }
}
