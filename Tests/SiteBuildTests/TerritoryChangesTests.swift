import Config
import Demo
import Diagnostics
import Foundation
import Pages
import Publishing
import Quantities
import Records
import Store
import Territories
import Testing

@testable import SiteBuild

/// The way of a proposal: from the company through a file into the store, onto the site, and back.
@Suite struct TerritoryChangesTests {
    private static let friday = TestWorkspace.friday
    private static let monday = friday + 3
    private static let written = Instant(iso: "2026-11-13T19:00:00Z")!
    static let contents = DemoSubset.subset(of: makeCompany(seed: 7), repsPerTeam: 2, customersPerRep: 8)

    @Test func `a proposal that was applied shows from its day on, and an undone one is gone`() async throws {
        let workspace = try TestWorkspace(Self.contents)
        let before = try await workspace.build(asOf: Self.monday)
        let records = try readBook(workspace.order(asOf: Self.monday)).canonicalRows

        let (option, decision) = try decision(workspace)
        let outcome = try withStore(workspace) { try $0.apply(decision) }
        #expect(outcome.changes.count == option.handOvers.count && outcome.skipped.isEmpty)

        // Friday's book does not know of Monday; Monday's has exactly the owners of the proposal.
        let fridays = try readBook(workspace.order())
        #expect(option.handOvers.allSatisfy { fridays.customerByID[$0.customerID]?.ownerID == $0.from })
        let mondays = try readBook(workspace.order(asOf: Self.monday))
        for (customer, rep) in option.assignment.owner { #expect(mondays.customerByID[customer]?.ownerID == rep) }
        let again = territoriesToday(
            mondays, settings: workspace.config.territories, planning: workspace.config.planning)
        #expect(again.assignment.owner == option.assignment.owner)

        let after = try await workspace.build(asOf: Self.monday)
        let moved = try #require(option.handOvers.first)
        let page = try #require(changedPage(before, after, of: moved, in: mondays))
        let rep = try #require(mondays.repByID[moved.to])
        #expect(after.text(page)?.contains(rep.name) == true)

        _ = try withStore(workspace) {
            try $0.undoTerritoryRun("1", at: Self.written, known: Self.friday, person: "Max")
        }
        #expect(try readBook(workspace.order(asOf: Self.monday)).canonicalRows == records)
        let undone = try await workspace.build(asOf: Self.monday)
        // The ledger on the data page, and what tells of it, may and should differ.
        let different = Set(before.files.keys).union(undone.files.keys).filter {
            before.files[$0] != undone.files[$0] && !$0.hasPrefix("data/") && !$0.hasPrefix("territories/")
                && $0 != "manifest.json"
        }
        #expect(different.sorted() == [])
        #expect(undone.text("data/index.html")?.contains("takes back territories:1") == true)
    }

    @Test func `a proposal of a site that has moved on is refused whole`() throws {
        let workspace = try TestWorkspace(Self.contents)
        let (option, decision) = try decision(workspace)
        let moved = try #require(option.handOvers.first)
        let other = try #require(Self.contents.reps.first { $0.id != moved.from && $0.id != moved.to })
        var contents = Self.contents
        for index in contents.customers.indices where contents.customers[index].id == moved.customerID {
            contents.customers[index].ownerID = other.id
        }
        contents.assignments.removeAll { $0.customerID == moved.customerID }
        try workspace.apply([contents])
        let error = #expect(throws: ProblemError.self) { try withStore(workspace) { try $0.apply(decision) } }
        #expect(error?.problems.map(\.kind) == ["territories.stale"])
        #expect(error?.problems.first?.place?.line == 2)
        #expect(try withStore(workspace) { try $0.territoryRuns() }.isEmpty)
    }

    @Test func `locks of the workspace reach the proposal, and what is wrong with them the data page`() async throws {
        let workspace = try TestWorkspace(Self.contents)
        let plain = try await workspace.build()
        let moved = try #require(try await movedCustomers(workspace).first)
        try workspace.write("territory-locks.csv", "customer,rep,note\n\(moved.text),,\nNobody <b>,,\n")
        let built = try await workspace.build()
        let new = built.built.problems.filter { !plain.built.problems.contains($0) }
        #expect(new.map(\.kind) == ["territory-locks.unknown-customer"])
        #expect(built.text("data/index.html")?.contains("territory-locks.csv") == true)
        #expect(built.text("data/index.html")?.contains("Nobody <b>") == false)
        #expect(built.text("manifest.json")?.contains("\"territory-locks.csv\"") == true)
        let still = try await movedCustomers(workspace)
        #expect(!still.isEmpty && !still.contains(moved))
    }

    /// Whom the options that keep every rep hand over, as a build works them out.
    private func movedCustomers(_ workspace: TestWorkspace) async throws -> [RecordID<Customer>] {
        let order = workspace.order()
        let workspace = try readWorkspace(order)
        let basis = PlanningBasis(try readBook(order), workspace, order, roads: nil)
        let material = await analyse(basis, workspace, order)
        return material.territories.options.filter { $0.leaving.isEmpty }.flatMap(\.handOvers).map(\.customerID)
    }

    /// A redesign as of Friday for Monday, through the text of its file.
    private func decision(_ workspace: TestWorkspace) throws -> (TerritoryOption, TerritoryDecision) {
        let book = try readBook(workspace.order())
        let option = proposeTerritories(
            book, request: TerritoryRequest(moveShare: 1), settings: workspace.config.territories,
            planning: workspace.config.planning)
        try #require(!option.handOvers.isEmpty)
        let text = TerritoryProposal(
            rows: option.handOvers.map {
                TerritoryProposal.Row(
                    customer: $0.customerID.text, from: $0.from?.text, to: $0.to.text, hours: $0.hours,
                    customerName: book.customerByID[$0.customerID]?.name ?? "")
            }
        ).text
        let (proposal, problems) = TerritoryProposal.read(text, file: "p.csv")
        #expect(problems == [])
        let decision = TerritoryDecision(
            changes: proposal.rows.map {
                TerritoryDecision.Change(
                    customerID: RecordID($0.customer), from: $0.from.map { RecordID($0) }, to: RecordID($0.to),
                    place: $0.place)
            },
            from: Self.monday, known: Self.friday, at: Self.written, person: "Eva", file: "p.csv",
            sha256: contentHash(Array(text.utf8)), bytes: text.utf8.count)
        return (option, decision)
    }

    private func changedPage(
        _ before: SiteTree, _ after: SiteTree, of handOver: HandOver, in book: SalesBook
    ) -> String? {
        let name = book.customerByID[handOver.customerID]?.name ?? ""
        return after.paths.first {
            $0.hasPrefix("customers/") && $0.hasSuffix("/index.html") && $0 != "customers/index.html"
                && before.files[$0] != after.files[$0] && after.text($0)?.contains("<title>\(name)") == true
        }
    }

    private func withStore<Result>(_ workspace: TestWorkspace, _ body: (CustomerStore) throws -> Result) throws
        -> Result
    {
        let store = try CustomerStore.open(workspace.store, access: .write)
        defer { try? store.close() }
        return try body(store)
    }
}
