import Quantities

/// One earlier month forecast again from its eve: every deal that was open then, with the chance it was given to be won in
/// the month and whether it was.
struct PastMonth {
    struct Deal {
        /// In `book.opportunities`.
        var index: Int
        var chance: Double
        var isWon: Bool
    }

    /// The day before the month's first.
    var eve: Day
    var deals: [Deal]
    /// Nil where the pace is not known, or nothing was won or expected.
    var errors: PaceBlend.Errors?
    /// Deals created and won within the month.
    var newWins: NewWins
    /// The same within `newDealDays` of the eve; nil where not all of these are past.
    var laterNewWins: NewWins?

    struct NewWins: Hashable {
        var won: Int
        var expected: Double
    }

    /// Over so many days it is told how far the pace of new deals strays. Within the first weeks few are won, and those
    /// tell how fast deals close rather than how many will come.
    static let newDealDays = 91
}

/// Wins per day of deals not yet created, from how long past wins took: see `RunRate`.
struct NewWinRate {
    /// Expected wins on day 1, 2, ... after the as-of date.
    var perDay: [Double]

    /// `lags` are the days from creation to win of those won in the window.
    init(lags: [Int], windowDays: Int, days: Int) {
        var counts = [Double](repeating: 0, count: days + 1)
        for lag in lags { counts[min(max(0, lag), days)] += 1 }
        var sum = 0.0
        perDay = (0..<days).map { day in
            sum += counts[day]
            return windowDays > 0 ? sum / Double(windowDays) : 0
        }
    }
}
