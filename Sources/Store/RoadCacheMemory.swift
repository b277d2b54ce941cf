package import Diagnostics
import GRDB
package import Roads

/// No engine's answer is taken in with more: a week and a half at the wheel, and once around the earth.
private let longestDeciseconds = 10_000_000
private let longestDecimetres = 400_750_000

extension RoadCache {
    /// Everything that is known of an edition but the courses of lines; empty when nothing is. O(n log n), about
    /// 12 bytes a drive.
    package func memory(of edition: RoadEdition) throws(ProblemError) -> RoadMemory {
        try read { database in
            guard let number = try editionNumber(edition, database) else {
                return RoadMemory(edition: edition, snaps: [:], others: [])
            }
            let numbered = try placeRows(of: number, database)
            let expected = try Int.fetchOne(database, sql: "SELECT count(*) FROM drive") ?? 0
            var memory = RoadMemory(
                edition: edition, snaps: numbered.snaps, others: numbered.places.map(\.place),
                linePairs: try linePairs(numbered.places, database), problems: try problems(of: number, database),
                expected: expected)
            try loadDrives(numbered.places, database, into: &memory)
            return memory
        }
    }

    private typealias NumberedPlace = (number: Int, place: RoadPlace)

    /// The places in their order.
    private func placeRows(
        of edition: Int, _ database: Database
    ) throws -> (places: [NumberedPlace], snaps: [RoadPlace: Double?]) {
        var places: [NumberedPlace] = []
        var snaps: [RoadPlace: Double?] = [:]
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT number, latitude, longitude, is_snap_told, snap FROM place WHERE edition = ?
                ORDER BY latitude, longitude
                """, arguments: [edition])
        while let row = try rows.next() {
            guard let latitude = Int32(exactly: row[1] as Int), let longitude = Int32(exactly: row[2] as Int),
                let place = RoadPlace(latitude: latitude, longitude: longitude)
            else { throw file.damaged("a place lies nowhere on earth") }
            places.append((row[0], place))
            if row[3] == 1 {
                let snap: Int? = row[4]
                guard (0...1_000_000_000).contains(snap ?? 0) else { throw file.damaged("a place lies off the road") }
                snaps[place] = .some(snap.map { Double($0) / 10 })
            }
        }
        return (places, snaps)
    }

    private func loadDrives(
        _ places: [NumberedPlace], _ database: Database, into memory: inout RoadMemory
    ) throws {
        // Numbers are whatever the file says, so no array is as long as the largest of them.
        let positions = Dictionary(uniqueKeysWithValues: places.enumerated().map { ($1.number, $0) })
        let statement = try database.makeStatement(
            sql: "SELECT destination, deciseconds, decimetres FROM drive WHERE origin = ?")
        var own: [(to: Int, drive: RoadDrive)] = []
        for place in places {
            own.removeAll(keepingCapacity: true)
            let rows = try Row.fetchCursor(statement, arguments: [place.number])
            while let row = try rows.next() {
                guard let to = positions[row[0]] else { throw file.damaged("a drive leads to no place") }
                own.append((to, try drive(row[1], row[2])))
            }
            memory.addDrives(ofNext: own)
        }
    }

    private func drive(_ deciseconds: Int?, _ decimetres: Int?) throws -> RoadDrive {
        guard let deciseconds else { return .unreachable }
        guard (0...longestDeciseconds).contains(deciseconds), (0...longestDecimetres).contains(decimetres ?? 0) else {
            throw file.damaged("a drive has no end")
        }
        return .driven(deciseconds: Int32(deciseconds), decimetres: decimetres.map { Int32($0) })
    }

    private func linePairs(_ places: [NumberedPlace], _ database: Database) throws -> Set<RoadPair> {
        let known = Dictionary(uniqueKeysWithValues: places.map { ($0.number, $0.place) })
        var pairs: Set<RoadPair> = []
        let rows = try Row.fetchCursor(database, sql: "SELECT origin, destination FROM line")
        while let row = try rows.next() {
            guard let from = known[row[0]], let to = known[row[1]] else { continue }
            pairs.insert(RoadPair(from: from, to: to))
        }
        return pairs
    }

    func problems(of edition: Int, _ database: Database) throws -> [Problem] {
        try Row.fetchAll(
            database, sql: "SELECT * FROM problem WHERE edition = ? ORDER BY position", arguments: [edition]
        ).map { Problem(reading: $0) }
    }
}
