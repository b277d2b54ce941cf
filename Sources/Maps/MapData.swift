import Foundation
import Quantities

extension MapDrawing {
    /// Whether there are so many customers that hexagons count them.
    var isDense: Bool { pins.count(where: \.symbol.isCustomer) >= hexagonsFrom }

    /// By pin its row in the data block; nil for homes, which nobody selects.
    var pinNumbers: [Int?] {
        var next = 0
        return pins.map { pin in
            guard pin.symbol != .home else { return nil }
            next += 1
            return next - 1
        }
    }

    /// The data block that both sizes of a map share, as JSON for a script: what a card says and what a selection sums.
    ///
    /// A pin is `[name, link, lines, value…]`; what is empty or zero at the end is left out. The link is what stands
    /// between the ends that all links share, 1 where that is the name in small letters and hyphens, 0 for none. A line
    /// is its text or, when several pins have it, its index in `lines`.
    var data: String {
        let shown = isDense ? [] : pins.filter { $0.symbol != .home }
        let ends = CommonEnds(shown.compactMap(\.href))
        let said = shown.map { pin -> (name: String, lines: [String]) in
            // What a tooltip says after the name is the card's first line; a name may hold the same mark.
            guard let mark = pin.label.range(of: " · ", options: .backwards) else {
                return (pin.label, pin.card?.lines ?? [])
            }
            return (
                String(pin.label[..<mark.lowerBound]), [String(pin.label[mark.upperBound...])] + (pin.card?.lines ?? [])
            )
        }
        var counts: [String: Int] = [:]
        for line in said.flatMap(\.lines) { counts[line, default: 0] += 1 }
        let shared = counts.filter { $0.value > 1 }.keys.sorted()
        let index = Dictionary(uniqueKeysWithValues: zip(shared, shared.indices))
        let rows = zip(shown, said).map { pin, said -> String in
            let lines = said.lines.map { line in index[line].map(String.init) ?? jsonText(line) }
            var row = [jsonText(said.name), "0", lines.isEmpty ? "0" : "[\(lines.joined(separator: ","))]"]
            if let middle = pin.href.map(ends.middle) {
                row[1] = middle == plainSlug(said.name) ? "1" : jsonText(middle)
            }
            row += (pin.card?.values ?? []).prefix(measures.count).map(jsonNumber)
            while row.last == "0" { row.removeLast() }
            return "[\(row.joined(separator: ","))]"
        }
        let separators = [
            String(figures.integer(1000).dropFirst().dropLast(3)),
            String(figures.decimal(0.5, 1).dropFirst().dropLast()),
        ]
        func list(_ texts: [String]) -> String { "[\(texts.map(jsonText).joined(separator: ","))]" }
        return "{\"nouns\":[\"customer\",\"customers\"],\"measures\":\(list(measures.map(\.name))),"
            + "\"units\":\(list(measures.map(\.unit))),\"separators\":\(list(separators)),"
            + "\"links\":\(list([ends.start, ends.end])),\"lines\":\(list(shared)),"
            + "\"pins\":[\(rows.joined(separator: ","))]}"
    }
}

/// What all links share at their beginning and at their end: whole folders and names only.
private struct CommonEnds {
    private(set) var start = ""
    private(set) var end = ""

    init(_ links: [String]) {
        guard let first = links.first.map({ Array($0.utf8) }), links.count > 1 else { return }
        var (head, tail) = (first.count, first.count)
        for link in links.dropFirst() {
            head = min(head, zip(first, link.utf8).prefix { $0 == $1 }.count)
            tail = min(tail, zip(first.reversed(), link.utf8.reversed()).prefix { $0 == $1 }.count)
        }
        let slash = UInt8(ascii: "/")
        let kept = first.prefix(head).lastIndex(of: slash).map { $0 + 1 } ?? 0
        let shortest = links.map(\.utf8.count).min() ?? 0
        let rest = first.suffix(min(tail, shortest - kept))
        start = String(decoding: first.prefix(kept), as: UTF8.self)
        if let cut = rest.firstIndex(where: { $0 == slash || $0 == UInt8(ascii: ".") }) {
            end = String(decoding: rest[cut...], as: UTF8.self)
        }
    }

    func middle(_ link: String) -> String {
        String(decoding: link.utf8.dropFirst(start.utf8.count).dropLast(end.utf8.count), as: UTF8.self)
    }
}

/// The name in small letters with a hyphen for each run of other signs, so that a script can do the same; nil for a
/// name beyond ASCII.
private func plainSlug(_ name: String) -> String? {
    guard name.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    let words = name.lowercased().split { !($0.isLetter || $0.isNumber) }
    return words.isEmpty ? nil : words.joined(separator: "-")
}

/// A JSON string that can stand in HTML: no `<`, so that no text ends the element.
private func jsonText(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": result += "\\\""
        case "\\": result += "\\\\"
        case "<": result += "\\u003c"
        default:
            if scalar.value < 0x20 || scalar.value == 0x7F {
                result += " "
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
    }
    return result + "\""
}

/// Whole from 100 on, else with one decimal; 0 for what is no number.
func jsonNumber(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e15 else { return "0" }
    if abs(value) >= 100 { return String(Int(value.rounded())) }
    let units = Int((abs(value) * 10).rounded())
    let sign = value < 0 && units > 0 ? "-" : ""
    return units % 10 == 0 ? "\(sign)\(units / 10)" : "\(sign)\(units / 10).\(units % 10)"
}
