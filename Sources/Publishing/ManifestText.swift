package import Diagnostics
import FoundationEssentials
import Quantities

extension Manifest {
    /// `manifest.json`: one entry a line, keys and entries in fixed order, so equal manifests have equal bytes.
    package var text: String {
        var text = "{\n  \"format\": 1,\n  \"generator\": \(quoted(generator)),\n"
        text += "  \"asOf\": \"\(asOf.iso)\",\n  \"week\": \"\(asOf.week.iso)\",\n"
        text += "  \"inputs\": \(lines(inputs)),\n  \"files\": \(lines(files))\n}\n"
        return text
    }

    /// SHA-256 of `text`, which names the whole site's content.
    package var hash: String { contentHash(Array(text.utf8)) }

    /// Reads a `manifest.json` that this or an earlier version wrote.
    package init(reading bytes: [UInt8], file: String) throws(ProblemError) {
        do {
            let wire = try JSONDecoder().decode(Wire.self, from: Data(bytes))
            guard wire.format == 1, let day = Day(iso: wire.asOf) else { throw WireFault() }
            self.init(
                generator: wire.generator, asOf: day,
                inputs: wire.inputs.map { Entry(path: $0.path, bytes: $0.bytes, sha256: $0.sha256) },
                files: wire.files.map { Entry(path: $0.path, bytes: $0.bytes, sha256: $0.sha256) })
        } catch {
            throw ProblemError(
                "site.manifest", "'\(file)' is not a manifest that Fieldbook wrote", at: ProblemPlace(file: file),
                hint: "build the site again, or restore the file from a copy")
        }
    }
}

private struct WireFault: Error {}

private struct Wire: Decodable {
    struct Entry: Decodable {
        var path: String
        var bytes: Int
        var sha256: String
    }
    var format: Int
    var generator: String
    var asOf: String
    var inputs: [Entry]
    var files: [Entry]
}

private func lines(_ entries: [Manifest.Entry]) -> String {
    if entries.isEmpty { return "[]" }
    let rows = entries.map {
        "    {\"path\": \(quoted($0.path)), \"bytes\": \($0.bytes), \"sha256\": \(quoted($0.sha256))}"
    }
    return "[\n" + rows.joined(separator: ",\n") + "\n  ]"
}

/// A JSON string literal.
private func quoted(_ text: String) -> String {
    var literal = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": literal += "\\\""
        case "\\": literal += "\\\\"
        case _ where scalar.value < 32 || scalar.value == 127:
            let digits = String(scalar.value, radix: 16)
            literal += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        default: literal.unicodeScalars.append(scalar)
        }
    }
    return literal + "\""
}
