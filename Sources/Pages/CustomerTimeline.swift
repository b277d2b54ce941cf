import Quantities
import Records

extension SiteMaterial {
    /// What happened with a customer, newest first: visits, calls, deal stages, orders (summed by month), cases.
    func timeline(of customer: Customer, limit: Int = 40) -> [PageFields] {
        struct Entry {
            var day: Day
            var rank: Int
            var kind: String
            var title: String
            var text: String?
        }
        var entries: [Entry] = []
        for activity in recentActivities(of: customer.id) {
            let text = activityText(activity, limit: 400)
            let parts = text.split(separator: ": ", maxSplits: 1)
            entries.append(
                Entry(
                    day: book.day(of: activity), rank: 0, kind: "is-\(activity.category.rawValue)",
                    title: "\(parts[0]) · \(repName(activity.repID))", text: parts.count > 1 ? String(parts[1]) : nil))
        }
        for deal in book.opportunitiesByCustomer[customer.id] ?? [] {
            var stage: String?
            for change in deal.changes where change.stage != stage {
                stage = change.stage
                let amount = change.amount.map { " · \(figures.money($0))" } ?? ""
                entries.append(
                    Entry(
                        day: book.zone.day(of: change.at), rank: 1, kind: "is-deal",
                        title: "\(change.stage): \(oneLine(deal.name, limit: 80))\(amount)", text: nil))
            }
        }
        for serviceCase in book.serviceCasesByCustomer[customer.id] ?? [] {
            let answer = serviceCase.satisfaction.map { "Satisfaction \($0) of 5." }
            entries.append(
                Entry(
                    day: book.zone.day(of: serviceCase.opened), rank: 2, kind: "is-case",
                    title: "Case: \(oneLine(serviceCase.subject, limit: 120))",
                    text: [serviceCase.isOpen ? "Still open." : "Closed.", answer].compactMap { $0 }.joined(
                        separator: " ")))
        }
        var months: [Day: (count: Int, units: Int)] = [:]
        for order in book.ordersByCustomer[customer.id] ?? [] where order.amount.currency == book.currency {
            let month = order.day.lastOfMonth
            let sum = months[month] ?? (0, 0)
            months[month] = (sum.count + 1, sum.units + order.amount.minorUnits)
        }
        for (month, sum) in months {
            let worth = figures.money(Money(minorUnits: sum.units, currency: book.currency))
            entries.append(
                Entry(
                    day: min(month, book.asOf), rank: 3, kind: "is-order",
                    title: "\(figures.count(sum.count, "order")) in \(figures.month(of: month)), \(worth)", text: nil))
        }
        return
            entries
            .sorted { ($1.day, $0.rank, $0.title) < ($0.day, $1.rank, $1.title) }
            .prefix(limit)
            .map {
                [
                    "date": .text(figures.day($0.day)), "iso": .text($0.day.iso), "kind": .text($0.kind),
                    "title": .text($0.title), "text": .text(ifAny: $0.text),
                ]
            }
    }
}
