package import Diagnostics

/// Customers that are to change hands, as a file that people pass around: what `territories propose` writes and
/// `territories apply` reads.
package struct TerritoryProposal: Sendable, Hashable {
    /// Ids decide; names are for people.
    package struct Row: Sendable, Hashable {
        package var customer: String
        /// Nil where no active rep has the customer.
        package var from: String?
        package var to: String
        /// Workload that moves, hours a year; nil where somebody has written the row.
        package var hours: Double?
        package var customerName: String
        package var fromName: String
        package var toName: String
        /// Nil before it was written.
        package var place: ProblemPlace?

        package init(
            customer: String, from: String?, to: String, hours: Double?, customerName: String = "",
            fromName: String = "", toName: String = "", place: ProblemPlace? = nil
        ) {
            self.customer = customer
            self.from = from
            self.to = to
            self.hours = hours
            self.customerName = customerName
            self.fromName = fromName
            self.toName = toName
            self.place = place
        }
    }

    package var rows: [Row]

    package init(rows: [Row]) { self.rows = rows }

    static let columns = ["customer", "from", "to", "hours", "customer_name", "from_name", "to_name"]

    /// CSV (RFC 4180 with LF), guarded against formulas; hours with one decimal. Reading it gives the same ids in the
    /// same order. O(rows).
    package var text: String {
        var text = TerritoryProposal.columns.joined(separator: ",") + "\n"
        for row in rows {
            let cells = [
                csvCell(guarded(row.customer)), csvCell(guarded(row.from ?? "")), csvCell(guarded(row.to)),
                row.hours.map(oneDecimal) ?? "", csvCell(harmlessName(row.customerName)),
                csvCell(harmlessName(row.fromName)), csvCell(harmlessName(row.toName)),
            ]
            text += cells.joined(separator: ",") + "\n"
        }
        return text
    }

    /// Whether a name for people is the one that is written in a row.
    package static func isName(_ name: String, in cell: String) -> Bool {
        harmlessName(name).plainBlanks == cell.plainBlanks || name.plainBlanks == cell.plainBlanks
    }
}

private func oneDecimal(_ hours: Double) -> String {
    guard hours.isFinite, abs(hours) < 1e12 else { return "" }
    let tenths = Int((abs(hours) * 10).rounded())
    return "\(hours < 0 && tenths > 0 ? "-" : "")\(tenths / 10).\(tenths % 10)"
}
