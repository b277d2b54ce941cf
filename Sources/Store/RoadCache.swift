package import Diagnostics
import GRDB
package import Roads

/// What road engines have answered, in a SQLite file of its own: the same question gets the same answer for ever.
///
/// Answers belong to an edition and are never mixed with another one's. The first answer stays: what is kept of an edition
/// is not overwritten. Usable from several threads; no file stays beside the cache once it is closed.
package struct RoadCache: Sendable {
    let queue: DatabaseQueue
    let path: String
    let canWrite: Bool

    /// Opens a cache as `CustomerStore.open` opens a store, with the same problems under `roads-cache.`, and
    /// `roads-cache.not-a-cache` for another database, a store among them. Reading changes no byte.
    package static func open(
        _ path: String, access: CustomerStore.Access, wait: Double = 5
    ) throws(ProblemError) -> RoadCache {
        let queue = try StoreFile(path: path, kind: .roads).open(access, wait: wait)
        return RoadCache(queue: queue, path: path, canWrite: access != .read)
    }

    /// Closes the file. Using the cache afterwards is a problem `roads-cache.failed`.
    package func close() throws(ProblemError) {
        do { try queue.close() } catch { throw problem(error) }
    }

    /// The edition that this engine and profile answered from last; nil when they never did.
    package func current(engine: String, profile: String) throws(ProblemError) -> RoadEdition? {
        try read { database in
            let data = try String.fetchOne(
                database, sql: "SELECT data FROM edition WHERE engine = ? AND profile = ? AND is_current = 1",
                arguments: [storable(engine), storable(profile)])
            return data.map { RoadEdition(engine: engine, profile: profile, data: $0) }
        }
    }

    /// The known ones of these lines, also those without points. O(pairs × log lines).
    package func lines(
        of pairs: [RoadPair], in edition: RoadEdition
    ) throws(ProblemError) -> [RoadPair: RoadLine] {
        try read { database in
            guard let number = try editionNumber(edition, database) else { return [:] }
            let place = "(SELECT number FROM place WHERE edition = ? AND latitude = ? AND longitude = ?)"
            let statement = try database.cachedStatement(
                sql: "SELECT course FROM line WHERE origin = \(place) AND destination = \(place)")
            var lines: [RoadPair: RoadLine] = [:]
            for pair in Set(pairs) {
                let arguments: StatementArguments = [
                    number, pair.from.latitude, pair.from.longitude, number, pair.to.latitude, pair.to.longitude,
                ]
                guard let course = try String.fetchOne(statement, arguments: arguments) else { continue }
                guard let points = decodedPolyline(course, precision: 5) else {
                    throw file.damaged("the course of a line can't be read")
                }
                lines[pair] = RoadLine(points: points)
            }
            return lines
        }
    }

    var file: StoreFile { StoreFile(path: path, kind: .roads) }

    func read<Result>(_ body: (Database) throws -> Result) throws(ProblemError) -> Result {
        do { return try queue.read(body) } catch { throw problem(error) }
    }

    /// All of it, or nothing.
    func write<Result>(_ body: (Database) throws -> Result) throws(ProblemError) -> Result {
        guard canWrite else { throw file.problem("read-only", "the roads cache was opened for reading only") }
        do { return try queue.write(body) } catch { throw problem(error) }
    }

    func problem(_ error: any Error) -> ProblemError { storeProblem(error, path: path, .roads) }
}

/// Nil for an edition of which nothing was kept.
func editionNumber(_ edition: RoadEdition, _ database: Database) throws -> Int? {
    try Int.fetchOne(
        database, sql: "SELECT number FROM edition WHERE engine = ? AND profile = ? AND data = ?",
        arguments: [storable(edition.engine), storable(edition.profile), storable(edition.data)])
}
