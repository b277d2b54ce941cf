import CCmarkGFM
import Diagnostics

/// Makes a parsed note fit for a page of the site, by changing its tree:
/// raw HTML becomes text, dangerous links lose their target, pictures of other hosts become links, headings go down to
/// `h3`…`h6`. Each thing taken away is a warning with its line.
struct NotePolicy {
    /// Stands before each link within the site, where the page's way to the root is put. No note can write it: links
    /// with a scheme that is not known are refused.
    static let siteMark = "fieldbook-site:"

    let file: String
    /// Lines of the file above the Markdown.
    let lineOffset: Int
    var problems: [Problem] = []

    mutating func apply(to document: borrowing MarkdownDocument) {
        for node in document.nodes() {
            switch cmark_node_get_type(node) {
            case CMARK_NODE_HTML_BLOCK: showAsText(node, inBlock: true)
            case CMARK_NODE_HTML_INLINE: showAsText(node, inBlock: false)
            case CMARK_NODE_HEADING: cmark_node_set_heading_level(node, min(6, cmark_node_get_heading_level(node) + 2))
            case CMARK_NODE_LINK: judgeLink(node)
            case CMARK_NODE_IMAGE: judgeImage(node)
            default: break
            }
        }
    }

    private mutating func showAsText(_ node: OpaquePointer, inBlock: Bool) {
        let markup = literal(node)
        warn("notes.raw-html", "Raw HTML is shown as text", node, markup, "write it in Markdown")
        guard let text = cmark_node_new(CMARK_NODE_TEXT) else { return }
        cmark_node_set_literal(text, markup)
        var replacement = text
        if inBlock, let paragraph = cmark_node_new(CMARK_NODE_PARAGRAPH) {
            cmark_node_append_child(paragraph, text)
            replacement = paragraph
        }
        cmark_node_replace(node, replacement)
        cmark_node_free(node)
    }

    private mutating func judgeLink(_ node: OpaquePointer) {
        switch NoteLink(address(node)) {
        case .outside, .fragment: break
        case .site(let path): cmark_node_set_url(node, NotePolicy.siteMark + path)
        case .refused:
            warn(
                "notes.link", "The link's target is left out", node, address(node),
                "link to https:, mailto:, tel:, or to a file of the site from its root, such as 'teams/north/index.html'"
            )
            unwrap(node)
        }
    }

    private mutating func judgeImage(_ node: OpaquePointer) {
        let target = address(node)
        switch NoteLink(target) {
        case .site(let path): cmark_node_set_url(node, NotePolicy.siteMark + path)
        case .outside where target.lowercased().hasPrefix("http"):
            warn(
                "notes.image", "A picture from another host becomes a link", node, target,
                "put the picture into the site")
            guard let link = cmark_node_new(CMARK_NODE_LINK) else { return unwrap(node) }
            cmark_node_set_url(link, target)
            cmark_node_insert_before(node, link)
            moveChildren(of: node) { cmark_node_append_child(link, $0) }
            if cmark_node_first_child(link) == nil, let text = cmark_node_new(CMARK_NODE_TEXT) {
                cmark_node_set_literal(text, target)
                cmark_node_append_child(link, text)
            }
            remove(node)
        case .outside, .fragment, .refused:
            warn("notes.image", "The picture is left out", node, target, "name a file of the site from its root")
            unwrap(node)
        }
    }

    /// Puts what the node holds in the node's place.
    private func unwrap(_ node: OpaquePointer) {
        moveChildren(of: node) { cmark_node_insert_before(node, $0) }
        remove(node)
    }

    private func moveChildren(
        of node: OpaquePointer, to place: (OpaquePointer) -> Int32
    ) {
        while let child = cmark_node_first_child(node) {
            cmark_node_unlink(child)
            _ = place(child)
        }
    }

    private func remove(_ node: OpaquePointer) {
        cmark_node_unlink(node)
        cmark_node_free(node)
    }

    private mutating func warn(
        _ kind: String, _ message: String, _ node: OpaquePointer, _ value: String, _ hint: String
    ) {
        // Inlines of a table know no line of their own, nor do those that an extension made.
        var place: OpaquePointer? = node
        while let current = place, cmark_node_get_start_line(current) == 0 { place = cmark_node_parent(current) }
        let line = place.map { Int(cmark_node_get_start_line($0)) } ?? 1
        let shown = value.prefix(120).split(separator: "\n").first.map(String.init) ?? ""
        problems.append(
            Problem(
                .warning, kind, message + (shown.isEmpty ? "" : ": '\(shown)'"),
                at: ProblemPlace(file: file, line: lineOffset + max(1, line)), value: value, hint: hint))
    }
}
