import Diagnostics
import Yams

/// Reads settings out of nodes, collects every problem, and leaves the default where a value is wrong.
struct ConfigReader {
    let document: ConfigDocument
    private(set) var problems: [Problem] = []
    /// Paths of all settings that were looked for, written or not; a test holds `settingDescriptions` to it.
    private(set) var asked: Set<String> = []

    init(_ document: ConfigDocument) { self.document = document }

    /// A mapping whose keys are settings.
    struct Section {
        /// Path of its settings, such as `planning`; list entries end in `[]`.
        var path: String
        var entries: [(key: Node, value: Node)] = []

        subscript(key: String) -> Node? { entries.first { $0.key.string == key }?.value }
        func path(of key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }
    }

    mutating func report(
        _ kind: String, _ message: String, at node: Node?, _ path: String, value: String? = nil, hint: String? = nil,
        severity: Problem.Severity = .error
    ) {
        problems.append(
            Problem(severity, kind, message, at: document.place(of: node, field: path), value: value, hint: hint))
    }

    mutating func wrong(_ node: Node, _ path: String, _ rule: String, hint: String? = nil) {
        let value = node.scalar?.string
        let shown = value.map { "'\($0.prefix(60))'" } ?? (node.mapping == nil ? "a list" : "a group of settings")
        report(
            "config.wrong-value", "\(shown) is no value of '\(path)': \(rule)", at: node, path, value: value, hint: hint
        )
    }

    /// The settings of a node; keys that no description names are reported. Nothing written counts as empty.
    mutating func section(_ node: Node?, _ path: String) -> Section {
        let keys = settingDescriptions.compactMap { $0.key(in: path) }
        return mapping(node, path) { reader, key, section in
            guard !keys.contains(key.string ?? "") else { return true }
            let name = key.string ?? "this"
            let near = nearMiss(of: name, in: keys)
            reader.report(
                "config.unknown-key", "'\(name.prefix(60))' is not a setting\(path.isEmpty ? "" : " of '\(path)'")",
                at: key, section.path(of: name), value: key.string,
                hint: near.map { "did you mean '\($0)'?" } ?? "settings here: \(unique(keys).joined(separator: ", "))")
            return false
        }
    }

    /// A mapping with names of the user's own as keys.
    mutating func names(_ node: Node?, _ path: String) -> Section {
        mapping(node, path) { reader, key, section in
            if let name = key.string, !name.isEmpty { return true }
            reader.report("config.wrong-value", "a name is missing in '\(path)'", at: key, path)
            return false
        }
    }

    private mutating func mapping(
        _ node: Node?, _ path: String, _ accepts: (inout ConfigReader, Node, Section) -> Bool
    ) -> Section {
        if !path.isEmpty { asked.insert(path) }
        var section = Section(path: path)
        guard let node, !isNothing(node) else { return section }
        guard let mapping = node.mapping else {
            wrong(node, path.isEmpty ? "the config" : path, "a group of settings is expected, as 'key: value' lines")
            return section
        }
        section.entries = mapping.filter { accepts(&self, $0.key, section) }.map { ($0.key, $0.value) }
        return section
    }

    /// The entries of a list setting, nil where it is not written; at most `limit`.
    mutating func list(_ section: Section, _ key: String, limit: Int = 1000) -> [Node]? {
        let path = section.path(of: key)
        asked.insert(path)
        guard let node = section[key], !isNothing(node) else { return nil }
        guard let sequence = node.sequence, sequence.count <= limit else {
            wrong(node, path, "a list of at most \(limit) entries is expected, each with '- ' before it")
            return nil
        }
        return Array(sequence)
    }

    /// A scalar that `parse` understands; `rule` says what is allowed.
    mutating func value<Value>(
        _ section: Section, _ key: String, _ target: inout Value, rule: String, _ parse: (String) -> Value?
    ) {
        let path = section.path(of: key)
        asked.insert(path)
        guard let node = section[key], !isNothing(node) else { return }
        guard let text = node.scalar?.string, let value = parse(text) else { return wrong(node, path, rule) }
        target = value
    }

    /// The same for a setting that may be absent.
    mutating func optional<Value>(
        _ section: Section, _ key: String, _ target: inout Value?, rule: String, _ parse: (String) -> Value?
    ) {
        var found: [Value] = []
        value(section, key, &found, rule: rule) { parse($0).map { [$0] } }
        target = found.first ?? target
    }

    mutating func text(_ section: Section, _ key: String, _ target: inout String, limit: Int = 200) {
        value(section, key, &target, rule: "a text of 1 to \(limit) characters on one line") { plain($0, limit) }
    }

    mutating func text(_ section: Section, _ key: String, _ target: inout String?, limit: Int = 200) {
        optional(section, key, &target, rule: "a text of 1 to \(limit) characters on one line") { plain($0, limit) }
    }

    mutating func integer(_ section: Section, _ key: String, _ target: inout Int, _ range: ClosedRange<Int>) {
        value(section, key, &target, rule: "a whole number from \(range.lowerBound) to \(range.upperBound)") {
            Int($0).flatMap { range.contains($0) ? $0 : nil }
        }
    }

    mutating func boolean(_ section: Section, _ key: String, _ target: inout Bool) {
        value(section, key, &target, rule: "'true' or 'false'") { Bool($0.lowercased()) }
    }

    mutating func number(_ section: Section, _ key: String, _ target: inout Double, _ range: ClosedRange<Double>) {
        value(section, key, &target, rule: "a number from \(short(range.lowerBound)) to \(short(range.upperBound))") {
            Double($0).flatMap { range.contains($0) ? $0 : nil }
        }
    }

    /// True for `key:` without a value, and for `~` and `null` without quotes.
    func isNothing(_ node: Node) -> Bool {
        guard let scalar = node.scalar, scalar.style == .plain || scalar.style == .any else { return false }
        return ["", "~", "null"].contains(scalar.string)
    }
}

private func plain(_ text: String, _ limit: Int) -> String? {
    let isPlain = text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    return isPlain && !text.allSatisfy(\.isWhitespace) && text.count <= limit ? text : nil
}

private func short(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
}

private func unique(_ keys: [String]) -> [String] {
    keys.enumerated().filter { keys.firstIndex(of: $0.element) == $0.offset }.map(\.element)
}
