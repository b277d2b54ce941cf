import Charts
import Config
import Forecasting
import Quantities
import Records

extension SiteMaterial {
    /// What people call beside what the model says, difference named.
    func callSection(on path: SitePath) -> PageSection {
        let month = book.asOf.firstOfMonth
        let calls = forecast.calls.filter { $0.month == month }
        let text: String
        if calls.isEmpty {
            text =
                "Nobody has called \(figures.month(of: month)) yet. Put the reps’ and the manager’s numbers into \(config.forecast.callsFile ?? "forecast-calls.csv") beside the config, and they stand here beside the model."
        } else if let company = calls.first(where: { $0.scope == .company }), let difference = company.difference {
            text =
                "For \(figures.month(of: month)) \(company.caller == .rep ? "the reps together call" : "the manager calls") \(figures.shortMoney(company.latest.commit)), \(differenceText(difference)) than the model’s middle; \(outsideText(calls))."
        } else {
            text = "For \(figures.month(of: month)) \(outsideText(calls))."
        }
        return PageSection(
            id: "calls", short: "Calls", title: "Calls beside the model", text: text,
            pictures: callPictures(calls),
            tables: forecast.calls.isEmpty ? [] : [callTable(forecast.calls, file: "calls.csv", on: path)],
            note: "How good each caller was so far stands on the accuracy page.")
    }

    /// How many of the calls that can be compared lie outside, and whose they are.
    func outsideText(_ calls: [CallRecord]) -> String {
        let whole = calls.filter { $0.difference != nil }
        let far = whole.filter { $0.position != .inside }
        guard !whole.isEmpty else { return "no call is whole enough to compare" }
        guard !far.isEmpty else { return "none of \(figures.count(whole.count, "call")) lies outside the model’s band" }
        let names = far.prefix(3).map { oneLine(callName($0), limit: 40) }
        return
            "\(figures.integer(far.count)) of \(figures.count(whole.count, "call")) \(far.count == 1 ? "lies" : "lie") outside the model’s band: \((names + (far.count > 3 ? ["others"] : [])).asSentence)"
    }

    private func callName(_ call: CallRecord) -> String {
        scopeName(call.scope) + (call.caller == .rep ? "" : ", manager")
    }

    /// At most 16, but every one that lies outside.
    private func callPictures(_ calls: [CallRecord]) -> [Picture] {
        let whole = calls.filter { $0.difference != nil }
        guard !whole.isEmpty else { return [] }
        var room = max(0, 16 - whole.count { $0.position != .inside })
        let rows = whole.filter { call in
            guard call.position == .inside else { return true }
            room -= 1
            return room >= 0
        }
        let finding = outsideText(calls)
        let title = finding.prefix(1).uppercased() + finding.dropFirst()
        return [
            Picture(
                title: title,
                subtitle:
                    "\(figures.month(of: rows[rows.startIndex].month)): the model’s middle and P10 to P90; the tick is the call, after the figure its difference.\(rows.count < whole.count ? " \(rows.count) of the \(whole.count) calls, with all that lie outside." : "")",
                svg: chartPair(ChartHead(id: "calls", title: title, summary: "The table has the figures.", width: 1152))
                {
                    head in
                    IntervalChart(
                        head: head,
                        rows: rows.compactMap { call in
                            call.model.map { model in
                                IntervalRow(
                                    label: callName(call),
                                    low: model.p10.amount, value: model.p50.amount, high: model.p90.amount,
                                    mark: call.latest.commit.amount,
                                    note: call.difference.map { moneyFigures.change($0.amount) } ?? "incomplete",
                                    ink: call.position == .inside ? .plain : .watch)
                            }
                        }, figures: moneyFigures
                    ).svg
                })
        ]
    }

    func callTable(_ calls: [CallRecord], file: String, on path: SitePath) -> DataTable {
        DataTable(
            caption: "Calls and the model’s middle for the same month", file: file,
            columns: [
                .text("Who"), .text("Caller", wideOnly: true), .text("Month", wideOnly: true), .number("Commit"),
                .number("Best case", wideOnly: true), .number("Model", wideOnly: true), .number("Difference"),
                .text("Against the band"), .text("Note", wideOnly: true), .text("Said on", wideOnly: true),
            ],
            rows: calls.map { call in
                let parts = call.isComplete ? nil : "\(call.called) of \(call.asked) called"
                return [
                    scopeCell(call.scope, on: path), DataTable.Cell(call.caller.rawValue),
                    DataTable.Cell(figures.month(of: call.month), raw: call.month.iso),
                    DataTable.Cell(
                        figures.money(call.latest.commit), raw: plainAmount(call.latest.commit), detail: parts),
                    call.latest.bestCase.map(moneyCell) ?? "–",
                    call.model.map { range in
                        DataTable.Cell(
                            figures.money(range.p50), raw: plainAmount(range.p50),
                            detail: rangeText(range.p10, range.p90))
                    } ?? "–",
                    call.difference.map(changeCell) ?? "–", positionCell(call),
                    DataTable.Cell(oneLine(call.latest.note ?? "", limit: 80), raw: call.latest.note ?? ""),
                    DataTable.Cell(
                        figures.day(book.zone.day(of: call.latest.at)), raw: book.zone.day(of: call.latest.at).iso),
                ]
            }, shown: 40)
    }

    private func positionCell(_ call: CallRecord) -> DataTable.Cell {
        switch call.position {
        case .inside: DataTable.Cell("inside", status: .good)
        case .above: DataTable.Cell("above", status: .watch)
        case .below: DataTable.Cell("below", status: .watch)
        case nil: "–"
        }
    }
}
