/// Where a day lies among the ends that a model knows chances of: between two of them a chance grows evenly.
struct HorizonPlace: Sendable {
    /// Index of the first end on or after the day; the last one for a day beyond all.
    private let upper: Int
    /// Share of the way from the end before (or the as-of date, with chance 0) to `upper`.
    private let share: Double

    /// `days` ascending, as in `ForecastHorizons`.
    init(_ day: Int, in days: [Int]) {
        upper = days.firstIndex { $0 >= day } ?? max(0, days.count - 1)
        let before = upper > 0 ? days[upper - 1] : 0
        let width = days.isEmpty ? 0 : days[upper] - before
        share = width > 0 ? min(1, max(0, Double(day - before) / Double(width))) : day > 0 ? 1 : 0
    }

    @inline(__always)
    func chance(_ ascending: [Double]) -> Double {
        guard !ascending.isEmpty else { return 0 }
        if share >= 1 { return ascending[upper] }
        let before = upper > 0 ? ascending[upper - 1] : 0
        return before + (ascending[upper] - before) * share
    }
}
