package import Diagnostics
import GRDB
package import Quantities
package import Roads

extension RoadCache {
    /// Keeps what was brought home on a day, all of it or nothing, and makes its edition the current one of its engine and
    /// profile. An answer that is there already stays as it is; the problems replace those of the last time.
    ///
    /// What brings nothing new leaves every byte as it was. O(n log n).
    package func keep(_ haul: RoadHaul, on day: Day) throws(ProblemError) {
        try write { database in
            let edition = try makeCurrent(haul.edition, database)
            let before = database.totalChangesCount
            let numbers = try keepPlaces(of: haul, edition, database)
            try keepDrives(haul.drives, numbers, database)
            try keepLines(haul.lines, numbers, database)
            if database.totalChangesCount > before {
                try database.execute(
                    sql: "INSERT INTO fetch (edition, day) VALUES (?, ?) ON CONFLICT DO NOTHING",
                    arguments: [edition, day.iso])
            }
            try replaceProblems(haul.problems, of: edition, database)
        }
    }

    /// An edition that never said anything goes when another one of its engine and profile comes.
    private func makeCurrent(_ edition: RoadEdition, _ database: Database) throws -> Int {
        let engine = storable(edition.engine)
        let profile = storable(edition.profile)
        let known = try editionNumber(edition, database)
        let current = try Int.fetchOne(
            database, sql: "SELECT number FROM edition WHERE engine = ? AND profile = ? AND is_current = 1",
            arguments: [engine, profile])
        if let known, known == current { return known }
        if let current {
            try database.execute(sql: "UPDATE edition SET is_current = 0 WHERE number = ?", arguments: [current])
            try database.execute(
                sql: "DELETE FROM edition WHERE number = ? AND number NOT IN (SELECT edition FROM place)",
                arguments: [current])
        }
        if let known {
            try database.execute(sql: "UPDATE edition SET is_current = 1 WHERE number = ?", arguments: [known])
            return known
        }
        try database.execute(
            sql: "INSERT INTO edition (engine, profile, data, is_current) VALUES (?, ?, ?, 1)",
            arguments: [engine, profile, storable(edition.data)])
        return Int(database.lastInsertedRowID)
    }

    /// The numbers of all places of the haul.
    private func keepPlaces(
        of haul: RoadHaul, _ edition: Int, _ database: Database
    ) throws -> [RoadPlace: Int] {
        var places = Set(haul.snaps.keys)
        for pair in haul.drives.keys { places.formUnion([pair.from, pair.to]) }
        for pair in haul.lines.keys { places.formUnion([pair.from, pair.to]) }
        let search = try database.makeStatement(
            sql: "SELECT number, is_snap_told FROM place WHERE edition = ? AND latitude = ? AND longitude = ?")
        let add = try database.makeStatement(
            sql: "INSERT INTO place (edition, latitude, longitude, is_snap_told, snap) VALUES (?, ?, ?, ?, ?)")
        let tell = try database.makeStatement(sql: "UPDATE place SET is_snap_told = 1, snap = ? WHERE number = ?")
        var numbers: [RoadPlace: Int] = [:]
        numbers.reserveCapacity(places.count)
        for place in places.sorted() {
            let told = haul.snaps[place]
            let snap = told.flatMap { $0 }.map { Int(snapDecimetres($0)) }
            let arguments: StatementArguments = [edition, place.latitude, place.longitude]
            if let row = try Row.fetchOne(search, arguments: arguments) {
                let number: Int = row[0]
                numbers[place] = number
                if told != nil, row[1] == 0 { try tell.execute(arguments: [snap, number]) }
            } else {
                try add.execute(
                    arguments: [edition, place.latitude, place.longitude, told == nil ? 0 : 1, snap])
                numbers[place] = Int(database.lastInsertedRowID)
            }
        }
        return numbers
    }

    private func keepDrives(
        _ drives: [RoadPair: RoadDrive], _ numbers: [RoadPlace: Int], _ database: Database
    ) throws {
        // In the order of the rows, so that pages are filled one after the other.
        let rows = drives.map { (origin: numbers[$0.from] ?? 0, destination: numbers[$0.to] ?? 0, drive: $1) }
            .sorted { ($0.origin, $0.destination) < ($1.origin, $1.destination) }
        let add = try database.makeStatement(sql: "INSERT INTO drive VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")
        for row in rows {
            var deciseconds: Int32?
            var decimetres: Int32?
            if case .driven(let time, let length) = row.drive { (deciseconds, decimetres) = (time, length) }
            try add.execute(arguments: [row.origin, row.destination, deciseconds, decimetres])
        }
    }

    private func keepLines(
        _ lines: [RoadPair: RoadLine], _ numbers: [RoadPlace: Int], _ database: Database
    ) throws {
        let add = try database.makeStatement(sql: "INSERT INTO line VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
        for (pair, line) in lines.sorted(by: { $0.key < $1.key }) {
            try add.execute(arguments: [numbers[pair.from], numbers[pair.to], encodedPolyline(line.points)])
        }
    }

    private func replaceProblems(_ problems: [Problem], of edition: Int, _ database: Database) throws {
        let rows = problems.enumerated().map { position, problem in
            var cells = CellWriter()
            cells.integer(edition)
            cells.integer(position)
            problem.write(to: &cells)
            return cells.cells
        }
        let kept = try Row.fetchAll(
            database, sql: "SELECT * FROM problem WHERE edition = ? ORDER BY position", arguments: [edition])
        if rows == kept.map({ Array($0.databaseValues) }) { return }
        try database.execute(sql: "DELETE FROM problem WHERE edition = ?", arguments: [edition])
        let marks = Array(repeating: "?", count: 12).joined(separator: ", ")
        for row in rows {
            try database.execute(sql: "INSERT INTO problem VALUES (\(marks))", arguments: StatementArguments(row))
        }
    }
}
