import Quantities
import Records
import Territories

extension SiteMaterial {
    func workloadTable(on path: SitePath) -> DataTable {
        let then = Dictionary(
            (territories.proposal?.territories ?? []).map { ($0.repID, $0) }, uniquingKeysWith: { first, _ in first })
        return DataTable(
            caption: "Workload by rep, hours a year", file: "workload.csv",
            columns: [
                .text("Rep"), .number("Customers"), .number("Hours"), .number("of it driving", wideOnly: true),
                .number("Capacity", wideOnly: true), .number("Proposal"), .number("Orders, 12 months", wideOnly: true),
                .number("Open pipeline", wideOnly: true), .number("Compactness", wideOnly: true),
                .number("then", wideOnly: true),
            ],
            rows: territories.current.territories.map { now in
                [
                    repCell(now.repID, on: path), DataTable.Cell(figures.integer(now.customerCount)),
                    DataTable.Cell(
                        figures.decimal(now.hours, 0), raw: String(now.hours),
                        status: now.hours > now.capacityHours ? .late : .neutral),
                    DataTable.Cell(figures.decimal(now.driveHours, 0), raw: String(now.driveHours)),
                    DataTable.Cell(figures.decimal(now.capacityHours, 0), raw: String(now.capacityHours)),
                    then[now.repID].map { DataTable.Cell(figures.decimal($0.hours, 0), raw: String($0.hours)) } ?? "–",
                    moneyCell(now.revenue), moneyCell(now.openPipeline),
                    DataTable.Cell(figures.decimal(now.compactness, 2), raw: String(now.compactness)),
                    then[now.repID].map {
                        DataTable.Cell(figures.decimal($0.compactness, 2), raw: String($0.compactness))
                    } ?? "–",
                ]
            }, empty: "No active rep.")
    }

    func flowTable(on path: SitePath) -> DataTable {
        struct Flow: Hashable {
            var from: RecordID<Rep>?
            var to: RecordID<Rep>
        }
        var sums: [Flow: (count: Int, hours: Double)] = [:]
        for move in territories.handOvers {
            let flow = Flow(from: move.from, to: move.to)
            let sum = sums[flow] ?? (0, 0)
            sums[flow] = (sum.count + 1, sum.hours + move.hours)
        }
        let rows = sums.sorted {
            ($1.value.count, $0.key.from?.text ?? "", $0.key.to) < ($0.value.count, $1.key.from?.text ?? "", $1.key.to)
        }
        return DataTable(
            caption: "Who hands over to whom", file: "hand-over-sums.csv",
            columns: [.text("From"), .text("To"), .number("Customers"), .number("Hours a year")],
            rows: rows.map { flow, sum in
                [
                    repCell(flow.from, on: path), repCell(flow.to, on: path),
                    DataTable.Cell(figures.integer(sum.count)),
                    DataTable.Cell(figures.decimal(sum.hours, 0), raw: String(sum.hours)),
                ]
            }, empty: "The proposal hands over nobody.")
    }

    func handOverTable(on path: SitePath) -> DataTable {
        DataTable(
            caption: "Customers that would change hands", file: "hand-overs.csv",
            columns: [.text("Customer"), .text("From"), .text("To"), .number("Hours a year")],
            rows: territories.handOvers.map { move in
                [
                    customerCell(move.customerID, on: path), repCell(move.from, on: path), repCell(move.to, on: path),
                    DataTable.Cell(figures.decimal(move.hours, 1), raw: String(move.hours)),
                ]
            }, shown: 20, empty: "Nobody changes hands.")
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
}
