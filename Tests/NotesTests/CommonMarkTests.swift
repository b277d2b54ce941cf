import Diagnostics
import Foundation
import Testing

@testable import Notes

private struct Example {
    var number: Int
    var markdown: String
    var html: String
}

/// The examples of the CommonMark specification: between a line of backquotes with `example` and one of backquotes,
/// Markdown and HTML with a line of one dot between them and `→` for a tab.
private func examples(_ specification: String) -> [Example] {
    let fence = String(repeating: "`", count: 32)
    var examples: [Example] = []
    for part in specification.components(separatedBy: fence + " example\n").dropFirst() {
        let body = part.components(separatedBy: "\n" + fence + "\n")[0] + "\n"
        let halves = ("\n" + body).components(separatedBy: "\n.\n")
        guard halves.count == 2 else { continue }
        let markdown = String(halves[0].dropFirst()) + "\n"
        examples.append(
            Example(
                number: examples.count + 1, markdown: markdown.replacing("→", with: "\t"),
                html: halves[1].replacing("→", with: "\t")))
    }
    return examples
}

/// The tags of an HTML text, each as `name attribute…`.
private func tags(_ html: String) -> [Substring] {
    html.split(separator: "<").dropFirst(html.hasPrefix("<") ? 0 : 1).map { $0.prefix { $0 != ">" } }
}

/// What must never be in a note, whatever was written.
private func dangers(_ html: String) -> [Substring] {
    let names: Set<String> = [
        "p", "h3", "h4", "h5", "h6", "em", "strong", "del", "code", "pre", "a", "img", "ul", "ol", "li", "blockquote",
        "br",
        "hr", "table", "thead", "tbody", "tr", "th", "td", "div", "span",
    ]
    let schemes = ["javascript:", "vbscript:", "data:", "file:"]
    return tags(html).filter { tag in
        let name = tag.prefix { $0.isLetter || $0.isNumber || $0 == "/" }.drop { $0 == "/" }
        let lower = tag.lowercased()
        return !names.contains(String(name)) || lower.contains(" onclick") || lower.contains(" onerror")
            || schemes.contains { lower.contains("href=\"\($0)") || lower.contains("src=\"\($0)") }
            || name == "img" && (lower.contains("src=\"http") || lower.contains("src=\"//"))
    }
}

@Suite(.enabled(if: SharedFile.canRun("data/hostile/commonmark/spec.txt"), "the CommonMark examples are not there"))
struct CommonMarkTests {
    /// The library follows version 0.29 of the specification and the examples are of 0.31: since then currency signs
    /// count as punctuation, comments may hold two hyphens, and a number of eight digits is no character.
    private let newerThanTheLibrary = ["£", "<!--", "#87654321;"]

    @Test func `examples without raw HTML or a dropped link come out as the specification says`() throws {
        let all = examples(try #require(SharedFile.text("data/hostile/commonmark/spec.txt")))
        #expect(all.count > 640)
        var compared = 0
        for example in all where !newerThanTheLibrary.contains(where: example.html.contains) {
            guard let document = MarkdownDocument(example.markdown, extensions: []) else {
                Issue.record("example \(example.number) gives no document")
                continue
            }
            let html = document.html()
            if html.contains("<!-- raw HTML omitted -->") || html.contains("href=\"\"") || html.contains("src=\"\"") {
                continue
            }
            #expect(html == example.html, "example \(example.number): \(example.markdown)")
            compared += 1
        }
        #expect(compared > 550)
    }

    @Test func `no example brings markup of its own into a note`() throws {
        for example in examples(try #require(SharedFile.text("data/hostile/commonmark/spec.txt"))) {
            let note = renderNote(example.markdown, file: "a.md", headingPrefix: "n")
            #expect(dangers(note.body.html(onPage: "")).isEmpty, "example \(example.number): \(example.markdown)")
        }
    }
}

@Suite(.enabled(if: SharedFile.canRun("data/hostile/blns.json"), "the list of naughty strings is not there"))
struct NaughtyStringTests {
    @Test func `no naughty string brings markup into a note, in text, link, picture or front matter`() throws {
        let text = try #require(SharedFile.text("data/hostile/blns.json"))
        let strings = try JSONDecoder().decode([String].self, from: Data(text.utf8))
        #expect(strings.count > 400)
        for string in strings {
            for markdown in [
                string, "[x](\(string))", "![x](<\(string)>)", "- [ ] \(string)", "| a |\n|---|\n| \(string) |",
            ] {
                let html = renderNote(markdown, file: "a.md", headingPrefix: "n").body.html(onPage: "a/b.html")
                #expect(dangers(html).isEmpty, "\(markdown)")
            }
            var problems: [Problem] = []
            let note = note("---\ntitle: \(string)\n\(string)\n---\nText.", file: "a.md", problems: &problems)
            #expect(dangers(note.html).isEmpty)
        }
    }
}
