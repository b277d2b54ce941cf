/// One step of a forecast over time.
package struct FanPoint: Hashable, Sendable {
    /// Where it stands from left to right, such as days; ascending from point to point.
    package var at: Double
    /// What was booked up to then; nil in the future.
    package var actual: Double?
    /// The forecast's tenth, fiftieth and ninetieth percentile; nil in the past.
    package var low: Double?
    package var middle: Double?
    package var high: Double?

    package init(
        at: Double, actual: Double? = nil, low: Double? = nil, middle: Double? = nil, high: Double? = nil
    ) {
        self.at = at
        self.actual = actual
        self.low = low
        self.middle = middle
        self.high = high
    }
}

/// A stretch of the axis with its name below, such as a month.
package struct FanSpan: Hashable, Sendable {
    package var label: String
    package var from: Double
    package var until: Double
    /// Drawn on a ground of its own: the month that is running.
    package var isCurrent: Bool

    package init(label: String, from: Double, until: Double, isCurrent: Bool = false) {
        self.label = label
        self.from = from
        self.until = until
        self.isCurrent = isCurrent
    }
}

/// What somebody says will be booked by then: a diamond with its words.
package struct FanCall: Hashable, Sendable {
    package var label: String
    package var at: Double
    package var value: Double

    package init(label: String, at: Double, value: Double) {
        self.label = label
        self.at = at
        self.value = value
    }
}
