import Config
import Quantities
import Records
import Routes

extension SiteMaterial {
    /// A stop's card: who, when, why, whom to ask for, and the brief.
    func stopFields(
        _ stop: Stop, number: Int, day: RouteDay, on path: SitePath, marksEstimates: Bool
    ) -> PageFields {
        let customer = book.customerByID[stop.customerID] ?? Customer(id: stop.customerID, name: stop.customerID.text)
        let contact = book.contactsByCustomer[customer.id]?.first
        let log = recentActivities(of: customer.id)
        let number = number + 1
        let waiting = day.waitMinutes(at: stop)
        let wait = waiting > 0 ? "\(waiting) min wait until it opens" : nil
        return [
            "number": .text(String(number)),
            "stopID": .text(stopID(day, number - 1)),
            "stopKey": .text(customer.id.text),
            "name": .text(customerName(customer.id)),
            "href": .text(link(to: customer.id, from: path) ?? "#"),
            "street": .text(customer.address.oneLine),
            "start": .text(stop.start.text),
            "end": .text(stop.end.text),
            "wait": .text(ifAny: wait),
            "leg": .text(legText(stop.leg, marksEstimates: marksEstimates)),
            "why": .text(reasonText(stop.reason)),
            "whyStatus": .text(reasonStatus(stop.reason).cssClass),
            "ask": .text(ifAny: contact?.name),
            "askTitle": .text(ifAny: contact?.title),
            "lastNote": .text(ifAny: lastNote(log)),
            "navigateHref": .text(navigationLink(to: customer)),
            "callHref": .text(ifAny: telephoneLink(contact?.phone) ?? telephoneLink(customer.phone)),
            "checkInHref": .text(checkInLink(customer, day: day.day)),
            "appleHref": .text(appleLink(to: customer)),
            "geoHref": .text(geoLink(to: customer)),
            "slack": .text(slackText(stop)),
            "changes": .list(stop.reason.changes.map { ["line": .text($0.line)] }),
            "lockLine": .text(changeLine(customer.id, .lock(day: day.day, at: stop.start))),
            "activities": .list(
                log.prefix(3).map { activity in
                    [
                        "date": .text(figures.day(book.day(of: activity))),
                        "text": .text(activityText(activity, limit: 140)),
                    ]
                }),
            "deals": .list(
                (book.opportunitiesByCustomer[customer.id] ?? []).filter { $0.outcome == .open }.prefix(3).map { deal in
                    [
                        "name": .text(oneLine(deal.name, limit: 60)),
                        "amount": .text(deal.amount.map { figures.money($0) } ?? "no amount"),
                        "stage": .text(deal.stage),
                    ]
                }),
            "cases": .list(
                (book.serviceCasesByCustomer[customer.id] ?? []).filter(\.isOpen).prefix(3).map {
                    [
                        "subject": .text(oneLine($0.subject, limit: 80)),
                        "date": .text(figures.day(book.zone.day(of: $0.opened))),
                    ]
                }),
            "followUps": .list(
                (book.followUpsByCustomer[customer.id] ?? []).filter { !$0.isDone }.prefix(3).map {
                    [
                        "subject": .text(oneLine($0.subject, limit: 80)),
                        "date": .text($0.due.map(figures.shortDay) ?? "any time"),
                    ]
                }),
            "nearby": .list(
                stop.nearby.map {
                    [
                        "name": .text(customerName($0.customerID)),
                        "href": .text(link(to: $0.customerID, from: path) ?? "#"),
                        "detour": .text("\($0.detour.wholeMinutes) min detour"),
                    ]
                }),
        ]
    }

    /// Done activities with a customer, newest first.
    func recentActivities(of customer: RecordID<Customer>) -> [Activity] {
        (book.activitiesByCustomer[customer] ?? []).filter { $0.state == .done && book.day(of: $0) <= book.asOf }
            .reversed()
    }

    private func lastNote(_ log: [Activity]) -> String? {
        guard let noted = log.first(where: { $0.notes?.isEmpty == false }), let notes = noted.notes else { return nil }
        return "\(figures.shortDay(book.day(of: noted))): \(oneLine(notes, limit: 110))"
    }

    /// `Visit, Order placed: Wants delivery on Tuesdays`.
    func activityText(_ activity: Activity, limit: Int) -> String {
        let what = [
            activity.category.rawValue.prefix(1).uppercased() + activity.category.rawValue.dropFirst(),
            activity.outcome,
        ]
        .compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
        guard let notes = activity.notes, !notes.isEmpty else {
            return activity.subject.map { $0 == "Visit" ? what : "\(what): \(oneLine($0, limit: limit))" } ?? what
        }
        return "\(what): \(oneLine(notes, limit: limit))"
    }

    private func slackText(_ stop: Stop) -> String {
        stop.slackMinutes <= 0
            ? "No slack: every minute late breaks the rest of the day."
            : "Up to \(stop.slackMinutes) min late still keeps the rest of the day."
    }

    /// A check-in as one line of the log's own format, ready to be sent by mail.
    private func checkInLink(_ customer: Customer, day: Day) -> String {
        let line = "\(day.iso);visit;\(customer.id.text);\(oneLine(customer.name, limit: 60));outcome;notes"
        return
            "mailto:?subject=\(urlEncoded("Check-in"))&body=\(urlEncoded(line))"
    }
}
