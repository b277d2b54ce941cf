import Quantities

/// The days that a rule speaks of.
struct OpeningHoursSelection {
    /// Days of a normal week; all of them where no day is named.
    var days: Set<Weekday> = Set(Weekday.allCases)
    /// The rule is for single dates of a year (`Dec 24-26`), so a normal week knows nothing of it.
    var isForDates = false
    /// Where the rule is bound to a part of the year, and how it is written.
    var season: OpeningHoursToken?
}

let openingHoursMonths = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

func openingHoursWeekday(_ word: String) -> Weekday? {
    switch word {
    case "mo", "mon", "monday", "montag": .monday
    case "tu", "tue", "tues", "tuesday", "di", "dienstag": .tuesday
    case "we", "wed", "wednesday", "mi", "mittwoch": .wednesday
    case "th", "thu", "thur", "thurs", "thursday", "do", "donnerstag": .thursday
    case "fr", "fri", "friday", "freitag": .friday
    case "sa", "sat", "saturday", "samstag": .saturday
    case "su", "sun", "sunday", "so", "sonntag": .sunday
    default: nil
    }
}

extension OpeningHoursParser {
    mutating func selection() throws(OpeningHoursProblem) -> OpeningHoursSelection {
        var result = OpeningHoursSelection()
        try months(into: &result)
        var days: Set<Weekday> = []
        var named = false
        var holidaysOnly = false
        while let token = peek, case .word(let word) = token.content {
            if word == "ph" || word == "sh" {
                index += 1
                named = true
                // `SH Mo-Fr` is for the Mondays to Fridays of the holidays; `SH,Mo-Fr` names two kinds of day.
                if case .word(let next)? = peek?.content, openingHoursWeekday(next) != nil { holidaysOnly = true }
            } else if let first = openingHoursWeekday(word) {
                index += 1
                named = true
                days.formUnion(try dayRange(from: first))
            } else {
                break
            }
            if take(",") { continue }
        }
        if named { result.days = holidaysOnly ? [] : days }
        if named || result.season != nil || result.isForDates { _ = take(":") }
        return result
    }

    private mutating func dayRange(from first: Weekday) throws(OpeningHoursProblem) -> Set<Weekday> {
        if let token = peek, token.content == .mark("[") {
            throw OpeningHoursProblem(reason: "a weekday of some weeks of the month only", position: token.position)
        }
        guard take("-") else { return [first] }
        guard let token = peek, case .word(let word) = token.content, let last = openingHoursWeekday(word) else {
            throw unexpected("a weekday")
        }
        index += 1
        let length = (last.rawValue - first.rawValue + 7) % 7
        return Set((0...length).map { Weekday.allCases[(first.rawValue - 1 + $0) % 7] })
    }

    /// `Apr-Oct`, `Dec 24-26`, `Dec 24-Jan 02`, and lists of them.
    private mutating func months(into result: inout OpeningHoursSelection) throws(OpeningHoursProblem) {
        var wholeMonths: Set<Int> = []
        var first: OpeningHoursToken?
        while let token = peek, let month = month(token) {
            first = first ?? token
            index += 1
            var last = month
            var isDated = dayOfMonth()
            if take("-") {
                if let token = peek, let end = self.month(token) {
                    index += 1
                    last = end
                    isDated = dayOfMonth() || isDated
                } else if !dayOfMonth() {
                    throw unexpected("a month or a day of it")
                }
            }
            if isDated {
                result.isForDates = true
            } else {
                for offset in 0...((last - month + 12) % 12) { wholeMonths.insert((month + offset) % 12) }
            }
            if take(",") { continue }
        }
        // `Jan-Dec` is the whole year.
        if let first, !wholeMonths.isEmpty, wholeMonths.count < 12 { result.season = first }
        _ = first.map { _ in take(":") }
    }

    private func month(_ token: OpeningHoursToken) -> Int? {
        guard case .word(let word) = token.content else { return nil }
        return openingHoursMonths.firstIndex(of: String(word.prefix(3))).flatMap { index in
            // `Mar`, `March`; but not `market`.
            let names = [
                "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
                "november", "december",
            ]
            return word.count == 3 || word == names[index] ? index : nil
        }
    }

    /// A number that is a day of a month and not the hour of a time.
    private mutating func dayOfMonth() -> Bool {
        guard case .number(let number, let digits)? = peek?.content, digits <= 2, (1...31).contains(number) else {
            return false
        }
        if index + 1 < tokens.count, tokens[index + 1].content == .mark(":") { return false }
        index += 1
        return true
    }
}
