package import Quantities

/// When a customer can be visited: the windows of each weekday, already understood from their source text.
package struct OpeningHours: Hashable, Sendable {
    private var windows: [[TimeWindow]]

    /// Windows of a weekday may come in any order and touch; they are sorted and merged. A window past midnight must
    /// be split by whoever makes it.
    package init(_ windows: [Weekday: [TimeWindow]]) {
        self.windows = Weekday.allCases.map { OpeningHours.merged(windows[$0] ?? []) }
    }

    /// Sorted, not touching; empty when closed.
    package subscript(weekday: Weekday) -> [TimeWindow] { windows[weekday.rawValue - 1] }

    package var isAlwaysClosed: Bool { windows.allSatisfy(\.isEmpty) }

    private static func merged(_ windows: [TimeWindow]) -> [TimeWindow] {
        var result: [TimeWindow] = []
        for window in windows.sorted(by: { ($0.from, $0.until) < ($1.from, $1.until) }) where window.minutes > 0 {
            if let last = result.last, window.from <= last.until {
                result[result.count - 1].until = max(last.until, window.until)
            } else {
                result.append(window)
            }
        }
        return result
    }
}
