import Diagnostics
import Notes
import Testing

private func html(_ markdown: String, page: String = "") -> String {
    renderNote(markdown, file: "a.md", headingPrefix: "n").body.html(onPage: page)
}

private func warnings(_ markdown: String) -> [String] {
    renderNote(markdown, file: "a.md", headingPrefix: "n", lineOffset: 3).problems.map {
        "\($0.place?.line ?? 0) \($0.kind)"
    }
}

@Suite struct RenderNoteTests {
    @Test func `headings start at h3 and carry ids`() {
        #expect(
            html("# One\n\n## Two\n\n###### Six")
                == "<h3 id=\"n-1\">One</h3>\n<h4 id=\"n-2\">Two</h4>\n<h6 id=\"n-3\">Six</h6>\n")
    }

    @Test func `tables, tasks, strikethrough and plain addresses work`() {
        let table = html("| a | b |\n|---|--:|\n| 1 | 2 |")
        #expect(
            table.contains("<div class=\"scroll\"") && table.contains("<th>a</th>") && table.contains("</table></div>"))
        #expect(html("- [x] done\n- [ ] open").contains("aria-label=\"done\">☑</span> done"))
        #expect(html("~~gone~~") == "<p><del>gone</del></p>\n")
        #expect(
            html("see www.example.com")
                == "<p>see <a rel=\"noreferrer\" href=\"http://www.example.com\">www.example.com</a></p>\n")
    }

    @Test func `raw HTML is shown as text, with its line`() {
        #expect(html("a <b>x</b>") == "<p>a &lt;b&gt;x&lt;/b&gt;</p>\n")
        #expect(
            html("<script>alert(1)</script>")
                == "<p>&lt;script&gt;alert(1)&lt;/script&gt;\n</p>\n".replacing("\n</p>", with: "\n</p>"))
        #expect(warnings("fine\n\na <b>x</b>") == ["6 notes.raw-html", "6 notes.raw-html"])
    }

    @Test(arguments: [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "vbscript:x", "data:text/html,x", "file:///etc/passwd",
        "&#106;avascript:alert(1)", "/etc/passwd", "//example.com", "../../x.html", "a/%2e%2e/../../x",
        "fieldbook-site:x",
        "ftp://example.com/x", "<java\tscript:alert(1)>",
    ])
    func `a dangerous link loses its target and keeps its text`(target: String) {
        #expect(!html("[text](\(target))").contains("href"))
        #expect(html("[text](\(target))").contains("text"))
        #expect(!html("![text](\(target))").contains("src="))
        #expect(!html("<\(target)>").contains("<a href"))
    }

    @Test func `links within the site are written from its root, on any page`() {
        let text = "[North](teams/north/index.html#plan \"t\") ![logo](assets/logo.svg)"
        #expect(html(text).contains("href=\"teams/north/index.html#plan\""))
        let deep = html(text, page: "customers/acme/index.html")
        #expect(
            deep.contains("href=\"../../teams/north/index.html#plan\"")
                && deep.contains("src=\"../../assets/logo.svg\""))
        #expect(
            html("fieldbook-site: [x](https://example.com \"fieldbook-site:y\")", page: "a/b").contains(
                "title=\"fieldbook-site:y\""))
    }

    @Test func `a picture from another host becomes a link`() {
        #expect(
            html("![a *b*](https://example.com/x.png)")
                == "<p><a rel=\"noreferrer\" href=\"https://example.com/x.png\">a <em>b</em></a></p>\n")
        #expect(!html("[![a](https://example.com/x.png)](https://example.com)").contains("<img"))
        #expect(warnings("![a](https://example.com/x.png)") == ["4 notes.image"])
    }

    @Test func `the summary is the first paragraph as text`() {
        let result = renderNote(
            "# Title\n\nAsk for *Mia*\nat `9`, [here](x.html) & now.\n\nMore", file: "a", headingPrefix: "n")
        #expect(result.plainSummary == "Ask for Mia at 9, here & now.")
        #expect(
            renderNote(String(repeating: "word ", count: 99), file: "a", headingPrefix: "n").plainSummary.count <= 160)
    }
}
