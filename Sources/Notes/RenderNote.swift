import CCmarkGFM
package import Diagnostics

/// Markdown to safe HTML.
///
/// `headingPrefix` makes heading ids unique on a page that shows several notes; `lineOffset` is the number of lines
/// above the text in its file. Warnings name what was taken away. A text that is nested or repeated so deeply that it
/// would take the parser long is refused: nothing but the problem.
package func renderNote(
    _ markdown: String, file: String, headingPrefix: String, lineOffset: Int = 0
) -> (body: NoteBody, plainSummary: String, problems: [Problem]) {
    if let problem = boundProblem(markdown, file: file, lineOffset: lineOffset) {
        return (NoteBody(pieces: [""]), "", [problem])
    }
    guard let document = MarkdownDocument(markdown) else {
        return (NoteBody(pieces: [""]), "", [Problem(.error, "notes.text", "The text can't be read as Markdown")])
    }
    var policy = NotePolicy(file: file, lineOffset: lineOffset)
    policy.apply(to: document)
    let html = finished(document.html(), headingPrefix: headingPrefix)
    return (NoteBody(pieces: splitAtSiteLinks(html)), summary(of: document), policy.problems)
}

/// Cuts before each link within the site. In text the quote is escaped, so what is found is an attribute.
private func splitAtSiteLinks(_ html: String) -> [String] {
    var pieces = [""]
    for (index, part) in html.split(separator: "=\"\(NotePolicy.siteMark)", omittingEmptySubsequences: false)
        .enumerated()
    {
        if index == 0 {
            pieces[0] = String(part)
        } else if pieces.last!.hasSuffix(" href") || pieces.last!.hasSuffix(" src") {
            pieces[pieces.count - 1] += "=\""
            pieces.append(String(part))
        } else {
            pieces[pieces.count - 1] += "=\"\(NotePolicy.siteMark)" + part
        }
    }
    return pieces
}

/// Puts in what the C library can't write. Text in the HTML has its `<` escaped, so a tag found here is a tag.
private func finished(_ html: String, headingPrefix: String) -> String {
    var html = html
    // A wide table scrolls in its own box, which the keyboard can reach; it never widens a phone's page.
    html = html.replacing(
        "<table>", with: "<div class=\"scroll\" role=\"region\" aria-label=\"Table\" tabindex=\"0\"><table>")
    html = html.replacing("</table>", with: "</table></div>")
    html = html.replacing("<a href=\"http", with: "<a rel=\"noreferrer\" href=\"http")
    // A checkbox that can't be ticked is a sign, not a control.
    html = html.replacing(
        "<input type=\"checkbox\" checked=\"\" disabled=\"\" />",
        with: "<span class=\"task\" role=\"img\" aria-label=\"done\">☑</span>")
    html = html.replacing(
        "<input type=\"checkbox\" disabled=\"\" />",
        with: "<span class=\"task\" role=\"img\" aria-label=\"open\">☐</span>")
    var parts = html.split(separator: "<h", omittingEmptySubsequences: false)
    var number = 0
    for index in parts.indices.dropFirst() {
        guard let level = parts[index].first, ("3"..."6").contains(level), parts[index].dropFirst().first == ">" else {
            continue
        }
        number += 1
        parts[index] = "\(level) id=\"\(headingPrefix)-\(number)\"" + parts[index].dropFirst()
    }
    return parts.joined(separator: "<h")
}

/// The first paragraph's text on one line, cut at a word.
private func summary(of document: borrowing MarkdownDocument) -> String {
    let paragraph = document.nodes().first { cmark_node_get_type($0) == CMARK_NODE_PARAGRAPH }
    guard let paragraph else { return "" }
    var text = ""
    for node in document.nodes(below: paragraph) where text.utf8.count < 2_000 {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_TEXT, CMARK_NODE_CODE: text += literal(node)
        case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: text += " "
        default: break
        }
    }
    return cut(text)
}

private func cut(_ text: String) -> String {
    if text.count <= 160 { return text }
    let start = text.prefix(159)
    let word = start.lastIndex(of: " ").map { start[..<$0] } ?? start
    return (word.count > 80 ? word : start) + "…"
}
