package import Diagnostics
package import Quantities
package import Records

/// Reads the file of exchange rates, header `date,currency,rate`: from that date on, one unit of the currency is worth so
/// many units of the company's.
///
/// A row that is wrong is a problem; the others hold. Of two rows about one day and currency the last holds. Kinds:
/// `rates.` and header, day, currency, own-currency, rate, form, quote, character, repeated (warning), contradiction
/// (warning). O(n log n).
package func readExchangeRates(
    _ text: String, file: String, currency: Currency, validDays: Int
) -> (rates: ExchangeRates, problems: [Problem]) {
    var table = WorkspaceTable(text, file: file, kind: "rates", needed: ["date", "currency", "rate"])
    var rates = ExchangeRates(to: currency, validDays: validDays)
    struct Key: Hashable {
        var currency: Currency
        var day: Day
    }
    var lines: [Key: (line: Int?, rate: ExchangeRates.Rate)] = [:]
    for row in table.rows {
        let day: Day
        do { day = try writtenDay(row["date"]) } catch {
            table.report(error.kind, error.message, row.place(of: "date"), value: row["date"], hint: error.hint)
            continue
        }
        guard let other = Currency(code: row["currency"]) else {
            table.report(
                "currency", "'\(shortened(row["currency"]))' is no currency", row.place(of: "currency"),
                value: row["currency"], hint: "write its code in capitals, such as CHF")
            continue
        }
        guard let rate = ExchangeRates.Rate(decimal: row["rate"]) else {
            table.report(
                "rate", "'\(shortened(row["rate"]))' is no rate", row.place(of: "rate"), value: row["rate"],
                hint: "write what one \(other.code) is worth in \(currency.code), above 0, with a point: 1.0684")
            continue
        }
        guard other != currency else {
            table.report(
                "own-currency", "\(currency.code) is the company's own currency", row.place(of: "currency"),
                value: row["currency"],
                hint: "write the other currency, and what one unit of it is worth in \(currency.code)")
            continue
        }
        let key = Key(currency: other, day: day)
        if let earlier = lines[key] {
            let isSame = earlier.rate == rate
            let line = earlier.line.map { "line \($0)" } ?? "an earlier line"
            table.report(
                isSame ? "repeated" : "contradiction",
                isSame
                    ? "the rate is there already, in \(line)"
                    : "\(other.code) has another rate for \(day.iso) in \(line); this one holds",
                row.place(of: "rate"), value: row["rate"], hint: "remove one of the two rows", severity: .warning)
        }
        lines[key] = (row.place.line, rate)
        rates.set(other, on: day, to: rate)
    }
    return (rates, table.listedProblems)
}
