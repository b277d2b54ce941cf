/// The value of an attribute: text, which the writer escapes, or a number, which it rounds.
public enum SVGValue: Hashable, Sendable, ExpressibleByStringInterpolation,
    ExpressibleByIntegerLiteral,
    ExpressibleByFloatLiteral
{
    case text(String)
    /// Written with one decimal.
    case number(Double)

    public init(stringLiteral value: String) { self = .text(value) }
    public init(integerLiteral value: Int) { self = .number(Double(value)) }
    public init(floatLiteral value: Double) { self = .number(value) }
}
