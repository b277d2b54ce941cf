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
    /// The day on which each stay began.
    var stayStarts: [Day]
    /// When a close day was promised, in order of time; a push is a later one.
    var promises: [Promise]

    struct Promise: Hashable {
        var since: Day
        var closeDay: Day
    }

    /// The stay that was under way at the end of `day`, and its age in days then; nil where it was in none.
    func stay(on day: Day) -> (stage: Int, days: Int)? {
        guard closedDay.map({ $0 > day }) ?? true else { return nil }
        for (stay, start) in zip(stays, stayStarts).reversed() where start <= day {
            let isThere = stay.end == .open ? start + stay.days >= day : start + stay.days > day
            return isThere ? (stay.stage, day - start) : nil
        }
        return nil
    }

    /// The close day promised at the end of `day`, and how often it had been pushed to a later one.
    func promise(on day: Day) -> (closeDay: Day?, pushes: Int) {
        var promised: Day?
        var pushes = 0
        for promise in promises {
            guard promise.since <= day else { break }
            if let before = promised, promise.closeDay > before { pushes += 1 }
            promised = promise.closeDay
        }
        return (promised, pushes)
    }
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
        var starts: [Day] = []
        var promises: [DealHistory.Promise] = []
        var current: (stage: Int, since: Day)?
        var last: Day?

        func leave(on day: Day, _ end: StageStay.End) {
            guard let stay = current else { return }
            stays.append(StageStay(stage: stay.stage, days: max(0, day - stay.since), end: end))
            starts.append(stay.since)
            current = nil
        }
        for change in opportunity.changes {
            let day = calendar.day(of: change.at)
            last = day
            if let closeDay = change.closeDay, change.outcome == .open, promises.last?.closeDay != closeDay {
                promises.append(DealHistory.Promise(since: day, closeDay: closeDay))
            }
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
            outcome: opportunity.outcome, stays: stays, stayStarts: starts, promises: promises)
    }
}
