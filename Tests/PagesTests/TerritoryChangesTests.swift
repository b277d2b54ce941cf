import Quantities
import Records
import Territories
import Testing

@testable import Pages

@Suite struct TerritoryChangesTests {
    @Test func `without an applied change there is no before and now`() {
        let material = valley
        #expect(material.beforeAndNow(on: SitePaths.territories) == nil)
        #expect(material.comingTerritoryChanges == nil)
        #expect(material.territoryNews(of: "t:ana") == nil)
    }

    @Test func `after an applied change the page says who got whom, since when and by whom`() throws {
        let material = changedValley
        let changed = try #require(material.beforeAndNow(on: SitePaths.territories))
        #expect(
            changed.fields.text("lead")
                == "Since Mon\u{a0}9\u{a0}Nov 5\u{a0}customers have another rep, as Petra Meier decided: “balance”. ‘fieldbook territories undo 1’ takes it back."
        )
        let list = try #require(changed.tables.last)
        #expect(list.rows.count == 5)
        #expect(list.rows.allSatisfy { $0[1].text == "Ana" && $0[2].text == "Bo" && $0[3].raw == "2026-11-09" })
        let flows = changed.tables[1]
        #expect(flows.rows.map { $0[0].text } == ["Ana"])
        #expect(flows.rows[0][0].detail == "to Bo")
    }

    @Test func `a customer's page names the change, others do not`() throws {
        let material = changedValley
        let given = try #require(material.book.customerByID["t:c0"])
        #expect(
            material.handOverWords(given) == "with Bo since 9 Nov (territory change); before: Ana")
        let other = try #require(material.book.customerByID["t:c9"])
        #expect(material.handOverWords(other) == nil)
    }

    @Test func `each rep reads what came and went`() {
        let material = changedValley
        #expect(
            material.territoryNews(of: "t:bo")
                == "Territory change on Mon\u{a0}9\u{a0}Nov: 5\u{a0}customers from Ana.")
        #expect(
            material.territoryNews(of: "t:ana") == "Territory change on Mon\u{a0}9\u{a0}Nov: 5\u{a0}customers to Bo.")
        #expect(material.territoryNews(of: "t:dea") == nil)
    }

    @Test func `the data page lists the runs of territories apart from imports`() throws {
        #expect(valley.territoryRunTables(on: SitePaths.data).isEmpty)
        let table = try #require(changedValley.territoryRunTables(on: SitePaths.data).first)
        #expect(table.rows.count == 1)
        #expect(
            table.rows[0].map(\.text)[1...] == ["moves.csv", "5", "9\u{a0}Nov\u{a0}2026", "Petra Meier", "balance"])
    }

    @Test func `a change that has not begun is announced`() {
        let material = valleyMaterial { contents in
            contents.territoryRuns = [
                TerritoryRun(
                    id: "territories:2", sequence: 2, at: Instant(utc: friday), known: friday, customers: 3,
                    action: .handOver(from: friday + 10, file: "moves.csv", sha256: "00", bytes: 1))
            ]
        }
        #expect(
            material.comingTerritoryChanges
                == "From Mon\u{a0}23\u{a0}Nov on 3\u{a0}customers have another rep; ‘fieldbook territories undo 2’ takes it back."
        )
    }
}
