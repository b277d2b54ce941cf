import Geo

/// The matrix file as CSV: a head `from,to,seconds,metres` (in any order; `metres` may be missing; semicolons will do), then
/// a line for each drive.
///
/// A place is the id of a customer or rep, or its latitude and longitude with a blank or slash between: `47.1446/9.5154`.
/// Fields may stand in quotes, but hold no line ends. Bytes may come in pieces of any size; memory is that of the table.
struct TravelCSV {
    private enum Column { case from, to, seconds, metres }

    private(set) var builder: TravelTableBuilder
    private var rest: [UInt8] = []
    private var line = 0
    private var separator = UInt8(ascii: ",")
    private var columns: [Column?]?
    private var isOver = false
    private var indices: [[UInt8]: Int32] = [:]
    private var fields: [[UInt8]] = []
    /// The origin of the line before: files go through their rows.
    private var lastOrigin: (name: [UInt8], index: Int32)?

    init(file: String) { builder = TravelTableBuilder(file: file) }

    mutating func take(_ bytes: [UInt8]) {
        var begin = 0
        var index = 0
        while index < bytes.count, !isOver {
            if bytes[index] == 10 {
                if rest.isEmpty {
                    read(bytes[begin..<index])
                } else {
                    let whole = rest + bytes[begin..<index]
                    rest.removeAll()
                    read(whole[...])
                }
                begin = index + 1
            }
            index += 1
        }
        if !isOver { rest += bytes[begin...] }
        // A line of that length is no line of drives.
        if rest.count > 1_000_000 {
            builder.report(
                "travel.syntax", "a line of more than a million bytes is no drive", line: line + 1,
                hint: "save the file as CSV with a line for each drive")
            isOver = true
            rest.removeAll()
        }
    }

    mutating func end() {
        if !rest.isEmpty, !isOver { read(rest[...]) }
        if columns == nil, !isOver { reportHead(value: "") }
    }

    private mutating func read(_ bytes: ArraySlice<UInt8>) {
        line += 1
        var bytes = bytes
        if line == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
        if bytes.last == 13 { bytes = bytes.dropLast() }
        if bytes.allSatisfy({ $0 == 32 || $0 == 9 }) { return }
        guard let columns else { return readHead(bytes) }
        if builder.isFull {
            builder.report(
                "travel.too-big",
                "the file holds more than \(TravelTableBuilder.maxPairs) drives; the rest is left out",
                line: line, hint: "keep the pairs that one rep may drive")
            isOver = true
            return
        }
        guard split(bytes) else {
            return wrong(bytes, "a quote has no end on its line", value: nil, hint: "close the quote, or leave it out")
        }
        var names: (from: [UInt8], to: [UInt8]) = ([], [])
        var seconds: Int32?
        var metres: Int32 = -1
        for (column, field) in zip(columns, fields) {
            switch column {
            case .from: names.from = field
            case .to: names.to = field
            case .seconds:
                guard let number = count(field, upTo: TravelTableBuilder.maxSeconds) else {
                    return wrongNumber(bytes, field, "seconds", TravelTableBuilder.maxSeconds)
                }
                seconds = number
            case .metres:
                if field.isEmpty { continue }
                guard let number = count(field, upTo: TravelTableBuilder.maxMetres) else {
                    return wrongNumber(bytes, field, "metres", TravelTableBuilder.maxMetres)
                }
                metres = number
            case nil: break
            }
        }
        guard let seconds else {
            return wrong(
                bytes, "the line has \(fields.count) of \(columns.count) fields", value: nil,
                hint: "write a field for each column of the head")
        }
        let isSameOrigin = lastOrigin.map { $0.name == names.from } ?? false
        guard let from = isSameOrigin ? lastOrigin?.index : place(names.from, bytes),
            let to = place(names.to, bytes)
        else { return }
        if !isSameOrigin { lastOrigin = (names.from, from) }
        builder.add(from: from, to: to, seconds: seconds, metres: metres, line: line)
    }

    private mutating func readHead(_ bytes: ArraySlice<UInt8>) {
        if !bytes.contains(UInt8(ascii: ",")), bytes.contains(UInt8(ascii: ";")) { separator = UInt8(ascii: ";") }
        _ = split(bytes)
        let names = fields.map { String(decoding: $0, as: UTF8.self).lowercased() }
        let known: [String: Column] = [
            "from": .from, "to": .to, "seconds": .seconds, "metres": .metres, "meters": .metres,
        ]
        let found = names.map { known[$0] }
        let isWhole = [Column.from, .to, .seconds].allSatisfy { column in found.count { $0 == column } == 1 }
        guard isWhole, found.count(where: { $0 == .metres }) <= 1 else {
            return reportHead(value: String(decoding: bytes, as: UTF8.self))
        }
        columns = found
    }

    private mutating func reportHead(value: String) {
        builder.report(
            "travel.head", value.isEmpty ? "the file is empty" : "the first line does not name the columns",
            line: value.isEmpty ? nil : line, column: value.isEmpty ? nil : 1, source: value.isEmpty ? nil : value,
            hint: "begin with the line 'from,to,seconds,metres'")
        isOver = true
    }

    /// Into `fields`, without blanks around them; false when a quote has no end.
    private mutating func split(_ bytes: ArraySlice<UInt8>) -> Bool {
        fields.removeAll(keepingCapacity: true)
        var index = bytes.startIndex
        while true {
            while index < bytes.endIndex, bytes[index] == 32 || bytes[index] == 9 { index += 1 }
            var field: [UInt8] = []
            if index < bytes.endIndex, bytes[index] == UInt8(ascii: "\"") {
                index += 1
                while true {
                    guard index < bytes.endIndex else { return false }
                    if bytes[index] == UInt8(ascii: "\"") {
                        index += 1
                        guard index < bytes.endIndex, bytes[index] == UInt8(ascii: "\"") else { break }
                    }
                    field.append(bytes[index])
                    index += 1
                }
                while index < bytes.endIndex, bytes[index] != separator { index += 1 }
            } else {
                let begin = index
                while index < bytes.endIndex, bytes[index] != separator { index += 1 }
                var end = index
                while end > begin, bytes[end - 1] == 32 || bytes[end - 1] == 9 { end -= 1 }
                field = Array(bytes[begin..<end])
            }
            fields.append(field)
            guard index < bytes.endIndex else { return true }
            index += 1
        }
    }

    private mutating func place(_ name: [UInt8], _ bytes: ArraySlice<UInt8>) -> Int32? {
        if let index = indices[name] { return index }
        guard !name.isEmpty else {
            wrong(bytes, "a place is missing", value: nil, hint: "name a customer, a rep or 'latitude/longitude'")
            return nil
        }
        let text = String(decoding: name, as: UTF8.self)
        let place: TravelTable.Place
        switch coordinates(text) {
        case .point(let point): place = .init(point: point, line: line)
        case .impossible:
            wrong(
                bytes, "'\(text.prefix(60))' is no place on earth", value: text,
                hint: "write latitude (−90 to 90), then longitude (−180 to 180)")
            return nil
        case .none: place = .init(id: text, line: line)
        }
        let index = builder.add(place)
        indices[name] = index
        return index
    }

    private mutating func wrongNumber(_ bytes: ArraySlice<UInt8>, _ field: [UInt8], _ name: String, _ limit: Int) {
        let text = String(decoding: field, as: UTF8.self)
        wrong(
            bytes, text.isEmpty ? "the \(name) are missing" : "'\(text.prefix(60))' is no number of \(name)",
            value: text,
            hint: "write a number from 0 to \(limit), with a point before decimals")
    }

    private mutating func wrong(_ bytes: ArraySlice<UInt8>, _ message: String, value: String?, hint: String) {
        let source = String(decoding: bytes.prefix(200), as: UTF8.self)
        var column: Int?
        if let value, !value.isEmpty, let range = source.firstRange(of: value) {
            column = source[..<range.lowerBound].unicodeScalars.count + 1
        }
        builder.report(
            "travel.wrong-line", "\(message); the line is left out", line: line, column: column, source: source,
            value: value, hint: hint)
    }
}

private enum Coordinates {
    case none, impossible
    case point(GeoPoint)
}

/// `47.1446/9.5154` or `47.1446 9.5154`, and with a comma where the field stands in quotes.
private func coordinates(_ text: String) -> Coordinates {
    let parts = text.split { $0 == " " || $0 == "/" || $0 == "," }
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.contains(UInt8(ascii: ".")) || $0.utf8.count <= 4 }),
        let latitude = Double(parts[0]), let longitude = Double(parts[1])
    else { return .none }
    return GeoPoint(latitude: latitude, longitude: longitude).map { .point($0) } ?? .impossible
}

/// A number from 0 to `limit`, rounded to a whole one.
private func count(_ bytes: [UInt8], upTo limit: Int) -> Int32? {
    var number = 0
    for byte in bytes {
        guard (48...57).contains(byte), number <= limit else {
            guard let exact = Double(String(decoding: bytes, as: UTF8.self)), exact >= 0, exact <= Double(limit)
            else { return nil }
            return Int32(exact.rounded())
        }
        number = number * 10 + Int(byte - 48)
    }
    return bytes.isEmpty || number > limit ? nil : Int32(number)
}
