import Config
import Insights
import Quantities
import Maps
import Records

/// How a customer stands against its cadence; the legend's shapes.
enum CadenceState: Sendable, Hashable {
    case onCadence, due, overdue, prospect

    var symbol: PinSymbol {
        switch self {
        case .onCadence: .onCadence
        case .due: .due
        case .overdue: .overdue
        case .prospect: .prospect
        }
    }

    var status: Status {
        switch self {
        case .onCadence: .good
        case .due: .watch
        case .overdue: .late
        case .prospect: .neutral
        }
    }

    var word: String {
        switch self {
        case .onCadence: "On\u{a0}cadence"
        case .due: "Due"
        case .overdue: "Overdue"
        case .prospect: "No\u{a0}cadence"
        }
    }
}

extension SiteMaterial {
    /// Overdue are those of the team report, so that every page counts the same; due from the planner's share of the
    /// cadence on.
    func cadenceState(of customer: Customer) -> CadenceState {
        guard let cadence = config.planning.cadenceDays(of: customer), customer.isActive else {
            return .prospect
        }
        if overdueIDs.contains(customer.id) { return .overdue }
        guard let last = book.lastVisit(to: customer.id) else { return .due }
        let share = Double(book.asOf - book.day(of: last)) / Double(cadence)
        return share >= config.planning.dueShare ? .due : .onCadence
    }

    /// A pin on any map: shape by cadence, size by last year's revenue in three steps.
    func pin(for customer: Customer, ink: MapInk, on page: SitePath) -> MapPin? {
        guard let place = customer.place else { return nil }
        let state = cadenceState(of: customer)
        let revenue = insights.customers[customer.id]?.revenueLastYear.amount ?? 0
        return MapPin(
            point: place, label: "\(oneLine(customer.name, limit: 60)) · \(state.word)",
            href: link(to: customer.id, from: page),
            symbol: state.symbol, size: revenue >= revenueSteps.high ? 3 : revenue >= revenueSteps.low ? 2 : 1, ink: ink
        )
    }
}
