import Insights
import Quantities
import Records
import Territories

extension SiteMaterial {
    /// Every rep's workload today and with an option, those who come or go with it included.
    func workloadTable(_ option: TerritoryOption?, file: String, on path: SitePath) -> DataTable {
        let now = Dictionary(
            territories.current.territories.map { ($0.repID, $0) }, uniquingKeysWith: { first, _ in first })
        let then = Dictionary(
            (option?.assignment.territories ?? []).map { ($0.repID, $0) }, uniquingKeysWith: { first, _ in first })
        let reps =
            territories.current.territories.map(\.repID)
            + (option?.assignment.territories ?? []).map(\.repID).filter { now[$0] == nil }
        let off = deviations(of: territories.current)
        let offThen = option.map { deviations(of: $0.assignment) } ?? [:]
        let today: [DataTable.Column] = [
            .text("Rep"), .number("Capacity", wideOnly: true), .number("Today"),
            .number("of it driving", wideOnly: true), .number("to fair share", wideOnly: option != nil),
            .number("Customers", wideOnly: option != nil),
        ]
        let later: [DataTable.Column] = [
            .number("Then"), .number("driving then", wideOnly: true), .number("to fair share then"),
            .number("Customers then", wideOnly: true), .number("Potential then", wideOnly: true),
        ]
        return DataTable(
            caption: "Workload by rep, hours a year", file: file, columns: option == nil ? today : today + later,
            rows: reps.map { rep in
                let (now, then) = (now[rep], then[rep])
                let potential = then.map {
                    Money(minorUnits: $0.revenue.minorUnits + $0.openPipeline.minorUnits, currency: book.currency)
                }
                let first = [
                    repCell(rep, newReps: option?.newReps ?? [], on: path),
                    whole((now ?? then)?.capacityHours), whole(now?.hours, over: now?.capacityHours),
                    whole(now?.driveHours), change(off[rep]), count(now?.customerCount),
                ]
                guard option != nil else { return first }
                return first + [
                    whole(then?.hours, over: then?.capacityHours), whole(then?.driveHours), change(offThen[rep]),
                    count(then?.customerCount), potential.map(moneyCell) ?? "–",
                ]
            }, empty: "No active rep.")
    }

    private func whole(_ value: Double?, over limit: Double? = nil) -> DataTable.Cell {
        guard let value else { return DataTable.Cell("–", raw: "") }
        return DataTable.Cell(
            figures.decimal(value, 0), raw: exact(value), status: limit.map { value > $0 ? .late : .neutral })
    }

    private func change(_ deviation: Double?) -> DataTable.Cell {
        guard let deviation else { return DataTable.Cell("–", raw: "") }
        let text = figures.percent(deviation)
        return DataTable.Cell(deviation > 0.005 ? "+\(text)" : text, raw: exact(deviation))
    }

    private func count(_ number: Int?) -> DataTable.Cell {
        DataTable.Cell(number.map(figures.integer) ?? "–", raw: number.map(String.init) ?? "")
    }

    /// Who hands what to whom.
    func flowTable(_ option: TerritoryOption?, file: String, on path: SitePath) -> DataTable {
        DataTable(
            caption: "Who hands what to whom", file: file,
            columns: [
                .text("From"), .fileOnly("To"), .number("Customers"), .number("Hours"), .fileOnly("Orders, 12 months"),
            ],
            rows: (option?.flows ?? []).map { flow in
                let to = repName(flow.to, newReps: option?.newReps ?? [])
                var from = repCell(flow.from, on: path)
                if flow.from == nil { from = DataTable.Cell("Nobody active", raw: "") }
                from.detail = "to \(to)"
                var customers = count(flow.customers)
                customers.detail = figures.shortMoney(flow.revenue)
                return [
                    from, DataTable.Cell(to), customers, whole(flow.hours),
                    DataTable.Cell("", raw: plainAmount(flow.revenue)),
                ]
            }, shown: 24, empty: "Nobody hands over anything.")
    }

    /// Customers that would change hands, most hours first; their file is the proposal that `territories apply` reads.
    func handOverTable(_ option: TerritoryOption, shown: Int, on path: SitePath, file: String) -> DataTable {
        let moves = option.handOvers.sorted { ($1.hours, $0.customerID) < ($0.hours, $1.customerID) }
        return DataTable(
            caption: "Customers that would change hands", file: file,
            columns: [
                .text("Customer"), .text("Town", wideOnly: true), .text("To"), .number("Hours a year"),
                .text("Visits", wideOnly: true), .number("Orders, 12 months", wideOnly: true),
            ],
            rows: moves.map { move in
                let customer = book.customerByID[move.customerID]
                let state = customer.map(cadenceState)
                var to = repCell(move.to, newReps: option.newReps, on: path)
                to.detail = "from \(move.from == nil ? "nobody active" : repName(move.from))"
                return [
                    customerCell(move.customerID, on: path), DataTable.Cell(customer?.address.city ?? "–"),
                    to,
                    DataTable.Cell(figures.decimal(move.hours, 1), raw: exact(move.hours)),
                    DataTable.Cell(state?.word ?? "–", status: state?.status),
                    insights.customers[move.customerID].map { moneyCell($0.revenueLastYear) } ?? "–",
                ]
            }, shown: shown, empty: "Nobody changes hands.")
    }

    /// A plain list of customers with their rep and town.
    func customerList(
        _ ids: [RecordID<Customer>], caption: String, file: String, empty: String, shown: Int = 15, on path: SitePath
    ) -> DataTable {
        DataTable(
            caption: caption, file: file, columns: [.text("Customer"), .text("Rep"), .text("Town", wideOnly: true)],
            rows: ids.map { id in
                let customer = book.customerByID[id]
                return [
                    customerCell(id, on: path), repCell(customer?.ownerID, on: path),
                    DataTable.Cell(customer?.address.city ?? "–"),
                ]
            }, shown: shown, empty: empty)
    }

    /// The estimate of driving against the planned routes, by rep.
    func workloadCheckTable(on path: SitePath) -> DataTable? {
        guard let check = territories.check, !check.rows.isEmpty else { return nil }
        return DataTable(
            caption: "Estimated against planned driving", file: "workload-check.csv",
            columns: [
                .text("Rep"), .number("Planned visits", wideOnly: true), .number("Estimated, min"),
                .number("Planned, min"), .number("Difference"),
            ],
            rows: check.rows.map { row in
                [
                    repCell(row.repID, on: path), count(row.visits), whole(row.estimatedMinutes),
                    whole(row.plannedMinutes), change(row.relativeError),
                ]
            }, shown: 30)
    }
}
