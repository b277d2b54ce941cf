import Diagnostics
import Foundation
import Yams

/// A config file that is YAML: its root node and its lines.
struct ConfigDocument {
    static let maxBytes = 1_000_000
    /// With this many, a document can unfold to a few hundred times its size at most.
    static let maxAliases = 16

    var file: String
    var lines: [Substring]
    /// Nil for a file with nothing but comments.
    var root: Node?

    /// Throws `config.missing`, `config.unreadable`, `config.too-big`, `config.not-utf8`, `config.too-many-aliases`,
    /// `config.syntax`, `config.duplicate-key`.
    init(path: String) throws(ProblemError) {
        try self.init(file: path, bytes: ConfigDocument.bytes(of: path))
    }

    init(file: String, bytes: Data) throws(ProblemError) {
        self.file = file
        guard bytes.count <= ConfigDocument.maxBytes else {
            throw ProblemError(
                "config.too-big", "the config has \(bytes.count) bytes; 1 MB is the most",
                at: ProblemPlace(file: file), hint: "check that this is the config and not an export")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            let good = String(decoding: bytes, as: UTF8.self).prefix { $0 != "\u{fffd}" }
            throw ProblemError(
                "config.not-utf8", "the config is not UTF-8",
                at: ProblemPlace(file: file, line: good.count { $0.isNewline } + 1),
                hint: "save it with the encoding UTF-8")
        }
        // `isNewline` keeps "\r\n", one character, in one piece.
        lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
        if let line = ConfigDocument.lineOfAlias(number: ConfigDocument.maxAliases + 1, in: lines) {
            throw ProblemError(
                "config.too-many-aliases", "more than \(ConfigDocument.maxAliases) aliases (*name) in the config",
                at: ConfigDocument.place(file, lines, line: line, column: nil), hint: "write the values out")
        }
        do {
            let documents = try Parser(yaml: text)
            root = try documents.singleRoot()
        } catch {
            throw ConfigDocument.problem(error, file, lines)
        }
    }

    func place(of node: Node?, field: String?) -> ProblemPlace {
        var place = ConfigDocument.place(file, lines, line: node?.mark?.line, column: node?.mark?.column)
        place.field = field
        return place
    }

    private static func bytes(of path: String) throws(ProblemError) -> Data {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue else {
            throw ProblemError(
                "config.missing", isFolder.boolValue ? "'\(path)' is a folder" : "'\(path)' does not exist",
                at: ProblemPlace(file: path), hint: "name the config with --config")
        }
        guard let handle = FileHandle(forReadingAtPath: path),
            let data = try? handle.read(upToCount: maxBytes + 1)
        else {
            // A file without a byte reads as nil.
            if FileManager.default.isReadableFile(atPath: path) { return Data() }
            throw ProblemError(
                "config.unreadable", "'\(path)' can't be read", at: ProblemPlace(file: path),
                hint: "check its permissions")
        }
        return data
    }

    /// Line of the alias with that number; also takes a word in a text for one that looks like it.
    private static func lineOfAlias(number: Int, in lines: [Substring]) -> Int? {
        var count = 0
        for (index, line) in lines.enumerated() {
            var before: UInt8 = 32
            let bytes = Array(line.utf8)
            for (position, byte) in bytes.enumerated() {
                let after = position + 1 < bytes.count ? bytes[position + 1] : 32
                if byte == UInt8(ascii: "#"), before == 32 { break }
                if byte == UInt8(ascii: "*"), after > 32, " \t[]{},:-?".utf8.contains(before) { count += 1 }
                before = byte
            }
            if count >= number { return index + 1 }
        }
        return nil
    }

    private static func place(_ file: String, _ lines: [Substring], line: Int?, column: Int?) -> ProblemPlace {
        guard let line, lines.indices.contains(line - 1) else { return ProblemPlace(file: file) }
        return ProblemPlace(file: file, line: line, column: column, sourceLine: String(lines[line - 1].prefix(200)))
    }

    private static func problem(_ error: any Error, _ file: String, _ lines: [Substring]) -> ProblemError {
        guard let error = error as? YamlError else {
            return ProblemError("config.syntax", "\(error)", at: ProblemPlace(file: file))
        }
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let words = [problem, context?.text].compactMap(\.self).joined(separator: " ")
            return ProblemError(
                "config.syntax", "the config is not YAML: \(words)",
                at: place(file, lines, line: min(mark.line, lines.count), column: mark.column),
                hint: "check quotes, colons and indentation around here; indent with blanks, never tabs")
        case .duplicatedKeysInMapping(let keys, let context):
            let key = keys.first ?? ""
            return ProblemError(
                "config.duplicate-key", "'\(key)' is set twice",
                at: place(file, lines, line: context.mark.line, column: context.mark.column), value: key,
                hint: "keep one of them")
        case .reader(let problem, let offset, _, _):
            return ProblemError(
                "config.syntax", "the config is not YAML: \(problem)",
                at: ProblemPlace(file: file, line: offset.map { lineNumber(ofByte: $0, lines) }),
                hint: "remove the control character")
        default:
            return ProblemError("config.syntax", "the config is not YAML: \(error)", at: ProblemPlace(file: file))
        }
    }

    private static func lineNumber(ofByte offset: Int, _ lines: [Substring]) -> Int {
        var rest = offset
        for (index, line) in lines.enumerated() {
            rest -= line.utf8.count + 1
            if rest < 0 { return index + 1 }
        }
        return lines.count
    }
}
