package import Diagnostics

/// A customer that proposals leave alone: one row of the file of locks.
package struct TerritoryLock: Sendable, Hashable {
    /// Id or exact name as written.
    package var customer: String
    /// Id or exact name of the rep that the customer belongs to; nil: stays with who has it.
    package var rep: String?
    /// Belongs to nobody's territory and is in no figure of one; `rep` is nil then.
    package var isHoldOut: Bool
    package var note: String?
    /// File, line and column of the customer, with the line's text.
    package var place: ProblemPlace
    /// Column of the rep on the same line, for problems with that.
    package var repColumn: Int?

    package init(
        customer: String, rep: String?, isHoldOut: Bool = false, note: String? = nil, place: ProblemPlace,
        repColumn: Int? = nil
    ) {
        self.customer = customer
        self.rep = rep
        self.isHoldOut = isHoldOut
        self.note = note
        self.place = place
        self.repColumn = repColumn
    }

    /// Where the rep is written.
    package var repPlace: ProblemPlace {
        var place = place
        (place.column, place.field) = (repColumn, "rep")
        return place
    }

    /// What the row asks for, in words.
    fileprivate var wish: String {
        isHoldOut ? "belongs to nobody" : rep.map { "belongs to '\(shortened($0))'" } ?? "stays with who has it"
    }
}

extension TerritorySettings {
    /// Where locks are looked for beside the config that names no file.
    package static var standardLocksFile: String { "territory-locks.csv" }

    /// Relative to the config; the file need not exist where the config does not name it.
    package var locksPath: String { locksFile ?? TerritorySettings.standardLocksFile }
}

/// Leaves one row of those about the same customer: the last one. The others become warnings.
///
/// `customer` names who a lock is about: the reader takes what is written, who knows the book takes the id, so that a
/// row with the id and one with the name meet. The order of rows stays. Kinds: `territory-locks.repeated`,
/// `territory-locks.contradiction`. O(n).
package func settleTerritoryLocks(
    _ locks: [TerritoryLock], customer: (TerritoryLock) -> String
) -> (locks: [TerritoryLock], problems: [Problem]) {
    var last: [String: TerritoryLock] = [:]
    var kept: [TerritoryLock] = []
    var problems: [Problem] = []
    for lock in locks.reversed() {
        guard let winner = last[customer(lock)] else {
            last[customer(lock)] = lock
            kept.append(lock)
            continue
        }
        let isSame = (lock.rep, lock.isHoldOut) == (winner.rep, winner.isHoldOut)
        let other = winner.place.line.map { "line \($0)" } ?? "a later line"
        problems.append(
            Problem(
                .warning, isSame ? "territory-locks.repeated" : "territory-locks.contradiction",
                isSame
                    ? "'\(shortened(lock.customer))' is there again in \(other)"
                    : "that '\(shortened(lock.customer))' \(lock.wish) does not hold: in \(other) it \(winner.wish)",
                at: lock.place, value: lock.customer, hint: "remove one of the two rows"))
    }
    return (kept.reversed(), problems.reversed())
}
