import Diagnostics
import Publishing
import Testing

private func messages(_ html: String, others: [SiteFile] = [], page: String = "reps/ana/index.html") -> [String] {
    let files =
        [
            SiteFile(path: page, text: html), SiteFile(path: "index.html", text: "<h2 id=\"top-deals\">x</h2>"),
            SiteFile(path: "assets/site.css", text: ""),
        ] + others
    return linkProblems(files).map { $0.message + ($0.hint.map { " | \($0)" } ?? "") }
}

@Suite struct LinkCheckTests {
    @Test(arguments: [
        "<a href=\"../../index.html\">", "<a href='../../index.html#top-deals'>", "<a href=../../index.html?q=1#top>",
        "<A HREF=\"../../INDEX.html\">".lowercased(), "<a href=\"https://example.com/x\">", "<a href=\"tel:+4212345\">",
        "<a href=\"geo:47.1,9.5\">", "<a href=\"sms:+42\">", "<a href=\"mailto:a@example.com\">",
        "<p id=x><a href=\"#x\">",
        "<!-- <a href=\"gone.html\"> --><p>", "<script>\"<a href='gone.html'>\"</script>",
        "<title><a href=gone></title>",
        "<textarea><img src=x></textarea>", "<p data-href=\"gone.html\">", "<img src=\"data:image/png;base64,AA==\">",
        "<link rel=\"stylesheet\" href=\"../../assets/site.css\">",
        "<img srcset=\"../../index.html 1x, index.html 2x\">",
        "<a href=\"..&#x2F;../index.html\">", "<a href=\"../%61na/index.html\">", "<a name=old><a href=\"#old\">",
        "<p style=\"background: url(../../assets/site.css)\">", "<a href=\"../../index.html#top%2Ddeals\">", "a < b <",
    ])
    func `a good link passes`(html: String) { #expect(messages(html) == []) }

    @Test(arguments: [
        ("<a href=\"gone.html\">", "leads to no file"), ("<a href=\"../../../index.html\">", "leads out of the site"),
        ("<a href=\"/index.html\">", "is absolute"), ("<a href=\"//example.com/x\">", "another host"),
        ("<a href=\"file:///etc/passwd\">", "scheme 'file:'"),
        ("<a href=\" JavaScript:alert(1)\">", "scheme 'javascript:'"),
        ("<a href=\"java&#115;cript&colon;alert(1)\">", "scheme 'javascript:'"), ("<a href=\"\">", "is empty"),
        ("<img src=\"https://example.com/x.png\">", "request to another host"),
        ("<img src=\"//example.com/x.png\">", "another host"),
        ("<script src=\"https://example.com/x.js\"></script>", "request"),
        ("<link href=\"https://example.com/x.css\">", "request"), ("<form action=\"https://example.com/\">", "request"),
        ("<img srcset=\"../../index.html 1x, https://example.com/x 2x\">", "request"),
        ("<style>@import \"https://example.com/x.css\";</style>", "request"),
        ("<p style=\"background:URL( 'https://example.com/x' )\">", "request"),
        ("<base href=\"../../\">", "sets a base"),
        ("<a href=\"../../index.html#gone\">", "names an anchor"), ("<a href=\"#gone\">", "names an anchor"),
        ("<svg><use href=\"sprite.svg#x\"/></svg>", "leads to no file"), ("<!--><img src=gone>-->", "leads to no file"),
    ])
    func `a bad link is an error`(html: String, reason: String) {
        let found = messages(html)
        #expect(found.count == 1 && found.first?.contains(reason) == true, "\(found)")
    }

    @Test func `a problem has file, line and column and a hint of what was meant`() {
        let html = "<p>é\n<p>é<a href=\"../../indx.html\">x</a>\n<a href=\"../ana/\">"
        let problems = linkProblems([
            SiteFile(path: "reps/ana/index.html", text: html), SiteFile(path: "index.html", text: ""),
        ])
        #expect(problems.map(\.place?.line) == [2, 3])
        #expect(problems.first?.place?.column == 14 && problems.first?.place?.file == "reps/ana/index.html")
        #expect(problems.map(\.hint) == ["did you mean '../../index.html'?", "did you mean 'index.html'?"])
    }

    @Test func `links to known files outside the site pass`() {
        let files = [SiteFile(path: "archive/index.html", text: "<a href=\"../../archive/2026-W46/index.html\">x</a>")]
        #expect(linkProblems(files).count == 1)
        #expect(linkProblems(files, reachableOutside: ["../archive/2026-W46/index.html"]).isEmpty)
    }

    @Test func `a broken link on every page is told once for each, up to the limit`() {
        let files = (0..<500).map { SiteFile(path: "p\($0).html", text: "<a href=\"gone.html\">") }
        let problems = linkProblems(files, limit: 50)
        #expect(problems.count == 51 && problems.last?.message == "450 more links are broken")
    }

    @Test func `no cut of a page makes the check fail or stop`() {
        let html = Array(
            "<p id='a'><!-- x --><a href=\"#a\" title=x>y</a><style>@import url(x)</style><script>a</script>".utf8)
        for length in 0...html.count {
            _ = linkProblems([SiteFile(path: "index.html", bytes: Array(html[..<length]))])
        }
    }
}
