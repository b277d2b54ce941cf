package import Config
package import Diagnostics
import Foundation
import Publishing
package import Quantities
package import Records

/// What a publication of the plan has changed.
package struct PlanPublication: Sendable {
    /// True when nothing was published before.
    package var isFirst: Bool
    /// On the published days, against the publication before.
    package var changes: [PublishedPlan.Change]
}

/// Writes what these reps are given on these days into the published plan at `path`, and says what that changes.
///
/// Other reps, other weeks and `PublishedPlan.keptWeeks` weeks of the past stay. All or nothing: the file is written beside
/// the old one and renamed. `read` is what the workspace says so far; with `isElsewhere` a file at `path` goes on from
/// itself.
/// - Throws: `routes.publish` and the problems of the rows, where the old file has rows that can't be read and would be
///   lost; problems of the disk. The old file then stands as it was.
package func publishPlan(
    _ visits: [PublishedPlan.Visit], of reps: [Rep], on days: ClosedRange<Day>, in book: SalesBook,
    after read: ReadPlanInputs, to path: String, isElsewhere: Bool = false
) throws(ProblemError) -> PlanPublication {
    let previous = try previousPlan(at: path, read, isElsewhere: isElsewhere)
    let plan = previous.replacing(reps: Set(reps.map(\.id.text)), on: days, by: visits)
    let text = plan.text(
        repName: { book.repByID[RecordID($0)]?.name ?? "" },
        customerName: { book.customerByID[RecordID($0)]?.name ?? "" })
    try write(Array(text.utf8), to: path)
    return PlanPublication(isFirst: previous.visits.isEmpty, changes: previous.changes(to: plan, on: days))
}

private func previousPlan(
    at path: String, _ read: ReadPlanInputs, isElsewhere: Bool
) throws(ProblemError) -> PublishedPlan {
    if !isElsewhere || Disk.kind(of: path, following: true) == nil {
        // A file that the config names and that is not there yet is about to be.
        let errors = (read.errors[.published] ?? []).filter { $0.kind != "plan-files.missing" }
        try refuse(errors, path)
        return read.inputs.published ?? PublishedPlan(visits: [])
    }
    guard let text = String(validating: try Disk.read(path), as: UTF8.self) else {
        throw ProblemError(
            "routes.publish", "'\(path)' is there and is no published plan", at: ProblemPlace(file: path),
            hint: "name another file with --output")
    }
    let (plan, problems) = PublishedPlan.read(text, file: path)
    try refuse(problems.filter { $0.severity == .error }, path)
    return plan
}

private func refuse(_ problems: [Problem], _ path: String) throws(ProblemError) {
    guard !problems.isEmpty else { return }
    throw ProblemError(
        problems + [
            Problem(
                .error, "routes.publish", "nothing is published: what '\(path)' says and can't be read would be lost",
                at: ProblemPlace(file: path), hint: "mend or remove it, or name another file with --output")
        ])
}

/// A file that says the same already is left as it is, so that nobody who watches it wakes up.
private func write(_ bytes: [UInt8], to path: String) throws(ProblemError) {
    let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    if Disk.kind(of: target, following: true) == .file, try Disk.read(target) == bytes { return }
    try Disk.makeFolders(Disk.parent(of: target))
    let temporary = "\(target).\(ProcessInfo.processInfo.processIdentifier).new"
    try Disk.remove(temporary)
    do {
        try Disk.create(temporary, bytes)
        try Disk.rename(temporary, to: target)
    } catch {
        try Disk.remove(temporary)
        throw error
    }
}
