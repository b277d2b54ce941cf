import Config
import Diagnostics
import Foundation
import Records
import Testing

@testable import SiteBuild

/// What goes wrong is said, and what was there stays.
@Suite struct FailureTests {
    private static let contents = DemoSubset.subset(of: DemoSubset.contents, repsPerTeam: 1, customersPerRep: 2)

    /// Builds, breaks something, builds again: the second must fail and leave the first site as it was.
    private func afterBreaking(
        copies: Set<String> = [], _ breaking: (TestWorkspace) throws -> Void
    ) async throws -> [Problem] {
        let workspace = try TestWorkspace(Self.contents, copies: copies)
        let old = try await workspace.build()
        try breaking(workspace)
        let problems = try #require(await workspace.failure(), "the build should have failed")
        #expect(differences(old.files, try workspace.files()) == [])
        let beside = try FileManager.default.contentsOfDirectory(atPath: workspace.folder.path)
        #expect(!beside.contains { $0.contains(".new") || $0.contains("staging") }, "\(beside)")
        return problems
    }

    @Test func `a broken link in a template of one's own stops the build`() async throws {
        let problems = try await afterBreaking(copies: ["templates"]) {
            try $0.edit("templates/layout.mustache", "<footer", "<a href=\"imprnt.html\">Imprint</a><footer")
        }
        #expect(problems.first?.kind.hasPrefix("site.") == true)
        #expect(problems.first?.text.contains("imprnt.html") == true)
    }

    @Test func `a link to another host's picture stops the build`() async throws {
        let problems = try await afterBreaking(copies: ["templates"]) {
            try $0.edit(
                "templates/layout.mustache", "<footer", "<img src=\"https://example.com/a.png\" alt=\"\"><footer")
        }
        #expect(problems.contains { $0.text.contains("example.com") })
    }

    @Test func `an unknown name in a template is told with its line and what was meant`() async throws {
        let problems = try await afterBreaking(copies: ["templates"]) {
            try $0.edit("templates/layout.mustache", "{{siteName}}</span>", "{{siteNmae}}</span>")
        }
        #expect(problems.map(\.kind) == ["template.unknown-name"])
        let place = try #require(problems.first?.place)
        #expect(place.file.hasSuffix("templates/layout.mustache") && place.line != nil && place.column != nil)
        #expect(problems.first?.hint == "did you mean 'siteName'?")
    }

    @Test func `templates that are not there stop the build`() async throws {
        let problems = try await afterBreaking { $0.config.paths.templates = "no-templates" }
        #expect(problems.map(\.kind) == ["template.none"])
    }

    @Test func `a store that is not there stops the build`() async throws {
        let problems = try await afterBreaking { $0.config.paths.store = "no.sqlite" }
        #expect(problems.map(\.kind) == ["store.missing"])
        #expect(problems.first?.hint?.contains("fieldbook") == true)
    }

    @Test func `a file of another kind is no store`() async throws {
        let problems = try await afterBreaking {
            try $0.folder.write("Name,Town\r\n", to: "customers.csv")
            $0.config.paths.store = "customers.csv"
        }
        #expect(problems.map(\.kind) == ["store.not-a-database"])
    }

    @Test func `a logo that is not there stops the build`() async throws {
        let problems = try await afterBreaking { $0.config.theme.logo = "logo.svg" }
        #expect(problems.map(\.kind) == ["theme.logo"])
    }

    @Test func `a folder with files of one's own is never replaced`() async throws {
        let workspace = try TestWorkspace(Self.contents)
        try workspace.folder.write("my letters", to: "public/letters/2026.txt")
        try workspace.folder.write("<p>mine", to: "public/index.html")
        #expect(await workspace.failure()?.map(\.kind) == ["site.not-ours"])
        #expect(workspace.folder.text("public/letters/2026.txt") == "my letters")
        #expect(workspace.folder.text("public/index.html") == "<p>mine")
    }

    @Test func `a file put into the site by hand is not lost`() async throws {
        let workspace = try TestWorkspace(Self.contents)
        try await workspace.build()
        try workspace.folder.write("mine", to: "public/reps/notes.txt")
        let problems = await workspace.failure()
        #expect(problems?.map(\.kind) == ["site.not-ours"])
        #expect(problems?.first?.text.contains("reps/notes.txt") == true)
        #expect(workspace.folder.text("public/reps/notes.txt") == "mine")
    }

    @Test func `a note that cannot be used is left out and told`() async throws {
        let workspace = try TestWorkspace(Self.contents)
        try workspace.folder.write("Good *morning*.", to: "notes/2026-w46.md")
        try workspace.folder.write("---\nauthr: Ana\n---\nText", to: "notes/broken.md")
        try workspace.folder.write("<script>alert(1)</script>", to: "notes/raw.md")
        let site = try await workspace.build()
        #expect(site.built.problems.contains { $0.place?.file.contains("broken.md") == true })
        for path in site.paths(endingIn: ".html") { #expect(site.text(path)?.contains("<script>alert") == false) }
        #expect(site.text("data/build-problems.csv")?.contains("broken.md") == true)
    }

    @Test func `a note that links to a page that is not there does not reach the site unseen`() async throws {
        let workspace = try TestWorkspace(Self.contents)
        try workspace.folder.write("---\nweek: 2026-W46\n---\nSee [this](../nowhere/index.html).", to: "notes/a.md")
        do {
            let site = try await workspace.build()
            #expect(site.built.problems.contains { $0.place?.file.contains("a.md") == true })
            #expect(
                !site.files.values.contains { String(decoding: $0, as: UTF8.self).contains("nowhere/index.html\"") })
        } catch let error as ProblemError {
            #expect(error.problems.contains { $0.text.contains("nowhere/index.html") })
        }
    }

    @Test(arguments: ["{", "[1,2]", "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\"}]}"])
    func `a map layer that is broken is a problem and no obstacle`(json: String) async throws {
        let workspace = try TestWorkspace(Self.contents)
        try workspace.folder.write(json, to: "layer.geojson")
        workspace.config.map.layers = [
            MapSettings.Layer(file: "layer.geojson", role: "water"),
            MapSettings.Layer(file: "not-there.geojson", role: "road"),
        ]
        let site = try await workspace.build()
        #expect(site.built.problems.contains { $0.place?.file.hasSuffix("not-there.geojson") == true })
        #expect(site.built.problems.contains { $0.place?.file.hasSuffix("/layer.geojson") == true })
        #expect(site.text("data/build-problems.csv")?.contains("layer.geojson") == true)
    }

    @Test func `an empty store gives a whole site that says so`() async throws {
        let site = try await TestWorkspace(SalesBookContents()).build()
        #expect(site.built.customers == 0 && site.files["index.html"] != nil)
        #expect(site.text("customers/index.html")?.contains("No customer yet") == true)
    }
}

extension TestWorkspace {
    func edit(_ name: String, _ old: String, _ new: String) throws {
        let text = try #require(folder.text(name))
        try #require(text.contains(old), "\(name) no longer holds '\(old)'")
        try folder.write(text.replacing(old, with: new), to: name)
    }
}
