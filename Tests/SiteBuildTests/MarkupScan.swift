/// A strict reading of one of our pages or drawings: anything that a browser would have to guess about is a fault.
///
/// Allowed are the elements and attributes that templates and drawings use, double-quoted values, closed elements and
/// no script but the site's own.
struct MarkupScan {
    private(set) var faults: [String] = []
    /// All text outside of tags, and the values of attributes that people see, with references resolved.
    private(set) var text = ""
    private let scalars: [Unicode.Scalar]
    private var at = 0
    private var open: [String] = []

    private static let void: Set<String> = ["area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"]
    private static let refused: Set<String> = [
        "iframe", "object", "embed", "base", "form", "style", "foreignobject", "applet", "frame", "audio", "video",
        "math", "template", "portal", "noscript", "xmp", "plaintext", "marquee", "animate", "set",
    ]
    private static let scripts = ["site.js", "map.js", "map-use.js"]
    private static let addresses: Set<String> = [
        "href", "src", "xlink:href", "action", "formaction", "ping", "srcset", "poster", "background", "data", "cite",
    ]

    init(_ text: String) {
        scalars = Array(text.unicodeScalars)
        while at < scalars.count {
            if scalars[at] == "<" {
                tag()
            } else {
                readText(until: { $0 == "<" })
            }
        }
        if !open.isEmpty { faults.append("not closed: \(open.joined(separator: " "))") }
    }

    private mutating func readText(until ends: (Unicode.Scalar) -> Bool) {
        let start = at
        while at < scalars.count, !ends(scalars[at]) { at += 1 }
        text += resolved(Array(scalars[start..<at]))
    }

    private mutating func tag() {
        let start = at
        at += 1
        if scalars[at...].starts(with: "!doctype html>".unicodeScalars) {
            at += "!doctype html>".unicodeScalars.count
        } else if at < scalars.count, scalars[at] == "/" {
            at += 1
            let name = word()
            if open.last != name { fault("</\(name)> closes \(open.last ?? "nothing")", start) }
            if let index = open.lastIndex(of: name) { open.removeSubrange(index...) }
            if !take(">") { fault("</\(name) is not finished", start) }
            text += " "
        } else {
            element(start)
        }
    }

    private mutating func element(_ start: Int) {
        let name = word()
        guard !name.isEmpty else { return fault("'<' is not escaped", start) }
        if Self.refused.contains(name.lowercased()) { fault("<\(name)> has no place in a page", start) }
        var attributes: [String: String] = [:]
        var isSelfClosed = false
        while true {
            skipSpace()
            if take(">") { break }
            if take("/") {
                isSelfClosed = true
                continue
            }
            let key = word()
            guard !key.isEmpty else { return fault("<\(name)> holds something that is no attribute", start) }
            if attributes[key] != nil { fault("\(key) stands twice", start) }
            attributes[key] = ""
            guard take("=") else { continue }
            guard take("\"") else { return fault("\(key) is not quoted", start) }
            let from = at
            while at < scalars.count, scalars[at] != "\"" { at += 1 }
            guard at < scalars.count else { return fault("\(key) has no end", start) }
            if scalars[from..<at].contains("<") { fault("\(key) holds '<'", start) }
            attributes[key] = resolved(Array(scalars[from..<at]))
            at += 1
        }
        judge(name, attributes, start)
        if !isSelfClosed, !Self.void.contains(name) { open.append(name) }
        text += " "
    }

    private mutating func judge(_ name: String, _ attributes: [String: String], _ start: Int) {
        for (key, value) in attributes {
            let key = key.lowercased()
            if key.hasPrefix("on") || key == "srcdoc" || key == "style" { fault("attribute \(key)", start) }
            guard Self.addresses.contains(key) else { continue }
            let plain = String(String.UnicodeScalarView(value.unicodeScalars.filter { $0.value > 32 })).lowercased()
            for scheme in ["javascript:", "data:", "vbscript:", "file:", "blob:"] where plain.hasPrefix(scheme) {
                fault("\(key) leads to \(scheme)", start)
            }
        }
        guard name == "script" else { return }
        if attributes["type"] == "application/json", attributes["src"] == nil {
            // Data, no program. A '<' in it could begin a comment that hides its end.
            while at < scalars.count, scalars[at] != "<" { at += 1 }
            if !scalars[at...].starts(with: "</script>".unicodeScalars) { fault("data with '<' in it", start) }
            return
        }
        let isOurs = Self.scripts.contains { attributes["src"]?.hasSuffix("assets/\($0)") == true }
        if !isOurs || !scalars[at...].starts(with: "</".unicodeScalars) {
            fault("a script that is not ours", start)
        }
    }

    private mutating func word() -> String {
        var word = ""
        while at < scalars.count, scalars[at].isASCII,
            scalars[at].properties.isAlphabetic || ("0"..."9").contains(scalars[at])
                || "-:_".unicodeScalars.contains(scalars[at])
        {
            word.unicodeScalars.append(scalars[at])
            at += 1
        }
        return word
    }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard at < scalars.count, scalars[at] == scalar else { return false }
        at += 1
        return true
    }

    private mutating func skipSpace() {
        while at < scalars.count, scalars[at].properties.isWhitespace { at += 1 }
    }

    private mutating func fault(_ reason: String, _ start: Int) {
        let around = String(String.UnicodeScalarView(scalars[max(0, start - 20)..<min(scalars.count, start + 60)]))
        faults.append("\(reason): …\(around)…")
        at = max(at, start + 1)
    }

    private func resolved(_ scalars: [Unicode.Scalar]) -> String {
        var text = String(String.UnicodeScalarView(scalars))
        guard text.contains("&") else { return text }
        for (reference, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
            text = text.replacing(reference, with: character)
        }
        return text
    }
}
