import Diagnostics
import Quantities
import Yams

extension ConfigReader {
    mutating func read(_ node: Node?, _ settings: inout CompanySettings) {
        let section = section(node, "company")
        text(section, "name", &settings.name)
        value(section, "zone", &settings.zone, rule: "a zone such as 'Europe/Vienna', or 'UTC'") { Zone($0) }
        value(section, "currency", &settings.currency, rule: "a code of three capital letters such as 'EUR'") {
            Currency(code: $0)
        }
        let locales = FigureStyle.locales.joined(separator: ", ")
        value(section, "locale", &settings.figures, rule: "one of \(locales)") { FigureStyle(locale: $0) }
    }

    mutating func read(_ node: Node?, _ settings: inout ThemeSettings) {
        let section = section(node, "theme")
        text(section, "name", &settings.name)
        optional(section, "logo", &settings.logo, rule: "the path of an SVG or PNG file") {
            let lower = $0.lowercased()
            return lower.hasSuffix(".svg") || lower.hasSuffix(".png") ? $0 : nil
        }
        accent(section, "accent", &settings.accent, on: .lightPaper)
        accent(section, "accent_dark", &settings.accentDark, on: .darkPaper)
    }

    /// A colour that can be read on the paper: WCAG 2.2 asks 4.5 : 1 of text.
    private mutating func accent(_ section: Section, _ key: String, _ target: inout String?, on paper: HexColour) {
        let before = target
        optional(section, key, &target, rule: "a colour such as '#1c6b52', in quotes") { HexColour($0)?.text }
        guard target != before, let text = target, let colour = HexColour(text), let node = section[key] else { return }
        let contrast = colour.contrast(with: paper)
        if contrast < 4.5 {
            let path = section.path(of: key)
            let rounded = FigureStyle.british.decimal(contrast, 1)
            report(
                "config.contrast",
                "'\(text)' has a contrast of only \(rounded) : 1 on the paper \(paper.text); 4.5 is needed",
                at: node, path, value: text,
                hint: "take a \(paper == .lightPaper ? "darker" : "lighter") shade")
            target = before
        }
    }
}
