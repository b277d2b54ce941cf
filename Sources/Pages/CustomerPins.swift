import Config
import Insights
import Quantities
import Maps
import Records
import Territories

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
        if overdueDays[customer.id] != nil { return .overdue }
        guard let last = book.lastVisit(to: customer.id) else { return .due }
        let share = Double(book.asOf - book.day(of: last)) / Double(cadence)
        return share >= config.planning.dueShare ? .due : .onCadence
    }

    /// A pin on any map: shape by cadence, size by last year's revenue in three steps; who is overdue is drawn large in
    /// any case, and who is on cadence never is, so that the eye finds the former first.
    func pin(for customer: Customer, ink: MapInk, on page: SitePath) -> MapPin? {
        guard let place = customer.place else { return nil }
        let state = cadenceState(of: customer)
        let revenue = insights.customers[customer.id]?.revenueLastYear.amount ?? 0
        let size = revenue >= revenueSteps.high ? 3 : revenue >= revenueSteps.low ? 2 : 1
        return MapPin(
            point: place, label: pinLabel(customer, state), href: link(to: customer.id, from: page),
            symbol: state.symbol, size: state == .overdue ? max(2, size) : state == .onCadence ? min(2, size) : size,
            ink: ink, card: card(of: customer))
    }

    /// `Hotel Post · Overdue by 12 days`, also the tooltip of a link.
    private func pinLabel(_ customer: Customer, _ state: CadenceState) -> String {
        let late = overdueDays[customer.id].map { " by \(days($0))" } ?? ""
        return "\(oneLine(customer.name, limit: 60)) · \(state.word.replacing("\u{a0}", with: " "))\(late)"
    }

    /// What a map's script shows about a customer, and what it adds to a selection; in the order of `mapMeasures`.
    func card(of customer: Customer, rep: String? = nil) -> MapCard {
        let last = book.lastVisit(to: customer.id).map { "last visit \(nearDay(book.day(of: $0)))" }
        return MapCard(
            lines: [last ?? "never visited", rep ?? repName(customer.ownerID)],
            values: [workHours(of: customer), insights.customers[customer.id]?.openPipeline.amount ?? 0])
    }

    var mapMeasures: [MapMeasure] {
        [MapMeasure(name: "a year", unit: "h"), MapMeasure(name: "open pipeline", unit: book.currency.symbol)]
    }

    /// Hours a year for visits and driving, the latter as it is for the average visit of who looks after the customer.
    func workHours(of customer: Customer) -> Double {
        guard let cadence = config.planning.cadenceDays(of: customer), customer.isActive else { return 0 }
        let driving = customer.ownerID.flatMap { driveMinutesOfVisit[$0] } ?? 0
        return 365.25 / Double(cadence) * (Double(config.planning.visitMinutes(of: customer)) + driving) / 60
    }

    /// `14 Oct`, with the year where it is not within the last ten months.
    func nearDay(_ day: Day) -> String {
        guard abs(book.asOf - day) < 300 else { return figures.day(day) }
        return figures.shortDay(day).split(separator: "\u{a0}").dropFirst().joined(separator: " ")
    }
}
