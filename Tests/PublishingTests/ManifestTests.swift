import Publishing
import Quantities
import Testing

@Suite struct ManifestTests {
    private let inputs = ManifestInputs(
        generator: "fieldbook \"1\"", asOf: Day(year: 2026, month: 11, day: 16)!,
        inputs: [Manifest.Entry(path: "b.yml", contents: [1]), Manifest.Entry(path: "a.yml", contents: [])])
    private let files = [SiteFile(path: "b/ü.html", text: "abc"), SiteFile(path: "a.html", text: "")]

    @Test func `the manifest is sorted, readable and the same bytes for any order`() throws {
        let manifest = Manifest(files: files, inputs: inputs)
        #expect(
            manifest.text == """
                {
                  "format": 1,
                  "generator": "fieldbook \\"1\\"",
                  "asOf": "2026-11-16",
                  "week": "2026-W47",
                  "inputs": [
                    {"path": "a.yml", "bytes": 0, "sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
                    {"path": "b.yml", "bytes": 1, "sha256": "4bf5122f344554c53bde2ebb8cd2b7e3d1600ad631c385a5d7cce23c7785459a"}
                  ],
                  "files": [
                    {"path": "a.html", "bytes": 0, "sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
                    {"path": "b/ü.html", "bytes": 3, "sha256": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"}
                  ]
                }

                """)
        #expect(Manifest(files: files.reversed(), inputs: inputs).text == manifest.text)
        #expect(try Manifest(reading: Array(manifest.text.utf8), file: "manifest.json") == manifest)
    }

    @Test(arguments: ["", "{}", "[]", "{\"format\": 2}", "\u{0}"])
    func `something else is not taken for a manifest`(text: String) {
        #expect(throws: (any Error).self) { _ = try Manifest(reading: Array(text.utf8), file: "manifest.json") }
    }
}
