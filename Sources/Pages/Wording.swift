import Quantities
import Records
import Routes

/// Sentences that several pages say in the same words.
extension SiteMaterial {
    /// At most 120 characters: a name from outside may be of any length.
    func customerName(_ id: RecordID<Customer>) -> String {
        oneLine(book.customerByID[id]?.name ?? id.text, limit: 120)
    }
    func repName(_ id: RecordID<Rep>?) -> String {
        id.flatMap { book.repByID[$0]?.name } ?? id?.text ?? "Nobody"
    }
    /// “No team” for reps whom no known team holds; such a team has no page.
    func teamName(_ id: RecordID<Team>?) -> String { id.flatMap { book.teamByID[$0]?.name } ?? "No team" }

    /// A link from a page to a customer's page, where there is one.
    func link(to customer: RecordID<Customer>, from page: SitePath) -> String? {
        paths.customer(customer).map(page.link)
    }

    /// A customer as a table cell.
    func customerCell(_ id: RecordID<Customer>, on page: SitePath, detail: String? = nil) -> DataTable.Cell {
        DataTable.Cell(
            customerName(id), raw: book.customerByID[id]?.name ?? id.text, href: link(to: id, from: page),
            detail: detail)
    }

    func repCell(_ id: RecordID<Rep>?, on page: SitePath) -> DataTable.Cell {
        DataTable.Cell(repName(id), href: id.flatMap(paths.rep).map(page.link))
    }

    func moneyCell(_ money: Money) -> DataTable.Cell {
        DataTable.Cell(figures.money(money), raw: plainAmount(money))
    }

    /// Whole and minor units with a point, for CSV.
    func plainAmount(_ money: Money) -> String {
        let digits = money.currency.decimals
        let units = String(money.minorUnits.magnitude)
        let filled = String(repeating: "0", count: max(0, digits + 1 - units.count)) + units
        let text = digits == 0 ? filled : "\(filled.dropLast(digits)).\(filled.suffix(digits))"
        return money.minorUnits < 0 ? "-" + text : text
    }

    func days(_ count: Int) -> String { figures.count(count, "day") }

    /// Why a customer is visited or due.
    func reasonText(_ reason: VisitReason) -> String {
        switch reason.cause {
        case .appointment: return "Fixed appointment"
        case .requested: return "Asked for in the plan changes"
        case .published: return "Published, and nothing speaks against it"
        case .followUp(let id):
            let followUp = book.followUps.first { $0.id == id }
            let due = followUp?.due.map { ", due \(figures.shortDay($0))" } ?? ""
            return "To do: \(followUp?.subject ?? "follow-up")\(due)"
        case .firstVisit: return "First visit: the log holds none yet"
        case .cadence:
            guard let since = reason.daysSinceLastVisit, let cadence = reason.cadenceDays else { return "Due" }
            let rhythm = "last visit \(days(since)) ago, planned every \(cadence)"
            return reason.overdueDays > 0 ? "\(days(reason.overdueDays)) overdue: \(rhythm)" : "Due: \(rhythm)"
        }
    }

    func reasonStatus(_ reason: VisitReason) -> Status {
        switch reason.cause {
        case .appointment, .published: .good
        case .followUp, .requested: .watch
        case .firstVisit: .watch
        case .cadence: reason.overdueDays > 0 ? .late : reason.urgency >= 1 ? .watch : .good
        }
    }

    /// Why a due customer is not in the plan, and what it would cost.
    func causeText(_ cause: Unserved.Cause) -> String {
        switch cause {
        case .noPlace: "No place on the map: add an address or a coordinate"
        case .closedInWorkingHours: "Never open during working hours"
        case .outOfReach: "Too far for one day from home and back"
        case .noWindowLeft: "No gap is long enough while it is open"
        case .daysFull(let day, let driving, let overtime):
            "Days are full: on \(day.weekday.name) it would cost \(driving.wholeMinutes) min more driving"
                + (overtime > 0 ? " and \(overtime) min overtime" : "")
        case .visitLimit(let day, let driving):
            "Limit of visits a day reached: on \(day.weekday.name) it would cost \(driving.wholeMinutes) min more driving"
        case .notWorthTheDrive(let day, let driving):
            "Not urgent enough for the way: on \(day.weekday.name) it would cost \(driving.wholeMinutes) min more driving"
        case .weekPublished(let day, let driving):
            "The week is published and stays as it is: on \(day.weekday.name) it would cost \(driving.wholeMinutes) min more driving"
        case .skipped(let until): "Put off until \(figures.shortDay(until))"
        case .closedOnDates(let until): "Closed until \(figures.shortDay(until))"
        case .notWorking(let from, let until):
            from == until
                ? "\(figures.shortDay(from)) is no working day"
                : "No working day from \(figures.shortDay(from)) to \(figures.shortDay(until))"
        case .visitAgreed(let day): "A visit is agreed for \(figures.shortDay(day)); this would be too near to it"
        case .noPlan: "There is no plan for this rep"
        }
    }

    /// A count against an earlier one, as arrow and words.
    func changeText(_ change: Int, than before: String) -> String {
        if change == 0 { return "same as \(before)" }
        return
            "\(change > 0 ? "▲" : "▼") \(figures.integer(abs(change))) \(change > 0 ? "more" : "fewer") than \(before)"
    }
}

extension Sequence where Element == String {
    /// `a, b and c`.
    var asSentence: String {
        let parts = Array(self)
        guard parts.count > 1 else { return parts.first ?? "" }
        return parts.dropLast().joined(separator: ", ") + " and " + parts[parts.count - 1]
    }
}

/// Text cut at a word's end to at most `limit` characters, with an ellipsis; line breaks become spaces.
func oneLine(_ text: String, limit: Int) -> String {
    let words = text.split(whereSeparator: \.isWhitespace)
    var line = ""
    for word in words {
        if line.count + word.count + 1 > limit {
            return line.isEmpty ? String(word.prefix(limit)) + "…" : line + "…"
        }
        line += line.isEmpty ? String(word) : " " + word
    }
    return line
}

/// Percent-encoded for a query or a mailto: everything but unreserved characters (RFC 3986).
func urlEncoded(_ text: String) -> String {
    let hex = Array("0123456789ABCDEF")
    return text.utf8.reduce(into: "") { result, byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"):
            result.unicodeScalars.append(Unicode.Scalar(byte))
        default: result += "%\(hex[Int(byte >> 4)])\(hex[Int(byte & 15)])"
        }
    }
}

/// A `tel:` link from a telephone number as people write it, or nil when it holds no number.
func telephoneLink(_ number: String?) -> String? {
    guard let number else { return nil }
    let digits = number.filter { ("0"..."9").contains($0) }
    guard digits.count >= 3, digits.count <= 20 else { return nil }
    let isInternational = number.drop { $0.isWhitespace }.first == "+"
    return "tel:\(isInternational ? "+" : "")\(digits)"
}
