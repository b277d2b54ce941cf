import Config
import Diagnostics
import Geo
import Quantities
import Records
import Routes
import Testing

@testable import Pages

@Suite struct PlanPagesTests {
    private let monday = friday + 3

    /// Ana's plan: Bar Adler moved by an appointment, Hotel Post later by ten minutes; a holiday; two weeks.
    private func material(_ change: (inout RepPlan) -> Void = { _ in }) -> SiteMaterial {
        var material = smallMaterial { $0.reps[0].home = GeoPoint(latitude: 46.52, longitude: 11.32) }
        guard let first = material.routes["t:ana"] else { return material }
        var second = first
        second.monday = monday + 7
        second.days = first.days.map { day in
            var day = day
            day.day = day.day + 7
            return day
        }
        var plan = RepPlan(repID: "t:ana", weeks: [first, second])
        plan.weeks[0].isPublished = true
        plan.weeks[0].days.removeAll { $0.day == monday + 4 }
        plan.weeks[0].daysOff = [DayOffName(day: monday + 4, name: "Founders’ Day", isForEveryone: true)]
        plan.differences = [
            PlanDifference(
                repID: "t:ana", customerID: "t:post", before: .init(day: monday, start: TimeOfDay(10, 0)),
                after: .init(day: monday, start: TimeOfDay(10, 10)), reason: .timeOnly(minutes: 10)),
            PlanDifference(
                repID: "t:ana", customerID: "t:adler", before: .init(day: monday, start: TimeOfDay(9, 0)),
                after: .init(day: monday + 1, start: TimeOfDay(11, 0)), reason: .appointment),
        ]
        plan.figures.visits = 2
        plan.figures.driving = Seconds(3600)
        change(&plan)
        material.plans = ["t:ana": plan]
        material.routes["t:ana"] = plan.weeks[0]
        return material
    }

    private func table(_ material: SiteMaterial) throws -> DataTable {
        let plan = try #require(material.plans["t:ana"])
        return try #require(material.differenceTable(plan, on: SitePaths.reps))
    }

    private func page(_ material: SiteMaterial) throws -> PageFields {
        let rep = try #require(material.book.repByID["t:ana"])
        return try #require(material.repPage(rep).pages.first).fields
    }

    @Test func `changes stand with their reasons, those of the day before those of the time`() throws {
        let material = material()
        let table = try table(material)
        #expect(table.rows.map { $0[0].text } == ["Bar Adler", "Hotel Post"])
        #expect(table.rows[0][1].raw == "2026-11-16 09:00 → 2026-11-17 11:00")
        #expect(table.rows.map { $0[2].text } == ["Because of an appointment", "10 min later"])
        #expect(table.caption == "1\u{a0}visit on another day, new or left out and 1 at another time")
        #expect(try page(material).text("finding").hasSuffix(table.caption + "."))
    }

    @Test func `without a publication nothing is said of changes, with one that kept everything that it did`() throws {
        let unpublished = material { plan in
            plan.differences = []
            plan.weeks[0].isPublished = false
        }
        #expect(try page(unpublished)["changed"] == .nothing)
        let kept = material { $0.differences = [] }
        let table = try table(kept)
        #expect(table.rows.isEmpty && table.empty.hasPrefix("Nothing changed"))
    }

    @Test func `a day off stands among the days by its name`() throws {
        guard case .list(let days) = try page(material())["days"] else {
            Issue.record("no days")
            return
        }
        let names = days.compactMap { day -> String? in
            guard case .fields(let fields) = day else { return nil }
            return fields["isOff"] == .flag(true) ? fields.text("summary") : fields.text("shortName")
        }
        #expect(names == ["Mon", "Tue", "Wed", "Thu", "Founders’ Day, nobody works"])
    }

    @Test func `later weeks are listed and every stop is in the file`() throws {
        let material = material()
        let plan = try #require(material.plans["t:ana"])
        #expect(material.laterWeeks(plan, on: SitePaths.reps).map { $0.text("weekID") } == ["week-2026-11-23"])
        #expect(material.allStopsTable(plan).rows.count == plan.weeks.reduce(0) { $0 + $1.stopCount })
    }

    @Test func `the lines to copy are lines that the reader takes, one of each verb`() throws {
        let material = material()
        let rep = try #require(material.book.repByID["t:ana"])
        let plan = try #require(material.routes["t:ana"])
        let lines = material.changeLines(plan, rep: rep).map { $0.text("line") }
        // One by one: together they would contradict each other.
        let read = lines.map { readPlanChanges($0, file: "plan-changes.txt") }
        #expect(read.flatMap(\.problems) == [])
        let changes = read.flatMap(\.changes)
        #expect(Set(changes.map(\.verb)) == Set(PlanChange.Verb.allCases))
        #expect(changes.map(\.line) == lines)
    }

    @Test func `a customer whose name another one bears is named by its id`() {
        let material = smallMaterial { $0.customers.append(Customer(id: "t:adler-2", name: "Bar Adler")) }
        #expect(material.changeLine("t:adler", .skip(until: friday)) == "skip t:adler until 2026-11-13")
        #expect(material.changeLine("t:post", .skip(until: friday)) == "skip \"Hotel Post\" until 2026-11-13")
    }

    @Test func `a team's plan has a row for each rep and their sum`() throws {
        var material = material()
        var other = RepPlan(repID: "t:bo", weeks: [])
        other.figures.visits = 3
        material.plans["t:bo"] = other
        let table = material.planFigureTable(material.book.activeReps, on: SitePaths.reps)
        #expect(table.rows.map { $0[0].text } == ["Ana", "Bo", "All"])
        #expect(table.rows.map { $0[1].text } == ["2", "3", "5"])
        #expect(table.rows.map { $0.last?.text } == ["2", "0", "2"])
        #expect(table.rows.allSatisfy { $0.count == table.columns.count })
    }

    @Test func `the weights in force are those of the config`() {
        var material = smallMaterial()
        material.config.planning.worth.minutesOnTime = 90
        #expect(material.planWeightTable.rows[0].map(\.text).suffix(2) == ["90", "120"])
        #expect(material.planWeightTable.rows.allSatisfy { $0.last?.text != "–" })
        #expect(material.planOrderTable.rows.map { $0[1].text }.first == "Hard limits")
    }
}
