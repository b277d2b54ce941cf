import Diagnostics
import Foundation
import Publishing
import Quantities
import Testing

private let inputs = ManifestInputs(generator: "fieldbook test", asOf: Day(year: 2026, month: 11, day: 16)!)

private func site(_ version: String, pages: Int = 4) -> [SiteFile] {
    [SiteFile(path: "index.html", text: "<p>\(version)</p>")]
        + (0..<pages).map {
            SiteFile(path: "\(version)/\($0)/index.html", text: "<a href=\"../../index.html\">\(version) \($0)</a>")
        }
}

/// Which of the versions the folder holds whole, by its own manifest; nil for a mixture.
private func wholeVersion(_ folder: TemporaryFolder, _ versions: [String]) throws -> String? {
    let bytes = try #require(FileManager.default.contents(atPath: folder.path + "/public/manifest.json"))
    let manifest = try Manifest(reading: Array(bytes), file: "manifest.json")
    let present = folder.contents.filter {
        $0.hasPrefix("public/") && ($0.hasSuffix(".html") || $0.hasSuffix(".json"))
    }
    guard present.count == manifest.files.count + 1 else { return nil }
    for file in manifest.files {
        let bytes = FileManager.default.contents(atPath: folder.path + "/public/" + file.path) ?? Data()
        if contentHash(Array(bytes)) != file.sha256 { return nil }
    }
    return versions.first { Manifest(files: site($0), inputs: inputs) == manifest }
}

@Suite struct PublishTests {
    @Test func `a refused folder is left as it is, with nothing beside it`() throws {
        let folder = try TemporaryFolder()
        try folder.write("precious", to: "own/thesis.txt")
        #expect(throws: ProblemError.self) {
            try publish(site("one"), manifest: inputs, to: folder.path + "/own")
        }
        #expect(folder.contents == ["own", "own/thesis.txt"])
    }

    @Test func `a site is published with its manifest and nothing else`() throws {
        let folder = try TemporaryFolder()
        let published = try publish(site("one", pages: 1), manifest: inputs, to: folder.path + "/public")
        #expect(published.added == ["index.html", "one/0/index.html"] && !published.isUnchanged)
        #expect(
            folder.contents == [
                "public", "public/index.html", "public/manifest.json", "public/one", "public/one/0",
                "public/one/0/index.html",
            ])
        #expect(try wholeVersion(folder, ["one"]) == nil, "the manifest is of another number of pages")
    }

    @Test func `publishing again says what differs and leaves no old page`() throws {
        let folder = try TemporaryFolder()
        _ = try publish(site("one"), manifest: inputs, to: folder.path + "/public")
        let same = try publish(site("one").reversed(), manifest: inputs, to: folder.path + "/public/")
        #expect(same.isUnchanged && same.added.isEmpty && same.changed.isEmpty)
        let next = try publish(site("two"), manifest: inputs, to: folder.path + "/public")
        #expect(next.changed == ["index.html"] && next.removed.count == 4 && next.added.count == 4)
        #expect(!folder.contents.contains { $0.contains("one") || $0.contains("staging") })
    }

    @Test(arguments: PublishStep.allCases, [true, false])
    func `a run that ends after any step leaves the old site or the new one`(step: PublishStep, canExchange: Bool)
        throws
    {
        let folder = try TemporaryFolder()
        let output = folder.path + "/public"
        _ = try publish(site("old"), manifest: inputs, to: output)
        var options = PublishOptions()
        options.canExchange = canExchange
        options.afterStep = { (reached: PublishStep) throws(ProblemError) in
            if reached == step { throw ProblemError("test.stop", "Stopped") }
        }
        #expect(throws: ProblemError.self) {
            _ = try publish(site("new"), manifest: inputs, to: output, options: options)
        }
        // Between two renames there may be no site at all; a mixture there must never be.
        if canExchange || step != .movedAway {
            let isNew = [.swapped, .cleared].contains(step) || (canExchange && step == .movedAway)
            #expect(try wholeVersion(folder, ["old", "new"]) == (isNew ? "new" : "old"))
        } else {
            #expect(!folder.contents.contains("public"))
        }
        // The next run clears up and brings its own site.
        let next = try publish(site("next"), manifest: inputs, to: output)
        #expect(try wholeVersion(folder, ["next"]) == "next")
        #expect(!next.removed.isEmpty, "the site before it was found again")
        #expect(!folder.contents.contains { $0.contains("staging") })
    }

    @Test func `a folder with somebody's files is never replaced`() throws {
        let folder = try TemporaryFolder()
        try folder.write("mine", to: "public/letter.txt")
        let error = #expect(throws: ProblemError.self) {
            _ = try publish(site("one"), manifest: inputs, to: folder.path + "/public")
        }
        #expect(error?.problems.first?.kind == "site.not-ours")
        #expect(folder.text("public/letter.txt") == "mine")
    }

    @Test func `a file that somebody added to the site is named and kept`() throws {
        let folder = try TemporaryFolder()
        _ = try publish(site("one"), manifest: inputs, to: folder.path + "/public")
        try folder.write("mine", to: "public/one/letter.txt")
        let error = #expect(throws: ProblemError.self) {
            _ = try publish(site("two"), manifest: inputs, to: folder.path + "/public")
        }
        #expect(error?.problems.first?.message.contains("one/letter.txt") == true)
        #expect(folder.text("public/one/letter.txt") == "mine")
    }

    @Test func `an empty folder, a missing parent and a link to a folder will do`() throws {
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(atPath: folder.path + "/public", withIntermediateDirectories: false)
        _ = try publish(site("one"), manifest: inputs, to: folder.path + "/public")
        _ = try publish(site("one"), manifest: inputs, to: folder.path + "/a/b/public")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/link", withDestinationPath: folder.path + "/public")
        _ = try publish(site("two"), manifest: inputs, to: folder.path + "/link")
        #expect(try wholeVersion(folder, ["two"]) == "two")
        #expect(folder.text("a/b/public/index.html") == "<p>one</p>")
    }

    @Test func `two runs at one output: the second is told so and changes nothing`() throws {
        let folder = try TemporaryFolder()
        let output = folder.path + "/public"
        var options = PublishOptions()
        options.afterStep = { (step: PublishStep) throws(ProblemError) in
            guard step == .staged else { return }
            do throws(ProblemError) {
                _ = try publish(site("two"), manifest: inputs, to: output)
            } catch {
                #expect(error.problems.first?.kind == "site.busy")
                return
            }
            Issue.record("the second run was let in")
        }
        _ = try publish(site("one"), manifest: inputs, to: output, options: options)
        #expect(try wholeVersion(folder, ["one", "two"]) == "one")
    }

    @Test func `somebody's folder where staging would be is left alone`() throws {
        let folder = try TemporaryFolder()
        try folder.write("mine", to: ".public.staging/letter.txt")
        #expect(throws: ProblemError.self) {
            _ = try publish(site("one"), manifest: inputs, to: folder.path + "/public")
        }
        #expect(folder.contents == [".public.staging", ".public.staging/letter.txt"])
    }

    @Test func `a broken link keeps the old site`() throws {
        let folder = try TemporaryFolder()
        _ = try publish(site("one"), manifest: inputs, to: folder.path + "/public")
        let broken = [SiteFile(path: "index.html", text: "<a href=\"gone.html\">x</a>")]
        #expect(throws: ProblemError.self) { _ = try publish(broken, manifest: inputs, to: folder.path + "/public") }
        #expect(try wholeVersion(folder, ["one"]) == "one")
    }
}
