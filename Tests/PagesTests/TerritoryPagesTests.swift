import Config
import Maps
import Quantities
import Records
import Territories
import Testing

@testable import Pages

@Suite struct TerritoryPagesTests {
    private let path = SitePaths.territories

    private func fields(_ output: PageOutput, at path: SitePath) throws -> PageFields {
        try #require(output.pages.first { $0.path == path }).fields
    }

    @Test func `all options stand side by side, the recommended one marked`() throws {
        let material = valley
        let table = material.optionTable(on: path)
        #expect(table.rows.map { $0[0].text } == material.territories.options.map(\.name))
        let marked = try #require(table.marked.first)
        #expect(table.marked.count == 1)
        #expect(material.territories.options[marked].key == material.territories.recommended)
        #expect(table.rows[marked][0].detail?.contains("recommended") == true)
        #expect(table.rows[0][0].href == nil)
    }

    @Test func `what is for the file alone is not on the page`() {
        let table = valley.optionTable(on: path)
        guard case .list(let columns) = table.fields["columns"], case .list(let rows) = table.fields["rows"],
            case .fields(let row) = rows.first, case .list(let cells) = row["cells"]
        else {
            Issue.record("no columns")
            return
        }
        #expect(columns.count == cells.count)
        #expect(columns.count < table.columns.count)
        let header = table.csv(beside: path).text.prefix { $0 != "\r\n" }
        #expect(header.contains("Driving, bound") && header.hasSuffix("Obstacle"))
    }

    @Test func `each option but today has a page and its proposal beside it`() throws {
        let material = valley
        let output = material.territories.options.reduce(material.territoriesPage()) {
            $0 + material.territoryOptionPage($1)
        }
        let pages = material.optionPaths
        #expect(Set(pages.keys) == Set(material.territories.options.map(\.key)).subtracting(["today"]))
        #expect(Set(output.pages.map(\.path)) == Set(pages.values).union([path]))
        for option in material.territories.options where !option.handOvers.isEmpty {
            let page = try #require(pages[option.key])
            let name = String(page.text.dropLast(5)) + ".csv"
            let file = try #require(output.files.first { $0.path.text == name })
            let read = TerritoryProposal.read(file.text, file: name)
            #expect(read.problems.isEmpty)
            #expect(read.proposal.rows.map(\.customer) == option.handOvers.map(\.customerID.text))
            #expect(read.proposal.rows.map(\.to) == option.handOvers.map(\.to.text))
            #expect(read.proposal.rows.map(\.from) == option.handOvers.map { $0.from?.text })
        }
    }

    @Test func `no two files of the territories share a path`() {
        let output = valley.territoriesPage()
        let paths = output.files.map(\.path) + output.pages.map(\.path)
        #expect(Set(paths).count == paths.count)
    }

    @Test func `paths of options are safe names, whatever a key holds`() {
        var material = valley
        let keys = ["today", "reps+1", "reps-1", "leaves-t:ana", "leaves-../x", "index", "moves-2.5"]
        material.territories.options = keys.map { key in
            var option = material.territories.options[0]
            option.key = key
            return option
        }
        let paths = material.optionPaths
        #expect(paths["reps+1"] == SitePath("territories/reps-plus-1.html"))
        #expect(paths["reps-1"] == SitePath("territories/reps-minus-1.html"))
        #expect(paths["leaves-t:ana"] == SitePath("territories/leaves-ana.html"))
        #expect(paths["today"] == nil)
        for path in paths.values {
            #expect(!path.text.contains("..") && path.text.split(separator: "/").count == 2)
            #expect(path != SitePaths.territories)
        }
    }

    @Test func `a new rep of an option has a name, and the page says what to do first`() throws {
        let material = valley
        let option = try #require(material.territories.options.first { $0.key == "reps+1" })
        let rows = material.workloadTable(option, file: "x.csv", on: path).rows
        #expect(rows.last?[0].text == option.newReps.first?.name)
        let apply = try #require(material.applyFields(option, file: "x.csv"))
        #expect(apply.text("before").contains("new-1"))
        #expect(apply.text("command").hasPrefix("fieldbook territories apply x.csv --from 2026-11-16"))
    }

    @Test func `the estimate's check stands in words`() {
        var material = valley
        #expect(material.workloadMethod.last?.contains("not checked") == true)
        material.territories.check = checkWorkload(
            estimate: ["t:ana": 9.2, "t:bo": 9.2],
            planned: ["t:ana": (driveMinutes: 100, visits: 10), "t:bo": (driveMinutes: 100, visits: 10)])
        #expect(material.workloadMethod.last?.contains("8\u{a0}% below the planned routes") == true)
    }

    @Test func `deviations follow the hours that a rep has`() {
        let material = valley
        let off = material.deviations(of: material.territories.current)
        #expect(Set(off.keys) == ["t:ana", "t:bo", "t:dea"])
        #expect(abs((off.values.map(abs).max() ?? 0) - material.territories.current.largestDeviation) < 1e-9)
    }

    @Test func `one rep alone has nothing to balance and no broken page`() throws {
        let material = valleyMaterial { contents in
            contents.reps.removeLast(2)
            for index in contents.customers.indices { contents.customers[index].ownerID = "t:ana" }
        }
        let fields = try fields(material.territoriesPage(), at: path)
        #expect(fields.text("finding") == "There is at most one rep, so there is nothing to balance.")
        #expect(fields["recommended"] == .nothing)
    }
}
