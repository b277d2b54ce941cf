import Config
import Geo
import Quantities
import Records

@testable import Routes

/// What is wrong with a plan, found without any code of the planner but the estimate of drives.
func violations(
    _ plan: RoutePlan, rep: Rep, book: SalesBook, planning: PlanningSettings, travel: TravelSettings
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
            if !seen.insert(customer.id).inserted { problems.append("\(customer.id) twice") }
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
            let minutes = appointment?.minutes ?? customer.visitMinutes ?? planning.visitMinutes
            if stop.end - stop.start != max(0, minutes) { problems.append("\(name) \(customer.id): wrong length") }
            if let appointment {
                if book.zone.timeOfDay(of: appointment.start) != stop.start {
                    problems.append("\(name) \(customer.id): appointment moved")
                }
            } else if let opening = customer.openingHours,
                !opening[day.day.weekday].contains(where: { $0.contains(stop.start) && $0.contains(stop.end) })
            {
                problems.append("\(name) \(customer.id): visited while closed")
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
    for unserved in plan.unserved where !seen.insert(unserved.customerID).inserted {
        problems.append("\(unserved.customerID) is planned and not")
    }
    return problems
}
