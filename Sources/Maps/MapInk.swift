/// What a colour on a map or in a legend stands for; the style sheet decides how it looks.
package enum MapInk: Hashable, Sendable {
    /// A rep, territory or day by its index from 0; the eight colours repeat with a second mark (`again`).
    case category(Int)
    case good, watch, late
    case accent
    case plain

    /// Class names for the style sheet: `cat-1`…`cat-8` (with `again` from the ninth on), `is-good`, `is-watch`,
    /// `is-late`, `is-accent`, `is-plain`.
    package var cssClass: String {
        switch self {
        case .category(let index):
            let number = (index % 8 + 8) % 8 + 1
            return index >= 8 ? "cat-\(number) again" : "cat-\(number)"
        case .good: return "is-good"
        case .watch: return "is-watch"
        case .late: return "is-late"
        case .accent: return "is-accent"
        case .plain: return "is-plain"
        }
    }
}

/// The shape of a pin: the same meaning on every page.
package enum PinSymbol: Hashable, Sendable {
    case onCadence, due, overdue, prospect, home
    /// A numbered disc.
    case stop(Int)

    /// The order of the legend and of drawing, later ones on top.
    var rank: Int {
        switch self {
        case .onCadence: 0
        case .prospect: 1
        case .due: 2
        case .overdue: 3
        case .home: 4
        case .stop: 5
        }
    }

    /// The legend's word.
    var name: String {
        switch self {
        case .onCadence: "On cadence"
        case .prospect: "No cadence"
        case .due: "Due"
        case .overdue: "Overdue"
        case .home: "Home"
        case .stop: "Stop"
        }
    }
}
