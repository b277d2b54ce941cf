import Config
import Diagnostics
import Foundation
import Publishing
import Records
import Routes
import Testing

@testable import SiteBuild

/// The matrix file on its way into a build.
@Suite struct TravelFileTests {
    private static let contents = DemoSubset.subset(of: DemoSubset.contents, repsPerTeam: 1, customersPerRep: 3)

    @Test func `the matrix file is planned with, is in the manifest, and its mistakes are on the data page`()
        async throws
    {
        let workspace = try TestWorkspace(Self.contents)
        let plain = try await workspace.build()
        workspace.config.travel.matrix = "drives.csv"
        let book = try readBook(workspace.order())
        let rep = try #require(book.activeReps.first { !(book.customersByRep[$0.id] ?? []).isEmpty })
        let customer = try #require(book.customersByRep[rep.id]?.first { $0.place != nil })
        let text = """
            from,to,seconds,metres
            \(rep.id.text),\(customer.id.text),60,900
            nobody<b>,\(customer.id.text),60,900
            \(rep.id.text),\(customer.id.text),soon,900
            """
        try Data(text.utf8).write(to: URL(fileURLWithPath: workspace.folder.path + "/drives.csv"))
        let read = try readWorkspace(workspace.order())
        let sources = TravelSources(workspace.config.travel, table: read.travelTable, in: book)
        #expect(sources.times is MatrixTravel)
        let built = try await workspace.build()
        let new = built.built.problems.filter { !plain.built.problems.contains($0) }
        #expect(new.map(\.kind).sorted() == ["travel.unknown-place", "travel.wrong-line"])
        let page = try #require(built.text("data/index.html"))
        #expect(page.contains("drives.csv") && !page.contains("nobody<b>"))
        #expect(built.text("data/driving-times.csv")?.contains("The matrix file,1 of ") == true)
        #expect(built.text("manifest.json")?.contains("\"drives.csv\"") == true)
    }

    @Test func `a matrix file that is not there is a problem and no obstacle`() async throws {
        let workspace = try TestWorkspace(Self.contents)
        workspace.config.travel.matrix = "nowhere.json"
        let built = try await workspace.build()
        #expect(built.built.problems.contains { $0.kind == "travel.unreadable" })
        #expect(built.text("data/driving-times.csv")?.contains("can’t be used") == true)
    }
}
