import Diagnostics
import Geo

/// Which columns of a file of points hold what, and how their cells are read.
struct PointColumns {
    /// Why a row is no point.
    struct Flaw: Error {
        var kind: String
        var message: String
        var column: String
        var value: String
        var hint: String

        func problem(file: String, line: Int) -> Problem {
            Problem(
                .warning, kind, message, at: ProblemPlace(file: file, line: line, field: column), value: value,
                hint: hint)
        }
    }

    private let names: [String]
    private let latitude: Int
    private let longitude: Int
    private let weight: Int?
    private let hasDecimalCommas: Bool

    /// `delimiter` is the file's: where it is a comma, numbers have no decimal comma.
    init(_ header: CSVRow, file: String, delimiter: UInt8, weightColumn: String?) throws(ProblemError) {
        let names = header.texts
        let keys = names.map { PointColumns.key($0) }
        func column(_ what: String, _ accepted: [String]) throws(ProblemError) -> Int {
            // The first name that is accepted goes before the others, wherever it stands.
            for name in accepted {
                if let index = keys.firstIndex(of: name) { return index }
            }
            throw ProblemError(
                "points.column", "no column holds the \(what)",
                at: ProblemPlace(file: file, line: header.line), value: names.joined(separator: ","),
                hint: "name one \(accepted[0]) or \(accepted[1])")
        }
        self.names = names
        hasDecimalCommas = delimiter != .comma
        latitude = try column("latitude", ["lat", "latitude"])
        longitude = try column("longitude", ["lon", "longitude", "lng", "long"])
        guard let weightColumn else {
            weight = nil
            return
        }
        guard let index = names.firstIndex(of: weightColumn) ?? keys.firstIndex(of: PointColumns.key(weightColumn))
        else {
            let near = nearMiss(of: weightColumn, in: names).map { "did you mean '\($0)'?" }
            throw ProblemError(
                "points.column", "there is no column '\(weightColumn)'",
                at: ProblemPlace(file: file, line: header.line), value: weightColumn,
                hint: near ?? "name one of \(names.joined(separator: ", "))")
        }
        weight = index
    }

    func read(_ row: CSVRow) -> Result<(place: GeoPoint, weight: Double), Flaw> {
        var numbers: [Double] = []
        for column in [latitude, longitude] {
            guard let number = number(row, column) else {
                return .failure(
                    flaw(
                        row, column, "points.place", "is no number of degrees",
                        "write it as 47.14, or leave the row out"))
            }
            numbers.append(number)
        }
        guard let place = GeoPoint(latitude: numbers[0], longitude: numbers[1]) else {
            let isLatitude = !(-90...90).contains(numbers[0])
            return .failure(
                flaw(
                    row, isLatitude ? latitude : longitude, "points.place",
                    isLatitude ? "is no latitude: −90 to 90" : "is no longitude: −180 to 180",
                    "check whether latitude and longitude are swapped"))
        }
        if place.isNullIsland {
            return .failure(
                flaw(
                    row, latitude, "points.place", "and the longitude are 0, which is a place in the sea", "look it up")
            )
        }
        guard let weight else { return .success((place, 1)) }
        guard let number = number(row, weight), number > 0, number <= 1e15 else {
            return .failure(
                flaw(row, weight, "points.weight", "is no number above 0", "give it a number, or leave the row out"))
        }
        return .success((place, number))
    }

    private func flaw(_ row: CSVRow, _ column: Int, _ kind: String, _ message: String, _ hint: String) -> Flaw {
        let value = column < row.count ? row.text(column).text : ""
        return Flaw(
            kind: kind, message: "'\(names[column])' \(value.isEmpty ? "is empty" : message)", column: names[column],
            value: value, hint: hint)
    }

    private func number(_ row: CSVRow, _ column: Int) -> Double? {
        guard column < row.count else { return nil }
        let text = row.text(column).text
        // Hexadecimal numbers are none that anybody means.
        guard !text.contains(where: { $0 == "x" || $0 == "X" }) else { return nil }
        if let number = Double(text), number.isFinite { return number }
        // With blanks around, or with a decimal comma: in a file of commas it would be one of thousands.
        let plain = text.filter { $0 != " " }
        guard plain.count(where: { $0 == "," }) <= (hasDecimalCommas ? 1 : 0) else { return nil }
        return Double(String(plain.map { $0 == "," ? "." : $0 })).flatMap { $0.isFinite ? $0 : nil }
    }

    private static func key(_ name: String) -> String {
        name.lowercased().filter { $0.isLetter || $0.isNumber }
    }
}
