import Config
import Diagnostics
import Quantities
import Records
import Routes

extension SiteMaterial {
    /// How to bend a rep's plan: a line for each verb, about real customers of the page, ready to be copied.
    func changeLines(_ plan: RoutePlan, rep: Rep) -> [PageFields] {
        let stops = plan.days.flatMap { day in day.stops.map { (day: day.day, stop: $0) } }
        guard let first = stops.first else { return [] }
        let second = stops.dropFirst().first ?? first
        let last = stops.last ?? first
        // Somebody who could be visited after all, if there is one.
        let wanted = plan.unserved.first { $0.cause.cheapest != nil }?.customerID ?? last.stop.customerID
        let start = second.stop.start
        let window = TimeWindow(
            from: start, until: TimeOfDay(minutes: min(start.minutes + max(60, second.stop.visitMinutes), 1439)))
        let friday = plan.monday + 4
        var lines: [(String, RecordID<Customer>, PlanChange.Action)] = [
            (
                "A last-minute appointment: the visit lies wholly between these times", second.stop.customerID,
                .appointment(day: second.day, window: window, minutes: second.stop.visitMinutes)
            ),
            (
                "Keep a visit on its day, or with a time also at that time", first.stop.customerID,
                .lock(day: first.day, at: first.stop.start)
            ),
            ("No visit before that day", first.stop.customerID, .skip(until: plan.monday + 14)),
            ("A visit that has to be, by that day", wanted, .must(from: nil, until: friday)),
            ("Closed on these days", last.stop.customerID, .closed(from: last.day, until: last.day + 6)),
        ]
        if let other = book.activeReps.first(where: { $0.id != rep.id && $0.teamID == rep.teamID })
            ?? book.activeReps.first(where: { $0.id != rep.id })
        {
            let name = book.activeReps.count { $0.name == other.name } == 1 ? other.name : other.id.text
            lines.append(("Planned by another rep; the owner stays", last.stop.customerID, .move(rep: name)))
        }
        return lines.map { meaning, customer, action in
            ["meaning": .text(meaning), "line": .text(changeLine(customer, action))]
        }
    }

    /// A line of the change file about a customer, by name where only one is called so.
    func changeLine(_ customer: RecordID<Customer>, _ action: PlanChange.Action) -> String {
        PlanChange(
            customer: nameInLines(customer), action: action,
            place: ProblemPlace(file: config.planning.planFile(.changes).path)
        ).line
    }

    private func nameInLines(_ id: RecordID<Customer>) -> String {
        guard let name = book.customerByID[id]?.name, !name.isEmpty, name.count <= 60,
            // Quotes and odd blanks would have to be typed as they are.
            !name.unicodeScalars.contains(where: { "\"“”„«»#".unicodeScalars.contains($0) }),
            name.split(whereSeparator: \.isWhitespace).joined(separator: " ") == name,
            !sharedNames.contains(name)
        else { return id.text }
        return name
    }
}

extension Stop {
    var visitMinutes: Int { end - start }
}
