package import Diagnostics

/// The file of locks as it was found, with everything that is wrong with it.
package struct ReadTerritoryLocks: Sendable {
    package var locks: [TerritoryLock] = []
    package var problems: [Problem] = []
    /// Path as written, and bytes, of the file that was read: none or one.
    package var files: [(path: String, bytes: [UInt8])] = []
}

/// Reads the file of locks of a workspace, where there is one. `folder` is the one of the config, empty for the current
/// one; `file` is a file that a command names in place of the workspace's, seen from the current folder.
///
/// A file that somebody names has to be there. A file that can't be read is a problem and counts as empty. Kinds besides
/// those of the rows: `territory-locks.missing`, `.unreadable`, `.too-big`, `.not-utf8`.
package func readTerritoryLocks(
    _ settings: TerritorySettings, folder: String, file: String? = nil
) -> ReadTerritoryLocks {
    var read = ReadTerritoryLocks()
    let path = file ?? settings.locksPath
    let found = WorkspaceFile(
        path: path, namedBy: file != nil ? "--lock" : settings.locksFile != nil ? "territories: locks" : nil,
        kind: "territory-locks")
    switch found.find(in: file == nil ? folder : "") {
    case .nothing: break
    case .missing: read.problems.append(found.missing)
    case .problem(let problem): read.problems.append(problem)
    case .bytes(let bytes):
        read.files.append((path, bytes))
        guard let text = found.text(bytes, &read.problems) else { break }
        let (locks, problems) = readTerritoryLocks(text, file: path)
        read.locks = locks
        read.problems += problems
    }
    return read
}

/// Reads the rows of a file of locks, header `customer,rep,note`: an empty rep means that the customer stays with who has
/// it, `-` that it belongs to nobody.
///
/// A row that is wrong is a problem; the others hold. Of rows about one customer the last holds. Kinds: `territory-locks.`
/// and header, customer, form, quote, character, repeated (warning), contradiction (warning). O(length of the text).
package func readTerritoryLocks(_ text: String, file: String) -> (locks: [TerritoryLock], problems: [Problem]) {
    var table = WorkspaceTable(
        text, file: file, kind: "territory-locks", needed: ["customer"], optional: ["rep", "note"])
    var locks: [TerritoryLock] = []
    for row in table.rows {
        let customer = unguarded(row["customer"])
        guard !customer.isEmpty else {
            table.report(
                "customer", "the customer is missing", row.place(of: "customer"),
                hint: "write its id or its exact name, such as C-0042,\"Ana Lima\",\"friend of the house\"")
            continue
        }
        let rep = unguarded(row["rep"])
        let isHoldOut = rep == "-" || rep == "–"
        locks.append(
            TerritoryLock(
                customer: customer, rep: rep.isEmpty || isHoldOut ? nil : rep, isHoldOut: isHoldOut,
                note: row["note"].isEmpty ? nil : row["note"], place: row.place(of: "customer"),
                repColumn: row.place(of: "rep").column))
    }
    let settled = settleTerritoryLocks(locks) { $0.customer }
    return (settled.locks, (table.listedProblems + settled.problems).sorted(by: Problem.listingOrder))
}
