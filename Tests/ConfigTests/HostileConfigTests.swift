import Diagnostics
import Foundation
import Testing

@testable import Config

@Suite struct HostileConfigTests {
    @Test func `laughs are counted before they are told`() throws {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1...9 {
            let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(aliases)]\n"
        }
        expectProblem("config.too-many-aliases", line: 3, text)
        #expect(try kinds("x: &x {name: A}\ncompany: *x\n") == ["config.unknown-key"])
    }

    @Test func `a setting may be reused`() throws {
        let (config, problems, _) = try read("company: {name: &n A}\ntheme: {name: *n}\n")
        #expect(problems.isEmpty && config.theme.name == "A")
    }

    @Test func `deep nesting is a problem and no crash`() {
        expectProblem("config.syntax", line: nil, String(repeating: "[", count: 100_000))
        expectProblem("config.syntax", line: nil, String(repeating: "- ", count: 100_000) + "x")
    }

    @Test func `what is no YAML is shown with its line`() {
        expectProblem("config.syntax", line: 2, "company:\n\tname: A\n")
        expectProblem("config.syntax", line: 3, "company:\n  name: A\n zone: B\n")
        expectProblem("config.syntax", line: 2, "company: {}\nname: \u{1}\n")
        expectProblem("config.syntax", line: nil, "a: 1\n---\nb: 2\n")
        expectProblem("config.syntax", line: nil, "company: {name: \"A\n")
    }

    @Test func `a key that is set twice is a problem`() {
        expectProblem("config.duplicate-key", line: 1, "company: {}\ntheme: {}\ncompany: {}\n")
        expectProblem("config.duplicate-key", line: 2, "company:\n  name: A\n  name: B\n")
    }

    @Test func `what is no text is refused`() {
        expectProblem("config.not-utf8", line: 2, Data([0x61, 0x3a, 0x0a, 0x62, 0x3a, 0x20, 0xff, 0xfe]))
        expectProblem("config.too-big", line: nil, Data(repeating: 0x23, count: 1_000_001))
    }

    @Test(arguments: [
        "- a\n- b\n", "just text\n", "company: 3\n", "company: [a]\n", "stages: {a: b}\n", "planning: {holidays: x}\n",
        "map: {layers: [3]}\n", "? [a, b]\n: c\n", "company: {name: [x]}\n", "company: {name: \"\"}\n",
        "company: {name: \"a\\nb\"}\n", "import: {salesforce: {columns: {Account: x}}}\n",
    ])
    func `a value of another shape is a problem`(text: String) throws {
        #expect(try !kinds(text).isEmpty)
        #expect(try read(text).config.company == CompanySettings())
    }

    private func expectProblem(
        _ kind: String, line: Int?, _ text: String, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        expectProblem(kind, line: line, Data(text.utf8), sourceLocation: sourceLocation)
    }

    private func expectProblem(
        _ kind: String, line: Int?, _ bytes: Data, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let error = #expect(throws: ProblemError.self, sourceLocation: sourceLocation) {
            try ConfigDocument(file: "site-config.yml", bytes: bytes)
        }
        #expect(error?.problems.map(\.kind) == [kind], sourceLocation: sourceLocation)
        if let line { #expect(error?.problems.first?.place?.line == line, sourceLocation: sourceLocation) }
    }
}
