import Config
import Records

/// Usual lengths of visits, from the log: the median of those with a duration, rounded to five minutes.
struct LearntVisitMinutes: Sendable {
    /// Fewest visits with a duration from which a length is learnt.
    static let fewestOfCustomer = 5
    static let fewestOfSegment = 20

    private var byCustomer: [RecordID<Customer>: (minutes: Int, visits: Int)] = [:]
    private var bySegment: [String: (minutes: Int, visits: Int)] = [:]

    init() {}

    /// O(n log n) in the activities of the book.
    init(_ book: SalesBook) {
        var ofCustomer: [RecordID<Customer>: [Int]] = [:]
        var ofSegment: [String: [Int]] = [:]
        for activity in book.activities where activity.category == .visit && activity.state == .done {
            guard let id = activity.customerID, let minutes = activity.minutes, (1...720).contains(minutes),
                book.day(of: activity) <= book.asOf
            else { continue }
            ofCustomer[id, default: []].append(minutes)
            if let segment = book.customerByID[id]?.industry { ofSegment[segment, default: []].append(minutes) }
        }
        byCustomer = ofCustomer.compactMapValues { LearntVisitMinutes.usual($0, fewest: Self.fewestOfCustomer) }
        bySegment = ofSegment.compactMapValues { LearntVisitMinutes.usual($0, fewest: Self.fewestOfSegment) }
    }

    /// How long a visit takes, and how that is known: the customer's own length, else a learnt one, else a setting.
    func minutes(for customer: Customer, planning: PlanningSettings) -> (minutes: Int, source: VisitMinutesSource) {
        if let own = customer.visitMinutes { return (max(0, own), .customer) }
        if planning.learnVisitMinutes {
            if let learnt = byCustomer[customer.id] {
                return (learnt.minutes, .learntFromCustomer(visits: learnt.visits))
            }
            if let segment = customer.industry, let learnt = bySegment[segment] {
                return (learnt.minutes, .learntFromSegment(segment, visits: learnt.visits))
            }
        }
        if let segment = customer.industry, let set = planning.visitMinutesBySegment[segment] {
            return (max(0, set), .segment(segment))
        }
        return (max(0, planning.visitMinutes), .standard)
    }

    private static func usual(_ lengths: [Int], fewest: Int) -> (minutes: Int, visits: Int)? {
        guard lengths.count >= fewest else { return nil }
        let sorted = lengths.sorted()
        // Twice the median, so that it stays whole.
        let double = sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]
        return (max(5, (double + 5) / 10 * 5), lengths.count)
    }
}
