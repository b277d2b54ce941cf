import Diagnostics
import Quantities
import Testing

@testable import Config

private let header = "day,start,minutes,rep,customer,rep_name,customer_name\n"

private func visit(
    _ day: String, _ start: String = "09:00", rep: String = "r:1", customer: String = "c:1"
) throws -> PublishedPlan.Visit {
    PublishedPlan.Visit(
        day: try #require(Day(iso: day)), start: try #require(TimeOfDay(start)), minutes: 30, rep: rep,
        customer: customer)
}

@Suite struct PublishedPlanTests {
    @Test func `a plan is sorted and written with names for people`() throws {
        let plan = PublishedPlan(visits: [
            try visit("2026-11-24", "10:00"), try visit("2026-11-24", "08:00", rep: "r:2", customer: "c:2"),
            try visit("2026-11-23", "08:30", rep: "r:2", customer: "c:3"),
        ])
        let names = ["r:1": "Ana", "r:2": "Bo, Jr.", "c:1": "=cmd", "c:2": "Bar \"Hirsch\""]
        let text = plan.text(repName: { names[$0] ?? "" }, customerName: { names[$0] ?? "" })
        #expect(
            text == header + """
                2026-11-23,08:30,30,r:2,c:3,"Bo, Jr.",
                2026-11-24,10:00,30,r:1,c:1,Ana,'=cmd
                2026-11-24,08:00,30,r:2,c:2,"Bo, Jr.","Bar ""Hirsch""\"

                """)
        let (read, problems) = PublishedPlan.read(text, file: "p")
        #expect(read == plan && problems == [])
    }

    @Test func `ids and names of any kind come back`() throws {
        let naughty = [
            "a:1", "salesforce:0015g00000000G8", "a,b", "a\"b", "\"", "\"\u{301}x", "'", "=1+1", "@x", "-1", "#x",
            "a;b\tc",
            "a\nb", "a\r\nb", " a ", "a\u{A0}", "a\u{200B}", "\u{FEFF}", "\u{202E}x", "名前", "👩‍👩‍👧", "e\u{301}", "<script>",
            "\u{0}", "\u{1B}[31m", "../../etc", "null", "%s", "a\u{2028}", "''", "\"\"", ",", "\na",
        ]
        let monday = try #require(Day(iso: "2026-11-23"))
        let plan = PublishedPlan(
            visits: naughty.enumerated().map { index, id in
                PublishedPlan.Visit(
                    day: monday + index % 14, start: TimeOfDay(minutes: 480 + index), minutes: index, rep: id,
                    customer: naughty[(index * 7) % naughty.count])
            })
        let text = plan.text(repName: { $0 }, customerName: { $0 })
        let (read, problems) = PublishedPlan.read(text, file: "p")
        #expect(problems == [])
        #expect(read.visits.map { Array($0.rep.utf8) } == plan.visits.map { Array($0.rep.utf8) })
        #expect(read == plan)
        #expect(read.text(repName: { $0 }, customerName: { $0 }) == text)
        let spread = PublishedPlan.read(text.replacing("\n2026", with: "\r\n2026"), file: "p").plan
        #expect(spread == plan)
    }

    @Test func `a publication covers whole weeks of those who are in it`() throws {
        let plan = PublishedPlan(visits: [
            try visit("2026-11-25"), try visit("2026-12-01", customer: "c:2"), try visit("2026-12-10", rep: "r:2"),
        ])
        let first = try #require(Day(iso: "2026-11-23"))
        #expect(plan.days(of: "r:1") == first...first + 13)
        #expect(plan.days(of: "r:3") == nil && plan.days == first...first + 20)
        #expect(plan.covers(first, of: "r:1") && plan.covers(first + 13, of: "r:1"))
        #expect(!plan.covers(first - 1, of: "r:1") && !plan.covers(first + 14, of: "r:1"))
        #expect(!plan.covers(first, of: "r:2") && plan.covers(first + 14, of: "r:2"))
        #expect(plan.reps == ["r:1", "r:2"] && plan.visits(of: "r:1").count == 2 && plan.visits(of: "x") == [])
        #expect(PublishedPlan(visits: []).days == nil)
    }

    /// Row, kind, column.
    @Test(
        arguments: [
            ("2026-02-30,09:00,30,r:1,c:1", "day", 1), ("2026-11-24,9,30,r:1,c:1", "time", 12),
            ("2026-11-24,09:00,long,r:1,c:1", "minutes", 18), ("2026-11-24,09:00,-5,r:1,c:1", "minutes", 18),
            ("2026-11-24,09:00,30,,c:1", "missing", 21), ("2026-11-24,09:00,30,r:1", "missing", nil),
            ("2026-11-24,09:00,30,r:1,\"c:1", "quote", 25), ("2026-11-24,09:00,30,r:1,c:1,,,x", "form", 31),
        ] as [(String, String, Int?)])
    func `a wrong row is named with its place, and the others hold`(row: String, kind: String, column: Int?) throws {
        let (plan, problems) = PublishedPlan.read(
            header + "2026-11-23,09:00,30,r:1,c:7,Ana,A\n\(row)\n2026-11-25,09:00,30,r:1,c:8,Ana,B\n", file: "p.csv")
        #expect(plan.visits.map(\.customer) == ["c:7", "c:8"])
        let problem = try #require(problems.first)
        #expect(problems.count == 1 && problem.kind == "published-plan.\(kind)")
        #expect(problem.place?.line == 3 && problem.place?.column == column && problem.hint != nil)
    }

    @Test func `a visit that is there twice holds as the later row says`() throws {
        let (plan, problems) = PublishedPlan.read(
            header + "2026-11-23,09:00,30,r:1,c:7\n2026-11-23,10:00,30,r:1,c:7\n", file: "p.csv")
        #expect(plan.visits.map(\.start.text) == ["10:00"])
        #expect(problems.map(\.kind) == ["published-plan.repeated"] && problems.first?.place?.line == 2)
    }
}

@Suite struct PublishedPlanUpdateTests {
    @Test func `a publication replaces its own reps and weeks and keeps the rest`() throws {
        let old = PublishedPlan(visits: [
            try visit("2026-08-24", customer: "old"), try visit("2026-08-31", customer: "kept"),
            try visit("2026-11-24", customer: "replaced"), try visit("2026-11-24", rep: "r:2", customer: "other"),
            try visit("2026-12-01", customer: "next week"),
        ])
        let monday = try #require(Day(iso: "2026-11-23"))
        let new = old.replacing(
            reps: ["r:1"], on: monday...monday + 6,
            by: [
                try visit("2026-11-25", customer: "new"), try visit("2026-12-02", customer: "not of these days"),
                try visit("2026-11-25", rep: "r:2", customer: "not of this rep"),
            ])
        #expect(new.visits.map(\.customer) == ["kept", "other", "new", "next week"])
    }

    @Test func `what changes is said by customer and week`() throws {
        let old = PublishedPlan(visits: [
            try visit("2026-11-24", customer: "same"), try visit("2026-11-24", "10:00", customer: "later"),
            try visit("2026-11-25", customer: "gone"), try visit("2026-11-26", customer: "given"),
            try visit("2026-12-01", customer: "far"),
        ])
        let new = PublishedPlan(visits: [
            try visit("2026-11-24", customer: "same"), try visit("2026-11-27", "08:00", customer: "later"),
            try visit("2026-11-26", rep: "r:2", customer: "given"), try visit("2026-11-23", customer: "new"),
        ])
        let monday = try #require(Day(iso: "2026-11-23"))
        let changes = old.changes(to: new, on: monday...monday + 6)
        #expect(changes.map { ($0.new ?? $0.old)?.customer } == ["new", "gone", "given", "later"])
        #expect(changes.map { $0.old?.day.iso } == [nil, "2026-11-25", "2026-11-26", "2026-11-24"])
        #expect(changes.map { $0.new?.day.iso } == ["2026-11-23", nil, "2026-11-26", "2026-11-27"])
        #expect(old.changes(to: old, on: monday...monday + 20).isEmpty)
    }

    @Test func `of two visits in a week the one that stays is no change`() throws {
        let old = PublishedPlan(visits: [try visit("2026-11-24"), try visit("2026-11-27")])
        let new = PublishedPlan(visits: [try visit("2026-11-25"), try visit("2026-11-27")])
        let monday = try #require(Day(iso: "2026-11-23"))
        let changes = old.changes(to: new, on: monday...monday + 6)
        #expect(changes.map { $0.old?.day.iso } == ["2026-11-24"] && changes.map { $0.new?.day.iso } == ["2026-11-25"])
    }
}
