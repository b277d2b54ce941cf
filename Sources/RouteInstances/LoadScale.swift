import Diagnostics

/// How demands and capacities become whole numbers: as they are where they are whole, else in thousandths, demands rounded
/// up and capacities down. Where no capacity limits them, nothing weighs anything.
struct LoadScale: Sendable {
    private let factor: Double

    /// So that no sum along a route leaves 32 bits.
    private static let largest = Double(Int32.max / 4)

    init(_ instance: RouteInstance) throws(ProblemError) {
        let capacities = instance.days.map(\.capacity).filter { $0 < .infinity }
        guard let most = capacities.max() else {
            factor = 0
            return
        }
        let demands = instance.customers.map { instance.places[$0].demand }
        let isWhole = (demands + capacities).allSatisfy { $0 == $0.rounded() }
        let factor = isWhole ? 1.0 : 1000
        let heaviest = demands.max() ?? 0
        // A capacity beyond the sum of all demands is none.
        guard min(most, demands.reduce(0, +)) * factor <= Self.largest, heaviest * factor <= Self.largest else {
            throw ProblemError(
                "instance.too-large", "demands of \(instance.name) are too large for the search",
                hint: "choose a larger unit: capacities may reach \(Int(Self.largest / factor))")
        }
        self.factor = factor
    }

    func demand(_ value: Double) -> Int32 { Int32(min(value * factor - 1e-6, Self.largest).rounded(.up)) }

    func capacity(_ value: Double) -> Int32 {
        guard factor > 0, value * factor < Self.largest else { return Int32.max / 2 }
        return Int32((value * factor + 1e-6).rounded(.down))
    }
}
