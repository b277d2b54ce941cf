import Notes
import Insights
import Routes
import Maps
import Quantities
import Records

extension SiteMaterial {
    /// Everything about one customer: what is next at the top, the timeline down the middle, map and people at the side.
    func customerPage(_ customer: Customer) -> PageOutput {
        guard let path = paths.customer(customer.id) else { return PageOutput() }
        let deals = dealTable(of: customer)
        let insight = insights.customers[customer.id]
        let contacts = book.contactsByCustomer[customer.id] ?? []
        let nearby = neighbours(of: customer, on: path)
        let fields: PageFields = [
            "next": .text(nextStep(for: customer)),
            "nextStatus": .text(cadenceState(of: customer).status.cssClass),
            "stateWord": .text(cadenceState(of: customer).word),
            "segment": .text(insight?.segment ?? "No orders"),
            "address": .text(ifAny: customer.address.oneLine),
            "facts": .list(facts(of: customer, on: path)),
            "callHref": .text(ifAny: telephoneLink(customer.phone)),
            "navigateHref": customer.place == nil ? .nothing : .text(navigationLink(to: customer)),
            "websiteHref": .text(ifAny: safeWebsite(customer.website)),
            "cards": .list(customerCards(customer).map(\.fields)),
            "mapMarkup": customerMap(customer, on: path).map(PageValue.markup) ?? .nothing,
            "noPlace": .text(ifAny: customer.place == nil ? placeProblem(customer.placePrecision) : nil),
            "contacts": .list(
                contacts.map {
                    [
                        "name": .text($0.name), "title": .text(ifAny: $0.title),
                        "telHref": .text(ifAny: telephoneLink($0.phone)), "tel": .text(ifAny: $0.phone),
                        "mailHref": .text(ifAny: mailLink($0.email)), "mail": .text(ifAny: $0.email),
                    ]
                }),
            "timeline": .list(timeline(of: customer)),
            "deals": .fields(deals.fields),
            "cases": .list(
                (book.serviceCasesByCustomer[customer.id] ?? []).filter(\.isOpen).map {
                    [
                        "subject": .text(oneLine($0.subject, limit: 120)), "status": .text($0.status),
                        "date": .text(figures.day(book.zone.day(of: $0.opened))),
                    ]
                }),
            "followUps": .list(
                (book.followUpsByCustomer[customer.id] ?? []).filter { !$0.isDone }.map { followUp in
                    [
                        "subject": .text(oneLine(followUp.subject, limit: 120)),
                        "date": .text(followUp.due.map(figures.day) ?? "any time"),
                        "status": .text(
                            (followUp.due.map { $0 < book.asOf } ?? false)
                                ? Status.late.cssClass : Status.neutral.cssClass),
                    ]
                }),
            "nearby": .list(nearby), "hasNearby": .flag(!nearby.isEmpty),
            "notes": noteFields(on: path) { $0.subject == .customer(customer.id.text) },
        ]
        let crumbs: [(String, SitePath)] =
            [("Customers", SitePaths.customers)]
            + (customer.ownerID.flatMap { id in paths.rep(id).map { [(repName(id), $0)] } } ?? [])
        return PageOutput(
            pages: [
                page(
                    path, template: "customer", title: customerName(customer.id), section: SitePaths.customers,
                    crumbs: crumbs,
                    finding: customerFinding(customer), fields: fields)
            ], files: deals.rows.isEmpty ? [] : [deals.csv(beside: path)])
    }

    private func customerFinding(_ customer: Customer) -> String {
        var parts: [String] = []
        if let last = book.lastVisit(to: customer.id) {
            let ago = book.asOf - book.day(of: last)
            parts.append(ago == 0 ? "Visited today" : "Last visited \(days(ago)) ago")
        } else {
            parts.append("Never visited as far as the log knows")
        }
        if let cadence = customer.cadenceDays { parts[0] += ", planned every \(cadence)" }
        let open = (book.opportunitiesByCustomer[customer.id] ?? []).filter { $0.outcome == .open }
        if !open.isEmpty {
            let worth = insights.customers[customer.id].map { " worth \(figures.shortMoney($0.openPipeline))" } ?? ""
            parts.append("\(figures.count(open.count, "open deal"))\(worth)")
        }
        let cases = (book.serviceCasesByCustomer[customer.id] ?? []).count(where: \.isOpen)
        if cases > 0 { parts.append(figures.count(cases, "open case")) }
        if let silence = insights.customers[customer.id]?.silence, silence > 2 {
            parts.append("no order for \(figures.decimal(silence, 1)) times its usual gap")
        }
        return parts.joined(separator: "; ") + "."
    }

    /// What happens next with the customer, from the plan or the to-do list.
    private func nextStep(for customer: Customer) -> String {
        if let planned = plannedStops[customer.id] {
            return
                "Visit by \(repName(planned.repID)) on \(figures.shortDay(planned.day)) at \(planned.start.text). \(reasonText(planned.stop.reason))."
        }
        let left = customer.ownerID.flatMap { routes[$0] }?.unserved.first { $0.customerID == customer.id }
        if let left { return "Due, but not in next week’s plan. \(causeText(left.cause))." }
        if let followUp = (book.followUpsByCustomer[customer.id] ?? []).filter({ !$0.isDone })
            .min(by: { ($0.due?.daysSinceEpoch ?? .max, $0.id) < ($1.due?.daysSinceEpoch ?? .max, $1.id) })
        {
            return "To do: \(followUp.subject)\(followUp.due.map { ", due \(figures.day($0))" } ?? "")."
        }
        guard let cadence = customer.cadenceDays, let last = book.lastVisit(to: customer.id) else {
            return "No visit is planned: the customer has no cadence."
        }
        return "Next visit due about \(figures.day(book.day(of: last) + cadence))."
    }

    private func customerCards(_ customer: Customer) -> [FigureCard] {
        guard let insight = insights.customers[customer.id] else { return [] }
        let change = insight.revenueLastYear.minorUnits - insight.revenueYearBefore.minorUnits
        let visits = (book.activitiesByCustomer[customer.id] ?? []).count {
            $0.category == .visit && $0.state == .done && book.day(of: $0) > book.asOf - 365
        }
        return [
            FigureCard(
                label: "Orders, 12 months", value: figures.shortMoney(insight.revenueLastYear),
                change: insight.revenueYearBefore.minorUnits == 0
                    ? nil
                    : "\(change >= 0 ? "▲" : "▼") \(figures.shortMoney(Money(minorUnits: abs(change), currency: book.currency))) \(change >= 0 ? "more" : "less") than the year before",
                status: change >= 0 ? .good : .watch),
            FigureCard(
                label: "Last order", value: insight.lastOrder.map(figures.day) ?? "none",
                change: insight.usualGapDays.map { "usually every \(days($0))" },
                status: (insight.silence ?? 0) > 2 ? .late : .neutral),
            FigureCard(label: "Open pipeline", value: figures.shortMoney(insight.openPipeline)),
            FigureCard(label: "Visits, 12 months", value: figures.integer(visits)),
        ]
    }

    private func dealTable(of customer: Customer) -> DataTable {
        let deals = (book.opportunitiesByCustomer[customer.id] ?? []).sorted {
            ($0.outcome == .open ? 0 : 1, -$0.created.secondsSinceEpoch, $0.id)
                < ($1.outcome == .open ? 0 : 1, -$1.created.secondsSinceEpoch, $1.id)
        }
        return DataTable(
            caption: "Deals", file: "deals.csv",
            columns: [
                .text("Deal"), .text("Stage"), .number("Amount"), .text("Close day", wideOnly: true),
                .number("Pushes", wideOnly: true),
            ],
            rows: deals.map { deal in
                [
                    DataTable.Cell(oneLine(deal.name, limit: 80), raw: deal.name),
                    DataTable.Cell(
                        deal.stage,
                        status: deal.outcome == .won ? .good : deal.outcome == .lost ? .late : .neutral),
                    deal.amount.map(moneyCell) ?? "–",
                    DataTable.Cell(deal.closeDay.map(figures.day) ?? "–", raw: deal.closeDay?.iso ?? ""),
                    DataTable.Cell(figures.integer(deal.pushCount)),
                ]
            }, shown: 12, empty: "No deal yet.")
    }
}
