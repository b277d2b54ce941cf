import Diagnostics

/// One `{{tag}}` of a template's source, for messages that name a line.
struct TemplateTag {
    enum Kind: Equatable { case variable, raw, section, inverted, close, partial, parent, block, comment, other }

    var kind: Kind
    var name: String
    /// 1-based.
    var line: Int
    var column: Int
    var sourceLine: String

    var isPartial: Bool { kind == .partial || kind == .parent || kind == .block || kind == .comment }

    /// All tags in order. Sources that change the delimiters are refused by `checkTags`, so `{{` is all that is looked for.
    static func all(in source: String) -> [TemplateTag] {
        guard source.contains("{{") else { return [] }
        var tags: [TemplateTag] = []
        for (index, line) in source.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            var rest = line[...]
            while let open = rest.firstRange(of: "{{") {
                let inside = rest[open.upperBound...]
                guard let close = inside.firstRange(of: "}}") else { break }
                var body = inside[..<close.lowerBound]
                var end = close.upperBound
                var kind = Kind.variable
                switch body.first {
                case "{":
                    kind = .raw
                    if end < rest.endIndex, rest[end] == "}" { end = rest.index(after: end) }
                case "&": kind = .raw
                case "#": kind = .section
                case "^": kind = .inverted
                case "/": kind = .close
                case ">": kind = .partial
                case "<": kind = .parent
                case "$": kind = .block
                case "!": kind = .comment
                case "=", "%": kind = .other
                default: break
                }
                if kind != .variable { body = body.dropFirst() }
                let column = line.unicodeScalars.distance(from: line.startIndex, to: open.lowerBound) + 1
                tags.append(
                    TemplateTag(
                        kind: kind, name: trimmed(body), line: index + 1, column: column, sourceLine: String(line)))
                rest = rest[end...]
            }
        }
        return tags
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text
        while text.first?.isWhitespace == true { text = text.dropFirst() }
        while text.last?.isWhitespace == true { text = text.dropLast() }
        return String(text)
    }
}

/// The rules that keep templates safe and their mistakes visible:
/// raw tags only for names that end in `Markup`, and those only raw; partials exist; no dotted names (a missing part
/// of one would be rendered as nothing); no changed delimiters.
func checkTags(of source: String, file: String, templates: some Collection<String>) -> [Problem] {
    TemplateTag.all(in: source).compactMap { tag in
        func problem(_ kind: String, _ message: String, _ hint: String?) -> Problem {
            Problem(
                .error, kind, message,
                at: ProblemPlace(
                    file: file, line: tag.line, column: tag.column, field: tag.name, sourceLine: tag.sourceLine),
                value: "{{\(tag.name)}}", hint: hint)
        }
        switch tag.kind {
        case .raw where !tag.name.hasSuffix("Markup"):
            return problem(
                "template.raw-tag", "'\(tag.name)' is text and may not go into the page unescaped",
                "write {{\(tag.name)}}")
        case .variable where tag.name.hasSuffix("Markup"):
            return problem(
                "template.escaped-markup", "'\(tag.name)' is markup and would show as source", "write {{{\(tag.name)}}}"
            )
        case .partial, .parent:
            guard !templates.contains(tag.name) else { return nil }
            return problem(
                "template.unknown-partial", "there is no template '\(tag.name)'",
                nearMiss(of: tag.name, in: templates.sorted()).map { "did you mean '\($0)'?" })
        case .variable, .section, .inverted:
            guard tag.name.contains("."), tag.name != "." else { return nil }
            return problem(
                "template.dotted-name", "'\(tag.name)' looks inside another value",
                "open a section for the first part: {{#\(tag.name.prefix { $0 != "." })}}…")
        case .other:
            return problem("template.delimiters", "delimiters and pragmas can't be changed", "keep {{ and }}")
        default: return nil
        }
    }
}
