import Quantities
import Records

/// The report week and the eleven before it, as moments in the company's zone.
struct WeekSpan {
    static let weeks = 12
    static let winRateDays = 90

    let monday: Day
    /// Sunday, or the as-of date where the week is not over.
    let last: Day
    /// Start of each of the twelve weeks, oldest first.
    private let starts: [Instant]
    /// First moment after the week, or after the as-of date.
    let end: Instant
    let winRateStart: Instant
    let slotByRep: [RecordID<Rep>: Int]
    /// Slot of what belongs to nobody.
    let nobody: Int

    init(_ book: SalesBook, monday: Day) {
        self.monday = monday
        last = max(monday - 1, min(monday + 6, book.asOf))
        starts = (0..<WeekSpan.weeks).map { book.zone.instant(monday - 7 * (WeekSpan.weeks - 1 - $0)) }
        end = book.zone.instant(last + 1)
        winRateStart = book.zone.instant(last - (WeekSpan.winRateDays - 1))
        slotByRep = Dictionary(book.reps.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        nobody = book.reps.count
    }

    var start: Instant { starts[WeekSpan.weeks - 1] }

    func contains(_ instant: Instant) -> Bool { instant >= start && instant < end }

    /// 0...11, the report week last; nil outside of all.
    func week(of instant: Instant) -> Int? {
        guard instant >= starts[0], instant < end else { return nil }
        return starts.lastIndex { $0 <= instant }
    }

    func slot(_ rep: RecordID<Rep>?) -> Int { rep.flatMap { slotByRep[$0] } ?? nobody }

    /// Whether the rep was with the company on any day of the week.
    func isWorking(_ rep: Rep) -> Bool { (0..<7).contains { rep.works(on: monday + $0) } }
}
