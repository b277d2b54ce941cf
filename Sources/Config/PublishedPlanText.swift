package import Diagnostics
import Quantities

extension PublishedPlan {
    static let columns = ["day", "start", "minutes", "rep", "customer"]

    /// The file that says this plan: CSV by day, rep, start and customer, with names of ids for people.
    ///
    /// Same plan and names, same text. Reading it gives the plan back. O(visits).
    package func text(repName: (String) -> String, customerName: (String) -> String) -> String {
        var text = (PublishedPlan.columns + ["rep_name", "customer_name"]).joined(separator: ",") + "\n"
        for visit in visits {
            let cells = [
                visit.day.iso, visit.start.text, String(visit.minutes), csvCell(visit.rep), csvCell(visit.customer),
                csvCell(harmlessName(repName(visit.rep))), csvCell(harmlessName(customerName(visit.customer))),
            ]
            text += cells.joined(separator: ",") + "\n"
        }
        return text
    }

    /// Reads such a file, also one that was edited; rows that are wrong are problems and the others hold.
    ///
    /// Kinds: `published-plan.` and header, day, time, minutes, missing, form, quote, character, repeated (warning, the
    /// later row holds). O(length of the text).
    package static func read(_ text: String, file: String) -> (plan: PublishedPlan, problems: [Problem]) {
        var table = WorkspaceTable(
            text, file: file, kind: "published-plan", needed: columns, exact: ["rep", "customer"])
        var visits: [Key: (visit: Visit, row: WorkspaceTable.Row)] = [:]
        for row in table.rows {
            guard let visit = visit(row, &table) else { continue }
            let key = Key(day: visit.day, rep: visit.rep, customer: visit.customer)
            if let former = visits[key] {
                table.report(
                    "repeated",
                    "the visit on \(visit.day.iso) is there again in line \(row.place.line ?? 0), which holds",
                    former.row.place(of: "customer"), value: visit.customer, hint: "remove one of the two",
                    severity: .warning)
            }
            visits[key] = (visit, row)
        }
        // `init` sorts, so the dictionary's order is of no account.
        return (PublishedPlan(visits: visits.values.map(\.visit)), table.listedProblems)
    }

    private struct Key: Hashable {
        var day: Day
        var rep: String
        var customer: String
    }

    private static func visit(_ row: WorkspaceTable.Row, _ table: inout WorkspaceTable) -> Visit? {
        for column in columns where row[column].isEmpty {
            table.report(
                "missing", "the cell '\(column)' is empty", row.place(of: column),
                hint: "write the row anew with 'fieldbook routes publish'")
            return nil
        }
        var column = "day"
        do throws(WordFlaw) {
            let day = try writtenDay(row["day"])
            column = "start"
            let start = try writtenTime(row["start"])
            column = "minutes"
            guard let minutes = Int(row["minutes"]), (0...1440).contains(minutes) else {
                throw WordFlaw(
                    kind: "minutes", message: "'\(shortened(row["minutes"]))' is not a length of a visit",
                    hint: "write whole minutes from 0 to 1440")
            }
            return Visit(
                day: day, start: start, minutes: minutes, rep: row.exact("rep"), customer: row.exact("customer"))
        } catch {
            table.report(error.kind, error.message, row.place(of: column), value: row[column], hint: error.hint)
            return nil
        }
    }
}
