package import Quantities

/// The plan as it was last given to the reps, with some weeks of the past for the record.
///
/// A rep's publication covers each day from the Monday of its first week to the Sunday of its last one.
package struct PublishedPlan: Sendable, Hashable {
    package struct Visit: Sendable, Hashable {
        package var day: Day
        package var start: TimeOfDay
        package var minutes: Int
        /// Ids, not names.
        package var rep: String
        package var customer: String

        package init(day: Day, start: TimeOfDay, minutes: Int, rep: String, customer: String) {
            self.day = day
            self.start = start
            self.minutes = minutes
            self.rep = rep
            self.customer = customer
        }
    }

    /// By day, rep, start and customer.
    package let visits: [Visit]
    /// Ranges of `visits` by rep are not contiguous, so each rep's own are kept too.
    private let byRep: [String: [Visit]]

    /// In any order. O(n log n).
    package init(visits: [Visit]) {
        self.visits = visits.sorted(by: PublishedPlan.isBefore)
        byRep = Dictionary(grouping: self.visits, by: \.rep)
    }

    /// By day, start and customer.
    package func visits(of rep: String) -> [Visit] { byRep[rep] ?? [] }

    /// The ids of all reps in it, sorted.
    package var reps: [String] { byRep.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }

    /// Monday of the rep's first week to Sunday of the last one; nil for a rep without a publication.
    package func days(of rep: String) -> ClosedRange<Day>? {
        guard let own = byRep[rep], let first = own.first, let last = own.last else { return nil }
        return first.day.monday...last.day.monday + 6
    }

    /// Monday of the first week to Sunday of the last one, of all reps.
    package var days: ClosedRange<Day>? {
        guard let first = visits.first, let last = visits.last else { return nil }
        return first.day.monday...last.day.monday + 6
    }

    package func covers(_ day: Day, of rep: String) -> Bool { days(of: rep)?.contains(day) ?? false }

    static func isBefore(_ left: Visit, _ right: Visit) -> Bool {
        if left.day != right.day { return left.day < right.day }
        if left.rep != right.rep { return left.rep.utf8.lexicographicallyPrecedes(right.rep.utf8) }
        if left.start != right.start { return left.start < right.start }
        if left.customer != right.customer { return left.customer.utf8.lexicographicallyPrecedes(right.customer.utf8) }
        return left.minutes < right.minutes
    }
}
