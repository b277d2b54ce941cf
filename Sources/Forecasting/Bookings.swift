import Quantities
import Records

/// What was won, by slot of the owner and day: the truth that forecasts are held against.
struct Bookings {
    private struct Win {
        var day: Day
        var slot: Int
        var amount: Int
    }

    private var wins: [Win] = []
    private let slotCount: Int
    /// When each opportunity of the book was won; nil for the others.
    private(set) var wonDays: [RecordID<Opportunity>: Day] = [:]
    /// The first day on which closings are known (see `firstUsualClosing`), and the first on which anything is known of one.
    private(set) var firstClosing: Day?
    private(set) var firstChange: Day?

    /// Amounts in other currencies are left out. O(opportunities).
    init(_ book: SalesBook) {
        var calendar = CalendarDays(zone: book.zone)
        let slots = Dictionary(book.reps.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        slotCount = book.reps.count + 1
        var closings: [Day] = []
        for opportunity in book.opportunities {
            if let first = opportunity.changes.first.map({ calendar.day(of: $0.at) }) {
                firstChange = min(firstChange ?? first, first)
            }
            guard let closed = opportunity.closed.map({ calendar.day(of: $0) }) else { continue }
            closings.append(closed)
            guard opportunity.outcome == .won else { continue }
            wonDays[opportunity.id] = closed
            guard let amount = opportunity.amount, amount.currency == book.currency else { continue }
            wins.append(
                Win(
                    day: closed, slot: opportunity.ownerID.flatMap { slots[$0] } ?? book.reps.count,
                    amount: amount.minorUnits))
        }
        firstClosing = firstUsualClosing(closings)
    }

    /// By slot, from the first day to the last.
    func amounts(from: Day, until: Day) -> [Int] {
        var amounts = [Int](repeating: 0, count: slotCount)
        for win in wins where win.day >= from && win.day <= until { amounts[win.slot] += win.amount }
        return amounts
    }

    func amount(from: Day, until: Day) -> Int { amounts(from: from, until: until).reduce(0, +) }
    func amount(ofMonth first: Day) -> Int { amount(from: first, until: first.lastOfMonth) }

    /// Of the company's bookings, the months before `first` that are whole: from the first closing's next month on, at
    /// most `most`, newest first.
    func wholeMonths(before first: Day, most: Int) -> [Day] {
        guard let firstClosing else { return [] }
        let earliest =
            firstClosing == firstClosing.firstOfMonth ? firstClosing : firstClosing.firstOfMonth.addingMonths(1)
        return (1...max(1, most)).map { first.addingMonths(-$0) }.filter { $0 >= earliest }
    }
}
