import Archive
import Foundation
import Publishing
import Quantities
import Records
import SiteBuild
import Testing

@Suite struct KeptWeekTests {
    private static let contents = DemoSubset.subset(of: DemoSubset.contents, repsPerTeam: 1, customersPerRep: 2)

    @Test func `a kept week is whole, and the next site links to it`() async throws {
        let workspace = try TestWorkspace(Self.contents)
        let monday = TestWorkspace.friday + -7
        let site = try await workspace.build(asOf: monday)
        let archive = workspace.folder.path + "/archive"
        let kept = try createSnapshot(of: workspace.output, in: archive)
        #expect(try verifySnapshot(kept.path).isIntact)
        #expect(kept.manifestHash == site.built.site.manifestHash)

        let next = try await workspace.build()
        let page = try #require(next.text("archive/index.html"))
        let link = "../../archive/\(kept.week.iso)/index.html"
        #expect(page.contains("href=\"\(link)\""))
        let target = URL(fileURLWithPath: workspace.output + "/archive/" + link).standardizedFileURL.path
        #expect(FileManager.default.fileExists(atPath: target))
        #expect(try verifySnapshot(kept.path).isIntact)
    }

    @Test func `a past day is built again from a store that knows more, with the same records in its manifest`()
        async throws
    {
        let workspace = try TestWorkspace(Self.contents)
        let first = try await workspace.build()
        var later = SalesBookContents()
        let customer = try #require(Self.contents.customers.first)
        later.orders = [
            Order(
                id: RecordID("later:1"), customerID: customer.id, day: TestWorkspace.friday + 3,
                amount: try #require(Self.contents.orders.first?.amount))
        ]
        try workspace.apply([SalesBookContents(), later])
        let again = try await workspace.build()
        func store(_ site: SiteTree) -> [String] {
            site.built.site.manifest.inputs.filter { $0.path == "store" }.map(\.sha256)
        }
        #expect(store(first).count == 1 && store(again) == store(first))
        let pages = differences(first.files, again.files)
        #expect(pages.filter { !$0.hasPrefix("data/") && !$0.hasPrefix("manifest.json") } == [])
        let next = try await workspace.build(asOf: TestWorkspace.friday + 3)
        #expect(store(next) != store(first))
    }
}
