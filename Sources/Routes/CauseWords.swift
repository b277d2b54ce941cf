import Quantities

extension Unserved.Cause {
    /// The cause in words, to stand behind a colon: begins small, without a full stop.
    package var words: String {
        switch self {
        case .noPlace: "no place on the map is known"
        case .closedInWorkingHours: "never open during working hours"
        case .outOfReach: "too far for one day from home and back"
        case .noWindowLeft: "no gap is long enough while it is open"
        case .daysFull(let day, let driving, let overtime):
            "the days are full; on \(day.weekday.name) it would cost \(driving.wholeMinutes) min more driving"
                + (overtime > 0 ? " and \(overtime) min overtime" : "")
        case .visitLimit(let day, let driving):
            "the limit of visits a day is reached; on \(day.weekday.name) it would cost \(driving.wholeMinutes) min more driving"
        case .notWorthTheDrive(let day, let driving):
            "not urgent enough for the way; on \(day.weekday.name) it would cost \(driving.wholeMinutes) min more driving"
        case .weekPublished(let day, let driving):
            "the week is published and stays as it is; on \(day.weekday.name) it would cost \(driving.wholeMinutes) min more driving"
        case .skipped(let until): "put off until \(until.iso)"
        case .closedOnDates(let until): "closed until \(until.iso)"
        case .notWorking(let from, let until):
            from == until ? "\(from.iso) is no working day" : "no working day from \(from.iso) to \(until.iso)"
        case .visitAgreed(let day): "a visit is agreed for \(day.iso), and this would be too near to it"
        case .noPlan: "there is no plan for this rep"
        }
    }
}
