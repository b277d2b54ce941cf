import Config
import Diagnostics
import Quantities
import Records
import Testing

@testable import Intake

@Suite struct LogReadingsTests {
    private func events(_ columns: String, _ rows: String, today: Day? = nil) throws -> ExportReading {
        try SmallExport(["Event.csv": "Id,StartDateTime,\(columns)\n\(rows)"]).read(today: today)
    }

    @Test func `what has begun is done, what lies after the import or today is planned`() throws {
        let rows =
            "e1,2026-11-12T08:00:00Z,\ne2,2026-11-13T11:00:00Z,\ne3,2026-11-13T15:00:00Z,\ne4,2026-11-16T08:00:00Z,\n"
        #expect(
            try events("Subject", rows).contents.activities.map(\.state) == [.done, .done, .planned, .planned])
        let earlier = try events("Subject", rows, today: Day(year: 2026, month: 11, day: 12))
        #expect(earlier.contents.activities.map(\.state) == [.done, .planned, .planned, .planned])
        #expect(try events("Subject", rows).today == Day(year: 2026, month: 11, day: 13))
    }

    @Test func `an event that ends before it begins has no length`() throws {
        let read = try events(
            "EndDateTime,DurationInMinutes",
            """
            e1,2026-11-12T08:00:00Z,2026-11-12T07:00:00Z,
            e2,2026-11-12T08:00:00Z,2026-11-12T08:45:00Z,
            e3,2026-11-12T08:00:00Z,,-5
            e4,2026-11-12T08:00:00Z,2026-11-15T08:00:00Z,

            """)
        #expect(read.contents.activities.map(\.minutes) == [nil, 45, nil, nil])
        #expect(read.problems.map(\.kind) == ["activity.ends-before-start", "value.out-of-range"])
    }

    @Test func `an all-day event is at noon of its day in every zone`() throws {
        let export = try SmallExport([
            "Event.csv":
                "Id,StartDateTime,IsAllDayEvent,ActivityDate\ne1,2026-11-12T00:00:00Z,true,\ne2,,true,2026-11-12\ne3,,,\n"
        ])
        export.company.zone = try #require(Zone("America/New_York"))
        let read = try export.read()
        #expect(read.contents.activities.map(\.start.iso) == ["2026-11-12T17:00:00Z", "2026-11-12T17:00:00Z"])
        #expect(read.contents.activities.allSatisfy { $0.minutes == nil })
        #expect(read.problems.map(\.kind) == ["activity.no-start"])
    }

    @Test func `the category is in the type, else in a word of it or of the subject`() throws {
        let read = try events(
            "Type,Subject",
            """
            e1,2026-11-12,Call,x
            e2,2026-11-12,Site visit,x
            e3,2026-11-12,,Meeting about oil
            e4,2026-11-12,,Tasting
            e5,2026-11-12,Golf,x

            """)
        #expect(read.contents.activities.map(\.category) == [.call, .visit, .meeting, .visit, .visit])
        #expect(read.problems("value.unknown-word").map(\.value) == ["Golf"])
    }

    @Test func `a call or e-mail that is done is a follow-up and an activity, other tasks are not`() throws {
        let read = try SmallExport([
            "Task.csv": """
            Id,Subject,ActivityDate,Status,Type,IsClosed
            t1,Send quote,2026-11-10,Completed,Email,true
            t2,Call back,2026-11-20,Not Started,Call,false
            t3,Think,2026-11-10,Completed,Other,
            t4,Call,2026-11-10,Completed,,

            """
        ]).read()
        #expect(read.contents.followUps.map(\.isDone) == [true, false, true, true])
        #expect(read.contents.activities.map(\.category) == [.email, .call])
        #expect(read.contents.activities.first?.start.iso == "2026-11-10T11:00:00Z")
        #expect(read.fileIndex("activity", "salesforce:t1") == nil)
        #expect(read.fileIndex("follow_up", "salesforce:t1") == 0)
    }
}
