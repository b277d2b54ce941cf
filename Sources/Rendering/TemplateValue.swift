import Mustache
import Pages

/// Page values as Mustache sees them.
///
/// Lookups fail at the page's own fields last, so a name that nobody on the stack knows is noted there: by itself the
/// library would render it as nothing.
struct TemplateObject: MustacheParent {
    let fields: [String: PageValue]
    /// Set for the page's own fields only, which are at the bottom of the stack.
    let unknownNames: UnknownNames?

    func child(named name: String) -> Any? {
        guard let value = fields[name] else {
            unknownNames?.names.insert(name)
            return nil
        }
        return templateValue(value, isRaw: name.hasSuffix("Markup"))
    }
}

/// Collects the names that a render asked for in vain.
final class UnknownNames {
    var names: Set<String> = []
}

private struct TemplateText: MustacheCustomRenderable, MustacheParent {
    let renderText: String
    var isNull: Bool { renderText.isEmpty }
    func child(named name: String) -> Any? { nil }
}

private func templateValue(_ value: PageValue, isRaw: Bool) -> Any {
    switch value {
    // Whatever a template says, text never gets into a page unescaped, and markup only under a name that shows it.
    case .text(let text): TemplateText(renderText: escaped(text))
    case .markup(let markup): TemplateText(renderText: isRaw ? markup : "")
    case .flag(let flag): flag
    case .list(let values): values.map { templateValue($0, isRaw: false) }
    case .fields(let fields): TemplateObject(fields: fields.values, unknownNames: nil)
    case .nothing: TemplateText(renderText: "")
    }
}

func escaped(_ text: String) -> String {
    // Most texts need nothing.
    let isPlain = text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "\""), UInt8(ascii: "'"): false
        default: true
        }
    }
    if isPlain { return text }
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
        switch scalar {
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        case "&": result += "&amp;"
        case "\"": result += "&quot;"
        case "'": result += "&#39;"
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result
}
