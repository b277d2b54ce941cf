import Diagnostics
import Foundation

/// A small text file of the workspace that may be there: found, bounded and decoded in one way for all of them.
struct WorkspaceFile {
    /// As the config or the command says it.
    var path: String
    /// What names it, such as `planning: changes`; nil for a file of the standard name, which need not exist.
    var namedBy: String?
    /// First part of the kinds of its problems.
    var kind: String
    var mostBytes = 1_000_000

    enum Found {
        case nothing
        case missing
        case bytes([UInt8])
        case problem(Problem)
    }

    /// Looks for it in `folder`, empty for the current one. Kinds: `unreadable`, `too-big`.
    func find(in folder: String) -> Found {
        let path = path.hasPrefix("/") || folder.isEmpty ? path : folder + "/" + path
        // Reading a pipe would wait for ever.
        let resolved = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        let type = (try? FileManager.default.attributesOfItem(atPath: resolved))?[.type] as? FileAttributeType
        guard let type else { return namedBy == nil ? .nothing : .missing }
        guard type == .typeRegular, let handle = FileHandle(forReadingAtPath: resolved) else {
            return .problem(
                problem("unreadable", "'\(self.path)' can't be read", "check that it is a file, and its permissions"))
        }
        // A file without a byte reads as nil.
        let data = (try? handle.read(upToCount: mostBytes + 1)) ?? Data()
        guard data.count <= mostBytes else {
            return .problem(
                problem(
                    "too-big", "'\(self.path)' has more than \(mostBytes / 1_000_000) MB",
                    "check that it is the file you mean"))
        }
        return .bytes([UInt8](data))
    }

    /// The bytes as UTF-8. Kind: `not-utf8`.
    func text(_ bytes: [UInt8], _ problems: inout [Problem]) -> String? {
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        let good = String(decoding: bytes, as: UTF8.self).prefix { $0 != "\u{FFFD}" }
        var problem = problem("not-utf8", "'\(path)' is not UTF-8", "save it with the encoding UTF-8")
        problem.place?.line = good.count { $0.isNewline } + 1
        problems.append(problem)
        return nil
    }

    /// Of a file that is named and does not exist.
    var missing: Problem {
        guard let namedBy, !namedBy.hasPrefix("--") else {
            return problem("missing", "'\(path)' does not exist", "check its name and folder")
        }
        return problem("missing", "'\(path)' of '\(namedBy)' does not exist", "make the file, or take the setting out")
    }

    private func problem(_ rule: String, _ message: String, _ hint: String) -> Problem {
        Problem(.error, "\(kind).\(rule)", message, at: ProblemPlace(file: path), hint: hint)
    }
}
