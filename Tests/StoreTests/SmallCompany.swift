import Foundation
import Geo
import Quantities
import Records

@testable import Store

/// A company with one record of each kind and a moment for everything that has one.
enum SmallCompany {
    static let zone = Zone("Europe/Zurich") ?? .utc
    static let friday = Day(iso: "2026-11-13")!

    static func moment(_ text: String) -> Instant { Instant(iso: text)! }
    static func euro(_ cents: Int) -> Money { Money(minorUnits: cents, currency: .euro) }
    static func run(_ at: String = "2026-11-13T18:00:00Z", preset: String = "test") -> ImportRun {
        ImportRun(id: RecordID("fieldbook:\(at)"), preset: preset, at: moment(at))
    }

    static var contents: SalesBookContents {
        var contents = SalesBookContents()
        contents.teams = [Team(id: RecordID("t:south"), name: "South")]
        contents.reps = [
            Rep(
                id: RecordID("t:ana"), name: "Ana Lima", teamID: RecordID("t:south"), email: "ana@example.com",
                phone: "+00 555 1", home: GeoPoint(latitude: 47.1, longitude: 9.5), homeTown: "Vaduz",
                workingHours: .usual, zone: zone, hired: Day(iso: "2020-01-01"), left: Day(iso: "2026-12-31"))
        ]
        contents.customers = [
            Customer(
                id: RecordID("t:c1"), name: "Löwen",
                address: Address(
                    street: "Städtle 1", postalCode: "9490", city: "Vaduz", region: "Oberland", country: "LI"),
                place: GeoPoint(latitude: 47.141, longitude: 9.521), placePrecision: .given, phone: "1",
                website: "example.com", industry: "Hotel", employees: 12, annualRevenue: euro(99),
                ownerID: RecordID("t:ana"), cadenceDays: 28, visitMinutes: 20, openingHoursText: "Mo-Fr 08:00-18:00",
                priority: .high, isProspect: true, isActive: false, created: moment("2026-01-05T08:00:00Z"))
        ]
        contents.contacts = [
            Contact(
                id: RecordID("t:p1"), customerID: RecordID("t:c1"), name: "Lena", title: "Owner",
                email: "l@example.com",
                phone: "2")
        ]
        contents.leads = [
            Lead(
                id: RecordID("t:l1"), name: "Vera", title: "Owner", company: "Adams", state: .working, status: "Open",
                leadSource: "Web", employees: 3, ownerID: RecordID("t:ana"), created: moment("2026-02-01T08:00:00Z"))
        ]
        contents.opportunities = [opportunity()]
        contents.activities = [visit("t:v1", at: "2026-11-10T09:00:00Z")]
        contents.followUps = [
            FollowUp(
                id: RecordID("t:f1"), customerID: RecordID("t:c1"), repID: RecordID("t:ana"), subject: "Send quote",
                due: Day(iso: "2026-11-20"), priority: .low, created: moment("2026-11-10T09:30:00Z"))
        ]
        contents.orders = [
            Order(
                id: RecordID("t:o1"), customerID: RecordID("t:c1"), day: Day(iso: "2026-11-12")!, amount: euro(219_429),
                status: "Activated")
        ]
        contents.serviceCases = [
            ServiceCase(
                id: RecordID("t:s1"), customerID: RecordID("t:c1"), subject: "Broken", status: "Closed",
                opened: moment("2026-11-01T08:00:00Z"), closed: moment("2026-11-05T08:00:00Z"), satisfaction: 4)
        ]
        contents.campaigns = [
            Campaign(
                id: RecordID("t:k1"), name: "Tasting", type: "Event", status: "Done", start: Day(iso: "2026-04-07"),
                end: Day(iso: "2026-05-22"), cost: euro(420_000),
                members: [
                    CampaignMember(
                        id: RecordID("t:m1"), contactID: RecordID("t:p1"), leadID: RecordID("t:l1"), status: "Sent",
                        hasResponded: true)
                ])
        ]
        contents.quotas = [
            Quota(id: RecordID("t:q1"), repID: RecordID("t:ana"), month: Day(iso: "2026-11-01")!, amount: euro(500))
        ]
        contents.forecastCalls = [
            ForecastCall(
                id: RecordID("t:fc1"), repID: RecordID("t:ana"), caller: .manager, month: Day(iso: "2026-11-01")!,
                commit: euro(100), bestCase: euro(200), note: "Low", at: moment("2026-11-02T08:00:00Z"))
        ]
        contents.assignments = [
            TerritoryAssignment(
                id: RecordID("t:a1"), customerID: RecordID("t:c1"), repID: RecordID("t:ana"),
                from: Day(iso: "2026-03-01")!, reason: "Realignment")
        ]
        return contents
    }

    static func opportunity() -> Opportunity {
        let changes = [
            change("h1", "2026-09-01T10:00:00Z", "Prospecting", .open, 1000, "2026-10-31"),
            change("h2", "2026-10-05T10:00:00Z", "Proposal", .open, 1200, "2026-11-30"),
            change("h3", "2026-11-13T10:00:00Z", "Closed Won", .won, 1100, "2026-11-13"),
        ]
        return Opportunity(
            id: RecordID("t:d1"), customerID: RecordID("t:c1"), name: "Deal", type: "New", leadSource: "Web",
            created: changes[0].at, ownerID: RecordID("t:ana"), stage: "Closed Won", outcome: .won, amount: euro(1100),
            closeDay: Day(iso: "2026-11-13"), closed: changes[2].at, changes: changes)
    }

    static func change(
        _ id: String, _ at: String, _ stage: String, _ outcome: Opportunity.Outcome, _ cents: Int, _ close: String
    ) -> OpportunityChange {
        OpportunityChange(
            id: RecordID("t:\(id)"), at: moment(at), stage: stage, outcome: outcome, amount: euro(cents),
            closeDay: Day(iso: close), ownerID: RecordID("t:ana"))
    }

    static func visit(_ id: String, at: String, state: Activity.State = .done) -> Activity {
        Activity(
            id: RecordID(id), category: .visit, state: state, customerID: RecordID("t:c1"),
            contactID: RecordID("t:p1"), repID: RecordID("t:ana"), start: moment(at), minutes: 25, subject: "Visit",
            outcome: "Order placed", notes: "Wants delivery\non Tuesdays", recorded: nil)
    }

    static func book(_ store: CustomerStore, _ asOf: Day = friday) throws -> SalesBook {
        try store.salesBook(asOf: asOf, zone: zone, currency: .euro) { _ in nil }
    }

    /// A path in a fresh folder, which `body` may fill; the folder is gone afterwards.
    static func withFolder(_ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("store-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder.path)
    }
}
