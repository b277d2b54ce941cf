import Geo

/// The matrix file as JSON in VROOM's shape, with the points named beside it, in the order of rows and columns:
///
///     {"locations": [{"id": "C-0042"}, [9.5154, 47.1446], …],
///      "matrices": {"car": {"durations": [[0, 310, …], …], "distances": [[0, 2900, …], …]}}}
///
/// An entry of `locations` is an id, `{"id": …}`, `[longitude, latitude]` as in VROOM, or `{"location": [longitude,
/// latitude]}`, also with an id. Durations are seconds, distances metres and may be missing; `null` is a drive that is
/// not known. Of several profiles `car` is taken. The bare answer of a routing engine's table service will do too:
/// `durations` and `distances` on the outside, `sources` for the points.
struct TravelJSON {
    private struct Rows {
        var cells: [Int32] = []
        var lengths: [Int] = []
        /// Byte at which each row begins.
        var offsets: [Int] = []
        var begin = 0
    }

    private struct Profile {
        var durations: Rows?
        var distances: Rows?
    }

    private(set) var builder: TravelTableBuilder
    private let bytes: [UInt8]
    private var profiles: [(name: String, profile: Profile)] = []
    private var outside = Profile()
    private var locations: [TravelTable.Place]?
    private var sources: [TravelTable.Place]?
    private var lineStarts: [Int] = []

    init(file: String, bytes: [UInt8]) {
        builder = TravelTableBuilder(file: file)
        self.bytes = bytes
    }

    mutating func read() {
        do throws(TravelJSONFault) {
            var start = TravelJSONCursor(bytes)
            guard try start.next() == UInt8(ascii: "{") else { throw start.fault("the file is no JSON object") }
            try start.eachMember { cursor, key throws(TravelJSONFault) in
                switch key {
                case "matrices":
                    try cursor.eachMember { cursor, name throws(TravelJSONFault) in
                        profiles.append((name, try profile(&cursor)))
                    }
                case "locations": locations = try places(&cursor)
                case "sources": sources = try places(&cursor)
                case "durations": outside.durations = try durations(&cursor)
                case "distances": outside.distances = try distances(&cursor)
                default: try cursor.skip()
                }
            }
            if !start.atEnd() { throw start.fault("text goes on after the end of the object") }
        } catch {
            report("travel.syntax", "the file is not JSON: \(error.message)", at: error.offset, hint: "write it anew")
            return
        }
        assemble()
    }

    private mutating func profile(_ cursor: inout TravelJSONCursor) throws(TravelJSONFault) -> Profile {
        var profile = Profile()
        try cursor.eachMember { cursor, key throws(TravelJSONFault) in
            switch key {
            case "durations": profile.durations = try durations(&cursor)
            case "distances": profile.distances = try distances(&cursor)
            default: try cursor.skip()
            }
        }
        return profile
    }

    private mutating func durations(_ cursor: inout TravelJSONCursor) throws(TravelJSONFault) -> Rows {
        try rows(&cursor, "durations", TravelTableBuilder.maxSeconds)
    }

    private mutating func distances(_ cursor: inout TravelJSONCursor) throws(TravelJSONFault) -> Rows {
        try rows(&cursor, "distances", TravelTableBuilder.maxMetres)
    }

    private mutating func rows(
        _ cursor: inout TravelJSONCursor, _ name: String, _ limit: Int
    ) throws(TravelJSONFault) -> Rows {
        var rows = Rows()
        _ = try cursor.next()
        rows.begin = cursor.offset
        try cursor.eachItem { cursor throws(TravelJSONFault) in
            _ = try cursor.next()
            rows.offsets.append(cursor.offset)
            let before = rows.cells.count
            try cursor.eachItem { cursor throws(TravelJSONFault) in
                let first = try cursor.next()
                let begin = cursor.offset
                let number = try cursor.number()
                if rows.cells.count >= TravelTableBuilder.maxPairs { throw cursor.fault("the matrix is too big") }
                if let number, number >= 0, number <= Double(limit) {
                    rows.cells.append(Int32(number.rounded()))
                } else {
                    rows.cells.append(-1)
                    guard first != UInt8(ascii: "n") else { return }
                    let value = String(decoding: cursor.bytes[begin..<min(cursor.offset, begin + 60)], as: UTF8.self)
                    report(
                        "travel.wrong-value", "'\(value)' is no value of '\(name)'; the drive counts as not known",
                        at: begin, value: value, hint: "write a number from 0 to \(limit), or null")
                }
            }
            rows.lengths.append(rows.cells.count - before)
        }
        return rows
    }

    private mutating func places(_ cursor: inout TravelJSONCursor) throws(TravelJSONFault) -> [TravelTable.Place] {
        var places: [TravelTable.Place] = []
        try cursor.eachItem { cursor throws(TravelJSONFault) in
            let first = try cursor.next()
            let begin = cursor.offset
            var place = TravelTable.Place(line: line(of: begin).number)
            switch first {
            case UInt8(ascii: "{"):
                try cursor.eachMember { cursor, key throws(TravelJSONFault) in
                    switch key {
                    case "id": place.id = try id(&cursor)
                    case "location": place.point = try point(&cursor)
                    default: try cursor.skip()
                    }
                }
            case UInt8(ascii: "["): place.point = try point(&cursor)
            default: place.id = try id(&cursor)
            }
            if place.id == nil, place.point == nil {
                report(
                    "travel.wrong-place", "location \(places.count + 1) names no place", at: begin,
                    hint: "write {\"id\": \"…\"} or [longitude, latitude]")
            }
            places.append(place)
        }
        return places
    }

    private func id(_ cursor: inout TravelJSONCursor) throws(TravelJSONFault) -> String? {
        if try cursor.next() == UInt8(ascii: "\"") {
            let text = try cursor.text()
            return text.isEmpty ? nil : text
        }
        return try cursor.number().map { $0 == $0.rounded() && abs($0) < 1e15 ? String(Int($0)) : String($0) }
    }

    private func point(_ cursor: inout TravelJSONCursor) throws(TravelJSONFault) -> GeoPoint? {
        guard try cursor.next() == UInt8(ascii: "[") else {
            try cursor.skip()
            return nil
        }
        var numbers: [Double] = []
        try cursor.eachItem { cursor throws(TravelJSONFault) in
            if let number = try cursor.number(), numbers.count < 3 { numbers.append(number) }
        }
        return numbers.count < 2 ? nil : GeoPoint(latitude: numbers[1], longitude: numbers[0])
    }

    /// Rows and points into drives, where their sizes agree.
    private mutating func assemble() {
        var profile = outside
        if let car = profiles.first(where: { $0.name == "car" }) ?? (profiles.count == 1 ? profiles[0] : nil) {
            profile = car.profile
        } else if !profiles.isEmpty {
            report(
                "travel.profile", "'matrices' has \(profiles.count) profiles and none is called 'car'", at: 0,
                hint: "call the one to plan with 'car'")
            return
        }
        guard let durations = profile.durations else {
            report(
                "travel.no-durations", "there is no matrix of 'durations'", at: 0,
                hint: "write {\"matrices\": {\"car\": {\"durations\": [[…], …]}}}")
            return
        }
        guard let places = locations ?? sources else {
            report(
                "travel.no-places", "nothing says which places the \(durations.lengths.count) rows are", at: 0,
                hint:
                    "write \"locations\": [{\"id\": \"…\"}, [longitude, latitude], …] beside the matrices, in their order"
            )
            return
        }
        let size = places.count
        let hasTimes = isSquare(durations, "durations", size)
        guard profile.distances.map({ isSquare($0, "distances", size) }) ?? true, hasTimes else { return }
        for place in places { _ = builder.add(place) }
        for from in 0..<size {
            let line = line(of: durations.offsets[from]).number
            for to in 0..<size where durations.cells[from * size + to] >= 0 {
                builder.add(
                    from: Int32(from), to: Int32(to), seconds: durations.cells[from * size + to],
                    metres: profile.distances?.cells[from * size + to] ?? -1, line: line)
            }
        }
    }

    private mutating func isSquare(_ rows: Rows, _ name: String, _ size: Int) -> Bool {
        if rows.lengths.count != size {
            report(
                "travel.size", "'\(name)' has \(rows.lengths.count) rows for \(size) locations", at: rows.begin,
                hint: "name each row's place once in 'locations'")
            return false
        }
        for (row, length) in rows.lengths.enumerated() where length != size {
            report(
                "travel.size", "row \(row + 1) of '\(name)' has \(length) values for \(size) locations",
                at: rows.offsets[row], hint: "each row needs a value for each location; null where it is not known")
        }
        return rows.lengths.allSatisfy { $0 == size }
    }

    private mutating func report(_ kind: String, _ message: String, at offset: Int, value: String? = nil, hint: String)
    {
        let (number, start) = line(of: offset)
        let end = bytes[start...].firstIndex(of: 10) ?? bytes.endIndex
        let text = String(decoding: bytes[start..<min(end, start + 200)], as: UTF8.self)
        let column =
            String(decoding: bytes[start..<min(max(offset, start), bytes.count)], as: UTF8.self).unicodeScalars.count
            + 1
        // A matrix on a single line has no excerpt that would help.
        builder.report(
            kind, message, line: number, column: column, source: column <= 120 ? text : nil, value: value, hint: hint)
    }

    /// The line of a byte, from 1, and the byte at which it begins.
    private mutating func line(of offset: Int) -> (number: Int, start: Int) {
        if lineStarts.isEmpty {
            lineStarts = [0]
            for (index, byte) in bytes.enumerated() where byte == 10 { lineStarts.append(index + 1) }
        }
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return (low + 1, lineStarts[low])
    }
}
