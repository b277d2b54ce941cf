/// What a colour in a chart means; the style sheet decides how it looks. At most one meaning besides the greys should
/// stand in one chart.
package enum ChartInk: Hashable, Sendable {
    case plain, soft, accent, good, watch, late
    /// An outline: not sure yet.
    case hollow
    /// A rep, territory or day by its index from 0.
    case category(Int)

    package var cssClass: String {
        switch self {
        case .plain: return "is-plain"
        case .soft: return "is-soft"
        case .accent: return "is-accent"
        case .good: return "is-good"
        case .watch: return "is-watch"
        case .late: return "is-late"
        case .hollow: return "is-plain hollow"
        case .category(let index): return "cat-\((index % 8 + 8) % 8 + 1)"
        }
    }
}
