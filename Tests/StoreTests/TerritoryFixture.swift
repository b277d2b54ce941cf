import Diagnostics
import GRDB
import Quantities
import Records

@testable import Store

/// Three reps and four customers whose CRM owner is Ana, but for the last, who belongs to somebody that has left.
enum TerritoryFixture {
    static let ana = RecordID<Rep>("t:ana")
    static let bo = RecordID<Rep>("t:bo")
    static let cy = RecordID<Rep>("t:cy")
    static let gone = RecordID<Rep>("t:gone")
    static let friday = SmallCompany.friday
    static let monday = friday + 3

    static var contents: SalesBookContents {
        var contents = SalesBookContents()
        contents.reps = [
            Rep(id: ana, name: "Ana"), Rep(id: bo, name: "Bo"),
            Rep(id: cy, name: "Cy", hired: friday + 60),
            Rep(id: gone, name: "Gus", left: friday - 30, isActive: false),
        ]
        contents.customers = (1...4).map {
            Customer(id: RecordID("t:c\($0)"), name: "Customer \($0)", ownerID: $0 == 4 ? gone : ana)
        }
        return contents
    }

    static func store() throws -> CustomerStore {
        let store = try CustomerStore.inMemory()
        _ = try store.apply(contents, run: SmallCompany.run())
        return store
    }

    static func change(_ customer: Int, _ from: RecordID<Rep>?, _ to: RecordID<Rep>) -> TerritoryDecision.Change {
        TerritoryDecision.Change(
            customerID: RecordID("t:c\(customer)"), from: from, to: to,
            place: ProblemPlace(file: "p.csv", line: customer + 1))
    }

    static func decision(
        _ changes: [TerritoryDecision.Change], from: Day = monday, known: Day = friday
    ) -> TerritoryDecision {
        TerritoryDecision(
            changes: changes, from: from, known: known, at: SmallCompany.moment("2026-11-13T19:00:00Z"),
            person: "Eva", note: "Spring", file: "p.csv", sha256: "ab12", bytes: 99)
    }

    static func undo(
        _ store: CustomerStore, _ name: String, known: Day = friday, dryRun: Bool = false
    ) throws -> TerritoryOutcome {
        try store.undoTerritoryRun(
            name, at: SmallCompany.moment("2026-11-13T20:00:00Z"), known: known, person: "Max", note: "no",
            dryRun: dryRun)
    }

    /// Owners of the four customers as of a day, each by its last letters.
    static func owners(_ store: CustomerStore, _ day: Day) throws -> [String] {
        try SmallCompany.book(store, day).customers.map { $0.ownerID.map { String($0.sourceID) } ?? "-" }
    }

    /// Every row of every table, as text.
    static func dump(_ store: CustomerStore) throws -> [String] {
        try store.queue.read { database in
            let tables = try Row.fetchAll(
                database, sql: "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
            ).map { $0["name"] as String }
            return try tables.flatMap { table in
                try Row.fetchAll(database, sql: "SELECT * FROM \(table)").map { "\(table) \($0)" }
            }
        }
    }
}
