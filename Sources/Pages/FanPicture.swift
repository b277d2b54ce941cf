import Charts
import Config
import Forecasting
import Quantities
import Records

extension SiteMaterial {
    /// The quarter of a scope: what is booked, the band of what may come, quota and calls. Nil where nothing is forecast.
    func fanPicture(for scope: BookingForecast.Scope, width: Double, height: Double = 270) -> Picture? {
        guard let fan = forecast.fans.first(where: { $0.scope == scope }),
            fan.points.contains(where: { $0.p50 != nil }),
            let quarter = booking(scope, .quarter)
        else { return nil }
        let title = landingTitle(quarter)
        let table = DataTable(
            caption: "Booked and forecast by week, added up from \(figures.day(fan.from))", file: "fan.csv",
            columns: [
                .text("By the end of"), .number("Booked"), .number("Low", wideOnly: true), .number("Middle"),
                .number("High", wideOnly: true),
            ],
            rows: fan.points.map { point in
                [DataTable.Cell(figures.day(point.day), raw: point.day.iso)]
                    + [point.booked, point.p10, point.p50, point.p90].map { $0.map(moneyCell) ?? "" }
            })
        let marks = fanCalls(fan, isNarrow: false)
        return Picture(
            title: title,
            subtitle: "Booked so far (line) and the band that holds 8 of 10 futures, P10 to P90, around the middle, P50"
                + (marks.isEmpty ? "." : "; \(fanCallNote(fan))."),
            svg: chartPair(
                ChartHead(id: "fan", title: title, summary: fanSummary(quarter), width: width)
            ) { head in
                FanChart(
                    head: head,
                    points: fan.points.map { point in
                        FanPoint(
                            at: Double(point.day - fan.from + 1), actual: point.booked?.amount, low: point.p10?.amount,
                            middle: point.p50?.amount, high: point.p90?.amount)
                    }.startingAtNought, spans: fanMonths(fan, isNarrow: head.width < 500),
                    quota: quarter.quota?.amount, calls: fanCalls(fan, isNarrow: head.width < 500),
                    figures: moneyFigures,
                    height: head.width < 500 ? 250 : height
                ).svg
            }, table: table)
    }

    /// Where the quarter lands, against the quota where there is one.
    func landingTitle(_ quarter: BookingForecast) -> String {
        guard let quota = quarter.quota, quota.minorUnits > 0 else {
            return "The quarter lands at about \(figures.shortMoney(quarter.p50))"
        }
        let gap = Money(minorUnits: quarter.p50.minorUnits - quota.minorUnits, currency: quota.currency)
        return
            "The quarter lands at about \(figures.shortMoney(quarter.p50)), \(gap.minorUnits == 0 ? "just the quota" : differenceText(gap, more: "above quota", less: "short of quota"))"
    }

    private func fanSummary(_ quarter: BookingForecast) -> String {
        "Booked \(figures.shortMoney(quarter.booked)) by \(figures.day(book.asOf)); by \(figures.day(quarter.until)) the middle is \(figures.shortMoney(quarter.p50)), low \(figures.shortMoney(quarter.p10)), high \(figures.shortMoney(quarter.p90))"
            + (quarter.quota.map { "; quota \(figures.shortMoney($0))" } ?? "") + "."
    }

    private func fanMonths(_ fan: BookingFan, isNarrow: Bool) -> [FanSpan] {
        var spans: [FanSpan] = []
        var month = fan.from.firstOfMonth
        while month <= fan.until, spans.count < 12 {
            let name = figures.month(of: month).split(separator: " ").first.map(String.init) ?? ""
            spans.append(
                FanSpan(
                    label: isNarrow ? String(name.prefix(3)) : name, from: Double(max(month, fan.from) - fan.from),
                    until: Double(min(month.lastOfMonth, fan.until) - fan.from + 1),
                    isCurrent: month == book.asOf.firstOfMonth))
            month = month.addingMonths(1)
        }
        return spans
    }

    /// What the diamonds are: a call is of one month, the drawing adds up the quarter.
    private func fanCallNote(_ fan: BookingFan) -> String {
        let month = book.asOf.firstOfMonth
        let before = bookedBefore(month, fan)
        return "diamonds are calls for \(figures.month(of: month))"
            + (before.minorUnits > 0 ? ", on top of the \(figures.shortMoney(before)) booked before" : "")
    }

    private func bookedBefore(_ month: Day, _ fan: BookingFan) -> Money {
        fan.points.last { $0.day < month }?.booked ?? Money(minorUnits: 0, currency: book.currency)
    }

    /// Whole calls for the running month, put where the quarter would then stand at its end.
    private func fanCalls(_ fan: BookingFan, isNarrow: Bool) -> [FanCall] {
        let month = book.asOf.firstOfMonth
        let name = figures.month(of: month).split(separator: " ").first.map(String.init) ?? ""
        let before = bookedBefore(month, fan).amount
        return forecast.calls.filter { $0.scope == fan.scope && $0.month == month && $0.isComplete }.map { call in
            let isOne: Bool
            if case .rep = call.scope { isOne = true } else { isOne = false }
            let who =
                isNarrow
                ? call.caller == .manager ? "manager" : isOne ? "rep" : "reps"
                : call.caller == .manager
                    ? "manager’s call for \(name)" : isOne ? "rep’s call for \(name)" : "reps’ call for \(name)"
            return FanCall(
                label: "\(who) \(figures.shortMoney(call.latest.commit))",
                at: Double(month.lastOfMonth - fan.from + 1), value: before + call.latest.commit.amount)
        }
    }
}

extension [FanPoint] {
    /// With the morning of the first day, when nothing was booked.
    fileprivate var startingAtNought: [FanPoint] {
        guard let first, first.at > 0 else { return self }
        return [first.actual == nil ? FanPoint(at: 0, low: 0, middle: 0, high: 0) : FanPoint(at: 0, actual: 0)] + self
    }
}
