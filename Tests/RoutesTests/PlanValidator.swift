import Config
import Geo
import Quantities
import Records

@testable import Routes

/// What is wrong with the plan of a week, found without any code of the planner but the estimate of drives. Lines of
/// `inputs` name customers and reps by id.
func violations(
    _ plan: RoutePlan, rep: Rep, book: SalesBook, planning: PlanningSettings, travel: TravelSettings,
    inputs: PlanInputs = PlanInputs()
) -> [String] {
    var problems: [String] = []
    let estimate = GreatCircleTravel(travel)
    var seen: Set<RecordID<Customer>> = []
    for day in plan.days {
        let name = day.day.iso
        let hours = (rep.workingHours ?? planning.workingHours)[day.day.weekday]
        if hours != day.hours { problems.append("\(name): wrong hours") }
        if !rep.works(on: day.day) || planning.holidays.contains(where: { $0.day == day.day }) {
            problems.append("\(name): a day off")
        }
        if inputs.daysOff.contains(where: { ($0.rep ?? rep.id.text) == rep.id.text && $0.contains(day.day) }) {
            problems.append("\(name): a day off by file")
        }
        if day.departure < day.hours.from || day.back > day.hours.until { problems.append("\(name): hours broken") }
        if day.stops.count > planning.maxVisitsPerDay { problems.append("\(name): too many visits") }
        if day.driving.count > planning.maxDrivingMinutesPerDay * 60 { problems.append("\(name): too much driving") }

        // Spans in which the rep is busy; lunch must not touch their inside.
        var busy: [TimeWindow] = []
        var leaving = day.departure
        var position = rep.home
        var driving = Seconds.zero
        for stop in day.stops {
            guard let customer = book.customerByID[stop.customerID], let place = customer.place, let from = position
            else {
                problems.append("\(name): a stop without a place")
                continue
            }
            let lines = inputs.changes.filter { $0.customer == customer.id.text }
            let isTwice = !seen.insert(customer.id).inserted
            if isTwice, (customer.cadenceDays ?? 99) >= 5, !lines.contains(where: \.isPromise),
                stop.reason.cause != .appointment
            {
                problems.append("\(customer.id) twice")
            }
            if day.stops.count(where: { $0.customerID == customer.id }) > 1 {
                problems.append("\(name) \(customer.id): twice a day")
            }
            let leg = estimate.leg(from: from, to: place)
            let expected =
                leg.driving + (from == place && position != rep.home ? .zero : .minutes(travel.accessMinutes))
            if stop.leg.driving != expected, stop.leg.driving != leg.driving + .minutes(travel.accessMinutes) {
                problems.append("\(name) \(customer.id): leg of \(stop.leg.driving.count), not \(expected.count)")
            }
            driving = driving + stop.leg.driving
            let arrived = stop.arrival + -stop.leg.driving.wholeMinutes
            if arrived < leaving { problems.append("\(name) \(customer.id): arrives too early") }
            busy.append(TimeWindow(from: arrived, until: stop.arrival))
            if stop.start < stop.arrival || stop.slackMinutes < 0 {
                problems.append("\(name) \(customer.id): start before arrival or slack below zero")
            }
            busy.append(TimeWindow(from: stop.start, until: stop.end))
            let appointment = book.activities.first {
                $0.state == .planned && $0.customerID == customer.id && book.day(of: $0) == day.day
            }
            let published = inputs.published?.visits.first {
                $0.customer == customer.id.text && $0.day.monday == day.day.monday
            }
            let agreed = lines.compactMap { line -> (window: TimeWindow, minutes: Int?)? in
                guard case .appointment(let wanted, let window, let minutes) = line.action, wanted == day.day else {
                    return nil
                }
                return (window, minutes)
            }.first
            let minutes =
                stop.reason.minutesSource == .published
                ? published?.minutes ?? -1
                : agreed?.minutes ?? (agreed == nil ? appointment?.minutes : nil) ?? customer.visitMinutes
                    ?? planning.visitMinutes
            if stop.end - stop.start != max(0, minutes) { problems.append("\(name) \(customer.id): wrong length") }
            if let agreed {
                if stop.start < agreed.window.from || stop.end > agreed.window.until {
                    problems.append("\(name) \(customer.id): outside its appointment")
                }
            } else if let appointment {
                if book.zone.timeOfDay(of: appointment.start) != stop.start {
                    problems.append("\(name) \(customer.id): appointment moved")
                }
            } else if let opening = customer.openingHours,
                !opening[day.day.weekday].contains(where: { $0.contains(stop.start) && $0.contains(stop.end) })
            {
                problems.append("\(name) \(customer.id): visited while closed")
            }
            for line in lines {
                switch line.action {
                case .closed(let from, let until):
                    if (from...until).contains(day.day) { problems.append("\(name) \(customer.id): closed by a line") }
                case .skip(let until):
                    if day.day < until { problems.append("\(name) \(customer.id): skipped by a line") }
                case .lock(let wanted, let start):
                    if wanted == day.day, let start, stop.start != start, appointment == nil, agreed == nil {
                        problems.append("\(name) \(customer.id): lock moved")
                    }
                case .move(let other):
                    if other != rep.id.text { problems.append("\(name) \(customer.id): another rep's") }
                case .must, .appointment: break
                }
            }
            leaving = stop.end
            position = place
        }
        if !day.stops.isEmpty {
            if day.back + -day.lastLeg.driving.wholeMinutes < leaving { problems.append("\(name): home too early") }
            busy.append(TimeWindow(from: day.back + -day.lastLeg.driving.wholeMinutes, until: day.back))
            if driving + day.lastLeg.driving != day.driving { problems.append("\(name): driving does not add up") }
            let needsLunch =
                planning.lunchMinutes > 0 && day.hours.from <= planning.lunchWindow.from
                && planning.lunchWindow.until <= day.hours.until
            if needsLunch {
                if let lunch = day.lunch {
                    if lunch.minutes != planning.lunchMinutes || lunch.from < planning.lunchWindow.from
                        || lunch.until > planning.lunchWindow.until
                    {
                        problems.append("\(name): lunch at the wrong time")
                    }
                    if busy.contains(where: { $0.intersection(lunch) != nil }) {
                        problems.append("\(name): lunch at the wheel or in a visit")
                    }
                } else {
                    problems.append("\(name): no lunch")
                }
            }
        }
    }
    for unserved in plan.unserved
    where !seen.insert(unserved.customerID).inserted && unserved.reason.isOfCadence {
        problems.append("\(unserved.customerID) is planned and not")
    }
    return problems
}

/// What is wrong with a plan of several weeks: each week, and the spacing of each customer's visits over all of them.
func violations(
    of plan: RepPlan, rep: Rep, book: SalesBook, planning: PlanningSettings, travel: TravelSettings, inputs: PlanInputs
) -> [String] {
    var problems = plan.weeks.flatMap {
        violations($0, rep: rep, book: book, planning: planning, travel: travel, inputs: inputs)
    }
    var last: [RecordID<Customer>: Day] = [:]
    for activity in book.activities where activity.category == .visit && activity.state == .done {
        if let id = activity.customerID { last[id] = max(last[id] ?? book.day(of: activity), book.day(of: activity)) }
    }
    let stops = plan.weeks.flatMap(\.days).flatMap { day in day.stops.map { (day: day.day, stop: $0) } }
    for (day, stop) in stops {
        let id = stop.customerID
        if let before = last[id], let cadence = book.customerByID[id]?.cadenceDays, stop.reason.isOfCadence,
            2 * (day - before) < cadence
        {
            problems.append("\(day.iso) \(id): \(day - before) days after the last visit, every \(cadence)")
        }
        last[id] = day
    }
    if plan.weeks.map(\.monday) != plan.weeks.indices.map({ book.planMonday + 7 * $0 }) {
        problems.append("wrong weeks")
    }
    return problems
}

extension VisitReason {
    /// True for a visit that nobody asked for.
    var isOfCadence: Bool {
        switch cause {
        case .cadence, .firstVisit, .published: !changes.contains(where: \.isPromise)
        case .appointment, .followUp, .requested: false
        }
    }
}

extension PlanChange {
    /// True for a line that asks for a visit.
    var isPromise: Bool {
        switch action {
        case .lock, .must, .appointment: true
        case .skip, .move, .closed: false
        }
    }
}
