/// Chances by any day from those by a model's ends. Days repeat a lot, so their places are kept.
struct DayChances: Sendable {
    private let days: [Int]
    private let places: [HorizonPlace]

    /// `days` ascending, as in `ForecastHorizons`.
    init(_ days: [Int]) {
        self.days = days
        places = (0...max(0, days.last ?? 0)).map { HorizonPlace($0, in: days) }
    }

    func place(_ day: Int) -> HorizonPlace {
        places.indices.contains(day) ? places[day] : HorizonPlace(day, in: days)
    }

    /// The chance to be won within `day` days in a scenario.
    func chance(_ wonBy: [Double], day: Int, effect: ScenarioEffects.DealEffect) -> Double {
        switch effect {
        case .none: place(day).chance(wonBy)
        case .lost: 0
        case .won: 1
        case .changed(let slipDays, let factor, _):
            min(1, factor * (day > slipDays ? place(day - slipDays).chance(wonBy) : 0))
        }
    }
}
