import Config
import Diagnostics
import Quantities
import Records

@testable import Routes

func change(_ customer: String, _ action: PlanChange.Action, line: Int = 1) -> PlanChange {
    PlanChange(
        customer: customer, action: action, place: ProblemPlace(file: "plan-changes.txt", line: line))
}

func dayOff(_ from: Day, _ until: Day? = nil, rep: String? = nil, named name: String = "Off") -> DayOff {
    DayOff(rep: rep, from: from, until: until ?? from, name: name, place: ProblemPlace(file: "days-off.csv", line: 2))
}

func inputs(
    _ changes: [PlanChange] = [], daysOff: [DayOff] = [], published: PublishedPlan? = nil
) -> PlanInputs {
    var inputs = PlanInputs()
    inputs.changes = changes
    inputs.daysOff = daysOff
    inputs.published = published
    return inputs
}

/// The plan as it would be given to the rep.
func publication(of plans: RepPlan...) -> PublishedPlan {
    PublishedPlan(
        visits: plans.flatMap { plan in
            plan.days.flatMap { day in
                day.stops.map {
                    PublishedPlan.Visit(
                        day: day.day, start: $0.start, minutes: $0.end - $0.start, rep: plan.repID.text,
                        customer: $0.customerID.text)
                }
            }
        })
}

func weeksPlan(
    of rep: Rep, in book: SalesBook, _ inputs: PlanInputs = PlanInputs(), _ planning: PlanningSettings = settings(),
    travel: TravelSettings = plainTravel
) -> RepPlan {
    let (resolved, _) = resolvePlanChanges(inputs, in: book)
    return planWeeks(
        of: rep, in: book, planning: planning, travel: travel, inputs: resolved, times: GreatCircleTravel(travel))
}

extension RandomWorld {
    /// A change line about some customer, of any kind and not always a possible one.
    func randomChange(_ random: inout SeededRandom, line: Int = 1) -> PlanChange {
        let customer = customers[random.integer(in: 0..<customers.count)].id.text
        let day = monday + random.integer(in: 0..<12)
        let start = TimeOfDay(random.integer(in: 7..<18), 15 * random.integer(in: 0..<4))
        let action: PlanChange.Action =
            switch random.integer(in: 0..<6) {
            case 0: .lock(day: day, at: random.integer(in: 0..<2) == 0 ? nil : start)
            case 1: .skip(until: day + 1)
            case 2: .must(from: random.integer(in: 0..<2) == 0 ? nil : day - 2, until: day)
            case 3: .appointment(day: day, window: TimeWindow(from: start, until: start + 90), minutes: 40)
            case 4: .closed(from: day, until: day + random.integer(in: 0..<4))
            default: .move(rep: "other")
            }
        return change(customer, action, line: line)
    }
}
