/// Writes SVG elements into one string. Text and attributes are escaped and numbers rounded here and nowhere else.
public struct SVGWriter: Sendable {
    public typealias Attributes = KeyValuePairs<String, SVGValue?>

    public private(set) var text = ""

    public init() {}

    /// An element without content; attributes that are nil are left out.
    public mutating func leaf(_ name: String, _ attributes: Attributes = [:]) {
        open(name, attributes)
        text += "/>"
    }

    /// An element that holds only text.
    public mutating func leaf(_ name: String, _ attributes: Attributes = [:], text content: String) {
        open(name, attributes)
        text += ">\(svgEscaped(content))</\(name)>"
    }

    /// Text between elements.
    public mutating func words(_ content: String) { text += svgEscaped(content) }

    public mutating func element(
        _ name: String, _ attributes: Attributes = [:], _ content: (inout SVGWriter) throws -> Void
    ) rethrows {
        open(name, attributes)
        text += ">"
        try content(&self)
        text += "</\(name)>"
    }

    /// A path, unless it has no data.
    public mutating func path(_ path: SVGPath, _ attributes: Attributes = [:]) {
        guard !path.isEmpty else { return }
        text += "<path d=\"\(path.data)\""
        write(attributes)
        text += "/>"
    }

    /// Puts in what another writer wrote.
    public mutating func append(_ other: SVGWriter) { text += other.text }

    private mutating func open(_ name: String, _ attributes: Attributes) {
        text += "<\(name)"
        write(attributes)
    }

    private mutating func write(_ attributes: Attributes) {
        for (name, value) in attributes {
            switch value {
            case .text(let content): text += " \(name)=\"\(svgEscaped(content))\""
            case .number(let number): text += " \(name)=\"\(svgNumber(number))\""
            case nil: break
            }
        }
    }
}
