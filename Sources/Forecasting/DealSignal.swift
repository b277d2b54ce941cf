import Quantities
import Records

/// What may tell one open deal from another of the same stage and age.
enum DealSignal: String, CaseIterable {
    case rep, size, industry, type
    case leadSource = "lead source"
    case pushes
    case promise = "promised close day"
    case activity = "time since the last activity"
}

/// The class of every deal in each signal, on any day: from what was known then.
struct DealClasses {
    private let book: SalesBook
    private let histories: [DealHistory]
    /// By opportunity, in order of time: what its changes say of owner and size.
    private let standings: [[Standing]]
    /// By opportunity.
    private let industries: [Int]
    private let types: [Int]
    private let sources: [Int]
    /// Ascending, by opportunity's customer.
    private let activityDays: [RecordID<Customer>: [Day]]

    private struct Standing: Hashable {
        var since: Day
        var slot: Int
        var size: Int
    }

    /// `slots` are those of today's owners, for changes that don't name one.
    init(_ book: SalesBook, histories: [DealHistory], slots: [Int], slotByRep: [RecordID<Rep>: Int]) {
        self.book = book
        self.histories = histories
        var calendar = CalendarDays(zone: book.zone)
        standings = book.opportunities.enumerated().map { index, opportunity in
            opportunity.changes.reduce(into: []) { standings, change in
                let standing = Standing(
                    since: calendar.day(of: change.at),
                    slot: change.ownerID.map { slotByRep[$0] ?? book.reps.count } ?? slots[index],
                    size: DealClasses.sizeBand(change.amount))
                if let last = standings.last, (last.slot, last.size) == (standing.slot, standing.size) { return }
                standings.append(standing)
            }
        }
        types = numbered(book.opportunities.map(\.type))
        sources = numbered(book.opportunities.map(\.leadSource))
        let industryByCustomer = Dictionary(
            book.customers.map { ($0.id, $0.industry) }, uniquingKeysWith: { first, _ in first })
        industries = numbered(book.opportunities.map { $0.customerID.flatMap { industryByCustomer[$0] ?? nil } })
        var days: [RecordID<Customer>: [Day]] = [:]
        // Activities come in the order of time.
        for activity in book.activities where activity.state == .done {
            if let customer = activity.customerID {
                days[customer, default: []].append(calendar.day(of: activity.start))
            }
        }
        activityDays = days
    }

    /// Powers of four of the whole amount; 0 where there is none.
    private static func sizeBand(_ amount: Money?) -> Int {
        var band = 0
        var left = (amount?.minorUnits ?? 0) / max(1, amount?.currency.minorPerUnit ?? 1)
        while left > 0 {
            band += 1
            left /= 4
        }
        return band
    }

    /// Deals of the same class are alike in this signal. Nil where nothing is known of it: what is filled in only when a
    /// deal is won would tell its end.
    func number(of signal: DealSignal, deal: Int, on day: Day) -> Int? {
        func known(_ number: Int) -> Int? { number > 0 ? number : nil }
        switch signal {
        case .rep: return standings[deal].last { $0.since <= day }?.slot
        case .size: return standings[deal].last { $0.since <= day }?.size
        case .industry: return known(industries[deal])
        case .type: return known(types[deal])
        case .leadSource: return known(sources[deal])
        case .pushes: return min(histories[deal].promise(on: day).pushes, 4)
        case .promise:
            guard let promised = histories[deal].promise(on: day).closeDay else { return 0 }
            let ahead = promised - day
            return ahead <= 0 ? 1 : ahead <= 15 ? 2 : ahead <= 31 ? 3 : ahead <= 61 ? 4 : ahead <= 92 ? 5 : 6
        case .activity:
            guard let customer = book.opportunities[deal].customerID, let days = activityDays[customer] else {
                return 0
            }
            var low = 0
            var high = days.count
            while low < high {
                let middle = (low + high) / 2
                if days[middle] <= day { low = middle + 1 } else { high = middle }
            }
            guard low > 0 else { return 0 }
            let ago = day - days[low - 1]
            return ago <= 7 ? 1 : ago <= 30 ? 2 : ago <= 90 ? 3 : 4
        }
    }
}

/// A number for each text, in the order of the texts; 0 for none.
private func numbered(_ texts: [String?]) -> [Int] {
    let sorted = Set(texts.compactMap(\.self)).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1, $0 + 1) })
    return texts.map { $0.flatMap { numbers[$0] } ?? 0 }
}
