import Quantities

extension OpeningHoursParser {
    /// `08:00-12:00,13:30-18:00`, `8-12`, `16:00-01:00`, `08:00+`; none when no time stands here.
    mutating func spans() throws(OpeningHoursProblem) -> [OpeningHoursWeek.Span] {
        var result: [OpeningHoursWeek.Span] = []
        while isTimeNext {
            let start = peek
            let from = try minutes(limit: 1439)
            if take("+") {
                result.append(OpeningHoursWeek.Span(from: from, until: 1440))
            } else {
                guard take("-") else { throw unexpected("the end of the time span") }
                if let token = peek, case .word(let word) = token.content { throw notUnderstood(token, word) }
                var until = try minutes(limit: 2880)
                // Up to the same time or an earlier one is up to the next day.
                if until <= from { until += 1440 }
                guard until - from <= 1440 else {
                    throw OpeningHoursProblem(
                        reason: "a time span is longer than a day", position: start?.position ?? end)
                }
                // `10:00-16:00+` is open until 16:00 at least, and nobody knows how much longer.
                _ = take("+")
                result.append(OpeningHoursWeek.Span(from: from, until: until))
            }
            if let token = peek, token.content == .mark("/") {
                throw OpeningHoursProblem(reason: "times that repeat within a span", position: token.position)
            }
            // A comma belongs to the times only when another time follows; else a new rule begins.
            guard peek?.content == .mark(","), index + 1 < tokens.count, case .number = tokens[index + 1].content
            else { break }
            index += 1
        }
        if result.isEmpty, let token = peek, token.content == .mark("(") {
            throw OpeningHoursProblem(reason: "times that are worked out", position: token.position)
        }
        return result
    }

    private var isTimeNext: Bool {
        if case .number = peek?.content { return true }
        return false
    }

    private mutating func minutes(limit: Int) throws(OpeningHoursProblem) -> Int {
        guard let token = peek, case .number(let hour, let digits) = token.content, digits <= 2 else {
            throw unexpected("a time")
        }
        index += 1
        var minute = 0
        let isSplit = take(":") || take(".")
        if isSplit || takeWord("h") {
            if case .number(let number, 2)? = peek?.content {
                minute = number
                index += 1
            } else if isSplit {
                throw unexpected("two digits of minutes")
            }
        }
        _ = takeWord("h") || takeWord("uhr")
        var hours = hour
        if takeWord("am") {
            hours = hour == 12 ? 0 : hour
        } else if takeWord("pm") {
            hours = hour < 12 ? hour + 12 : hour
        }
        let total = hours * 60 + minute
        guard minute < 60, total <= limit else {
            throw OpeningHoursProblem(reason: "there is no such time of day", position: token.position)
        }
        return total
    }

    private mutating func takeWord(_ word: String) -> Bool {
        guard peek?.content == .word(word) else { return false }
        index += 1
        return true
    }
}
