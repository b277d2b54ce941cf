import Quantities
import Records
import Testing

@testable import Store

@Suite struct AsOfTests {
    @Test func `nothing is known before the first record`() throws {
        let book = try book("2019-12-31")
        #expect(book.customers.isEmpty && book.contacts.isEmpty && book.leads.isEmpty && book.opportunities.isEmpty)
        #expect(book.activities.isEmpty && book.followUps.isEmpty && book.orders.isEmpty && book.serviceCases.isEmpty)
        #expect(book.campaigns.isEmpty && book.forecastCalls.isEmpty && book.assignments.isEmpty)
        #expect(book.reps.count == 1 && book.quotas.count == 1 && book.importRuns.count == 1)
    }

    @Test func `a customer and its contacts are seen from the day of its creation`() throws {
        #expect(try book("2026-01-04").customers.isEmpty)
        #expect(try book("2026-01-04").contacts.isEmpty)
        #expect(try book("2026-01-05").customers.count == 1)
        #expect(try book("2026-01-05").contacts.count == 1)
    }

    @Test(arguments: [
        ("2026-09-01", "Prospecting", 1000, "2026-10-31"), ("2026-10-04", "Prospecting", 1000, "2026-10-31"),
        ("2026-10-05", "Proposal", 1200, "2026-11-30"), ("2026-11-12", "Proposal", 1200, "2026-11-30"),
        ("2026-11-13", "Closed Won", 1100, "2026-11-13"),
    ])
    func `an opportunity is as its last change of that day left it`(
        day: String, stage: String, cents: Int, close: String
    ) throws {
        let opportunity = try #require(try book(day).opportunities.first)
        #expect(opportunity.stage == stage)
        #expect(opportunity.amount == SmallCompany.euro(cents))
        #expect(opportunity.closeDay?.iso == close)
        #expect(opportunity.outcome == (stage == "Closed Won" ? .won : .open))
        #expect((opportunity.closed != nil) == (stage == "Closed Won"))
        #expect(opportunity.changes.allSatisfy { SmallCompany.zone.day(of: $0.at).iso <= day })
    }

    @Test func `the day ends at midnight of the zone`() throws {
        let store = try CustomerStore.inMemory()
        var contents = SalesBookContents()
        contents.activities = [
            SmallCompany.visit("t:before", at: "2026-11-13T22:59:59Z"),
            SmallCompany.visit("t:after", at: "2026-11-13T23:00:00Z"),
        ]
        _ = try store.apply(contents, run: SmallCompany.run())
        #expect(try SmallCompany.book(store).activities.map(\.id.text) == ["t:before"])
    }

    @Test func `of what lies ahead only the plan is seen, once it was written`() throws {
        let store = try CustomerStore.inMemory()
        var contents = SalesBookContents()
        contents.activities = [
            SmallCompany.visit("t:plan", at: "2026-11-17T09:00:00Z", state: .planned),
            SmallCompany.visit("t:done", at: "2026-11-17T09:00:00Z", state: .done),
            SmallCompany.visit("t:off", at: "2026-11-17T09:00:00Z", state: .cancelled),
            SmallCompany.visit("t:later", at: "2026-11-17T09:00:00Z", state: .planned),
        ]
        contents.activities[3].recorded = SmallCompany.moment("2026-11-14T09:00:00Z")
        _ = try store.apply(contents, run: SmallCompany.run())
        #expect(try SmallCompany.book(store).activities.map(\.id.text) == ["t:plan"])
    }

    @Test func `a planned visit that was done later is still planned`() throws {
        let store = try CustomerStore.inMemory()
        var contents = SalesBookContents()
        contents.activities = [SmallCompany.visit("t:v", at: "2026-11-17T09:00:00Z", state: .planned)]
        _ = try store.apply(contents, run: SmallCompany.run())
        contents.activities[0].state = .done
        _ = try store.apply(contents, run: SmallCompany.run("2026-11-20T18:00:00Z"))
        #expect(try SmallCompany.book(store).activities.map(\.state) == [.planned])
        #expect(try SmallCompany.book(store, Day(iso: "2026-11-20")!).activities.map(\.state) == [.done])
    }

    @Test func `a case that was closed later is open`() throws {
        let open = try #require(try book("2026-11-04").serviceCases.first)
        #expect(open.isOpen && open.status == "Open" && open.satisfaction == nil)
        #expect(try book("2026-11-05").serviceCases.first?.satisfaction == 4)
        #expect(try book("2026-10-31").serviceCases.isEmpty)
    }

    @Test func `a follow-up is done from the day of its completion`() throws {
        let store = try CustomerStore.inMemory()
        var contents = SalesBookContents()
        let created = SmallCompany.moment("2026-11-01T08:00:00Z")
        contents.followUps = [
            FollowUp(
                id: RecordID("t:f"), customerID: nil, repID: nil, subject: "S", due: nil, isDone: true,
                created: created, completed: SmallCompany.moment("2026-11-05T08:00:00Z")),
            FollowUp(id: RecordID("t:g"), customerID: nil, repID: nil, subject: "S", due: nil, isDone: true),
        ]
        _ = try store.apply(contents, run: SmallCompany.run())
        #expect(try SmallCompany.book(store, Day(iso: "2026-10-31")!).followUps.map(\.id.text) == ["t:g"])
        #expect(try SmallCompany.book(store, Day(iso: "2026-11-04")!).followUps.map(\.isDone) == [false, true])
        #expect(try SmallCompany.book(store, Day(iso: "2026-11-05")!).followUps.map(\.isDone) == [true, true])
    }

    @Test func `orders, calls, assignments and campaigns of later days are not seen`() throws {
        #expect(try book("2026-11-11").orders.isEmpty)
        #expect(try book("2026-11-12").orders.count == 1)
        #expect(try book("2026-11-01").forecastCalls.isEmpty)
        #expect(try book("2026-11-02").forecastCalls.count == 1)
        #expect(try book("2026-02-28").assignments.isEmpty)
        #expect(try book("2026-03-01").assignments.count == 1)
        #expect(try book("2026-04-06").campaigns.isEmpty)
        #expect(try book("2026-04-07").campaigns.first?.members.count == 1)
    }

    @Test func `a rep who was switched off after leaving later was still at work`() throws {
        let store = try CustomerStore.inMemory()
        var contents = SalesBookContents()
        contents.reps = [
            Rep(id: RecordID("t:r"), name: "R", left: Day(iso: "2026-11-20"), isActive: false)
        ]
        _ = try store.apply(contents, run: SmallCompany.run())
        #expect(try SmallCompany.book(store).activeReps.count == 1)
        #expect(try SmallCompany.book(store, Day(iso: "2026-11-21")!).activeReps.isEmpty)
    }

    @Test func `opening hours are understood once for each text`() throws {
        let store = try CustomerStore.inMemory()
        var contents = SalesBookContents()
        contents.customers = (1...3).map {
            Customer(id: RecordID("t:\($0)"), name: "C", openingHoursText: $0 == 3 ? "odd" : "24/7")
        }
        _ = try store.apply(contents, run: SmallCompany.run())
        var asked: [String] = []
        let always = OpeningHours([.monday: [TimeWindow(from: .midnight, until: .endOfDay)]])
        let book = try store.salesBook(asOf: SmallCompany.friday, zone: .utc, currency: .euro) {
            asked.append($0)
            return $0 == "odd" ? nil : always
        }
        #expect(asked == ["24/7", "odd"])
        #expect(book.customers.map(\.openingHours) == [always, always, nil])
        #expect(book.customers[2].openingHoursText == "odd")
    }

    private func book(_ day: String) throws -> SalesBook {
        let store = try CustomerStore.inMemory()
        _ = try store.apply(SmallCompany.contents, run: SmallCompany.run())
        return try SmallCompany.book(store, Day(iso: day)!)
    }
}
