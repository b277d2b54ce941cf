package import Config
package import Diagnostics
import Quantities
package import Records

/// Locks of one book: who stays with whom, who belongs to nobody, and what could not be understood.
package struct ResolvedTerritoryLocks: Sendable {
    package var locks: [RecordID<Customer>: RecordID<Rep>] = [:]
    package var holdOuts: Set<RecordID<Customer>> = []
    package var problems: [Problem] = []
}

/// Finds the customers and reps of a file of locks by id, by the source's own id or by exact name.
///
/// A row that names nobody, several, or a rep who does not work on the book's day is a problem; the others hold. Of rows
/// about one customer the last holds, also where one has the id and the other the name. A customer who is switched off
/// may be locked: proposals leave it out in any case. Kinds: `territory-locks.` and unknown-customer,
/// ambiguous-customer, unknown-rep, ambiguous-rep, rep-left (someone who left or has not begun), no-owner (stays with who
/// has it, and nobody active has it), repeated and contradiction (warnings). O(customers + locks).
package func resolveTerritoryLocks(_ locks: [TerritoryLock], in book: SalesBook) -> ResolvedTerritoryLocks {
    guard !locks.isEmpty else { return ResolvedTerritoryLocks() }
    var resolved = ResolvedTerritoryLocks()
    var customers = RecordNames(book.customers.map { ($0.id.text, String($0.id.sourceID), $0.name) }, kind: "customer")
    var reps = RecordNames(book.reps.map { ($0.id.text, String($0.id.sourceID), $0.name) }, kind: "rep")
    var found: [TerritoryLock] = []
    for lock in locks {
        do throws(LockFlaw) {
            var lock = lock
            lock.customer = try customers.id(lock.customer)
            if let rep = lock.rep {
                lock.rep = try reps.id(rep)
            } else if !lock.isHoldOut {
                lock.rep = try owner(of: RecordID(lock.customer), in: book)
            }
            if let rep = lock.rep { try checkWorks(RecordID(rep), in: book) }
            found.append(lock)
        } catch {
            let place = ["unknown-rep", "ambiguous-rep", "rep-left"].contains(error.rule) ? lock.repPlace : lock.place
            resolved.problems.append(
                Problem(
                    .error, "territory-locks.\(error.rule)", error.message, at: place, value: error.value,
                    hint: error.hint))
        }
    }
    let settled = settleTerritoryLocks(found) { $0.customer }
    for lock in settled.locks {
        if let rep = lock.rep {
            resolved.locks[RecordID(lock.customer)] = RecordID(rep)
        } else {
            resolved.holdOuts.insert(RecordID(lock.customer))
        }
    }
    resolved.problems = (resolved.problems + settled.problems).sorted(by: Problem.listingOrder)
    return resolved
}

private func owner(of customer: RecordID<Customer>, in book: SalesBook) throws(LockFlaw) -> String {
    let customer = book.customerByID[customer]
    guard let owner = customer?.ownerID, let rep = book.repByID[owner], rep.works(on: book.asOf) else {
        throw LockFlaw(
            rule: "no-owner", message: "no active rep has '\(customer?.name ?? "")', so it can't stay with one",
            value: customer?.name, hint: "name a rep in the column 'rep', or write - for nobody")
    }
    return owner.text
}

private func checkWorks(_ id: RecordID<Rep>, in book: SalesBook) throws(LockFlaw) {
    guard let rep = book.repByID[id], !rep.works(on: book.asOf) else { return }
    let why =
        if let left = rep.left, left < book.asOf {
            "left on \(left.iso)"
        } else if let hired = rep.hired, hired > book.asOf {
            "begins on \(hired.iso)"
        } else {
            "is switched off"
        }
    throw LockFlaw(
        rule: "rep-left", message: "'\(rep.name)' \(why), so no customer can be locked to that rep", value: rep.name,
        hint: "name another rep, or remove the row")
}

private struct LockFlaw: Error {
    var rule: String
    var message: String
    var value: String?
    var hint: String
}

extension RecordNames {
    fileprivate mutating func id(_ word: String) throws(LockFlaw) -> String {
        switch find(word) {
        case .one(let id): return id
        case .flaw(let rule, let message, let hint):
            throw LockFlaw(rule: rule, message: message, value: word, hint: hint)
        }
    }
}
