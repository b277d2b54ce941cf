import Config
import Diagnostics
import Quantities
import Records
import Routes

extension SiteMaterial {
    /// What has changed since the plan was published; nil where nothing is published.
    func differenceTable(_ plan: RepPlan, on path: SitePath) -> DataTable? {
        guard !plan.differences.isEmpty || plan.weeks.contains(where: \.isPublished) else { return nil }
        let moved = plan.differences.filter { !$0.staysOnDay }
        let shifted = plan.differences.filter(\.staysOnDay)
        return DataTable(
            caption: differenceCount(plan) ?? "Published and now", file: "changed.csv",
            columns: [.text("Customer"), .text("Published → now"), .text("Why")],
            rows: (moved + shifted).map { difference in
                [
                    customerCell(difference.customerID, on: path),
                    DataTable.Cell(
                        slotText(difference.before, difference.after),
                        raw: [difference.before, difference.after]
                            .map { $0.map { "\($0.day.iso) \($0.start.text)" } ?? "" }.joined(separator: " → "),
                        status: differenceStatus(difference)),
                    DataTable.Cell(capitalized(differenceText(difference.reason))),
                ]
            }, shown: max(moved.count, 12),
            empty: "Nothing changed: every published visit stands as it was published.")
    }

    /// `3 visits on another day, new or left out, and 8 at another time`; nil where nothing changed.
    func differenceCount(_ plan: RepPlan) -> String? {
        let shifted = plan.differences.count(where: \.staysOnDay)
        let moved = plan.differences.count - shifted
        let parts = [
            moved == 0 ? nil : "\(figures.count(moved, "visit")) on another day, new or left out",
            shifted == 0
                ? nil : "\(moved == 0 ? figures.count(shifted, "visit") : figures.integer(shifted)) at another time",
        ].compactMap { $0 }
        return parts.isEmpty ? nil : parts.asSentence
    }

    private func slotText(_ before: PlanDifference.Slot?, _ after: PlanDifference.Slot?) -> String {
        switch (before, after) {
        case (let before?, let after?) where before.day == after.day:
            "\(figures.shortDay(before.day)), \(before.start.text) → \(after.start.text)"
        case (let before?, let after?): "\(text(of: before)) → \(text(of: after))"
        case (let before?, nil): "\(text(of: before)) → not planned"
        case (nil, let after?): "new → \(text(of: after))"
        case (nil, nil): "–"
        }
    }

    private func text(of slot: PlanDifference.Slot) -> String { "\(figures.shortDay(slot.day)) \(slot.start.text)" }

    private func differenceStatus(_ difference: PlanDifference) -> Status {
        difference.after == nil ? .late : difference.before == nil ? .good : difference.staysOnDay ? .neutral : .watch
    }

    /// What forced a change, with days as the other pages write them.
    private func differenceText(_ reason: PlanDifference.Reason) -> String {
        switch reason {
        case .skip(let until): "put off until \(figures.shortDay(until))"
        case .visitedAlready(let day): "visited already on \(figures.shortDay(day))"
        default: reason.words(customerName: customerName, repName: { repName($0) })
        }
    }

    /// The lines of the change file that concern a rep, and what came of each.
    func appliedTable(_ plan: RepPlan, on path: SitePath) -> DataTable {
        DataTable(
            caption: "Lines that bend this plan", file: "plan-changes.csv",
            columns: [.text("Line"), .text("What came of it")],
            rows: plan.changes.map { applied in
                let line = applied.change.place.line.map { "\(applied.change.place.file), line \($0)" }
                return [
                    DataTable.Cell(
                        applied.change.line, href: link(to: applied.customerID, from: path),
                        detail: [customerName(applied.customerID), line, applied.change.note].compactMap { $0 }
                            .joined(separator: " · ")),
                    DataTable.Cell(outcomeText(applied.outcome), status: outcomeStatus(applied.outcome)),
                ]
            }, empty: "No line concerns this rep yet.")
    }

    private func outcomeText(_ outcome: AppliedChange.Outcome) -> String {
        switch outcome {
        case .planned(let day, let start): "Planned on \(figures.shortDay(day)) at \(start.text)"
        case .notHeld(let cause): "Not held. \(causeText(cause))"
        case .holds: "Holds"
        case .notYet: "Lies after the planned weeks"
        }
    }

    private func outcomeStatus(_ outcome: AppliedChange.Outcome) -> Status {
        switch outcome {
        case .planned, .holds: .good
        case .notHeld: .late
        case .notYet: .neutral
        }
    }
}

/// With a capital first letter.
func capitalized(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
