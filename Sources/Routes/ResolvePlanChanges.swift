package import Config
package import Diagnostics
import Quantities
package import Records

/// Finds out whom the lines of a workspace mean, and leaves out what can't be used: customers and reps that are unknown,
/// ambiguous or inactive, days gone by, lines that contradict an earlier one. Each of these is a problem with its place.
/// Problems come in the order of the files. O(n log n).
package func resolvePlanChanges(_ inputs: PlanInputs, in book: SalesBook) -> (ResolvedPlanInputs, [Problem]) {
    var resolved = ResolvedPlanInputs()
    var problems: [Problem] = []
    let otherwise = "use the id or the exact name, in quotes where it has blanks"
    var customers = RecordNames(
        book.customers.map { ($0.id.text, String($0.id.sourceID), $0.name) }, kind: "customer", otherwise: otherwise)
    var reps = RecordNames(
        book.reps.map { ($0.id.text, String($0.id.sourceID), $0.name) }, kind: "rep", otherwise: otherwise)

    var found: [(change: PlanChange, id: RecordID<Customer>, rep: RecordID<Rep>?)] = []
    for change in inputs.changes {
        do throws(Refused) {
            let id = RecordID<Customer>(try customers.id(change.customer, in: "plan-changes", at: change.place))
            guard let customer = book.customerByID[id] else { continue }
            try checkIsUsable(change, customer, book)
            var rep: RecordID<Rep>?
            if case .move(let name) = change.action { rep = try workingRep(name, change, &reps, book) }
            found.append((change, id, rep))
        } catch {
            problems.append(error.problem)
        }
    }
    // A line with the id and one with the name may contradict each other too.
    let idOf = Dictionary(found.map { ($0.change, $0.id.text) }, uniquingKeysWith: { first, _ in first })
    let (settled, contradictions) = settlePlanChanges(found.map(\.change)) { idOf[$0] ?? $0.customer }
    problems += contradictions
    let standing = Set(settled)
    for (change, id, rep) in found where standing.contains(change) {
        resolved.wishes[id, default: CustomerWishes()].add(change, rep: rep)
        resolved.changes.append(ResolvedChange(change: change, customerID: id))
    }
    for change in resolved.changes {
        guard let customer = book.customerByID[change.customerID], resolved.planner(of: customer) == nil else {
            continue
        }
        problems.append(
            Problem(
                .warning, "plan-changes.no-rep", "'\(customer.name)' has no rep, so nobody plans a visit",
                at: change.change.place, value: change.change.customer,
                hint: "add a line: move \(inQuotes(change.change.customer)) to REP"))
    }
    for (id, wishes) in resolved.wishes {
        if let rep = wishes.movedTo { resolved.takenOver[rep, default: []].append(id) }
    }
    resolved.takenOver = resolved.takenOver.mapValues { $0.sorted() }

    for dayOff in inputs.daysOff {
        guard let name = dayOff.rep else {
            resolved.daysOff.append(dayOff)
            continue
        }
        do throws(Refused) {
            resolved.daysOffByRep[RecordID(try reps.id(name, in: "days-off", at: dayOff.place)), default: []].append(
                dayOff)
        } catch {
            problems.append(error.problem)
        }
    }
    resolved.addPublished(inputs.published, book)
    resolved.addAgreedVisits(book)
    resolved.learnt = LearntVisitMinutes(book)
    return (resolved, problems)
}

extension RecordNames {
    /// `file` begins the kind of the problem.
    fileprivate mutating func id(_ word: String, in file: String, at place: ProblemPlace) throws(Refused) -> String {
        switch find(word) {
        case .one(let id): return id
        case .flaw(let rule, let message, let hint):
            throw Refused("\(file).\(rule)", message, at: place, value: word, hint: hint)
        }
    }
}

/// A line that can't be used.
struct Refused: Error {
    var problem: Problem

    init(_ kind: String, _ message: String, at place: ProblemPlace, value: String? = nil, hint: String? = nil) {
        problem = Problem(.warning, kind, message, at: place, value: value, hint: hint)
    }
}

private func workingRep(
    _ name: String, _ change: PlanChange, _ reps: inout RecordNames, _ book: SalesBook
) throws(Refused) -> RecordID<Rep> {
    let id = RecordID<Rep>(try reps.id(name, in: "plan-changes", at: change.place))
    if let rep = book.repByID[id], !rep.works(on: book.asOf), !rep.works(on: book.planMonday) {
        throw Refused(
            "plan-changes.rep-left", "\(rep.name) does not work any more", at: change.place, value: name,
            hint: "name a rep who does: \(book.activeReps.prefix(5).map(\.name).joined(separator: ", "))")
    }
    return id
}

private func checkIsUsable(_ change: PlanChange, _ customer: Customer, _ book: SalesBook) throws(Refused) {
    guard customer.isActive else {
        throw Refused(
            "plan-changes.inactive-customer", "'\(customer.name)' is not active, so no visit is planned",
            at: change.place,
            value: change.customer, hint: "remove the line, or mark the customer active in the CRM")
    }
    let first = book.planMonday
    let last: Day? =
        switch change.action {
        case .lock(let day, _), .appointment(let day, _, _): day
        case .skip(let until): until - 1
        case .must(_, let until), .closed(_, let until): until
        case .move: nil
        }
    if let last, last < first {
        throw Refused(
            "plan-changes.past", "this is past: the plan begins on \(first.iso)", at: change.place,
            hint: "remove the line, or give it a later day")
    }
}

private func inQuotes(_ name: String) -> String { name.contains(" ") ? "\"\(name)\"" : name }
