import Config
import Diagnostics
import Quantities
import Records
import Routes

/// A rep's plan as lines for a terminal.
struct PlanWords {
    var book: SalesBook
    var planning: PlanningSettings

    func lines(of plan: RepPlan) -> [String] {
        let figures = plan.figures
        var lines = [
            "\(book.repByID[plan.repID]?.name ?? plan.repID.text): \(figures.visits) visits in \(plan.weeks.count) "
                + "week\(plan.weeks.count == 1 ? "" : "s"), \(hours(figures.driving)) h driving, "
                + "\(tenths(figures.kilometresPerVisit)) km a visit, \(figures.unserved) did not fit"
        ]
        for week in plan.weeks { lines += self.lines(of: week) }
        if !plan.differences.isEmpty {
            lines.append("  Changed since published:")
            lines += plan.differences.map { "    \(line(of: $0))" }
        }
        for change in plan.changes { lines.append("  \(line(of: change))") }
        for price in figures.rulePrices where price.minutes > 0 {
            lines.append("  Costs \(price.minutes) min in the first week: \(name(of: price.rule))")
        }
        return lines
    }

    func lines(ofTeam figures: PlanFigures) -> [String] {
        let kept = figures.cadenceKept.map { ", cadence kept within a fifth by \(Int(($0 * 100).rounded())) %" } ?? ""
        return [
            "All: \(figures.visits) visits, \(hours(figures.driving)) h driving, "
                + "\(tenths(figures.kilometresPerVisit)) km a visit, \(tenths(figures.visitsPerDay)) visits a day\(kept), "
                + "overdue days \(figures.overdueDaysWith) instead of \(figures.overdueDaysWithout)"
        ]
    }

    private func lines(of week: RoutePlan) -> [String] {
        var lines = ["  Week of \(week.monday.iso)\(week.isPublished ? ", published" : "")"]
        if let obstacle = week.obstacle { lines.append("    \(obstacle)") }
        for off in week.daysOff {
            lines.append(
                "    \(off.day.weekday.shortName) \(off.day.iso)  off\(off.name.isEmpty ? "" : ": \(off.name)")")
        }
        for day in week.days where !day.stops.isEmpty {
            lines.append(
                "    \(day.day.weekday.shortName) \(day.day.iso)  \(day.departure.text)–\(day.back.text)  \(day.driving.wholeMinutes) min driving"
            )
            lines += day.stops.map { stop in
                "      \(stop.start.text)–\(stop.end.text)  \(name(stop.customerID)): \(stop.reason.words)"
            }
        }
        for left in week.unserved {
            let later = left.plannedLater.map { "; planned on \($0.iso)" } ?? ""
            lines.append("    not planned  \(name(left.customerID)): \(left.cause.words)\(later)")
        }
        return lines
    }

    private func line(of difference: PlanDifference) -> String {
        func text(_ slot: PlanDifference.Slot) -> String {
            "\(slot.day.weekday.shortName) \(slot.day.iso) \(slot.start.text)"
        }
        let customer = name(difference.customerID)
        let reason = difference.reason.words(
            customerName: name, repName: { book.repByID[$0]?.name ?? $0.text })
        switch (difference.before, difference.after) {
        case (let before?, let after?): return "\(customer): \(text(before)) → \(text(after)), \(reason)"
        case (let before?, nil): return "\(customer): \(text(before)) falls away, \(reason)"
        case (nil, let after?): return "\(customer): new on \(text(after)), \(reason)"
        case (nil, nil): return "\(customer): \(reason)"
        }
    }

    private func line(of change: AppliedChange) -> String {
        let line = change.change.place.line.map { "line \($0)" } ?? "a line"
        let outcome =
            switch change.outcome {
            case .planned(let day, let start): "planned on \(day.iso) at \(start.text)"
            case .notHeld(let cause): "not held: \(cause.words)"
            case .holds: "holds"
            case .notYet: "after the planned weeks"
            }
        return "\(change.change.place.file), \(line), \(name(change.customerID)): \(outcome)"
    }

    private func name(_ id: RecordID<Customer>) -> String { book.customerByID[id]?.name ?? id.text }
    private func hours(_ driving: Seconds) -> String { tenths(driving.hours) }
    private func tenths(_ value: Double) -> String {
        let whole = Int((value * 10).rounded())
        return "\(whole / 10).\(whole % 10)"
    }

    private func name(of rule: RulePrice.Rule) -> String {
        switch rule {
        case .lunch: "the lunch break"
        case .openingHours: "customers' opening hours"
        case .visitLimit: "the limit of visits a day"
        case .drivingLimit: "the limit of driving a day"
        case .mustVisits: "that must-visits go first"
        case .evenness: "evenness of the days"
        }
    }
}
