import Quantities
import Records

/// A customer while its history is being made: the record, with what drives its behaviour.
struct DemoCustomer {
    var record: Customer
    var trade: Trade
    var town: Town
    /// Who looks after it from which day on, oldest first; indices into `RepSlot.all`.
    var owners: [(from: Day, rep: Int)]
    /// Spending against the usual of its trade, mean about 1.
    var size: Double
    /// Relative change of spending over the whole span.
    var trend: Double
    /// Day of the last order where the customer has gone quiet.
    var quietFrom: Day?
    /// First day of history: the creation or the start of the span, whichever is later.
    var known: Day

    /// The rep on that day.
    func rep(on day: Day) -> Int {
        (owners.last { $0.from <= day } ?? owners[0]).rep
    }

    var sellsOrders: Bool { !record.isProspect }
}

/// Everything that the parts of the demo share: who, where and when.
struct DemoWorld {
    var seed: UInt64
    var timeline: Timeline
    var reps: [Rep]
    /// Days on which a rep is away, by rep index.
    var away: [Set<Day>]
    var customers: [DemoCustomer]
    var contacts: [RecordID<Customer>: [Contact]]

    func stream(_ name: String) -> SeededRandom { SeededRandom(seed: seed, stream: name) }

    /// The rep's hours on a day that they work, else nil.
    func hours(of rep: Int, on day: Day) -> TimeWindow? {
        guard timeline.isWorkday(day), reps[rep].works(on: day) || isFormerly(rep, on: day), !away[rep].contains(day)
        else { return nil }
        return (reps[rep].workingHours ?? .usual)[day.weekday]
    }

    /// The one who left counts as inactive today, but worked until then.
    private func isFormerly(_ rep: Int, on day: Day) -> Bool {
        guard let left = reps[rep].left else { return false }
        return day <= left && (reps[rep].hired.map { $0 <= day } ?? true)
    }

    var customerIndex: [RecordID<Customer>: Int] {
        Dictionary(uniqueKeysWithValues: customers.enumerated().map { ($1.record.id, $0) })
    }
}
