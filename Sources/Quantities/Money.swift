/// An amount in whole minor units (cents) of one currency.
public struct Money: Hashable, Sendable {
    public var minorUnits: Int
    public var currency: Currency

    public init(minorUnits: Int, currency: Currency) {
        self.minorUnits = minorUnits
        self.currency = currency
    }

    /// So many that sums of a hundred thousand amounts can't overflow.
    static let mostWholeDigits = 12

    /// Reads a plain decimal such as `2194.29`, `-3` or `1.5`, exactly, without going through floating point.
    /// More decimals than the currency has are rounded half away from zero. Nil for anything else or on overflow.
    public init?(decimal text: some StringProtocol, currency: Currency) {
        var rest = Substring(text)
        let negative = rest.first == "-"
        if negative || rest.first == "+" { rest = rest.dropFirst() }
        let parts = rest.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let whole = parts.first ?? ""
        let fraction = parts.count == 2 ? parts[1] : ""
        guard !whole.isEmpty || !fraction.isEmpty,
            (whole + fraction).utf8.allSatisfy({ (48...57).contains($0) }),
            whole.utf8.count <= Money.mostWholeDigits
        else { return nil }
        let kept = fraction.prefix(currency.decimals)
        let digits = String(whole) + kept + String(repeating: "0", count: currency.decimals - kept.count)
        guard var units = Int(digits.isEmpty ? "0" : digits) else { return nil }
        if let next = fraction.dropFirst(currency.decimals).first, next >= "5" { units += 1 }
        self.init(minorUnits: negative ? -units : units, currency: currency)
    }

    public static func zero(_ currency: Currency) -> Money { Money(minorUnits: 0, currency: currency) }

    /// Whole units as a floating-point number, for models and charts; never for sums that must be exact.
    public var amount: Double { Double(minorUnits) / Double(currency.minorPerUnit) }
}

/// A currency by its ISO 4217 code.
public struct Currency: Hashable, Sendable {
    /// Three capital letters.
    public let code: String
    /// Decimals of the minor unit: 2 for most, 0 for yen, 3 for dinars.
    public let decimals: Int

    public init?(code: String) {
        guard code.utf8.count == 3, code.utf8.allSatisfy({ (65...90).contains($0) }) else { return nil }
        self.code = code
        switch code {
        case "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF",
            "XPF":
            decimals = 0
        case "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND": decimals = 3
        default: decimals = 2
        }
    }

    public static let euro = Currency(code: "EUR")!

    public var minorPerUnit: Int { [1, 10, 100, 1000][decimals] }

    /// `€` and the like where everybody knows it, else the code.
    public var symbol: String {
        switch code {
        case "EUR": "€"
        case "USD": "$"
        case "GBP": "£"
        case "JPY": "¥"
        default: code
        }
    }
}
