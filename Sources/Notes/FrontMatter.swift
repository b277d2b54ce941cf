import Diagnostics
import Quantities

/// What stands between the two `---` lines at a note's top: `key: value` lines, nothing more.
struct FrontMatter {
    enum Key: String, CaseIterable { case customer, rep, team, week, title, author, date }

    var values: [Key: String] = [:]
    var subject: Note.Subject = .site
    var week: ISOWeek?
    var day: Day?
    /// Number of lines before the body.
    var lineCount = 0

    /// Reads the front matter of a note; a note without one is about the site.
    init(_ lines: [Substring], file: String, problems: inout [Problem]) {
        guard let first = lines.first, trimmed(first) == "---" else { return }
        guard let end = lines.dropFirst().prefix(60).firstIndex(where: { trimmed($0) == "---" }) else {
            problems.append(
                Problem(
                    .error, "notes.front-matter", "The front matter is not closed by a '---' line",
                    at: ProblemPlace(file: file, line: 1, column: 1, sourceLine: String(first)),
                    hint: "add a line of three hyphens after the last 'key: value'"))
            lineCount = lines.count
            return
        }
        lineCount = end + 1
        for index in 1..<end { read(lines[index], line: index + 1, file, &problems) }
        interpret(lines, file, &problems)
    }

    private mutating func read(_ text: Substring, line: Int, _ file: String, _ problems: inout [Problem]) {
        let content = trimmed(text)
        if content.isEmpty || content.hasPrefix("#") { return }
        let place = ProblemPlace(file: file, line: line, column: 1, sourceLine: String(text.prefix(200)))
        guard let colon = content.firstIndex(of: ":") else {
            problems.append(
                Problem(
                    .error, "notes.front-matter", "'\(content.prefix(60))' is not a 'key: value' line", at: place,
                    hint: "write for example 'customer: NAME', or close the front matter with '---' above it"))
            return
        }
        let name = String(trimmed(content[..<colon]).prefix(60))
        guard let key = Key(rawValue: name) else {
            let near = nearMiss(of: name, in: Key.allCases.map(\.rawValue))
            problems.append(
                Problem(
                    .error, "notes.unknown-key", "'\(name)' is not a key of a note", at: place, value: name,
                    hint: near.map { "did you mean '\($0)'?" }
                        ?? "use one of \(Key.allCases.map(\.rawValue).joined(separator: ", "))"))
            return
        }
        let value = unquoted(trimmed(content[content.index(after: colon)...]))
        if values[key] != nil {
            problems.append(
                Problem(
                    .error, "notes.front-matter", "'\(name)' is given twice", at: place, value: name,
                    hint: "keep one of them"))
        } else if value.isEmpty {
            problems.append(
                Problem(
                    .error, "notes.front-matter", "'\(name)' has no value", at: place, value: name,
                    hint: "write one after the colon, or remove the line"))
        } else {
            values[key] = value
        }
    }

    private mutating func interpret(_ lines: [Substring], _ file: String, _ problems: inout [Problem]) {
        func place(_ key: Key) -> ProblemPlace {
            let index = lines.prefix(lineCount).firstIndex { trimmed($0).hasPrefix(key.rawValue) } ?? 0
            return ProblemPlace(
                file: file, line: index + 1, column: 1, field: key.rawValue,
                sourceLine: String(lines[index].prefix(200)))
        }
        let subjects = [Key.customer, .rep, .team].filter { values[$0] != nil }
            .sorted { (place($0).line ?? 0) < (place($1).line ?? 0) }
        if subjects.count > 1 {
            problems.append(
                Problem(
                    .error, "notes.front-matter",
                    "A note is about one customer, rep or team, and this names \(subjects.count)",
                    at: place(subjects[1]), value: subjects[1].rawValue, hint: "write one note for each"))
        }
        switch subjects.first {
        case .customer: subject = .customer(values[.customer]!)
        case .rep: subject = .rep(values[.rep]!)
        case .team: subject = .team(values[.team]!)
        default: break
        }
        if let text = values[.week] {
            week = ISOWeek(text)
            if week == nil {
                problems.append(unreadable(.week, text, at: place(.week), "an ISO week such as 2026-W47"))
            }
        }
        if let text = values[.date] {
            day = Day(iso: text)
            if day == nil { problems.append(unreadable(.date, text, at: place(.date), "a day such as 2026-11-16")) }
        }
    }

    private func unreadable(_ key: Key, _ text: String, at place: ProblemPlace, _ form: String) -> Problem {
        Problem(
            .error, "notes.front-matter", "'\(text.prefix(60))' is not a \(key.rawValue)", at: place, value: text,
            hint: "write \(form)")
    }
}

private func trimmed(_ text: Substring) -> Substring {
    var text = text
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return text
}

private func unquoted(_ text: Substring) -> String {
    for quote in ["\"", "'"] where text.count >= 2 && text.hasPrefix(quote) && text.hasSuffix(quote) {
        return String(text.dropFirst().dropLast())
    }
    return String(text)
}
