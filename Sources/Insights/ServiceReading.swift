import Quantities
import Records

func serviceSummary(_ book: SalesBook) -> ServiceSummary {
    let open = book.serviceCases.filter(\.isOpen).sorted { ($0.opened, $0.id) < ($1.opened, $1.id) }
    let answers = book.serviceCases.compactMap(\.satisfaction)
    return ServiceSummary(
        open: open.map(\.id), subjects: subjects(book),
        satisfaction: answers.isEmpty ? nil : Double(answers.reduce(0, +)) / Double(answers.count),
        satisfactionCount: answers.count, repeating: repeating(book),
        openByAge: ages(open.map { max(0, book.asOf - book.zone.day(of: $0.opened)) }))
}

/// Most frequent first. Days to close are calendar days: closed on the day it was opened is 0.
private func subjects(_ book: SalesBook) -> [ServiceSummary.Subject] {
    var groups: [String: [ServiceCase]] = [:]
    for one in book.serviceCases { groups[one.subject, default: []].append(one) }
    return
        groups.map { name, cases in
            let days = cases.compactMap { one in
                one.closed.map { book.zone.day(of: $0) - book.zone.day(of: one.opened) }
            }
            return ServiceSummary.Subject(
                name: name, open: cases.count - days.count, closed: days.count, medianDaysToClose: median(days))
        }
        .sorted { ($1.open + $1.closed, $0.name) < ($0.open + $0.closed, $1.name) }
}

private func repeating(_ book: SalesBook) -> [RecordID<Customer>] {
    let begin = book.zone.instant(book.asOf - 89)
    return book.customers
        .map { customer in
            (id: customer.id, count: (book.serviceCasesByCustomer[customer.id] ?? []).count { $0.opened >= begin })
        }
        .filter { $0.count >= 3 }
        .sorted { ($1.count, $0.id) < ($0.count, $1.id) }
        .map(\.id)
}

private func ages(_ days: [Int]) -> [ServiceSummary.AgeBand] {
    let bands = [
        ("up to 7 days", 0...7), ("8–30 days", 8...30), ("31–90 days", 31...90), ("over 90 days", 91...Int.max),
    ]
    return bands.map { name, range in
        ServiceSummary.AgeBand(name: name, count: days.count { range.contains($0) })
    }
}
