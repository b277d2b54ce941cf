package import Diagnostics
import Quantities

/// Reads the file of days off, header `rep,from,until,name`: an empty rep or `*` means everyone, an empty `until` one day.
///
/// A row that is wrong is a problem; the others hold. Kinds: `days-off.` and header, day, order, form, quote, character,
/// repeated (warning), long (warning). O(length of the text).
package func readDaysOff(_ text: String, file: String) -> (daysOff: [DayOff], problems: [Problem]) {
    var table = WorkspaceTable(
        text, file: file, kind: "days-off", needed: ["rep", "from"], optional: ["until", "name"])
    var daysOff: [DayOff] = []
    var lines: [DayOff: Int] = [:]
    for row in table.rows {
        guard let from = day("from", row, &table), let until = row["until"].isEmpty ? from : day("until", row, &table)
        else { continue }
        guard from <= until else {
            table.report(
                "order", "\(from.iso) is after \(until.iso)", row.place(of: "from"), value: row["from"],
                hint: "write the earlier day into 'from'")
            continue
        }
        let rep = row["rep"]
        var dayOff = DayOff(
            rep: rep.isEmpty || rep == "*" ? nil : rep, from: from, until: until, name: row["name"],
            place: ProblemPlace(file: file))
        if let line = lines[dayOff] {
            table.report(
                "repeated", "the row is the same as that of line \(line)", row.place(of: "rep"), value: rep,
                hint: "remove one of the two", severity: .warning)
            continue
        }
        lines[dayOff] = row.place.line
        dayOff.place = row.place(of: "rep")
        if until - from > 366 {
            table.report(
                "long", "the days off last \(until - from + 1) days", row.place(of: "until"), value: row["until"],
                hint: "check the year; the rep is not planned in all this time", severity: .warning)
        }
        daysOff.append(dayOff)
    }
    return (daysOff, table.listedProblems)
}

private func day(_ column: String, _ row: WorkspaceTable.Row, _ table: inout WorkspaceTable) -> Day? {
    let text = row[column]
    if text.isEmpty {
        table.report(
            "day", "the day '\(column)' is missing", row.place(of: column),
            hint: "write ana:1,2026-12-24,2026-12-31,Leave"
        )
        return nil
    }
    do { return try writtenDay(text) } catch {
        table.report(error.kind, error.message, row.place(of: column), value: text, hint: error.hint)
        return nil
    }
}
