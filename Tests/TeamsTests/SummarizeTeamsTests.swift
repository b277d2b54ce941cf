import Config
import Quantities
import Records
import Testing

@testable import Teams

private func day(_ month: Int, _ day: Int) -> Day { Day(year: 2026, month: month, day: day)! }
private func id<Of>(_ text: String) -> RecordID<Of> { RecordID("t:\(text)") }

/// Rep `a` of team `north`, `b` without a team, `gone` of `north` who left in October. The week is that of 9 November.
private func book(asOf: Day = day(11, 13), _ fill: (inout SalesBookContents) -> Void) -> SalesBook {
    var contents = SalesBookContents()
    contents.teams = [Team(id: id("north"), name: "North")]
    contents.reps = [
        Rep(id: id("a"), name: "A", teamID: id("north")), Rep(id: id("b"), name: "B"),
        Rep(id: id("gone"), name: "Gone", teamID: id("north"), left: day(10, 31)),
    ]
    fill(&contents)
    return SalesBook(asOf: asOf, zone: .utc, currency: .euro, contents: contents)
}

private func customer(_ name: String, owner: String? = "a", cadence: Int? = 14, created: Day? = nil) -> Customer {
    Customer(
        id: id(name), name: name, ownerID: owner.map { id($0) }, cadenceDays: cadence,
        created: created.map { Instant(utc: $0) })
}

private func visit(
    _ customer: String, _ on: Day, by rep: String? = "a", _ state: Activity.State = .done,
    _ category: Activity.Category = .visit
) -> Activity {
    Activity(
        id: id("\(customer)-\(on.iso)-\(category)"), category: category, state: state, customerID: id(customer),
        repID: rep.map { id($0) }, start: Instant(utc: on, seconds: 36_000))
}

private func summarize(_ book: SalesBook, planning: PlanningSettings = PlanningSettings()) -> TeamSummaries {
    summarizeTeams(book, monday: day(11, 9), planning: planning, report: ReportSettings())
}

extension TeamSummaries {
    fileprivate func rep(_ name: String) -> WeekSummary? {
        teams.flatMap(\.reps).first { $0.repID.text == "t:\(name)" }?.week
    }
}

@Suite struct SummarizeTeamsTests {
    @Test func `an empty book has empty figures`() {
        let result = summarizeTeams(
            SalesBook(asOf: day(11, 13), zone: .utc, currency: .euro, contents: SalesBookContents()),
            monday: day(11, 9), planning: PlanningSettings(), report: ReportSettings())
        #expect(result.teams.isEmpty)
        #expect(result.company.plannedVisits == 0 && result.company.doneVisits == 0 && result.company.winRate == nil)
        #expect(result.company.visitTrend == Array(repeating: 0, count: 12))
    }

    @Test func `due customers and planned visits make the plan, each once`() {
        let result = summarize(
            book {
                $0.customers = [
                    customer("due"), customer("visited"), customer("fresh"), customer("never"),
                    customer("new", created: day(11, 10)), customer("free", cadence: nil),
                ]
                $0.activities = [
                    // Fourteen days after 1 November is Sunday 15: due in the week. After 2 November it is not.
                    visit("due", day(11, 1)), visit("visited", day(10, 20)), visit("visited", day(11, 10)),
                    visit("fresh", day(11, 2)), visit("free", day(11, 12), by: "a", .planned),
                    visit("due", day(11, 13), by: "a", .planned),
                    visit("fresh", day(11, 12), by: "a", .cancelled),
                ]
            })
        // due, visited (its visit came in the week), never, and free by the log.
        #expect(result.rep("a")?.plannedVisits == 4)
        #expect(result.rep("a")?.doneVisits == 1)
        #expect(result.rep("a")?.shortfall == 3)
        #expect(result.rep("a")?.plannedCustomerCount == 5)
        #expect(result.company.plannedVisits == 4)
    }

    @Test func `no plan asks for more than a week's work`() {
        var planning = PlanningSettings()
        let crowded = book { $0.customers = (0..<100).map { customer("c\($0)") } }
        // 9 h less 45 min of lunch by 50 min: 9 a day, 45 in five days.
        #expect(summarize(crowded, planning: planning).rep("a")?.plannedVisits == 45)
        planning.holidays = [PlanningSettings.Holiday(day: day(11, 11), name: "Saint Martin")]
        #expect(summarize(crowded, planning: planning).rep("a")?.plannedVisits == 36)
        planning.maxVisitsPerDay = 2
        #expect(summarize(crowded, planning: planning).rep("a")?.plannedVisits == 8)
    }

    @Test func `former reps count for team and company but have no row`() {
        let result = summarize(
            book {
                $0.customers = [customer("c"), customer("orphan", owner: "gone")]
                $0.activities = [
                    visit("c", day(11, 9)), visit("orphan", day(11, 10), by: "gone"), visit("c", day(11, 11), by: nil),
                ]
            })
        #expect(result.teams.map(\.teamID) == [id("north"), TeamSummary.withoutTeam])
        #expect(result.teams[0].reps.map(\.repID) == [id("a")])
        #expect(result.teams[0].week.doneVisits == 2)
        #expect(result.company.doneVisits == 3)
        // The orphan is in nobody's plan.
        #expect(result.teams[0].week.plannedVisits == 1)
        #expect(result.teams[1].reps.map(\.repID) == [id("b")])
    }

    @Test func `trends hold twelve weeks, this one last`() {
        let result = summarize(
            book {
                $0.customers = [customer("c")]
                $0.activities =
                    [day(11, 9), day(11, 13), day(11, 8), day(11, 2), day(10, 26), day(8, 24), day(8, 23), day(11, 16)]
                    .map { visit("c", $0) } + [visit("c", day(11, 12), by: "a", .done, .call)]
            })
        #expect(result.rep("a")?.visitTrend == [1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 2])
        #expect(result.rep("a")?.previousVisits == 2)
        #expect(result.rep("a")?.usualVisits == 0.75)
        #expect(result.rep("a")?.activities == [.visit: 2, .call: 1, .email: 0, .meeting: 0, .note: 0])
    }

    @Test func `overdue customers come most urgent first`() {
        let result = summarize(
            book {
                $0.customers = [
                    customer("late"), customer("later"), customer("fine"), customer("unknown", owner: nil),
                    customer("born", created: day(10, 1)),
                ]
                $0.activities = [
                    visit("late", day(10, 29)), visit("later", day(10, 1)), visit("fine", day(10, 30)),
                ]
            })
        #expect(result.rep("a")?.overdue.map(\.customerID.text) == ["t:born", "t:later", "t:late"])
        #expect(result.rep("a")?.overdue.last?.overdueDays == 1)
        #expect(result.rep("a")?.overdue.first?.lastVisit == nil)
        #expect(result.company.overdue.map(\.customerID.text) == ["t:born", "t:later", "t:unknown", "t:late"])
    }

    @Test func `deals belong to their owner at that moment`() {
        func change(
            _ number: Int, _ on: Day, _ outcome: Opportunity.Outcome, _ amount: Int, _ owner: String, close: Day
        )
            -> OpportunityChange
        {
            OpportunityChange(
                id: id("\(number)-\(on.iso)"), at: Instant(utc: on, seconds: 36_000), stage: outcome.rawValue,
                outcome: outcome, amount: Money(minorUnits: amount * 100, currency: .euro), closeDay: close,
                ownerID: id(owner))
        }
        func deal(_ name: String, _ changes: [OpportunityChange]) -> Opportunity {
            let last = changes[changes.count - 1]
            return Opportunity(
                id: id(name), customerID: nil, name: name, created: changes[0].at, ownerID: last.ownerID,
                stage: last.stage, outcome: last.outcome, amount: last.amount, closeDay: last.closeDay,
                closed: last.outcome == .open ? nil : last.at, changes: changes)
        }
        let contents = book {
            $0.opportunities = [
                deal(
                    "handed",
                    [
                        change(1, day(11, 9), .open, 100, "a", close: day(11, 20)),
                        change(1, day(11, 12), .won, 90, "b", close: day(11, 12)),
                    ]),
                deal(
                    "slips",
                    [
                        change(2, day(10, 1), .open, 70, "a", close: day(11, 20)),
                        change(2, day(11, 10), .open, 70, "a", close: day(12, 2)),
                    ]),
                deal(
                    "lost",
                    [
                        change(3, day(10, 1), .open, 50, "a", close: day(11, 20)),
                        change(3, day(11, 10), .lost, 50, "a", close: day(11, 10)),
                    ]),
            ]
        }
        let result = summarize(contents)
        #expect(result.rep("a")?.created.opportunities == [id("handed")])
        #expect(result.rep("a")?.created.amount.minorUnits == 10_000)
        #expect(result.rep("a")?.won.count == 0)
        #expect(result.rep("b")?.won.amount.minorUnits == 9_000)
        #expect(result.rep("a")?.slipped.opportunities == [id("slips")])
        #expect(result.rep("a")?.lost.opportunities == [id("lost")])
        #expect(result.company.winRateSample == 2)
        // Below five closed deals no rate is given.
        #expect(result.company.winRate == nil)
        var lenient = ReportSettings()
        lenient.minimumSample = 2
        let rated = summarizeTeams(contents, monday: day(11, 9), planning: PlanningSettings(), report: lenient)
        #expect(rated.company.winRate == 0.5)
    }

    @Test func `the order of the input changes nothing`() {
        func filled(_ isReversed: Bool) -> SalesBook {
            book {
                $0.customers = (0..<40).map { customer("c\($0)", owner: $0 % 3 == 0 ? "a" : "b", cadence: 7 + $0 % 5) }
                $0.activities = (0..<80).map { visit("c\($0 % 40)", day(9, 1) + $0, by: $0 % 2 == 0 ? "a" : "b") }
                guard isReversed else { return }
                $0.customers.reverse()
                $0.activities.reverse()
                $0.reps.reverse()
            }
        }
        #expect(summarize(filled(false)) == summarize(filled(true)))
    }
}
