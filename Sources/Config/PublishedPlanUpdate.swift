package import Quantities

extension PublishedPlan {
    /// Weeks of the past that a publication keeps for the record.
    package static let keptWeeks = 12

    /// This plan with `visits` in place of everything that it said of these reps on these days.
    ///
    /// Other reps, and weeks of these reps before and after the days, stay as they are; what lies more than `keptWeeks`
    /// weeks before the days goes. `visits` of other reps or days are not taken. O(n log n).
    package func replacing(reps: Set<String>, on days: ClosedRange<Day>, by visits: [Visit]) -> PublishedPlan {
        let oldest = days.lowerBound - 7 * PublishedPlan.keptWeeks
        func isReplaced(_ visit: Visit) -> Bool { reps.contains(visit.rep) && days.contains(visit.day) }
        return PublishedPlan(
            visits: self.visits.filter { !isReplaced($0) && $0.day >= oldest } + visits.filter(isReplaced))
    }

    /// What a customer is told otherwise from one publication to the next.
    package struct Change: Sendable, Hashable {
        /// Nil for a visit that is new.
        package var old: Visit?
        /// Nil for a visit that falls away.
        package var new: Visit?
    }

    /// What differs on these days from this plan to `later`, by day, rep, start and customer of the visit (the new one,
    /// where there is one). A customer's visits of one week are matched in their order; a length alone is no change.
    /// O(n log n).
    package func changes(to later: PublishedPlan, on days: ClosedRange<Day>) -> [Change] {
        struct Key: Hashable {
            var customer: String
            var monday: Day
        }
        func grouped(_ plan: PublishedPlan) -> [Key: [Visit]] {
            Dictionary(grouping: plan.visits.filter { days.contains($0.day) }) {
                Key(customer: $0.customer, monday: $0.day.monday)
            }
        }
        func place(_ visit: Visit) -> [Int] { [visit.day.daysSinceEpoch, visit.start.minutes] }
        let (before, after) = (grouped(self), grouped(later))
        var changes: [Change] = []
        for key in Set(before.keys).union(after.keys) {
            var old = before[key] ?? []
            // Visits that stay are no partners for those that move.
            var new = (after[key] ?? []).filter { visit in
                guard let index = old.firstIndex(where: { place($0) == place(visit) && $0.rep == visit.rep }) else {
                    return true
                }
                old.remove(at: index)
                return false
            }
            while !old.isEmpty || !new.isEmpty {
                changes.append(
                    Change(
                        old: old.isEmpty ? nil : old.removeFirst(), new: new.isEmpty ? nil : new.removeFirst()))
            }
        }
        return changes.sorted { left, right in
            guard let one = left.new ?? left.old, let other = right.new ?? right.old else { return false }
            return one == other ? left.new == nil && right.new != nil : PublishedPlan.isBefore(one, other)
        }
    }
}
