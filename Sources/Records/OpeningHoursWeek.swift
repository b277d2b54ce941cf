import Quantities

/// A week while its rules are applied one after the other: spans by the weekday on which they begin.
struct OpeningHoursWeek {
    /// Minutes since midnight of the day it begins on; `until` is up to 2880, two days on.
    struct Span: Hashable {
        var from: Int
        var until: Int
    }

    private var spans: [[Span]] = Weekday.allCases.map { _ in [] }

    mutating func add(_ new: [Span], on days: Set<Weekday>) {
        for day in days { spans[day.rawValue - 1] += new }
    }

    mutating func clear(_ days: Set<Weekday>) {
        for day in days { spans[day.rawValue - 1] = [] }
    }

    mutating func cut(_ closed: [Span], on days: Set<Weekday>) {
        for day in days {
            for hole in closed {
                spans[day.rawValue - 1] = spans[day.rawValue - 1].flatMap { span in
                    [
                        Span(from: span.from, until: min(span.until, hole.from)),
                        Span(from: max(span.from, hole.until), until: span.until),
                    ]
                    .filter { $0.from < $0.until }
                }
            }
        }
    }

    /// What runs past midnight goes to the following day, from Sunday to Monday.
    var windows: [Weekday: [TimeWindow]] {
        var result: [Weekday: [TimeWindow]] = [:]
        for (index, day) in Weekday.allCases.enumerated() {
            let next = Weekday.allCases[(index + 1) % 7]
            for span in spans[index] {
                result[day, default: []].append(window(span.from, min(span.until, 1440)))
                if span.until > 1440 { result[next, default: []].append(window(0, span.until - 1440)) }
            }
        }
        return result
    }

    private func window(_ from: Int, _ until: Int) -> TimeWindow {
        TimeWindow(from: TimeOfDay(minutes: from), until: TimeOfDay(minutes: until))
    }
}
