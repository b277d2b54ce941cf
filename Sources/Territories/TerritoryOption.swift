package import Quantities
package import Records

/// One way to divide the customers, with its figures and what it asks of people.
package struct TerritoryOption: Sendable, Hashable {
    /// `today`, `moves-5` (per cent), `redesign`, `reps+1`, `reps-1`, `leaves-<rep id>`, or `moves-…` with the asked
    /// number of customers as `moves-7n`.
    package var key: String
    package var name: String
    /// How it came about, in a sentence; nil where the name says all.
    package var note: String?
    package var assignment: Assignment
    /// Sorted by customer id.
    package var handOvers: [HandOver]
    /// Sums of `handOvers`, most customers first.
    package var flows: [HandOverFlow]
    package var figures: OptionFigures
    /// Reps that this option adds, with a suggested home.
    package var newReps: [Rep]
    /// Reps that it does without.
    package var leaving: [RecordID<Rep>]
    /// Why it can't be done, or not as asked; the assignment is then the nearest thing to it.
    package var obstacle: String?

    package init(
        key: String, name: String, note: String? = nil, assignment: Assignment, handOvers: [HandOver] = [],
        flows: [HandOverFlow] = [], figures: OptionFigures, newReps: [Rep] = [], leaving: [RecordID<Rep>] = [],
        obstacle: String? = nil
    ) {
        self.key = key
        self.name = name
        self.note = note
        self.assignment = assignment
        self.handOvers = handOvers
        self.flows = flows
        self.figures = figures
        self.newReps = newReps
        self.leaving = leaving
        self.obstacle = obstacle
    }
}

/// What one rep hands to another.
package struct HandOverFlow: Sendable, Hashable {
    /// Nil for customers that no active rep looked after.
    package var from: RecordID<Rep>?
    package var to: RecordID<Rep>
    package var customers: Int
    /// Hours a year, as they are for the one who takes over.
    package var hours: Double
    /// Orders of the last twelve months.
    package var revenue: Money

    package init(from: RecordID<Rep>?, to: RecordID<Rep>, customers: Int, hours: Double, revenue: Money) {
        self.from = from
        self.to = to
        self.customers = customers
        self.hours = hours
        self.revenue = revenue
    }
}
