/// What a template can be given under a name: already in words, so that templates only place and never compute.
package indirect enum PageValue: Sendable, Hashable {
    /// Plain text; it is escaped on its way into the page. Empty text counts as absent in a section.
    case text(String)
    /// Markup made by our own drawings and notes, never from customer data. Only names that end in `Markup` may hold it.
    case markup(String)
    case flag(Bool)
    case list([PageValue])
    case fields(PageFields)
    /// A name that is known and has nothing to show here.
    case nothing

    /// Text, or nothing for nil and empty text.
    package static func text(ifAny text: String?) -> PageValue {
        guard let text, !text.isEmpty else { return .nothing }
        return .text(text)
    }

    package static func fields(ifAny fields: PageFields?) -> PageValue { fields.map(PageValue.fields) ?? .nothing }

    package static func list(_ fields: [PageFields]) -> PageValue { .list(fields.map(PageValue.fields)) }

    /// A list wrapped as `{ "rows": [...] }`, or nothing when it is empty: for a heading that only stands with rows.
    package static func table(_ rows: [PageFields]) -> PageValue {
        rows.isEmpty ? .nothing : .fields(["rows": .list(rows)])
    }
}

extension PageValue: ExpressibleByStringLiteral, ExpressibleByStringInterpolation, ExpressibleByBooleanLiteral {
    package init(stringLiteral text: String) { self = .text(text) }
    package init(booleanLiteral flag: Bool) { self = .flag(flag) }
}

/// Named values of a page or of a row of it.
package struct PageFields: Sendable, Hashable, ExpressibleByDictionaryLiteral {
    package var values: [String: PageValue]

    package init(_ values: [String: PageValue] = [:]) { self.values = values }

    package init(dictionaryLiteral elements: (String, PageValue)...) {
        values = Dictionary(elements, uniquingKeysWith: { _, last in last })
    }

    package subscript(name: String) -> PageValue? {
        get { values[name] }
        set { values[name] = newValue }
    }

    package func merging(_ other: PageFields) -> PageFields {
        PageFields(values.merging(other.values) { _, last in last })
    }
}
