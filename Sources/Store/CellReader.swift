import Diagnostics
import GRDB
import Geo
import Quantities
import Records

/// Reads the cells of one row from the left, in the order of the columns.
///
/// A cell that the schema allows but that means nothing here, such as a month 13, throws `store.bad-value`.
struct CellReader {
    private let row: Row
    private let kind: RecordKind?
    private var next = 0

    /// `kind` names the table in problems; nil for the ledger.
    init(_ row: Row, of kind: RecordKind?) {
        self.row = row
        self.kind = kind
    }

    mutating func optionalText() -> String? { row[advance()] }
    mutating func text() -> String { row[advance()] }
    mutating func optionalInteger() -> Int? { row[advance()] }
    mutating func integer() -> Int { row[advance()] }
    mutating func flag() -> Bool { integer() != 0 }
    mutating func optionalID<Of>() -> RecordID<Of>? { optionalText().map { RecordID($0) } }
    mutating func id<Of>() -> RecordID<Of> { RecordID(text()) }
    mutating func optionalInstant() -> Instant? { optionalInteger().map { Instant(secondsSinceEpoch: $0) } }
    mutating func instant() -> Instant { Instant(secondsSinceEpoch: integer()) }

    mutating func word<Word: RawRepresentable<String>>() throws -> Word {
        let text = text()
        guard let word = Word(rawValue: text) else { throw unknown(text) }
        return word
    }

    mutating func optionalDay() throws -> Day? {
        guard let text = optionalText() else { return nil }
        guard let day = Day(iso: text) else { throw unknown(text) }
        return day
    }

    mutating func day() throws -> Day {
        let text = text()
        guard let day = Day(iso: text) else { throw unknown(text) }
        return day
    }

    mutating func optionalMoney() throws -> Money? {
        let units = optionalInteger()
        let code = optionalText()
        guard let units, let code else { return nil }
        return Money(minorUnits: units, currency: try currency(code))
    }

    mutating func money() throws -> Money {
        let units = integer()
        return Money(minorUnits: units, currency: try currency(text()))
    }

    mutating func point() throws -> GeoPoint? {
        let latitude: Double? = row[advance()]
        let longitude: Double? = row[advance()]
        guard let latitude, let longitude else { return nil }
        guard let point = GeoPoint(latitude: latitude, longitude: longitude) else {
            throw unknown("\(latitude) \(longitude)")
        }
        return point
    }

    /// The problem of the cell that was read last.
    func unknown(_ text: String) -> ProblemError {
        let column = next > 0 && next <= row.count ? Array(row.columnNames)[next - 1] : ""
        let id = (row.hasColumn("id") ? row["id"] as String? : nil) ?? ""
        return ProblemError(
            "store.bad-value", "'\(text)' in column \(column) of \(kind?.table ?? "the ledger") '\(id)' has no meaning",
            value: text, hint: "mend the row, or make the store anew from the exports")
    }

    private func currency(_ code: String) throws -> Currency {
        guard let currency = Currency(code: code) else { throw unknown(code) }
        return currency
    }

    private mutating func advance() -> Int {
        defer { next += 1 }
        return next
    }
}
