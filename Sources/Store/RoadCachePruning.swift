package import Diagnostics
import GRDB
package import Roads

extension RoadCache {
    /// Removes what nobody asks for any more, and gives its room on the disk back; says how much it was.
    ///
    /// With `keeping`, places that are not among these, and every drive and line that touches one; with
    /// `dropsOldEditions`, all that is not current. Where nothing goes, every byte stays as it was.
    package func prune(
        keeping: Set<RoadPlace>?, dropsOldEditions: Bool
    ) throws(ProblemError) -> (places: Int, drives: Int, lines: Int) {
        let (removed, editions) = try write { database in
            try database.execute(sql: "PRAGMA temp_store = MEMORY; CREATE TEMP TABLE gone (number INTEGER PRIMARY KEY)")
            if dropsOldEditions {
                try database.execute(
                    sql: """
                        INSERT INTO gone SELECT place.number FROM place
                        JOIN edition ON edition.number = place.edition WHERE is_current = 0
                        """)
            }
            if let keeping { try markGone(except: keeping, database) }
            func delete(_ rest: String) throws -> Int {
                try database.execute(sql: "DELETE FROM \(rest)")
                return database.changesCount
            }
            let ends = "origin IN (SELECT number FROM gone) OR destination IN (SELECT number FROM gone)"
            var removed = (places: 0, drives: 0, lines: 0)
            if try Int.fetchOne(database, sql: "SELECT count(*) FROM gone") != 0 {
                removed.drives = try delete("drive WHERE \(ends)")
                removed.lines = try delete("line WHERE \(ends)")
                removed.places = try delete("place WHERE number IN (SELECT number FROM gone)")
            }
            let editions = dropsOldEditions ? try delete("edition WHERE is_current = 0") : 0
            try database.execute(sql: "DROP TABLE temp.gone")
            return (removed, editions)
        }
        if removed.places > 0 || editions > 0 {
            do { try queue.vacuum() } catch { throw problem(error) }
        }
        return removed
    }

    private func markGone(except keeping: Set<RoadPlace>, _ database: Database) throws {
        let mark = try database.makeStatement(sql: "INSERT INTO gone VALUES (?) ON CONFLICT DO NOTHING")
        let rows = try Row.fetchCursor(database, sql: "SELECT number, latitude, longitude FROM place ORDER BY number")
        while let row = try rows.next() {
            let latitude = Int32(exactly: row[1] as Int)
            let longitude = Int32(exactly: row[2] as Int)
            if let latitude, let longitude, let place = RoadPlace(latitude: latitude, longitude: longitude),
                keeping.contains(place)
            {
                continue
            }
            try mark.execute(arguments: [row[0] as Int])
        }
    }
}
