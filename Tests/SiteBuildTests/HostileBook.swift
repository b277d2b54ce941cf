import Geo
import Quantities
import Records

/// A book with hostile text in every field of every record, dealt out so that each text comes to many fields.
struct HostileBook {
    private let texts: [String]
    private var next = 0

    static let own: [String] = [
        "<script>alert(1)</script>", "</script><script src=//x.example/a.js></script>", "<img src=x onerror=alert(1)>",
        "\" onmouseover=\"alert(1)", "' onfocus='alert(1)' autofocus='", "</title></svg><svg onload=alert(1)>",
        "</td></table></main></body></html>", "<!-- ", "--> <b>", "<![CDATA[ ]]>", "]]>", "&lt;b&gt; &amp; &#60;",
        "{{siteName}}",
        "{{{bodyMarkup}}}", "{{#sections}}", "{{>layout}}", "{{=<% %>=}}", "../../etc/passwd", "..\\..\\windows", "con",
        "LPT1.txt", "trailing dot.", "trailing space ", "...", "/", "index.html", "manifest.json", "%2e%2e%2f",
        "javascript:alert(document.cookie)", "JaVa\tScRiPt:alert(1)", "data:text/html,<script>alert(1)</script>",
        "a@example.com?cc=b@example.com&body=x", "a@example.com\r\nBcc: b@example.com", "=1+1", "+1",
        "-1+cmd|' /C calc'!A0",
        "@SUM(A1)", "\t=1", "\r=1", "=HYPERLINK(\"http://x.example\")", "שלום עולם", "مرحبا \u{202E}txt.exe\u{202C}",
        "\u{202E}reversed", "\u{2066}isolate", "👩‍👩‍👧‍👦 🏳️‍🌈 e\u{301}\u{301}\u{301}",
        "a\u{0}b\u{1}c\u{8}d\u{b}e\u{1b}[31mf\u{7f}g\u{85}h",
        "\u{feff}bom\u{fffe}\u{ffff}", "\u{2028}\u{2029}", "line one\r\nEND:VCALENDAR\r\nBEGIN:VEVENT", "a;b,c\\d:e",
        "",
        " ", String(repeating: "x", count: 10_000), String(repeating: "ab ", count: 3_300),
        String(repeating: "<b>", count: 3_000), "\u{d7ff}\u{e000}\u{10ffff}", "null", "0", "NaN", "1e999",
    ]

    init(_ texts: [String]) { self.texts = texts }

    private mutating func text() -> String {
        next += 1
        return texts[next % texts.count]
    }

    /// So many customers that every text is used in about ten fields.
    mutating func contents() -> SalesBookContents {
        var book = SalesBookContents()
        let friday = TestWorkspace.friday
        let zone = TestWorkspace.zone
        func moment(_ daysAgo: Int) -> Instant { zone.instant(friday + -daysAgo, TimeOfDay(9, 0)) }
        func money(_ minor: Int) -> Money { Money(minorUnits: minor, currency: .euro) }

        book.teams = (0..<3).map { Team(id: RecordID("x:t\($0)\(text())"), name: text()) }
        book.reps = (0..<4).map { index in
            Rep(
                id: RecordID("x:r\(index)"), name: text(), teamID: book.teams[index % 3].id, email: text(),
                phone: text(), home: GeoPoint(latitude: 46.5, longitude: 11.3), homeTown: text(), hired: friday + -900)
        }
        for index in 0..<max(12, min(60, texts.count)) {
            let id = RecordID<Customer>("x:c\(index)" + (index % 5 == 0 ? text() : ""))
            let rep = book.reps[index % 4].id
            book.customers.append(
                Customer(
                    id: id, name: text(),
                    address: Address(street: text(), postalCode: text(), city: text(), region: text(), country: text()),
                    place: GeoPoint(latitude: 46.4 + Double(index) * 0.003, longitude: 11.3), placePrecision: .given,
                    phone: text(), website: text(), industry: text(), employees: index, annualRevenue: money(index * 7),
                    ownerID: rep, cadenceDays: 14, visitMinutes: 20, openingHoursText: text(),
                    isProspect: index % 7 == 0, created: moment(400)))
            let contact = Contact(
                id: RecordID("x:p\(index)"), customerID: id, name: text(), title: text(), email: text(), phone: text())
            book.contacts.append(contact)
            for (part, days) in [3, 40].enumerated() {
                book.activities.append(
                    Activity(
                        id: RecordID("x:a\(index)-\(part)"), category: Activity.Category.allCases[(index + part) % 5],
                        customerID: id, contactID: contact.id, repID: rep, start: moment(days), minutes: 20,
                        subject: text(), outcome: text(), notes: text()))
            }
            let outcome = Opportunity.Outcome.allCases[index % 3]
            let change = OpportunityChange(
                id: RecordID("x:h\(index)"), at: moment(5 + index % 3), stage: text(), outcome: outcome,
                amount: money(100_000 + index), closeDay: friday + (index - 20), ownerID: rep)
            book.opportunities.append(
                Opportunity(
                    id: RecordID("x:d\(index)"), customerID: id, name: text(), type: text(), leadSource: text(),
                    created: change.at, ownerID: rep, stage: change.stage, outcome: outcome, amount: change.amount,
                    closeDay: change.closeDay, closed: nil, changes: [change]))
            book.followUps.append(
                FollowUp(id: RecordID("x:f\(index)"), customerID: id, repID: rep, subject: text(), due: friday + 3))
            book.orders.append(
                Order(
                    id: RecordID("x:o\(index)"), customerID: id, day: friday + -9, amount: money(5_000), status: text())
            )
            book.serviceCases.append(
                ServiceCase(
                    id: RecordID("x:s\(index)"), customerID: id, subject: text(), status: text(), opened: moment(9)))
            book.leads.append(
                Lead(
                    id: RecordID("x:l\(index)"), name: text(), title: text(), company: text(), state: .new,
                    status: text(),
                    leadSource: text(), ownerID: rep, created: moment(20)))
            book.assignments.append(
                TerritoryAssignment(
                    id: RecordID("x:ta\(index)"), customerID: id, repID: rep, from: friday + -100, reason: text()))
        }
        book.campaigns = (0..<8).map { index in
            Campaign(
                id: RecordID("x:k\(index)"), name: text(), type: text(), status: text(), start: friday + -60,
                end: friday + -30, cost: money(100),
                members: [
                    CampaignMember(
                        id: RecordID("x:m\(index)"), contactID: book.contacts[index].id, leadID: book.leads[index].id,
                        status: text(), hasResponded: index % 2 == 0)
                ])
        }
        book.forecastCalls = book.reps.map { rep in
            ForecastCall(
                id: RecordID("x:fc" + rep.id.text), repID: rep.id, caller: .rep, month: friday, commit: money(1),
                note: text(), at: moment(2))
        }
        return book
    }
}
