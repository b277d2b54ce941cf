import Config
import Geo
import Insights
import Quantities
import Records
import Testing

@Suite struct DataHealthTests {
    private let place = GeoPoint(latitude: 47, longitude: 9.5)

    private func records(_ contents: SalesBookContents) -> [String: [String]] {
        let findings = readInsights(book(contents)).dataHealth.findings
        #expect(Set(findings.map(\.kind)).count == findings.count)
        #expect(findings.allSatisfy { !$0.title.isEmpty && !$0.hint.isEmpty })
        return Dictionary(uniqueKeysWithValues: findings.map { ($0.kind, $0.records) })
    }

    private func sound(_ id: RecordID<Customer>) -> Customer {
        Customer(
            id: id, name: "Firm \(id)", place: place, placePrecision: .given, ownerID: "ana", cadenceDays: 28)
    }

    private var reps: [Rep] {
        [
            Rep(id: "ana", name: "Ana", home: place), Rep(id: "off", name: "Off", isActive: false),
            Rep(id: "gone", name: "Gone", left: Day(iso: "2026-06-30")),
        ]
    }

    private func visit(_ name: String, _ customer: String?, _ rep: String?, _ day: String = "2026-05-01") -> Activity {
        Activity(
            id: RecordID(name), category: .visit, customerID: customer.map { RecordID($0) },
            repID: rep.map { RecordID($0) }, start: Instant(iso: "\(day)T10:00:00Z")!)
    }

    @Test func `a sound book has no findings`() {
        var contents = SalesBookContents()
        contents.reps = reps
        contents.customers = [sound("k")]
        contents.activities = [visit("v", "k", "ana")]
        contents.opportunities = [deal("d", amount: 5000, owner: "ana")]
        #expect(records(contents).isEmpty)
    }

    @Test func `each fault of a customer is found under its own name`() {
        var contents = SalesBookContents()
        contents.reps = reps
        func broken(_ id: RecordID<Customer>, _ change: (inout Customer) -> Void) {
            var customer = sound(id)
            change(&customer)
            contents.customers.append(customer)
            contents.activities.append(visit("v-\(id)", id.text, "ana"))
        }
        broken("none") { ($0.place, $0.placePrecision) = (nil, .none) }
        broken("null") { ($0.place, $0.placePrecision) = (nil, .nullIsland) }
        broken("odd") { ($0.place, $0.placePrecision) = (nil, .impossible) }
        broken("town") { $0.placePrecision = .town }
        broken("left") { $0.ownerID = "gone" }
        broken("alone") { $0.ownerID = nil }
        broken("lost") { $0.ownerID = "nobody" }
        broken("rare") { $0.cadenceDays = nil }
        broken("hours") { $0.openingHoursText = "by chance" }
        broken("spaces") { $0.name = "Firm  spaces" }
        broken("switched-off") { ($0.isActive, $0.place, $0.ownerID) = (false, nil, nil) }
        contents.customers.append(sound("unseen"))
        #expect(
            records(contents) == [
                "customer.no-coordinate": ["none"], "customer.null-island": ["null"],
                "customer.impossible-coordinate": ["odd"], "customer.town-only": ["town"],
                "customer.owner-inactive": ["left"], "customer.no-owner": ["alone", "lost"],
                "customer.no-cadence": ["rare"], "customer.opening-hours": ["hours"],
                "customer.stray-spaces": ["spaces"], "customer.never-visited": ["unseen"],
            ])
    }

    @Test func `a default cadence fills missing ones`() {
        var contents = SalesBookContents()
        contents.customers = [Customer(id: "k", name: "K")]
        var planning = PlanningSettings()
        planning.cadenceDays = 30
        let kinds = readInsights(book(contents), planning: planning).dataHealth.findings.map(\.kind)
        #expect(kinds == ["customer.never-visited", "customer.no-coordinate", "customer.no-owner"])
    }

    @Test func `open deals are checked and closed ones are not`() {
        var contents = SalesBookContents()
        contents.reps = reps
        contents.customers = [sound("k")]
        contents.activities = [visit("v", "k", "ana")]
        contents.opportunities =
            (0..<6).map { deal("d\($0)", amount: 100_000, owner: "ana") } + [
                deal("nothing", amount: nil, owner: "ana"), deal("one", amount: 100, owner: "ana"),
                deal("mega", amount: 1_000_000, owner: "ana"), deal("passed", closeDay: "2026-11-12", owner: "off"),
                deal("today", amount: 100_000, closeDay: "2026-11-13", owner: "ana"),
                deal("undated", amount: 100_000, closeDay: nil, owner: "ana", customer: "nobody"),
                deal("closed", won: "2026-05-05", amount: nil, closeDay: nil, owner: "off"),
            ]
        #expect(
            records(contents) == [
                "opportunity.no-amount": ["nothing"], "opportunity.placeholder-amount": ["one", "passed"],
                "opportunity.mega-deal": ["mega"], "opportunity.close-day-passed": ["passed"],
                "opportunity.owner-inactive": ["passed"], "opportunity.no-close-day": ["undated"],
                "opportunity.no-customer": ["undated"],
            ])
    }

    @Test func `activities of somebody who had left are found, older ones are history`() {
        var contents = SalesBookContents()
        contents.reps = reps
        contents.customers = [sound("k")]
        contents.contacts = [Contact(id: "p", customerID: nil, name: "P")]
        contents.orders = [
            Order(id: "o", customerID: "nobody", day: Day(iso: "2026-01-01")!, amount: .zero(.euro))
        ]
        contents.activities = [
            visit("history", "k", "gone"), visit("ghost", "k", "gone", "2026-07-01"), visit("off", "k", "off"),
            visit("loose", nil, nil),
        ]
        #expect(
            records(contents) == [
                "activity.owner-inactive": ["ghost", "off"], "activity.no-customer": ["loose"],
                "activity.no-rep": ["loose"], "contact.no-customer": ["p"], "order.no-customer": ["o"],
            ])
    }
}
