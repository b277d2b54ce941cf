import Maps
import Quantities
import Records
import Routes
import Territories
import Testing

@testable import Pages

@Suite struct MapPagesTests {
    @Test func `a pin says how long its customer is overdue, and its card who and what`() throws {
        let material = valley
        let late = try #require(material.book.customerByID["t:c0"])
        let pin = try #require(material.pin(for: late, ink: .plain, on: SitePaths.index))
        #expect(pin.label == "Customer 0 · Overdue by 12\u{a0}days")
        #expect(pin.symbol == .overdue && pin.size >= 2)
        let card = try #require(pin.card)
        #expect(card.lines == ["last visit 4 Oct", "Ana"])
        #expect(card.values.count == material.mapMeasures.count)
        #expect(card.values[0] > 0)
        let well = try #require(material.book.customerByID["t:c1"])
        #expect(material.pin(for: well, ink: .plain, on: SitePaths.index)?.symbol == .onCadence)
    }

    @Test func `hours of all cards add up to the reps' hours`() {
        let material = valley
        let sum = material.book.customers.reduce(0) { $0 + material.workHours(of: $1) }
        let hours = material.territories.current.territories.reduce(0) { $0 + $1.hours }
        #expect(abs(sum - hours) < 1e-6 * hours)
    }

    @Test func `the company's map says where the overdue are and who drives most`() throws {
        let picture = try #require(valley.companyMap(on: SitePaths.index))
        #expect(picture.title.hasPrefix("Ana has 14 of the 20\u{a0}overdue customers"))
        #expect(picture.title.contains("drives most"))
        #expect(picture.svg.contains("drives most: "))
        #expect(picture.svg.contains("14 overdue · "))
        #expect(!picture.svg.contains("No active rep"))
    }

    @Test func `customers whom no active rep has are in the legend of the company's map`() throws {
        let material = valleyMaterial { contents in contents.customers[0].ownerID = nil }
        #expect(try #require(material.companyMap(on: SitePaths.index)).svg.contains("No active rep"))
    }

    @Test func `a map of six hundred customers stays under 120 kB in both sizes`() throws {
        let material = valleyMaterial(count: 600, isAnalysed: false)
        let picture = try #require(material.companyMap(on: SitePaths.index))
        #expect(picture.svg.utf8.count < 120_000)
        #expect(picture.svg.contains("class=\"for-narrow\""))
    }

    @Test func `a team's map holds the customers of its reps alone`() throws {
        let material = valley
        let team = try #require(material.book.teamByID["t:south"])
        let output = material.teamPage(team)
        guard case .fields(let map) = output.pages.first?.fields["map"], case .markup(let svg) = map["svgMarkup"] else {
            Issue.record("no map")
            return
        }
        #expect(svg.contains("Customer 59"))
        #expect(!svg.contains("Customer 1\""))
    }

    @Test func `the week's map leads back to each stop of the rep's page`() throws {
        let material = valley
        let rep = try #require(material.book.repByID["t:ana"])
        let plan = try #require(material.routes["t:ana"])
        let output = material.weekMapPage(rep, plan: plan)
        let page = try #require(output.pages.first)
        #expect(page.path == SitePath("reps/ana/map.html"))
        guard case .list(let pictures) = page.fields["pictures"], case .fields(let picture) = pictures.first,
            case .markup(let svg) = picture["svgMarkup"]
        else {
            Issue.record("no picture")
            return
        }
        let first = try #require(plan.days.first { !$0.stops.isEmpty })
        #expect(svg.contains("href=\"index.html#\(material.stopID(first, 0))\""))
        #expect(material.repPage(rep).pages.count == 2)
        #expect(material.repPage(rep).pages.first?.fields.text("weekMapHref") == "map.html")
    }

    @Test func `a rep without stops has no week map`() throws {
        let material = smallMaterial()
        let rep = try #require(material.book.repByID["t:cem"])
        let plan = RoutePlan(repID: rep.id, monday: friday + 3, days: [], unserved: [])
        #expect(material.weekMapPage(rep, plan: plan).pages.isEmpty)
    }
}
