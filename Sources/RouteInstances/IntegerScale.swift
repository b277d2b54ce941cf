import Diagnostics

/// How an instance's rounded units become the whole numbers of the search.
///
/// `dimacs` and `nearest` are whole already. Unrounded ones are counted in the finest power of ten (up to 10⁻⁵) with which
/// times stay within `largest`; what is driven is then rounded up and what is allowed down, so that what the search finds
/// feasible is feasible.
struct IntegerScale: Sendable {
    /// Units of the search in one unit of the instance.
    let factor: Double
    private let rounding: CostRounding

    /// Leaves room for a sum of a clock, a leg and a visit in 32 bits.
    static let largest = Double(Int32.max / 4)

    init(_ instance: RouteInstance, rounding: CostRounding, longestLeg: Double) throws(ProblemError) {
        self.rounding = rounding
        let depot = instance.places[instance.depot]
        func rounded(_ value: Double) -> Double { value.isFinite ? rounding.cost(value) : 0 }
        let times = instance.places.flatMap { [rounded($0.earliest), rounded($0.service)] }
        let ends =
            instance.places.map { rounded(min($0.latest, depot.latest)) } + instance.days.map { rounded($0.duration) }
        // Legs and visits come on top of a clock that is at its end.
        let shortTimes = max(rounding.cost(longestLeg), times.max() ?? 0) * 2
        var factor = rounding == .none ? 1e5 : 1
        while factor > 1, max(shortTimes, ends.max() ?? 0) * factor > Self.largest { factor /= 10 }
        guard shortTimes * factor <= Self.largest else {
            throw ProblemError(
                "instance.too-large", "distances or times of \(instance.name) are too large for the search",
                hint: "choose a larger unit, or another rounding: they may reach \(Int(Self.largest / 2))")
        }
        self.factor = factor
    }

    /// What takes time or costs: rounded up, but for the noise of binary fractions.
    func up(_ value: Double) -> Int32 { whole((rounding.cost(value) * factor - 1e-6).rounded(.up)) }

    /// What is allowed: rounded down.
    func down(_ value: Double) -> Int32 {
        value.isFinite ? whole((rounding.cost(value) * factor + 1e-6).rounded(.down)) : Int32.max / 4
    }

    /// Money of the objective.
    func prize(_ value: Double) -> Int { Int((rounding.cost(value) * factor).rounded()) }

    private func whole(_ value: Double) -> Int32 { Int32(max(0, min(value, Self.largest))) }
}
