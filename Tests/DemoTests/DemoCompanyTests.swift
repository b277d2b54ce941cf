import Quantities
import Records
import Testing

@testable import Demo

@Suite struct DemoCompanyTests {
    static let seeds: [UInt64] = [1, 9]

    @Test func `The same seed gives the same company, another seed another one`() {
        let one = Company.seeded(1).contents
        let again = makeCompany(seed: 1)
        #expect(one.customers == again.customers)
        #expect(one.activities == again.activities)
        #expect(one.opportunities == again.opportunities)
        #expect(one.orders == again.orders)
        #expect(one.forecastCalls == again.forecastCalls)
        #expect(one.importRuns == again.importRuns)
        #expect(Company.seeded(9).contents.customers.map(\.name) != one.customers.map(\.name))
    }

    @Test(arguments: seeds) func `A company has the promised size`(seed: UInt64) {
        let contents = Company.seeded(seed).contents
        #expect(contents.teams.count == 3)
        #expect(contents.reps.filter(\.isActive).count == 12)
        #expect((570...640).contains(contents.customers.count))
        let visits = contents.activities.filter { $0.category == .visit && $0.state == .done }
        #expect((9800...13_500).contains(visits.count))
        #expect((1600...2400).contains(contents.opportunities.count))
        #expect((6500...10_500).contains(contents.opportunities.reduce(0) { $0 + $1.changes.count }))
        #expect((8000...11_000).contains(contents.orders.count))
        #expect(contents.campaigns.count == 4)
        #expect((120...350).contains(contents.serviceCases.count))
        #expect(contents.activities.contains { $0.state == .planned })
        #expect(NoteTemplates.sentenceCount >= 60)
    }

    @Test(arguments: seeds) func `Ids begin with demo, and none comes twice`(seed: UInt64) {
        let contents = Company.seeded(seed).contents
        var ids = contents.teams.map(\.id.text) + contents.reps.map(\.id.text) + contents.customers.map(\.id.text)
        ids += contents.contacts.map(\.id.text) + contents.leads.map(\.id.text)
        ids += contents.opportunities.flatMap { [$0.id.text] + $0.changes.map(\.id.text) }
        ids += contents.activities.map(\.id.text) + contents.followUps.map(\.id.text)
        ids += contents.orders.map(\.id.text) + contents.serviceCases.map(\.id.text)
        ids += contents.campaigns.flatMap { [$0.id.text] + $0.members.map(\.id.text) }
        ids += contents.quotas.map(\.id.text) + contents.forecastCalls.map(\.id.text)
        ids += contents.assignments.map(\.id.text) + contents.importRuns.map(\.id.text)
        #expect(ids.allSatisfy { $0.hasPrefix("demo:") })
        #expect(Set(ids).count == ids.count)
    }

    @Test(arguments: seeds) func `Every reference resolves`(seed: UInt64) {
        let contents = Company.seeded(seed).contents
        let customers = Set(contents.customers.map(\.id))
        let reps = Set(contents.reps.map(\.id))
        let contacts = Set(contents.contacts.map(\.id))
        let leads = Set(contents.leads.map(\.id))
        #expect(contents.reps.allSatisfy { rep in contents.teams.contains { $0.id == rep.teamID } })
        #expect(contents.customers.compactMap(\.ownerID).allSatisfy(reps.contains))
        #expect(contents.contacts.compactMap(\.customerID).allSatisfy(customers.contains))
        #expect(contents.leads.compactMap(\.ownerID).allSatisfy(reps.contains))
        for deal in contents.opportunities {
            #expect(deal.customerID.map(customers.contains) == true)
            #expect(deal.changes.compactMap(\.ownerID).allSatisfy(reps.contains))
        }
        #expect(contents.activities.compactMap(\.customerID).allSatisfy(customers.contains))
        #expect(contents.activities.compactMap(\.contactID).allSatisfy(contacts.contains))
        #expect(contents.activities.compactMap(\.repID).allSatisfy(reps.contains))
        #expect(contents.followUps.compactMap(\.customerID).allSatisfy(customers.contains))
        #expect(contents.orders.compactMap(\.customerID).allSatisfy(customers.contains))
        #expect(contents.serviceCases.compactMap(\.customerID).allSatisfy(customers.contains))
        let members = contents.campaigns.flatMap(\.members)
        #expect(members.compactMap(\.contactID).allSatisfy(contacts.contains))
        #expect(members.compactMap(\.leadID).allSatisfy(leads.contains))
        #expect(contents.quotas.map(\.repID).allSatisfy(reps.contains))
        #expect(contents.forecastCalls.map(\.repID).allSatisfy(reps.contains))
        #expect(contents.assignments.map(\.customerID).allSatisfy(customers.contains))
        #expect(contents.assignments.map(\.repID).allSatisfy(reps.contains))
    }

    @Test func `The data can end on another day, also in the middle of a week`() {
        for ending in ["2026-11-11", "2025-03-03", "2024-08-18"] {
            let day = Day(iso: ending)!
            let contents = makeCompany(seed: 3, ending: day)
            let evening = DemoCompany.zone.instant(day, TimeOfDay(23, 0))
            #expect(contents.activities.filter { $0.state != .planned }.allSatisfy { $0.start <= evening })
            #expect(contents.opportunities.flatMap(\.changes).allSatisfy { $0.at <= evening })
            #expect(contents.orders.allSatisfy { $0.day <= day })
            #expect(contents.opportunities.count > 1500)
        }
    }
}
