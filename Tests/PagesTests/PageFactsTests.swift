import Config
import Diagnostics
import Forecasting
import Quantities
import Records
import Teams
import Testing

@testable import Pages

@Suite struct PageFactsTests {
    private func finding(_ output: PageOutput) -> String { output.pages.first?.fields.text("finding") ?? "" }

    @Test func `every page counts the overdue customers alike`() {
        let material = smallMaterial()
        #expect(material.teams.company.overdue.map(\.customerID) == ["t:adler"])
        #expect(material.book.customers.map { material.cadenceState(of: $0) } == [.overdue, .onCadence])
        #expect(finding(material.customersPage()).hasPrefix("2\u{a0}customers: 1 overdue"))
        let cards = material.weekCards(material.teams.company, scope: .company, on: SitePaths.index)
        #expect(cards.first { $0.label == "Overdue customers" }?.value == "1")
    }

    @Test func `reps without a team stand under a name without a link`() {
        let material = smallMaterial()
        let rows = material.leagueTable(on: SitePaths.index).rows
        #expect(rows.map { $0[0].text } == ["North", "No team"])
        #expect(rows.map { $0[0].href != nil } == [true, false])
    }

    @Test func `a rep who left has a page that says so and no plan`() {
        let material = smallMaterial()
        guard let rep = material.book.repByID["t:cem"] else {
            Issue.record("no such rep")
            return
        }
        let output = material.repPage(rep)
        #expect(output.pages.first?.fields.text("obstacle") == "Cem does not work here any more.")
        #expect(output.pages.first?.fields["hasDays"] == .flag(false))
    }

    @Test func `a name of any length stays a line on the page and whole in the file`() {
        let long = String(repeating: "x", count: 10_000)
        let material = smallMaterial { $0.customers.append(Customer(id: "t:long", name: long)) }
        #expect(material.customerName("t:long").count == 121)
        let file = material.customersPage().files.first { $0.path == SitePath("customers/customers.csv") }
        #expect(file?.text.contains(long) == true)
    }

    @Test func `a customer without contact, visit and place has a page`() {
        let material = smallMaterial { $0.customers.append(Customer(id: "t:new", name: "Neu")) }
        guard let customer = material.book.customerByID["t:new"] else { return }
        let fields = material.customerPage(customer).pages.first?.fields
        #expect(fields?["contacts"] == PageValue.list([PageValue]()))
        #expect(fields?["mapMarkup"] == .nothing)
        #expect(fields?.text("noPlace").hasPrefix("No coordinate is known") == true)
        #expect(fields?.text("finding") == "Never visited as far as the log knows.")
    }

    @Test func `the data page lists every problem, however many there are`() {
        let problems = (1...500).map { line in
            ImportProblem(
                Problem(.warning, "row.value", "no date", at: ProblemPlace(file: "a.csv", line: line)))
        }
        let material = smallMaterial {
            $0.importRuns = [
                ImportRun(id: "t:run", preset: "a", at: Instant(utc: friday), problems: problems)
            ]
        }
        guard case .list(let tables) = material.dataPage().pages.first?.fields["tables"] else {
            Issue.record("no tables")
            return
        }
        let longest = tables.compactMap { table -> Int? in
            guard case .fields(let fields) = table, case .list(let rows) = fields["rows"] else { return nil }
            return rows.count
        }.max()
        #expect(longest == 500)
    }
}
