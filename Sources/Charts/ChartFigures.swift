package import Quantities

/// How a chart writes its values.
package enum ChartFigures: Hashable, Sendable {
    /// Whole numbers, or with decimals.
    case number(FigureStyle, decimals: Int)
    /// Three significant digits with the currency; values are whole units such as euros.
    case money(FigureStyle, Currency)
    /// 1 is the whole.
    case share(FigureStyle)
    /// Values are minutes.
    case minutes(FigureStyle)

    package func text(_ value: Double) -> String {
        guard value.isFinite, abs(value) < 1e12 else { return "–" }
        switch self {
        case .number(let style, let decimals): return style.decimal(value, decimals)
        case .money(let style, let currency):
            return style.shortMoney(
                Money(
                    minorUnits: Int((value * Double(currency.minorPerUnit)).rounded()), currency: currency))
        case .share(let style): return style.percent(value)
        case .minutes(let style): return style.duration(minutes: Int(value.rounded()))
        }
    }

    /// With a sign, for changes: `+12`, `−3`, `0`.
    package func change(_ value: Double) -> String {
        let plain = text(value)
        return value > 0
            ? "+\(plain)"
            : plain.contains("−") && !plain.hasPrefix("−") ? "−" + plain.filter { $0 != "−" } : plain
    }
}
