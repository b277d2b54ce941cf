import Quantities

/// Reads OpenStreetMap's `opening_hours` (https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification) as the
/// windows of a normal week.
///
/// A rule after `;` replaces what stood for its days, one after `,` adds to it, `off` clears them or the times it
/// names. Public and school holidays are no part of a normal week: their rules are checked and set aside, and so are
/// single dates that are closed (`Dec 24-26 off`). Open ends (`08:00+`) last until midnight.
/// Not understood, because a normal week would be a guess: rules for some months, weeks or years, sunrise and sunset,
/// `unknown`, fallbacks (`||`), and times that are only a comment (`"by appointment"`).
struct OpeningHoursParser {
    let tokens: [OpeningHoursToken]
    let end: Int
    var index = 0
    private var week = OpeningHoursWeek()

    init(_ text: String) throws(OpeningHoursProblem) {
        tokens = try openingHoursTokens(of: text)
        end = text.unicodeScalars.count + 1
    }

    var peek: OpeningHoursToken? { index < tokens.count ? tokens[index] : nil }

    mutating func take(_ mark: Unicode.Scalar) -> Bool {
        guard peek?.content == .mark(mark) else { return false }
        index += 1
        return true
    }

    func unexpected(_ expected: String) -> OpeningHoursProblem {
        guard let peek else {
            return OpeningHoursProblem(reason: "the text ends where \(expected) should be", position: end)
        }
        return OpeningHoursProblem(reason: "'\(peek.text)' stands where \(expected) should be", position: peek.position)
    }

    mutating func parse() throws(OpeningHoursProblem) -> [Weekday: [TimeWindow]] {
        guard peek != nil else { throw OpeningHoursProblem(reason: "the text is empty", position: 1) }
        var replaces = true
        while peek != nil {
            try rule(replaces: replaces)
            if take(";") {
                replaces = true
            } else if take(",") {
                replaces = false
                if peek == nil { throw unexpected("a rule") }
            } else if peek != nil {
                throw unexpected("the end of the rule")
            }
        }
        return week.windows
    }

    private mutating func rule(replaces: Bool) throws(OpeningHoursProblem) {
        let start = peek
        if start?.content == .mark(";") { return }
        let isAlways = alwaysOpen()
        let selection = isAlways ? OpeningHoursSelection() : try selection()
        let spans = isAlways ? [] : try spans()
        let isClosed = try closed(afterTimes: !spans.isEmpty || isAlways, selected: selection, start: start)
        if selection.isForDates || selection.season != nil {
            guard isClosed, selection.season == nil else {
                let token = selection.season ?? start
                throw OpeningHoursProblem(
                    reason: "the hours are for a part of the year only", position: token?.position ?? end)
            }
            return
        }
        if isClosed {
            if spans.isEmpty { week.clear(selection.days) } else { week.cut(spans, on: selection.days) }
        } else {
            if replaces { week.clear(selection.days) }
            week.add(spans.isEmpty ? [OpeningHoursWeek.Span(from: 0, until: 1440)] : spans, on: selection.days)
        }
    }

    private mutating func alwaysOpen() -> Bool {
        guard index + 2 < tokens.count, case .number(24, _) = tokens[index].content,
            tokens[index + 1].content == .mark("/"), case .number(7, _) = tokens[index + 2].content
        else { return false }
        index += 3
        return true
    }

    /// Whether the rule closes; also passes over a comment, which only says more where days or times were named.
    private mutating func closed(
        afterTimes hasTimes: Bool, selected: OpeningHoursSelection, start: OpeningHoursToken?
    ) throws(OpeningHoursProblem) -> Bool {
        var isClosed = false
        var hasState = false
        if let token = peek, case .word(let word) = token.content {
            switch word {
            case "off", "closed": isClosed = true
            case "open": break
            case "unknown":
                throw OpeningHoursProblem(reason: "'unknown' says nothing of times", position: token.position)
            default: throw notUnderstood(token, word)
            }
            hasState = true
            index += 1
        }
        if let token = peek, token.content == .comment {
            guard hasTimes || hasState else {
                throw OpeningHoursProblem(reason: "only a comment says when", position: token.position)
            }
            index += 1
        } else if !hasTimes, !hasState, peek?.position == start?.position {
            throw unexpected("a day or a time")
        }
        return isClosed
    }

    func notUnderstood(_ token: OpeningHoursToken, _ word: String) -> OpeningHoursProblem {
        let reason =
            switch word {
            case "sunrise", "sunset", "dawn", "dusk": "'\(word)' depends on the sun"
            case "week", "year", "easter": "the hours are for a part of the year only"
            default: "'\(word)' is no day, month or time"
            }
        return OpeningHoursProblem(reason: reason, position: token.position)
    }
}

extension OpeningHours {
    /// Reads OpenStreetMap's `opening_hours` syntax; what it does with each part is told at `OpeningHoursParser`.
    package init(osm text: String) throws(OpeningHoursProblem) {
        var parser = try OpeningHoursParser(text)
        self.init(try parser.parse())
    }
}
