import GRDB
import Geo
import Quantities
import Records

/// Collects the cells of one row, in the order of the columns.
struct CellWriter {
    private(set) var cells: [DatabaseValue] = []

    mutating func text(_ text: String?) { cells.append(text.map { storable($0).databaseValue } ?? .null) }
    mutating func integer(_ number: Int?) { cells.append(number?.databaseValue ?? .null) }
    mutating func flag(_ flag: Bool) { cells.append((flag ? 1 : 0).databaseValue) }
    mutating func id<Of>(_ id: RecordID<Of>?) { text(id?.text) }
    mutating func word<Word: RawRepresentable<String>>(_ word: Word) { text(word.rawValue) }
    mutating func instant(_ instant: Instant?) { integer(instant?.secondsSinceEpoch) }
    mutating func day(_ day: Day?) { text(day?.iso) }

    /// Two cells: minor units and the code of the currency.
    mutating func money(_ money: Money?) {
        integer(money?.minorUnits)
        text(money?.currency.code)
    }

    /// Two cells: latitude and longitude.
    mutating func point(_ point: GeoPoint?) {
        cells.append(point?.latitude.databaseValue ?? .null)
        cells.append(point?.longitude.databaseValue ?? .null)
    }
}

/// SQLite's text ends at a null character; like CommonMark and HTML, the store keeps U+FFFD in its place.
func storable(_ text: String) -> String {
    guard text.utf8.contains(0) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value == 0 ? "\u{fffd}" : $0 }))
}

/// Whether two cells hold the same bytes; `==` on strings would take two spellings of `é` for one.
func identical(_ left: DatabaseValue, _ right: DatabaseValue) -> Bool {
    switch (left.storage, right.storage) {
    case (.string(let left), .string(let right)): left.utf8.elementsEqual(right.utf8)
    default: left == right
    }
}

/// The cell as a person reads it; nil when empty.
func shown(_ cell: DatabaseValue) -> String? {
    switch cell.storage {
    case .null: nil
    case .int64(let number): String(number)
    case .double(let number): String(number)
    case .string(let text): text
    case .blob: "(binary)"
    }
}
