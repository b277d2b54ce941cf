import Config
import Insights
import Quantities
import Records
import Testing

@Suite struct ReadInsightsTests {
    @Test func `an empty book has nothing to say`() {
        let insights = readInsights(book(SalesBookContents()))
        #expect(insights.customers.isEmpty && insights.segments.isEmpty && insights.campaigns.isEmpty)
        #expect(insights.leads == LeadSummary(bySource: [], open: [], converted: 0, closed: 0))
        #expect(insights.service.satisfaction == nil && insights.service.openByAge.map(\.count) == [0, 0, 0, 0])
        #expect(insights.duplicates.isEmpty && insights.dataHealth.findings.isEmpty)
    }

    @Test func `leads are counted by source and the oldest open one comes first`() {
        var contents = SalesBookContents()
        func lead(_ name: String, _ state: Lead.State, _ source: String?, _ created: String?) -> Lead {
            Lead(
                id: RecordID(name), name: name, state: state, status: "", leadSource: source,
                created: created.flatMap { Instant(iso: "\($0)T10:00:00Z") })
        }
        contents.leads = [
            lead("a", .working, "Web", nil), lead("b", .new, "Web", "2026-10-01"),
            lead("c", .converted, "Fair", "2026-01-01"), lead("d", .new, nil, "2026-02-01"),
            lead("e", .closed, "Web", "2026-02-01"),
        ]
        let leads = readInsights(book(contents)).leads
        #expect(leads.open == ["d", "b", "a"].map { RecordID($0) })
        #expect(leads.bySource.map(\.name) == ["Web", "Fair", "Unknown"])
        #expect(leads.bySource[0] == LeadSummary.Row(name: "Web", total: 3, open: 2, converted: 0))
        #expect(leads.converted == 1 && leads.closed == 1)
    }

    @Test func `a campaign counts persons once and deals won within 90 days of its start`() {
        var contents = SalesBookContents()
        contents.customers = [Customer(id: "k", name: "K")]
        contents.contacts = [
            Contact(id: "p", customerID: "k", name: "P"), Contact(id: "q", customerID: "k", name: "Q"),
        ]
        contents.opportunities = [
            deal("before", won: "2026-05-31"), deal("first", won: "2026-06-01"), deal("last", won: "2026-08-30"),
            deal("after", won: "2026-08-31"),
        ]
        func member(_ name: String, _ contact: String, _ responded: Bool) -> CampaignMember {
            CampaignMember(id: RecordID(name), contactID: RecordID(contact), hasResponded: responded)
        }
        contents.campaigns = [
            Campaign(id: "undated", name: "U", members: [member("m0", "p", true)]),
            Campaign(
                id: "june", name: "J", start: Day(iso: "2026-06-01"),
                members: [member("m1", "p", true), member("m2", "p", true), member("m3", "q", false)]),
        ]
        let results = readInsights(book(contents)).campaigns
        #expect(results.map(\.campaignID) == ["june", "undated"])
        #expect(results[0].addressed == 2 && results[0].responded == 1)
        #expect(results[0].wonAfter == Money(minorUnits: 200, currency: .euro) && results[0].wonAfterCount == 2)
        #expect(results[1].wonAfterCount == 0)
    }

    @Test func `service cases are aged, grouped by subject and repeated ones named`() {
        var contents = SalesBookContents()
        contents.customers = [Customer(id: "k", name: "K"), Customer(id: "l", name: "L")]
        func one(_ name: String, _ customer: String, _ opened: String, _ closed: String?, _ stars: Int?) -> ServiceCase
        {
            ServiceCase(
                id: RecordID(name), customerID: RecordID(customer), subject: name.hasPrefix("i") ? "Invoice" : "Late",
                status: "", opened: Instant(iso: "\(opened)T10:00:00Z")!,
                closed: closed.flatMap { Instant(iso: "\($0)T10:00:00Z") }, satisfaction: stars)
        }
        contents.serviceCases = [
            one("i1", "k", "2026-11-06", nil, nil), one("i2", "k", "2026-09-01", "2026-09-04", 5),
            one("i3", "k", "2026-08-16", "2026-08-24", 2), one("l1", "l", "2026-03-01", nil, nil),
            one("l2", "l", "2026-08-15", "2026-08-15", nil), one("l3", "l", "2026-10-01", "2026-10-02", nil),
        ]
        let service = readInsights(book(contents)).service
        #expect(service.open == ["l1", "i1"])
        #expect(service.openByAge.map(\.count) == [1, 0, 0, 1])
        #expect(service.subjects.map(\.name) == ["Invoice", "Late"])
        #expect(service.subjects.map(\.medianDaysToClose) == [6, 1])
        #expect(service.satisfaction == 3.5 && service.satisfactionCount == 2)
        #expect(service.repeating == ["k"])
    }

    @Test func `duplicates come surest first, from the book or as given`() {
        var contents = SalesBookContents()
        contents.customers = [
            Customer(id: "a", name: "Muster AG", phone: "+423 232 04 11"),
            Customer(id: "b", name: "Muster", phone: "232 04 11"), Customer(id: "c", name: "Other"),
        ]
        #expect(readInsights(book(contents)).duplicates.map(\.second) == ["b"])
        let given = [
            CustomerMatch(first: "a", second: "b", score: 0.8, evidence: ["x"]),
            CustomerMatch(first: "b", second: "c", score: 0.9, evidence: ["y"]),
        ]
        #expect(readInsights(book(contents), duplicates: given).duplicates.map(\.first) == ["b", "a"])
    }

    @Test func `the order of rows does not matter`() {
        var contents = SalesBookContents()
        for index in 0..<9 {
            contents.customers.append(Customer(id: RecordID("k\(index)"), name: "Firm \(index % 4)"))
            contents.orders.append(
                Order(
                    id: RecordID("o\(index)"), customerID: RecordID("k\(index % 5)"),
                    day: Day(iso: "2026-0\(index + 1)-01")!, amount: Money(minorUnits: index, currency: .euro)))
            contents.serviceCases.append(
                ServiceCase(
                    id: RecordID("s\(index)"), customerID: "k1", subject: "S\(index % 3)", status: "",
                    opened: Instant(iso: "2026-11-0\(index + 1)T10:00:00Z")!))
        }
        let one = readInsights(book(contents))
        contents.customers.reverse()
        contents.orders.reverse()
        contents.serviceCases.reverse()
        let two = readInsights(book(contents))
        #expect(one.customers == two.customers && one.segments == two.segments && one.service == two.service)
        #expect(one.duplicates == two.duplicates && one.dataHealth == two.dataHealth)
    }
}

func book(_ contents: SalesBookContents) -> SalesBook {
    SalesBook(asOf: Day(iso: "2026-11-13")!, zone: .utc, currency: .euro, contents: contents)
}

func deal(
    _ name: String, won: String? = nil, amount: Int? = 100, closeDay: String? = "2026-12-01", owner: String? = nil,
    customer: String = "k"
) -> Opportunity {
    let created = Instant(iso: "2026-01-01T10:00:00Z")!
    let outcome = won == nil ? Opportunity.Outcome.open : .won
    let money = amount.map { Money(minorUnits: $0, currency: .euro) }
    let day = closeDay.flatMap { Day(iso: $0) }
    return Opportunity(
        id: RecordID(name), customerID: RecordID(customer), name: name, created: created,
        ownerID: owner.map { RecordID($0) }, stage: "S", outcome: outcome, amount: money, closeDay: day,
        closed: won.flatMap { Instant(iso: "\($0)T10:00:00Z") },
        changes: [
            OpportunityChange(
                id: RecordID("\(name)-0"), at: created, stage: "S", outcome: outcome, amount: money, closeDay: day,
                ownerID: nil)
        ])
}
