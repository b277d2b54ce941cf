/// What a colour on a map or in a legend stands for; the style sheet decides how it looks.
package enum MapInk: Hashable, Sendable {
    /// A rep, territory or day by its index from 0; the eight colours repeat with another look (`again`, `again-2`…).
    case category(Int)
    case good, watch, late
    case accent
    case plain

    /// Class names for the style sheet: `cat-1`…`cat-8` (with `again` from the ninth on, `again-2` from the
    /// seventeenth on and so forth), `is-good`, `is-watch`, `is-late`, `is-accent`, `is-plain`.
    package var cssClass: String {
        switch self {
        case .category(let index):
            let number = (index % 8 + 8) % 8 + 1
            switch index / 8 {
            case ...0: return "cat-\(number)"
            case 1: return "cat-\(number) again"
            case let round: return "cat-\(number) again-\(round)"
            }
        case .good: return "is-good"
        case .watch: return "is-watch"
        case .late: return "is-late"
        case .accent: return "is-accent"
        case .plain: return "is-plain"
        }
    }

    /// Whether its colour has been used up by an earlier category, so that a second mark tells the two apart.
    var isRepeated: Bool {
        if case .category(let index) = self { return index >= 8 }
        return false
    }
}
