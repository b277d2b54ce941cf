package import Diagnostics
import GRDB
package import Quantities
package import Roads

/// How much is known of an edition.
package struct RoadEditionSummary: Sendable, Hashable {
    package var edition: RoadEdition
    /// Whether it is the one that its engine and profile answered from last.
    package var isCurrent: Bool
    package var places: Int
    /// Places that lie far from any road, or that the engine finds no road for.
    package var farPlaces: Int
    package var drives: Int
    /// Drives that there is no way for; they count among the drives.
    package var unreachable: Int
    /// Lines that can be drawn.
    package var lines: Int
    /// What went wrong when it was asked last.
    package var problems: [Problem]
    /// The first and the last day on which something new came; nil when nothing ever did.
    package var firstDay: Day?
    package var lastDay: Day?
}

extension RoadCache {
    /// In the order of arrival. A place is far when its road is more than so many metres away. O(n).
    package func editions(farMetres: Int = 300) throws(ProblemError) -> [RoadEditionSummary] {
        try read { database in
            let drives = try counts(
                "count(*), sum(deciseconds IS NULL)", "drive JOIN place ON place.number = origin", database)
            let lines = try counts(
                "count(*), 0", "line JOIN place ON place.number = origin WHERE course <> ''", database)
            let places = try counts(
                "count(*), sum(is_snap_told AND (snap IS NULL OR snap > \(farMetres * 10)))", "place", database)
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT number, engine, profile, data, is_current,
                        (SELECT min(day) FROM fetch WHERE edition = number) AS first_day,
                        (SELECT max(day) FROM fetch WHERE edition = number) AS last_day
                    FROM edition ORDER BY number
                    """)
            return try rows.map { row in
                let number: Int = row["number"]
                return RoadEditionSummary(
                    edition: RoadEdition(engine: row["engine"], profile: row["profile"], data: row["data"]),
                    isCurrent: row["is_current"], places: places[number]?.all ?? 0,
                    farPlaces: places[number]?.special ?? 0, drives: drives[number]?.all ?? 0,
                    unreachable: drives[number]?.special ?? 0, lines: lines[number]?.all ?? 0,
                    problems: try problems(of: number, database),
                    firstDay: (row["first_day"] as String?).flatMap { Day(iso: $0) },
                    lastDay: (row["last_day"] as String?).flatMap { Day(iso: $0) })
            }
        }
    }

    /// Two counts for each edition that has any.
    private func counts(
        _ columns: String, _ table: String, _ database: Database
    ) throws -> [Int: (all: Int, special: Int)] {
        let rows = try Row.fetchAll(database, sql: "SELECT place.edition, \(columns) FROM \(table) GROUP BY 1")
        return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], ($0[1], $0[2])) })
    }
}
