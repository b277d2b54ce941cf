import GRDB
import Quantities
import Records
import Testing

@testable import Store

@Suite struct ActivityLogTests {
    @Test(arguments: [
        "UPDATE activity SET notes = 'x'", "DELETE FROM activity",
        "INSERT OR REPLACE INTO activity SELECT * FROM activity",
    ])
    func `the log refuses to be changed`(sql: String) throws {
        let store = try CustomerStore.inMemory()
        _ = try store.apply(SmallCompany.contents, run: SmallCompany.run())
        let error = #expect(throws: DatabaseError.self) { try store.queue.write { try $0.execute(sql: sql) } }
        #expect(error?.message?.contains("append-only") == true)
        #expect(try SmallCompany.book(store).activities == SmallCompany.contents.activities)
    }

    @Test func `each other wording is a new row that names the one before`() throws {
        let store = try CustomerStore.inMemory()
        var contents = SalesBookContents()
        var visit = SmallCompany.visit("t:v1", at: "2026-11-10T09:00:00Z")
        for (day, notes) in [("14", "a"), ("15", "b"), ("16", "b"), ("17", "a"), ("18", "a")] {
            visit.notes = notes
            contents.activities = [visit]
            let changes = try store.apply(contents, run: SmallCompany.run("2026-11-\(day)T18:00:00Z"))
            #expect(changes.isEmpty == (day == "16" || day == "18"))
        }
        let rows: [Activity] = try store.queue.read { try store.all($0) }
        #expect(rows.map(\.id.text) == ["t:v1", "t:v1#2", "t:v1#3"])
        #expect(rows.map { $0.corrects?.text } == [nil, "t:v1", "t:v1#2"])
        #expect(rows.map(\.notes) == ["a", "b", "a"])
    }

    @Test func `a correction is seen from the day on which it was read`() throws {
        let store = try CustomerStore.inMemory()
        var contents = SalesBookContents()
        var visit = SmallCompany.visit("t:v1", at: "2026-11-10T09:00:00Z")
        for (day, notes) in [("11", "old"), ("15", "new")] {
            visit.notes = notes
            contents.activities = [visit]
            _ = try store.apply(contents, run: SmallCompany.run("2026-11-\(day)T18:00:00Z"))
        }
        #expect(try SmallCompany.book(store, Day(iso: "2026-11-14")!).activities.map(\.notes) == ["old"])
        #expect(try SmallCompany.book(store, Day(iso: "2026-11-15")!).activities.map(\.notes) == ["new"])
    }

    @Test func `a wording whose number a source has taken gets the next`() throws {
        let store = try CustomerStore.inMemory()
        var contents = SalesBookContents()
        contents.activities = ["t:v", "t:v#2"].map { SmallCompany.visit($0, at: "2026-11-10T09:00:00Z") }
        _ = try store.apply(contents, run: SmallCompany.run())
        contents.activities[0].notes = "other"
        _ = try store.apply(contents, run: SmallCompany.run())
        #expect(try store.apply(contents, run: SmallCompany.run()).isEmpty)
        #expect(try SmallCompany.book(store).activities.map(\.id.text) == ["t:v#2", "t:v#3"])
    }

    @Test func `of two corrections of one row the one known last counts`() throws {
        let rows = [
            row("t:a", corrects: nil, known: nil), row("t:b", corrects: "t:a", known: 20),
            row("t:c", corrects: "t:a", known: 10), row("t:d", corrects: "t:gone", known: 5),
        ]
        #expect(currentWordings(rows).map(\.id.text) == ["t:b", "t:d"])
        #expect(Set(currentWordings(rows.reversed()).map(\.id.text)) == ["t:b", "t:d"])
    }

    @Test func `a correction counts even when its row claims to be newer`() {
        let rows = [row("t:a", corrects: nil, known: 30), row("t:b", corrects: "t:a", known: 20)]
        #expect(currentWordings(rows).map(\.id.text) == ["t:b"])
    }

    @Test func `a ring of corrections keeps one row`() {
        let ring = [
            row("t:a", corrects: "t:b", known: nil), row("t:b", corrects: "t:a", known: nil),
            row("t:self", corrects: "t:self", known: nil),
        ]
        #expect(currentWordings(ring).map(\.id.text) == ["t:b", "t:self"])
    }

    private func row(_ id: String, corrects: String?, known: Int?) -> LoggedActivity {
        var activity = SmallCompany.visit(id, at: "2026-11-10T09:00:00Z")
        activity.corrects = corrects.map { RecordID($0) }
        return LoggedActivity(activity: activity, known: known.map { Instant(secondsSinceEpoch: $0) })
    }
}
