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
    private let slots: [Int]
    /// By opportunity.
    private let sizes: [Int]
    private let industries: [Int]
    private let types: [Int]
    private let sources: [Int]
    /// Ascending, by opportunity's customer.
    private let activityDays: [RecordID<Customer>: [Day]]

    init(_ book: SalesBook, histories: [DealHistory], slots: [Int]) {
        self.book = book
        self.histories = histories
        self.slots = slots
        sizes = book.opportunities.map { DealClasses.sizeBand($0.amount) }
        types = numbered(book.opportunities.map(\.type))
        sources = numbered(book.opportunities.map(\.leadSource))
        let industryByCustomer = Dictionary(
            book.customers.map { ($0.id, $0.industry) }, uniquingKeysWith: { first, _ in first })
        industries = numbered(book.opportunities.map { $0.customerID.flatMap { industryByCustomer[$0] ?? nil } })
        var calendar = CalendarDays(zone: book.zone)
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

    /// 0 or more; deals of the same class are alike in this signal.
    func number(of signal: DealSignal, deal: Int, on day: Day) -> Int {
        switch signal {
        case .rep: return slots[deal]
        case .size: return sizes[deal]
        case .industry: return industries[deal]
        case .type: return types[deal]
        case .leadSource: return sources[deal]
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
