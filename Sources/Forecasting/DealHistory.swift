import Config
import Quantities
import Records

/// One deal's way through the open stages, in days: what win rates and timing are learned from.
struct DealHistory {
    var createdDay: Day
    /// Day of the change that closed it; nil while open.
    var closedDay: Day?
    var outcome: Opportunity.Outcome
    /// In order of time. A close day that is pushed does not end a stay; going back to a stage begins a new one.
    var stays: [StageStay]
}

/// A deal's uninterrupted time in one open stage.
struct StageStay: Hashable {
    enum End: Hashable {
        case won, lost
        case moved(to: Int)
        /// Still there on the as-of date: censored.
        case open
    }

    /// Index among the open stages of the config.
    var stage: Int
    var days: Int
    var end: End
}

/// The open stages of the config, in pipeline order, by index.
struct OpenStages {
    let settings: [StageSetting]
    private let indices: [String: Int]

    init(_ stages: [StageSetting]) {
        settings = stages.filter { $0.outcome == .open }
        indices = Dictionary(
            settings.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    var count: Int { settings.count }
    subscript(name: String) -> Int? { indices[name] }
}

/// The history of every deal of the book, in the order of `book.opportunities`. O(changes).
func dealHistories(of book: SalesBook, stages: OpenStages) -> [DealHistory] {
    var calendar = CalendarDays(zone: book.zone)
    return book.opportunities.map { opportunity in
        var stays: [StageStay] = []
        var current: (stage: Int, since: Day)?
        var last: Day?

        func leave(on day: Day, _ end: StageStay.End) {
            guard let stay = current else { return }
            stays.append(StageStay(stage: stay.stage, days: max(0, day - stay.since), end: end))
            current = nil
        }
        for change in opportunity.changes {
            let day = calendar.day(of: change.at)
            last = day
            switch change.outcome {
            case .won: leave(on: day, .won)
            case .lost: leave(on: day, .lost)
            case .open:
                guard let stage = stages[change.stage] else {
                    leave(on: day, .open)
                    continue
                }
                if current?.stage == stage { continue }
                leave(on: day, .moved(to: stage))
                current = (stage, day)
            }
        }
        leave(on: book.asOf, .open)
        let closed =
            opportunity.outcome == .open ? nil : opportunity.closed.map { calendar.day(of: $0) } ?? last
        return DealHistory(
            createdDay: calendar.day(of: opportunity.changes.first?.at ?? opportunity.created),
            closedDay: closed,
            outcome: opportunity.outcome, stays: stays)
    }
}
