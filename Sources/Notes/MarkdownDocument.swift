import CCmarkGFM

/// A parsed Markdown text. Owns the C library's tree; used within one function and never shared.
struct MarkdownDocument: ~Copyable {
    let root: OpaquePointer
    private let parser: OpaquePointer

    /// Parses CommonMark with these extensions of GitHub's; nil only when the C library gives no tree.
    init?(_ text: String, extensions: [String] = gitHubExtensions) {
        _ = registration
        guard let parser = cmark_parser_new(CMARK_OPT_DEFAULT) else { return nil }
        for name in extensions {
            if let syntax = cmark_find_syntax_extension(name) { cmark_parser_attach_syntax_extension(parser, syntax) }
        }
        var text = text
        text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
        }
        guard let root = cmark_parser_finish(parser) else {
            cmark_parser_free(parser)
            return nil
        }
        self.root = root
        self.parser = parser
    }

    deinit {
        cmark_node_free(root)
        cmark_parser_free(parser)
    }

    /// HTML without raw HTML: the library's safe mode, so even a node that no rule here looked at stays harmless.
    func html() -> String {
        guard let text = cmark_render_html(root, CMARK_OPT_DEFAULT, cmark_parser_get_syntax_extensions(parser)) else {
            return ""
        }
        defer { cmark_get_default_mem_allocator().pointee.free(text) }
        return String(cString: text)
    }

    /// All nodes in document order, each before its children. Collected first, so that they may be changed after.
    func nodes(below node: OpaquePointer? = nil) -> [OpaquePointer] {
        guard let walk = cmark_iter_new(node ?? root) else { return [] }
        defer { cmark_iter_free(walk) }
        var nodes: [OpaquePointer] = []
        while true {
            let event = cmark_iter_next(walk)
            if event == CMARK_EVENT_DONE { return nodes }
            if event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(walk) { nodes.append(node) }
        }
    }
}

let gitHubExtensions = ["table", "strikethrough", "autolink", "tasklist", "tagfilter"]

/// The library's registry is global; a global of Swift's is set once, whatever thread comes first.
private let registration: Void = cmark_gfm_core_extensions_ensure_registered()

func literal(_ node: OpaquePointer) -> String {
    cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
}

func address(_ node: OpaquePointer) -> String {
    cmark_node_get_url(node).map { String(cString: $0) } ?? ""
}
