import Forecasting
import Insights
import Routes
import Quantities
import Records
import Teams

extension SiteMaterial {
    /// All teams of the week.
    func teamsPage() -> PageOutput {
        let path = SitePaths.teams
        let league = leagueTable(on: path)
        return output(
            of: ListPage(
                path: path, title: "Teams, week \(week.iso)", finding: weekFinding(teams.company, name: "The company"),
                cards: weekCards(teams.company, scope: .company, on: path), tables: [league]))
    }

    /// All reps with their planned week.
    func repsPage() -> PageOutput {
        let path = SitePaths.reps
        let summaries = Dictionary(
            teams.teams.flatMap(\.reps).map { ($0.repID, $0.week) }, uniquingKeysWith: { first, _ in first })
        let plans = book.activeReps.map { ($0, routes[$0.id]) }
        let table = DataTable(
            caption: "Week from \(figures.day(book.planMonday))", file: "reps.csv",
            columns: [
                .text("Rep"), .text("Team", wideOnly: true), .number("Planned visits"), .number("Driving"),
                .number("Did not fit"), .number("Overdue", wideOnly: true), .number("Customers", wideOnly: true),
            ],
            rows: plans.map { rep, plan in
                [
                    DataTable.Cell(rep.name, href: paths.rep(rep.id).map(path.link), detail: plan?.obstacle),
                    DataTable.Cell(teamName(rep.teamID)),
                    DataTable.Cell(figures.integer(plan?.stopCount ?? 0)),
                    DataTable.Cell(
                        figures.duration(minutes: plan?.driving.wholeMinutes ?? 0),
                        raw: String(plan?.driving.wholeMinutes ?? 0)),
                    DataTable.Cell(
                        figures.integer(plan?.unserved.count ?? 0),
                        status: (plan?.unserved.isEmpty ?? true) ? .good : .watch),
                    DataTable.Cell(figures.integer(summaries[rep.id]?.overdue.count ?? 0)),
                    DataTable.Cell(figures.integer(book.customersByRep[rep.id]?.count ?? 0)),
                ]
            }, empty: "No rep yet: import users from the CRM.")
        let stops = plans.reduce(0) { $0 + ($1.1?.stopCount ?? 0) }
        let left = plans.reduce(0) { $0 + ($1.1?.unserved.count ?? 0) }
        let driving = plans.reduce(0) { $0 + ($1.1?.driving.wholeMinutes ?? 0) }
        return output(
            of: ListPage(
                path: path, title: "Reps",
                finding:
                    "\(figures.count(plans.count, "rep")) will make \(figures.count(stops, "visit")) in the week of \(figures.day(book.planMonday)), with about \(figures.duration(minutes: driving)) of driving; \(figures.integer(left)) due customers do not fit.",
                tables: [table]))
    }

    /// Every customer, and the index for the search.
    func customersPage() -> PageOutput {
        let path = SitePaths.customers
        let customers = book.customers.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
        let states = Dictionary(
            customers.map { ($0.id, cadenceState(of: $0)) }, uniquingKeysWith: { first, _ in first })
        let overdue = states.values.count { $0 == .overdue }
        let due = states.values.count { $0 == .due }
        let table = DataTable(
            caption: "All customers by name", file: "customers.csv",
            columns: [
                .text("Customer"), .text("Town", wideOnly: true), .text("Rep"), .text("Cadence"),
                .number("Orders, 12 months"), .text("Segment", wideOnly: true), .text("Last visit", wideOnly: true),
            ],
            rows: customers.map { customer in
                let insight = insights.customers[customer.id]
                let last = book.lastVisit(to: customer.id).map { book.day(of: $0) }
                let state = states[customer.id] ?? .prospect
                return [
                    customerCell(customer.id, on: path),
                    DataTable.Cell(customer.address.city ?? "–"),
                    repCell(customer.ownerID, on: path),
                    DataTable.Cell(state.word, status: state.status),
                    insight.map { moneyCell($0.revenueLastYear) } ?? "–",
                    DataTable.Cell(insight?.segment ?? "–"),
                    DataTable.Cell(last.map(figures.day) ?? "never", raw: last?.iso ?? ""),
                ]
            }, empty: "No customer yet: import accounts from the CRM.")
        let index = CompanionFile(path: SitePath("assets/search-index.js"), text: searchIndex(customers))
        return output(
            of: ListPage(
                path: path, title: "Customers",
                finding:
                    "\(figures.count(customers.count, "customer")): \(figures.integer(overdue)) overdue for a visit, \(figures.integer(due)) due soon.",
                tables: [table]), files: [index])
    }

    /// `window.fieldbookCustomers = [[name, town, path], …]`: a script, since a page on a disk may not fetch data.
    private func searchIndex(_ customers: [Customer]) -> String {
        let rows = customers.compactMap { customer -> String? in
            guard let page = paths.customer(customer.id) else { return nil }
            let texts = [oneLine(customer.name, limit: 80), customer.address.city ?? "", page.text]
            return "[" + texts.map(scriptString).joined(separator: ",") + "]"
        }
        return "window.fieldbookCustomers=[\n" + rows.joined(separator: ",\n") + "\n];\n"
    }
}

/// A JavaScript string that can't end its script or its line (ECMA-262; `<` so that no `</script` or `<!--` can appear).
func scriptString(_ text: String) -> String {
    let hex = Array("0123456789abcdef")
    var result = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": result += "\\\""
        case "\\": result += "\\\\"
        case "<", ">", "&", "'", "\u{2028}", "\u{2029}", "\u{0}"..."\u{1f}", "\u{7f}":
            let value = Int(scalar.value)
            result += "\\u" + [12, 8, 4, 0].map { String(hex[value >> $0 & 15]) }.joined()
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result + "\""
}
