import Config
import Quantities
import Records
import Testing

@testable import Territories

@Suite struct WorkloadCheckTests {
    private let ana = RecordID<Rep>("t:ana")
    private let bob = RecordID<Rep>("t:bob")
    private let cem = RecordID<Rep>("t:cem")

    @Test func `the estimate is compared for as many visits as were planned`() throws {
        let check = checkWorkload(
            estimate: [ana: 18, bob: 30, cem: 9], planned: [bob: (500, 20), ana: (200, 10), cem: (0, 0)])
        #expect(check.rows.map(\.repID) == [ana, bob])
        #expect(check.rows.map(\.estimatedMinutes) == [180, 600])
        #expect(abs(try #require(check.rows[0].relativeError) + 0.1) < 1e-12)
        #expect(abs(try #require(check.relativeError) - (780.0 / 700 - 1)) < 1e-12)
        #expect(abs(try #require(check.meanAbsoluteError) - 0.15) < 1e-12)
    }

    @Test func `without planned routes there is no error to tell`() {
        let check = checkWorkload(estimate: [ana: 18], planned: [:])
        #expect(check.rows.isEmpty && check.relativeError == nil && check.meanAbsoluteError == nil)
        #expect(checkWorkload(estimate: [ana: 18], planned: [ana: (0, 5)]).rows[0].relativeError == nil)
    }

    @Test func `minutes of driving for a visit come from the assignment`() throws {
        var small = SmallBook()
        small.rep("ana", at: (0, 0))
        small.rep("bob", at: (9, 9))
        small.customer("one", at: (5, 0), owner: "ana", cadence: 14)
        let current = measureTerritories(small.book).current
        let minutes = try #require(current.driveMinutesOfVisit[ana])
        #expect(abs(minutes - current.totalDriveHours * 60 / (365.25 / 14)) < 1e-9)
        #expect(current.driveMinutesOfVisit[bob] == nil)
    }

    @Test func `before is the assignment that the last run found`() throws {
        var small = SmallBook.valley()
        func assignment(_ name: String, _ customer: String, from: String, previous: String?, run: Int)
            -> TerritoryAssignment
        {
            TerritoryAssignment(
                id: RecordID("territories:\(name)"), customerID: RecordID("t:\(customer)"), repID: bob,
                from: Day(iso: from)!, previousID: previous.map { RecordID($0) },
                runID: run == 0 ? nil : RecordID("territories:\(run)"), sequence: run)
        }
        #expect(measureTerritories(small.book).before == nil)
        small.contents.assignments = [
            assignment("a", "c05-0", from: "2026-01-05", previous: nil, run: 0),
            assignment("b", "c06-0", from: "2026-02-02", previous: "t:ana", run: 1),
            assignment("c", "c07-0", from: "2026-03-02", previous: "t:ana", run: 2),
            assignment("d", "c08-0", from: "2026-03-02", previous: nil, run: 2),
        ]
        let report = measureTerritories(small.book)
        let before = try #require(report.before)
        #expect(report.current.owner[RecordID("t:c07-0")] == bob && before.owner[RecordID("t:c07-0")] == ana)
        #expect(before.owner[RecordID("t:c08-0")] == nil)
        #expect(before.owner[RecordID("t:c06-0")] == bob && before.owner[RecordID("t:c05-0")] == bob)
    }
}
