import Diagnostics
import Notes
import Testing

@Suite struct PathologicalTests {
    private func render(_ text: String) -> (html: String, refusals: [String]) {
        let result = renderNote(text, file: "a.md", headingPrefix: "n")
        return (result.body.html(onPage: ""), result.problems.filter { $0.severity == .error }.map(\.kind))
    }

    @Test(arguments: [
        "*a ", "*a_ ", "a**b", "`a``", "<", "<!-", "~a", "&", "www.", "a@", "|", "_", "http://", "# ", "[a]: b\n\n",
        "a|b\n-|-\n",
    ])
    func `a text of one mark repeated is rendered`(mark: String) {
        let result = render(String(repeating: mark, count: 20_000 / mark.utf8.count))
        #expect(result.refusals.isEmpty && !result.html.contains("<script"))
    }

    @Test(arguments: [
        (">", "notes.too-deep"), ("> ", "notes.too-deep"), ("- ", "notes.too-deep"), ("1. ", "notes.too-deep"),
        ("[", "notes.too-many-links"), ("![", "notes.too-many-links"), ("[a](", "notes.too-many-links"),
        ("![[]()", "notes.too-many-links"), ("[^1]", "notes.too-many-links"), ("xxxxxxxxxx", "notes.too-large"),
    ])
    func `a text that would keep the parser busy is refused`(mark: String, kind: String) {
        let result = render(String(repeating: mark, count: 100_001))
        #expect(result.refusals == [kind] && result.html.isEmpty)
    }

    @Test func `many links are fine in several paragraphs, and so is a long rule`() {
        let paragraph = String(repeating: "[a](https://example.com) ", count: 900) + "\n\n"
        #expect(render(paragraph + paragraph + String(repeating: "-", count: 150)).refusals.isEmpty)
    }
}
