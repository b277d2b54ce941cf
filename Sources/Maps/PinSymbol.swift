/// The shape of a pin: the same meaning on every page.
package enum PinSymbol: Hashable, Sendable {
    case onCadence, due, overdue, prospect, home
    /// A numbered disc.
    case stop(Int)

    /// The order of drawing, later ones on top.
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

    /// A customer or prospect, which may be clustered and selected.
    var isCustomer: Bool { rank < PinSymbol.home.rank }

    /// The customers' symbols as the legend lists them: the most urgent first.
    static let legend: [PinSymbol] = [.overdue, .due, .onCadence, .prospect]

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

    var cssClass: String {
        switch self {
        case .onCadence: "s-on-cadence"
        case .prospect: "s-prospect"
        case .due: "s-due"
        case .overdue: "s-overdue"
        case .home: "s-home"
        case .stop: "s-stop"
        }
    }
}
