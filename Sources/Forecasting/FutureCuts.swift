/// The days, counted from the as-of date, by which a simulation knows what was won: wins between two of them are told apart.
struct FutureCuts: Sendable {
    /// Ascending, without repeats, each 0 or more; the last one is the end of the last period.
    let days: [Int]
    /// Where periods end, as indices into `days`, ascending without repeats. Wins of different periods from deals not
    /// created yet are independent of each other.
    let periods: [Int]

    /// `periods` and `others` are days from the as-of date, in any order; others after the last period are left out.
    init(periods: [Int], others: [Int] = []) {
        let ends = Set(periods.map { max(0, $0) })
        let last = ends.max() ?? 0
        let sorted = ends.union(others.filter { $0 > 0 && $0 < last }).union([last]).sorted()
        days = sorted
        self.periods = sorted.indices.filter { ends.contains(sorted[$0]) || $0 == sorted.count - 1 }
    }

    var count: Int { days.count }

    /// The index of a day that is one of `days`.
    func index(of day: Int) -> Int { days.firstIndex(of: max(0, day)) ?? days.count - 1 }
}
