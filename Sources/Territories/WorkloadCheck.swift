package import Records

/// How the estimate of driving compares with routes that were planned.
package struct WorkloadCheck: Sendable, Hashable {
    package struct Row: Sendable, Hashable {
        package var repID: RecordID<Rep>
        /// Minutes of driving for the same number of visits.
        package var estimatedMinutes: Double
        package var plannedMinutes: Double
        package var visits: Int
        /// (estimate − planned) ÷ planned; nil where nothing was planned.
        package var relativeError: Double?
    }

    /// Sorted by rep id; only reps that are in both.
    package var rows: [Row]
    package var estimatedMinutes: Double
    package var plannedMinutes: Double
    /// Of the sums; −0.08 is an estimate 8 % below the planned routes. Nil where nothing was planned.
    package var relativeError: Double?
    /// Mean of the rows' absolute errors.
    package var meanAbsoluteError: Double?
}

/// Compares estimated with planned driving, by rep and overall.
///
/// `estimate` has minutes of driving for one visit (see `Assignment.driveMinutesOfVisit`), `planned` the minutes of
/// driving and the visits of the planned days. Reps without planned visits, or in one of the two alone, are left out.
package func checkWorkload(
    estimate: [RecordID<Rep>: Double], planned: [RecordID<Rep>: (driveMinutes: Double, visits: Int)]
) -> WorkloadCheck {
    let rows = planned.keys.sorted().compactMap { rep -> WorkloadCheck.Row? in
        guard let plan = planned[rep], plan.visits > 0, plan.driveMinutes.isFinite, let minutes = estimate[rep],
            minutes.isFinite
        else { return nil }
        let estimated = minutes * Double(plan.visits)
        return WorkloadCheck.Row(
            repID: rep, estimatedMinutes: estimated, plannedMinutes: plan.driveMinutes, visits: plan.visits,
            relativeError: plan.driveMinutes > 0 ? estimated / plan.driveMinutes - 1 : nil)
    }
    let estimated = rows.reduce(0) { $0 + $1.estimatedMinutes }
    let driven = rows.reduce(0) { $0 + $1.plannedMinutes }
    let errors = rows.compactMap(\.relativeError).map(abs)
    return WorkloadCheck(
        rows: rows, estimatedMinutes: estimated, plannedMinutes: driven,
        relativeError: driven > 0 ? estimated / driven - 1 : nil,
        meanAbsoluteError: errors.isEmpty ? nil : errors.reduce(0, +) / Double(errors.count))
}

extension Assignment {
    /// Estimated minutes of driving for one visit, by rep; reps without planned visits are left out.
    package var driveMinutesOfVisit: [RecordID<Rep>: Double] {
        Dictionary(
            territories.compactMap { $0.visitsPerYear > 0 ? ($0.repID, $0.driveHours * 60 / $0.visitsPerYear) : nil },
            uniquingKeysWith: { first, _ in first })
    }
}
