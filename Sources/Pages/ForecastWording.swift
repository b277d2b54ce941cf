import Charts
import Config
import Forecasting
import Quantities
import Records

/// Words and cells that the pages about the forecast share.
extension SiteMaterial {
    func booking(_ scope: BookingForecast.Scope, _ period: BookingForecast.Period) -> BookingForecast? {
        forecast.forecasts.first { $0.scope == scope && $0.period == period }
    }

    func pacing(_ scope: BookingForecast.Scope, _ period: BookingForecast.Period) -> Pacing? {
        forecast.pacing.first { $0.scope == scope && $0.period == period }
    }

    var moneyFigures: ChartFigures { .money(figures, book.currency) }

    func scopeName(_ scope: BookingForecast.Scope) -> String {
        switch scope {
        case .company: config.company.name
        case .team(let id): teamName(id)
        case .rep(let id): repName(id)
        }
    }

    func scopeCell(_ scope: BookingForecast.Scope, on path: SitePath) -> DataTable.Cell {
        let target: SitePath?
        switch scope {
        case .company: target = nil
        case .team(let id): target = paths.team(id)
        case .rep(let id): target = paths.rep(id)
        }
        return DataTable.Cell(
            oneLine(scopeName(scope), limit: 60), raw: scopeName(scope),
            href: target.flatMap { $0 == path ? nil : path.link(to: $0) })
    }

    /// `November 2026`, `Quarter to 31 Dec 2026`.
    func periodName(_ item: BookingForecast) -> String {
        switch item.period {
        case .month: figures.month(of: item.from)
        case .quarter: "Quarter to \(figures.day(item.until))"
        case .nextQuarter: "Next quarter, from \(figures.day(item.from))"
        }
    }

    /// `€ 1.1 M to € 1.4 M`.
    func rangeText(_ low: Money, _ high: Money) -> String {
        "\(figures.shortMoney(low)) to \(figures.shortMoney(high))"
    }

    /// With a sign in words: `€ 12 k more`.
    func differenceText(_ money: Money, more: String = "more", less: String = "less") -> String {
        let size = Money(minorUnits: abs(money.minorUnits), currency: money.currency)
        return money.minorUnits == 0
            ? "the same" : "\(figures.shortMoney(size)) \(money.minorUnits > 0 ? more : less)"
    }

    /// In full with a sign, for tables.
    func changeCell(_ money: Money) -> DataTable.Cell {
        let text = figures.money(Money(minorUnits: abs(money.minorUnits), currency: money.currency))
        return DataTable.Cell(
            money.minorUnits == 0 ? text : (money.minorUnits > 0 ? "+" : "−") + text, raw: plainAmount(money))
    }

    func shareCell(_ share: Double?, detail: String? = nil) -> DataTable.Cell {
        guard let share else { return DataTable.Cell("–", raw: "", detail: detail) }
        return DataTable.Cell(figures.percent(share), raw: plainShare(share), detail: detail)
    }

    /// A share with its sign, such as a bias.
    func signedShareCell(_ share: Double?) -> DataTable.Cell {
        guard let share else { return DataTable.Cell("–", raw: "") }
        let text = figures.percent(abs(share))
        return DataTable.Cell((share > 0 ? "+" : share < 0 ? "−" : "") + text, raw: plainShare(share))
    }

    /// With four decimals, for files.
    func plainShare(_ share: Double) -> String {
        FigureStyle.british.decimal(share, 4).replacing("−", with: "-").replacing(",", with: "")
    }

    func intCell(_ count: Int, detail: String? = nil) -> DataTable.Cell {
        DataTable.Cell(figures.integer(count), raw: String(count), detail: detail)
    }

    func intCell(_ count: Int?) -> DataTable.Cell {
        count.map { intCell($0) } ?? DataTable.Cell("–", raw: "")
    }

    /// A deal with a link to its customer.
    func dealCell(_ deal: Opportunity, on path: SitePath, detail: String? = nil) -> DataTable.Cell {
        let who = deal.customerID.map { customerName($0) }
        return DataTable.Cell(
            oneLine(deal.name, limit: 60), raw: deal.name, href: deal.customerID.flatMap { link(to: $0, from: path) },
            detail: detail ?? who.flatMap { deal.name.contains($0) ? nil : oneLine($0, limit: 60) })
    }
}
