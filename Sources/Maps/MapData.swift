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
    /// A pin is `[name, link without what all links have in common, lines, value…]`; empty text and zeros at the end are
    /// left out, and the link is 0 where there is none.
    var data: String {
        let shown = isDense ? [] : pins.filter { $0.symbol != .home }
        let (start, end) = commonEnds(shown.compactMap(\.href))
        let rows = shown.map { pin -> String in
            var row = [jsonText(pin.label)]
            row.append(
                pin.href.map { jsonText(String(decoding: Array($0.utf8)[start..<$0.utf8.count - end], as: UTF8.self)) }
                    ?? "0")
            row.append(jsonText((pin.card?.lines ?? []).joined(separator: " · ")))
            row += (pin.card?.values ?? []).prefix(measures.count).map(jsonNumber)
            while row.count > 1, row.last == "0" || row.last == "\"\"" {
                // An empty link that stands for the common ends is not the same as none.
                if row.count == 2, row.last == "\"\"" { break }
                row.removeLast()
            }
            return "[\(row.joined(separator: ","))]"
        }
        let link = shown.lazy.compactMap(\.href).first.map { Array($0.utf8) } ?? []
        let ends = [
            String(decoding: link.prefix(start), as: UTF8.self), String(decoding: link.suffix(end), as: UTF8.self),
        ]
        let separators = [
            String(figures.integer(1000).dropFirst().dropLast(3)),
            String(figures.decimal(0.5, 1).dropFirst().dropLast()),
        ]
        func list(_ texts: [String]) -> String { "[\(texts.map(jsonText).joined(separator: ","))]" }
        return "{\"nouns\":[\"customer\",\"customers\"],\"measures\":\(list(measures.map(\.name))),"
            + "\"units\":\(list(measures.map(\.unit))),\"separators\":\(list(separators)),"
            + "\"links\":\(list(ends)),\"pins\":[\(rows.joined(separator: ","))]}"
    }
}

/// How many bytes all links share at their beginning and at their end.
private func commonEnds(_ links: [String]) -> (start: Int, end: Int) {
    guard let first = links.first.map({ Array($0.utf8) }), links.count > 1 else { return (0, 0) }
    var (start, end) = (first.count, first.count)
    for link in links.dropFirst() {
        start = min(start, zip(first, link.utf8).prefix { $0 == $1 }.count)
        end = min(end, zip(first.reversed(), link.utf8.reversed()).prefix { $0 == $1 }.count)
    }
    let shortest = links.map(\.utf8.count).min() ?? 0
    // Only whole folders and names, so that no character is cut.
    start = first.prefix(min(start, shortest)).lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
    let tail = first.suffix(min(end, shortest - start))
    end = tail.firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ".") }.map { tail.endIndex - $0 } ?? 0
    return (start, end)
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
private func jsonNumber(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e15 else { return "0" }
    if abs(value) >= 100 { return String(Int(value.rounded())) }
    let units = Int((abs(value) * 10).rounded())
    let sign = value < 0 && units > 0 ? "-" : ""
    return units % 10 == 0 ? "\(sign)\(units / 10)" : "\(sign)\(units / 10).\(units % 10)"
}
