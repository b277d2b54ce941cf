import Config
import Diagnostics
import Foundation
import Testing

@testable import SiteBuild

@Suite struct WorldMapTests {
    private static let contents = DemoSubset.subset(of: DemoSubset.contents, repsPerTeam: 1, customersPerRep: 2)
    private static let credit = "Natural Earth · GeoNames (CC BY 4.0)"

    /// A build whose map layers are gone, so that what is drawn is the world.
    private func site(_ change: (TestWorkspace) throws -> Void = { _ in }) async throws -> SiteTree {
        let workspace = try TestWorkspace(Self.contents, copies: ["assets"])
        workspace.config.map.layers = []
        workspace.config.map.attribution = "Own survey"
        try change(workspace)
        return try await workspace.build()
    }

    @Test func `the world lies under the maps, is credited, and is no file of the site`() async throws {
        let site = try await site()
        let index = try #require(site.text("index.html"))
        #expect(index.contains("class=\"land\"") && index.contains("Own survey · \(Self.credit)"))
        #expect(!site.paths.contains { $0.contains("maps/") || $0.contains("world") })
    }

    @Test func `without the world there is neither land nor credit`() async throws {
        let off = try await site { $0.config.map.world = false }
        let missing = try await site {
            try FileManager.default.removeItem(atPath: $0.folder.path + "/assets/maps/world.basemap")
        }
        for site in [off, missing] {
            let index = try #require(site.text("index.html"))
            #expect(!index.contains("class=\"land\"") && !index.contains(Self.credit))
            #expect(index.contains("Own survey"))
        }
    }

    @Test func `a damaged world is a problem and no obstacle`() async throws {
        let site = try await site { try $0.folder.write("FBWORLD1 and no more", to: "assets/maps/world.basemap") }
        #expect(site.built.problems.contains { $0.kind == "basemap.world" })
        #expect(site.text("data/build-problems.csv")?.contains("maps/world.basemap") == true)
    }
}
