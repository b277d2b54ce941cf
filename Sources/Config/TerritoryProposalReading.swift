package import Diagnostics

/// A proposal as it was found in a file.
package struct ReadTerritoryProposal: Sendable {
    package var proposal = TerritoryProposal(rows: [])
    package var problems: [Problem] = []
    package var bytes: [UInt8] = []
}

/// Reads a proposal that a command was given, seen from the current folder.
///
/// Throws `territory-proposal.` and missing, unreadable, too-big (32 MB), not-utf8; what is wrong with rows is in the
/// answer.
package func readTerritoryProposal(path: String) throws(ProblemError) -> ReadTerritoryProposal {
    let file = WorkspaceFile(path: path, namedBy: nil, kind: "territory-proposal", mostBytes: 32_000_000)
    switch file.find(in: "") {
    case .nothing, .missing: throw ProblemError([file.missing])
    case .problem(let problem): throw ProblemError([problem])
    case .bytes(let bytes):
        var problems: [Problem] = []
        guard let text = file.text(bytes, &problems) else { throw ProblemError(problems) }
        let (proposal, rowProblems) = TerritoryProposal.read(text, file: path)
        return ReadTerritoryProposal(proposal: proposal, problems: rowProblems, bytes: bytes)
    }
}

extension TerritoryProposal {
    /// Reads the rows of a proposal, also one that went through a spreadsheet or an editor.
    ///
    /// A row that is wrong is a problem; the others are read. Kinds: `territory-proposal.` and header, missing, hours
    /// (warning), twice, repeated (warning), form, quote, character. O(length of the text).
    package static func read(_ text: String, file: String) -> (proposal: TerritoryProposal, problems: [Problem]) {
        var table = WorkspaceTable(
            text, file: file, kind: "territory-proposal", needed: ["customer", "from", "to"],
            optional: ["hours", "customer_name", "from_name", "to_name"], exact: ["customer", "from", "to"])
        var rows: [Row] = []
        var rowOf: [String: Int] = [:]
        for line in table.rows {
            guard let row = row(line, &table) else { continue }
            if let index = rowOf[row.customer] {
                let isSame = rows[index].to == row.to
                table.report(
                    isSame ? "repeated" : "twice",
                    "'\(shortened(row.customer))' is in line \(rows[index].place?.line ?? 0) already"
                        + (isSame ? "" : ", given to '\(shortened(rows[index].to))'"),
                    line.place(of: "customer"), value: row.customer, hint: "remove one of the two rows",
                    severity: isSame ? .warning : .error)
                continue
            }
            rowOf[row.customer] = rows.count
            rows.append(row)
        }
        return (TerritoryProposal(rows: rows), table.listedProblems)
    }

    private static func row(_ line: WorkspaceTable.Row, _ table: inout WorkspaceTable) -> Row? {
        for column in ["customer", "to"] where line[column].isEmpty {
            table.report(
                "missing", "the cell '\(column)' is empty", line.place(of: column),
                hint: column == "to" ? "write the id of the rep who gets the customer" : "write the customer's id")
            return nil
        }
        var hours: Double?
        if !line["hours"].isEmpty {
            hours = Double(line["hours"]).flatMap { $0.isFinite ? $0 : nil }
            if hours == nil {
                table.report(
                    "hours", "'\(shortened(line["hours"]))' is no number of hours", line.place(of: "hours"),
                    value: line["hours"], hint: "it is for people alone and may stay empty", severity: .warning)
            }
        }
        let from = unguarded(line.exact("from"))
        return Row(
            customer: unguarded(line.exact("customer")), from: from.plainBlanks.isEmpty ? nil : from,
            to: unguarded(line.exact("to")), hours: hours, customerName: line["customer_name"],
            fromName: line["from_name"], toName: line["to_name"], place: line.place(of: "customer"))
    }
}
