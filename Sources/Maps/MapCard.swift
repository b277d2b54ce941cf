/// What the card of a pin says, and what the pin adds to the sum of a selection.
package struct MapCard: Hashable, Sendable {
    /// Short lines below the name, the most important first, such as `Overdue by 12 days` and `Ana Keller`.
    package var lines: [String]
    /// One for each of the drawing's measures, in their order; missing ones count as nothing.
    package var values: [Double]

    package init(lines: [String] = [], values: [Double] = []) {
        self.lines = lines
        self.values = values
    }
}

/// What the second number onwards of a selection counts: `340 h a year`, `€ 120,000 open pipeline`.
package struct MapMeasure: Hashable, Sendable {
    /// The words after number and unit.
    package var name: String
    /// `h`, or a currency's sign.
    package var unit: String

    package init(name: String, unit: String) {
        self.name = name
        self.unit = unit
    }
}
