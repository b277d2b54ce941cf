import Config
import Demo
import Foundation
import Publishing
import Quantities
import Records
import Store
import Testing

@testable import Pages
@testable import Routes
@testable import SiteBuild

/// What one page says, another does not deny.
@Suite struct FactsTests {
    private func book() throws -> SalesBook {
        let workspace = try TestWorkspace(DemoSubset.contents)
        return try readBook(workspace.order())
    }

    @Test func `every customer, rep and team has a page, and each page is found in the lists`() async throws {
        let site = try await DemoSubset.built()
        let book = try book()
        let paths = SitePaths(book)
        let customers = try #require(site.text("customers/index.html"))
        for customer in book.customers {
            let path = try #require(paths.customer(customer.id))
            #expect(site.files[path.text] != nil)
            #expect(customers.contains("href=\"\(SitePaths.customers.link(to: path))\""))
        }
        for rep in book.reps { #expect(site.files[try #require(paths.rep(rep.id)).text] != nil) }
        for team in book.teams { #expect(site.files[try #require(paths.team(team.id)).text] != nil) }
    }

    @Test func `whoever is due is a stop or is listed with the reason why not, never both`() async throws {
        let site = try await DemoSubset.built()
        let book = try book()
        let config = try TestWorkspace().config
        let paths = SitePaths(book)
        var count = 0
        for rep in book.activeReps {
            let page = try #require(paths.rep(rep.id))
            let html = try #require(site.text(page.text))
            let left = try #require(site.csv(page.sibling("not-planned.csv").text)).dropFirst()
            let inputs = resolvePlanChanges(PlanInputs(), in: book).0
            let scope = WeekScope(
                of: rep, from: book.planMonday, in: book, planning: config.planning, inputs: inputs)
            for candidate in dueVisits(scope) {
                let link = page.link(to: try #require(paths.customer(candidate.customer.id)))
                let isStop = html.contains("<h3><a href=\"\(link)\">")
                let reason = left.first { $0[0] == candidate.customer.name }?[2]
                #expect(isStop != (reason != nil), "\(candidate.customer.name) on \(page)")
                #expect(reason?.isEmpty != true)
                count += 1
            }
        }
        #expect(count > 10)
    }

    @Test func `overdue customers are the same number on every page`() async throws {
        let site = try await DemoSubset.built()
        let inTeams = try site.paths(endingIn: "/overdue.csv").map { try #require(site.csv($0)).count - 1 }.reduce(0, +)
        let teams = try #require(site.csv("teams.csv"))
        let column = try #require(teams[0].firstIndex(of: "Overdue"))
        let onIndex = teams.dropFirst().compactMap { Int($0[column]) }.reduce(0, +)
        let people = try site.paths(endingIn: "/people.csv").flatMap { path -> [Int] in
            let rows = try #require(site.csv(path))
            let column = try #require(rows[0].firstIndex(of: "Overdue"))
            return rows.dropFirst().compactMap { Int($0[column]) }
        }
        #expect(inTeams > 0)
        #expect(onIndex == inTeams)
        #expect(people.reduce(0, +) == inTeams)
    }

    @Test func `the pipeline's changes sum to the cent`() async throws {
        let site = try await DemoSubset.built()
        let rows = try #require(site.csv("pipeline/waterfall.csv"))
        func cents(_ text: String) throws -> Int {
            let parts = text.split(separator: ".", omittingEmptySubsequences: false)
            let whole = try #require(Int(parts[0]))
            let part = parts.count > 1 ? try #require(Int((parts[1] + "00").prefix(2))) : 0
            return whole * 100 + (text.hasPrefix("-") ? -part : part)
        }
        let opening = try #require(rows.firstIndex { $0[0] == "Opening" })
        let closing = try #require(rows.firstIndex { $0[0] == "Closing" })
        let steps = try rows[opening..<closing].map { try cents($0[2]) }
        #expect(steps.count > 3)
        #expect(steps.reduce(0, +) == (try cents(rows[closing][2])))
    }

    @Test func `every page can be read without a script`() async throws {
        let site = try await DemoSubset.built()
        for path in site.paths(endingIn: ".html") {
            let html = try #require(site.text(path))
            let main = try #require(html.firstRange(of: "<main"), "\(path) has no main part")
            let scan = MarkupScan(String(html[main.lowerBound...].prefix { $0 != "\u{0}" }))
            #expect(scan.text.split(whereSeparator: \.isWhitespace).count > 12, "\(path) says nearly nothing")
            #expect(html.contains("default-src 'none'"), "\(path) has no policy")
        }
    }

    @Test func `pages are well-formed and load nothing of others`() async throws {
        let site = try await DemoSubset.built()
        let faults = site.paths(endingIn: ".html").flatMap { path in
            MarkupScan(site.text(path) ?? "").faults.prefix(2).map { "\(path): \($0)" }
        }
        #expect(faults == [])
    }

    @Test func `the manifest lists every file as it is on the disk`() async throws {
        let site = try await DemoSubset.built()
        let listed = site.built.site.manifest.files
        #expect(Set(listed.map(\.path)).union([Manifest.fileName]) == Set(site.paths))
        for entry in listed { #expect(contentHash(site.files[entry.path] ?? []) == entry.sha256) }
    }

    @Test func `pages of the whole demo company stay small enough for a phone`() async throws {
        let workspace = try TestWorkspace(makeCompany(seed: 1))
        let site = try await workspace.build()
        for path in site.paths(endingIn: "/index.html") where path.hasPrefix("reps/") && path != "reps/index.html" {
            #expect(try #require(site.files[path]).count < 100 * 1_024, "\(path)")
        }
        #expect(try #require(site.files["index.html"]).count < 150 * 1_024)
        #expect(site.built.reps == 12 && site.built.customers > 500)
    }
}
