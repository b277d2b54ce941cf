/// The outside of a drawing that stands in a page: size, name and description for those who can't see it.
public struct SVGFigure: Hashable, Sendable {
    /// Unique in its page; every id inside starts with it.
    public var id: String
    /// Classes of the root element, such as `chart waterfall`.
    public var cssClass: String
    /// In pixels; the drawing scales with its container and keeps this shape.
    public var width: Double
    public var height: Double
    /// The finding, in a sentence.
    public var title: String
    /// What is drawn, for a screen reader.
    public var summary: String
    /// Whether it holds links. An image hides what is in it from a screen reader, so then it is a group.
    public var holdsLinks: Bool

    public init(
        id: String, cssClass: String, width: Double, height: Double, title: String, summary: String,
        holdsLinks: Bool = false
    ) {
        self.id = svgIdentifier(id)
        self.cssClass = cssClass
        self.width = width
        self.height = height
        self.title = title
        self.summary = summary
        self.holdsLinks = holdsLinks
    }

    /// The whole `<svg>` element for use inside HTML.
    public func svg(_ content: (inout SVGWriter) -> Void) -> String {
        var writer = SVGWriter()
        let labels = summary.isEmpty ? "\(id)-t" : "\(id)-t \(id)-d"
        writer.element(
            "svg",
            [
                "class": .text(cssClass), "id": .text(id), "width": .number(width),
                "height": .number(height),
                "viewBox": "0 0 \(svgNumber(width)) \(svgNumber(height))",
                "role": holdsLinks ? "group" : "img",
                "aria-labelledby": .text(labels),
            ]
        ) { writer in
            writer.leaf("title", ["id": "\(id)-t"], text: title)
            if !summary.isEmpty { writer.leaf("desc", ["id": "\(id)-d"], text: summary) }
            content(&writer)
        }
        return writer.text
    }
}
