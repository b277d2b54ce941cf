/// How figures are written for people: separators by locale, the same words everywhere.
///
/// Own rules instead of the system's locale data, so that the same input gives the same bytes on every machine.
public struct FigureStyle: Hashable, Sendable {
    public let locale: String
    let group: String
    let decimal: String

    /// Locales whose separators are known; others are refused by the config.
    public static let locales: [String] = [
        "de-AT", "de-CH", "de-DE", "en-GB", "en-US", "es-ES", "fr-FR", "it-IT", "nl-NL", "pt-PT", "sv-SE",
    ]

    public init?(locale: String) {
        guard FigureStyle.locales.contains(locale) else { return nil }
        self.locale = locale
        switch locale {
        case "de-CH": (group, decimal) = ("’", ".")
        case "de-AT", "de-DE", "es-ES", "it-IT", "nl-NL": (group, decimal) = (".", ",")
        case "fr-FR": (group, decimal) = ("\u{202f}", ",")
        case "pt-PT", "sv-SE": (group, decimal) = ("\u{a0}", ",")
        default: (group, decimal) = (",", ".")
        }
    }

    public static let british = FigureStyle(locale: "en-GB")!

    /// `1,234`, with a real minus.
    public func integer(_ number: Int) -> String {
        var digits = Array(String(number.magnitude))
        var index = digits.count - 3
        while index > 0 {
            digits.insert(contentsOf: group, at: index)
            index -= 3
        }
        return (number < 0 ? "−" : "") + String(digits)
    }

    /// With exactly `decimals` (0...9) decimals, rounded half away from zero; `–` when it is not a number.
    public func decimal(_ number: Double, _ decimals: Int) -> String {
        guard number.isFinite else { return "–" }
        let scale = (0..<decimals).reduce(1.0) { product, _ in product * 10 }
        let scaled = (abs(number) * scale).rounded()
        guard scaled < 9e15 else { return "–" }
        let whole = Int(scaled) / Int(scale)
        let sign = number < 0 && scaled > 0 ? "−" : ""
        if decimals == 0 { return sign + integer(whole) }
        return sign + integer(whole) + self.decimal + padded(Int(scaled) % Int(scale), to: decimals)
    }

    /// `42 %`, with `decimals` decimals; 1 is the whole.
    public func percent(_ share: Double, _ decimals: Int = 0) -> String {
        "\(decimal(share * 100, decimals))\u{a0}%"
    }

    /// In full, for tables: `€ 1,234.50`; whole units when `cents` is false.
    public func money(_ money: Money, cents: Bool = false) -> String {
        let decimals = cents ? money.currency.decimals : 0
        return "\(money.currency.symbol)\u{a0}\(decimal(money.amount, decimals))"
    }

    /// Three significant digits with a unit, for cards: `€ 1.24 M`, `€ 41.3 k`, `€ 980`.
    public func shortMoney(_ money: Money) -> String {
        "\(money.currency.symbol)\u{a0}\(short(money.amount))"
    }

    /// `1.24 M`, `41.3 k`, `980`.
    public func short(_ number: Double) -> String {
        let size = abs(number)
        // 999.5 and above would round to four digits, so it moves to the next unit.
        if size >= 999_500 { return "\(threeDigits(number / 1_000_000))\u{a0}M" }
        if size >= 999.5 { return "\(threeDigits(number / 1000))\u{a0}k" }
        return decimal(number, 0)
    }

    private func threeDigits(_ number: Double) -> String {
        let size = abs(number)
        return decimal(number, size >= 99.95 ? 0 : size >= 9.995 ? 1 : 2)
    }

    /// `6 h 20`, `45 min`.
    public func duration(minutes: Int) -> String {
        let size = minutes.magnitude
        let sign = minutes < 0 ? "−" : ""
        if size < 60 { return "\(sign)\(size)\u{a0}min" }
        return size % 60 == 0
            ? "\(sign)\(size / 60)\u{a0}h" : "\(sign)\(size / 60)\u{a0}h\u{a0}\(padded(Int(size % 60), to: 2))"
    }

    /// `12.4 km`, `380 m`.
    public func distance(_ metres: Metres) -> String {
        metres.count < 1000 ? "\(metres.count)\u{a0}m" : "\(decimal(metres.kilometres, 1))\u{a0}km"
    }

    /// `17 Nov 2026`.
    public func day(_ day: Day) -> String {
        let parts = day.parts
        return "\(parts.day)\u{a0}\(FigureStyle.months[parts.month - 1])\u{a0}\(parts.year)"
    }

    /// `Mon 17 Nov`.
    public func shortDay(_ day: Day) -> String {
        let parts = day.parts
        return "\(day.weekday.shortName)\u{a0}\(parts.day)\u{a0}\(FigureStyle.months[parts.month - 1])"
    }

    /// `November 2026`.
    public func month(of day: Day) -> String {
        let parts = day.parts
        return "\(FigureStyle.longMonths[parts.month - 1]) \(parts.year)"
    }

    /// `1 visit`, `3 visits`: the noun follows the number.
    public func count(_ number: Int, _ singular: String, _ plural: String? = nil) -> String {
        "\(integer(number))\u{a0}\(number == 1 ? singular : plural ?? singular + "s")"
    }

    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    private static let longMonths = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}
