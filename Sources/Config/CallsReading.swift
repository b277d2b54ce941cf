package import Diagnostics
package import Quantities
import Records

/// Reads the file of calls, header `rep,caller,month,commit,best_case,note,at` and, where amounts are not in the
/// company's, `currency`.
///
/// `caller` is `rep` or `manager`; `month` is `2026-11` or any day of it; `at` is a moment with a zone, a time on the
/// wall clock of `zone` such as `2026-11-02 09:30`, or a day, which counts as its noon. A row that is wrong is a problem;
/// the others hold, and of several for the same rep, caller and month each is kept: the latest counts, the others are how
/// it came about. Kinds: `forecast-calls.` and header, rep, caller, month, day, time, amount, currency, best-case, form,
/// quote, character, repeated (warning). O(length of the text).
package func readForecastCalls(
    _ text: String, file: String, zone: Zone, currency: Currency
) -> (calls: [CallRow], problems: [Problem]) {
    var reader = CallReader(
        table: WorkspaceTable(
            text, file: file, kind: "forecast-calls", needed: ["rep", "caller", "month", "commit", "at"],
            optional: ["best_case", "note", "currency"]),
        zone: zone, currency: currency)
    var calls: [CallRow] = []
    var lines: [CallRow: Int] = [:]
    for row in reader.table.rows {
        guard var call = reader.call(row) else { continue }
        let place = call.place
        call.place = ProblemPlace(file: file)
        if let line = lines[call] {
            reader.table.report(
                "repeated", "the row is the same as that of line \(line)", place, value: call.rep,
                hint: "remove one of the two", severity: .warning)
            continue
        }
        lines[call] = place.line
        call.place = place
        calls.append(call)
    }
    return (calls, reader.table.listedProblems)
}

private struct CallReader {
    var table: WorkspaceTable
    let zone: Zone
    let currency: Currency

    mutating func call(_ row: WorkspaceTable.Row) -> CallRow? {
        let rep = unguarded(row["rep"])
        guard !rep.isEmpty else {
            return refuse(
                "rep", "the rep is missing", row, "rep",
                hint: "write id or exact name, such as ana:1,rep,2026-11,48000,60000,,2026-11-02")
        }
        guard let caller = ForecastCall.Caller(rawValue: row["caller"].lowercased()) else {
            return refuse(
                "caller", "'\(shortened(row["caller"]))' is no caller", row, "caller",
                hint: "write 'rep' for the rep's own number or 'manager' for the manager's")
        }
        guard let month = month(row), let currency = currency(row),
            let commit = amount(row, "commit", in: currency), let at = moment(row)
        else { return nil }
        var bestCase: Money?
        if !row["best_case"].isEmpty {
            guard let best = amount(row, "best_case", in: currency) else { return nil }
            guard best.minorUnits >= commit.minorUnits else {
                return refuse(
                    "best-case", "the best case is less than the commit", row, "best_case",
                    hint: "swap the two, or leave the best case empty")
            }
            bestCase = best
        }
        let note = unguarded(row["note"])
        return CallRow(
            rep: rep, caller: caller, month: month, commit: commit, bestCase: bestCase,
            note: note.isEmpty ? nil : note, at: at, place: row.place(of: "rep"))
    }

    private mutating func refuse<Value>(
        _ rule: String, _ message: String, _ row: WorkspaceTable.Row, _ column: String, hint: String?
    ) -> Value? {
        table.report(rule, message, row.place(of: column), value: row[column], hint: hint)
        return nil
    }

    private mutating func month(_ row: WorkspaceTable.Row) -> Day? {
        let text = row["month"]
        do {
            return try writtenDay(text.utf8.count == 7 ? text + "-01" : text).firstOfMonth
        } catch {
            return refuse(
                "month", "'\(shortened(text))' is no month", row, "month", hint: "write a month as 2026-11")
        }
    }

    private mutating func currency(_ row: WorkspaceTable.Row) -> Currency? {
        let text = row["currency"]
        if text.isEmpty { return currency }
        return Currency(code: text)
            ?? refuse(
                "currency", "'\(shortened(text))' is no currency", row, "currency",
                hint: "write its code, such as \(currency.code), or leave it empty")
    }

    private mutating func amount(_ row: WorkspaceTable.Row, _ column: String, in currency: Currency) -> Money? {
        let text = row[column]
        let decimals = text.split(separator: ".", maxSplits: 1).dropFirst().first?.utf8.count ?? 0
        if let amount = Money(decimal: text, currency: currency), amount.minorUnits >= 0,
            decimals <= currency.decimals
        {
            return amount
        }
        return refuse(
            "amount", text.isEmpty ? "the number '\(column)' is missing" : "'\(shortened(text))' is no amount", row,
            column, hint: "write whole \(currency.code) without marks between thousands, such as 48000")
    }

    private mutating func moment(_ row: WorkspaceTable.Row) -> Instant? {
        let text = row["at"]
        if let instant = Instant(iso: text), (2000...2100).contains(instant.utcDay.year) { return instant }
        let parts = text.split(maxSplits: 1) { $0 == " " || $0 == "T" }.map(String.init)
        do {
            let day = try writtenDay(parts.first ?? "")
            return zone.instant(day, try parts.count < 2 ? TimeOfDay(12, 0) : writtenTime(parts[1]))
        } catch {
            return refuse(error.kind, error.message, row, "at", hint: "write when it was said: 2026-11-02 09:30")
        }
    }
}
