import Diagnostics

/// A file in the grammar that TSPLIB (Reinelt, ORSA Journal on Computing 3(4), 1991) and VRPLIB share: lines `KEY : VALUE`,
/// then sections of numbers, `EOF`.
struct KeywordFile {
    struct Section {
        var heading: InstanceLines.Line
        var rows: [InstanceLines.Line] = []
    }

    let lines: InstanceLines
    private var values: [String: (text: String, line: InstanceLines.Line)] = [:]
    private var sections: [String: Section] = [:]

    private static let sectionNames = [
        "NODE_COORD_SECTION", "EDGE_WEIGHT_SECTION", "DEMAND_SECTION", "TIME_WINDOW_SECTION", "SERVICE_TIME_SECTION",
        "PRIZE_SECTION", "DEPOT_SECTION", "DISPLAY_DATA_SECTION", "VEHICLES_ALLOWED_CLIENTS_SECTION",
    ]
    private static let keys = [
        "NAME", "TYPE", "COMMENT", "DIMENSION", "CAPACITY", "VEHICLES", "DISTANCE", "SERVICE_TIME", "EDGE_WEIGHT_TYPE",
        "EDGE_WEIGHT_FORMAT", "EDGE_DATA_FORMAT", "NODE_COORD_TYPE", "DISPLAY_DATA_TYPE",
    ]

    init(_ text: String, file: String) throws {
        var reading = try InstanceLines(text, file: file)
        lines = reading
        var current: String?
        while let line = reading.take() {
            let colon = line.text.firstIndex(of: ":")
            let word = String((colon.map { line.text[..<$0] } ?? line.text[...]).trimmed).uppercased()
            if word == "EOF" { break }
            if !line.isWord {
                guard let current else {
                    throw lines.problem(
                        "missing-section", "numbers stand here before any section begins", at: line,
                        hint: "a heading such as NODE_COORD_SECTION comes first")
                }
                sections[current]?.rows.append(line)
            } else if word.hasSuffix("_SECTION") {
                try begin(word, at: line)
                current = word
            } else if let colon {
                current = nil
                try keep(word, String(line.text[line.text.index(after: colon)...].trimmed), at: line)
            } else {
                throw lines.problem(
                    "unreadable", "this is neither 'KEY : VALUE' nor a section nor numbers", at: line,
                    value: String(line.text.prefix(40)),
                    hint: nearMiss(of: word, in: Self.keys + Self.sectionNames).map { "did you mean '\($0)'?" }
                        ?? "take the line out")
            }
        }
    }

    private mutating func begin(_ name: String, at line: InstanceLines.Line) throws {
        guard Self.sectionNames.contains(name) else {
            throw lines.problem(
                "unsupported", "a section \(name.prefix(60)) is not read, and without it the problem would be another",
                at: line,
                hint: nearMiss(of: name, in: Self.sectionNames).map { "did you mean '\($0)'?" }
                    ?? "read are \(Self.sectionNames.joined(separator: ", "))")
        }
        guard sections[name] == nil else {
            throw lines.problem("twice", "\(name) stands here again", at: line, hint: "keep one of the two")
        }
        sections[name] = Section(heading: line)
    }

    private mutating func keep(_ key: String, _ value: String, at line: InstanceLines.Line) throws {
        if !Self.keys.contains(key), let meant = nearMiss(of: key, in: Self.keys) {
            throw lines.problem("unreadable", "'\(key)' is no key", at: line, hint: "did you mean '\(meant)'?")
        }
        guard values[key] == nil || key == "COMMENT" || !Self.keys.contains(key) else {
            throw lines.problem("twice", "\(key) stands here again", at: line, hint: "keep one of the two")
        }
        values[key] = (value, line)
    }

    func value(_ key: String) -> (text: String, line: InstanceLines.Line)? { values[key] }

    func required(_ key: String, hint: String) throws -> (text: String, line: InstanceLines.Line) {
        guard let value = values[key] else {
            throw lines.problem("missing-key", "the file does not say its \(key)", hint: hint)
        }
        return value
    }

    func number(_ key: String) throws -> Double? {
        try values[key].map { try lines.number($0.text, key, in: $0.line, least: 0) }
    }

    func section(_ name: String) -> Section? { sections[name] }

    func required(section name: String) throws -> Section {
        guard let section = sections[name] else {
            throw lines.problem("missing-section", "the file has no \(name)", hint: "get the whole file")
        }
        return section
    }

    /// Rows `number values…` of a section, one for each place: the values by position, with their line.
    func table(_ section: Section, _ what: String, columns: Int, count: Int) throws
        -> [(values: [Double], line: InstanceLines.Line)]
    {
        guard section.rows.count == count else {
            let line = section.rows.count > count ? section.rows[count] : section.heading
            throw lines.problem(
                "row-count", "\(what) has \(section.rows.count) rows, but DIMENSION is \(count)", at: line,
                hint: section.rows.count < count ? "get the whole file" : "correct DIMENSION")
        }
        var table: [(values: [Double], line: InstanceLines.Line)?] = Array(repeating: nil, count: count)
        for row in section.rows {
            let numbers = try lines.numbers(of: row, "a row of \(what)", least: columns + 1)
            let number = try lines.whole(row.words[0], "the number of the place", in: row, range: 1...count)
            guard table[number - 1] == nil else {
                throw lines.problem("twice", "\(what) has \(number) twice", at: row, hint: "keep one of the two")
            }
            table[number - 1] = (Array(numbers[1...]), row)
        }
        return table.compactMap { $0 }
    }
}

extension Substring {
    var trimmed: Substring {
        let front = drop(while: \.isWhitespace)
        return front.lastIndex { !$0.isWhitespace }.map { front[...$0] } ?? ""
    }
}
