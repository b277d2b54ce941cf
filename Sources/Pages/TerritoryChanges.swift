import Config
import Insights
import Quantities
import Records
import Territories

/// A customer whom a decision of ours gave to somebody else.
struct AppliedHandOver {
    var customerID: RecordID<Customer>
    var before: RecordID<Rep>?
    var now: RecordID<Rep>
    var since: Day
    var runID: RecordID<ImportRun>?
}

extension SiteMaterial {
    /// Hand-overs of the decision of ours that was carried out last, by customer.
    var appliedHandOvers: [AppliedHandOver] {
        guard let before = territories.before, let latest = handedOver.values.map(\.sequence).max() else { return [] }
        return handedOver.values.filter { $0.sequence == latest && before.owner[$0.customerID] != $0.repID }
            .map {
                AppliedHandOver(
                    customerID: $0.customerID, before: $0.previousID ?? before.owner[$0.customerID], now: $0.repID,
                    since: $0.from, runID: $0.runID)
            }
            .sorted { $0.customerID < $1.customerID }
    }

    /// What the decisions that were carried out last have changed; nil when none were.
    func beforeAndNow(on path: SitePath) -> (fields: PageFields, tables: [DataTable])? {
        guard let before = territories.before else { return nil }
        let moves = appliedHandOvers
        guard let since = moves.first?.since else { return nil }
        let figures = beforeTable(before)
        let flows = appliedFlowTable(moves, on: path)
        let list = appliedTable(moves, on: path)
        let title = appliedTitle(moves, before: before)
        let map = changeMap(
            id: "applied", title: title, assignment: territories.current, newReps: [],
            from: Dictionary(moves.map { ($0.customerID, $0.before) }, uniquingKeysWith: { first, _ in first }),
            on: path
        ) { _, hours in hours }
        let picture = map.map {
            Picture(
                title: title,
                subtitle:
                    "Territories as they are now. Each pin changed hands: its colour is who had it before, the area around it who has it now.",
                svg: $0)
        }
        return (
            [
                "lead": .text(appliedLead(moves, since: since)), "map": .fields(ifAny: picture?.fields),
                "figures": .fields(figures.fields), "flows": .fields(flows.fields), "list": .fields(list.fields),
            ], [figures, flows, list]
        )
    }

    private func appliedTitle(_ moves: [AppliedHandOver], before: Assignment) -> String {
        let now = territories.current.largestDeviation
        return
            "\(figures.count(moves.count, "customer")) changed hands: the largest deviation went from \(figures.percent(before.largestDeviation)) to \(figures.percent(now))"
    }

    private func appliedLead(_ moves: [AppliedHandOver], since: Day) -> String {
        let count = moves.count
        let runs = book.territoryRuns.filter { run in moves.contains { $0.runID == run.id } }
        let people = Set(runs.compactMap(\.person)).sorted().asSentence
        let notes = runs.compactMap(\.note).map { "“\(oneLine($0, limit: 120))”" }.asSentence
        return
            "Since \(figures.shortDay(since)) \(figures.count(count, "customer")) \(count == 1 ? "has" : "have") another rep\(people.isEmpty ? "" : ", as \(people) decided")\(notes.isEmpty ? "" : ": \(notes)"). \(runs.last.map { "‘fieldbook territories undo \($0.sequence)’ takes it back." } ?? "")"
    }

    /// Changes that are decided and have not begun.
    var comingTerritoryChanges: String? {
        let runs = book.territoryRuns.filter { ($0.from ?? book.asOf) > book.asOf && $0.undoneBy == nil }
        guard !runs.isEmpty else { return nil }
        return runs.map { run in
            "From \(figures.shortDay(run.from ?? book.asOf)) on \(figures.count(run.customers, "customer")) \(run.customers == 1 ? "has" : "have") another rep\(run.person.map { ", as \(oneLine($0, limit: 60)) decided" } ?? ""); ‘fieldbook territories undo \(run.sequence)’ takes it back."
        }.joined(separator: " ")
    }

    private func beforeTable(_ before: Assignment) -> DataTable {
        let now = territories.current
        func compactness(_ assignment: Assignment) -> Double {
            let shapes = assignment.territories.filter { $0.centre != nil }.map(\.compactness)
            return shapes.isEmpty ? 0 : shapes.reduce(0, +) / Double(shapes.count)
        }
        func row(_ name: String, _ before: Double, _ now: Double, smallIsGood: Bool = true, _ text: (Double) -> String)
            -> [DataTable.Cell]
        {
            let isSame = text(before) == text(now)
            return [
                DataTable.Cell(name), DataTable.Cell(text(before), raw: exact(before)),
                DataTable.Cell(
                    text(now), raw: exact(now),
                    status: isSame ? .neutral : (now < before) == smallIsGood ? .good : .watch),
            ]
        }
        return DataTable(
            caption: "Before and now", file: "before-and-now.csv",
            columns: [.text("Figure"), .number("Before"), .number("Now")],
            rows: [
                row("Largest deviation of hours", before.largestDeviation, now.largestDeviation) {
                    figures.percent($0)
                },
                row("Mean deviation", before.meanDeviation, now.meanDeviation) { figures.percent($0) },
                row("Driving, hours a year", before.totalDriveHours, now.totalDriveHours) { figures.decimal($0, 0) },
                row("Compactness (1 is a disc)", compactness(before), compactness(now), smallIsGood: false) {
                    figures.decimal($0, 2)
                },
                row("Nearest neighbour has another rep", before.overlapShare, now.overlapShare) { figures.percent($0) },
            ])
    }

    private func appliedFlowTable(_ moves: [AppliedHandOver], on path: SitePath) -> DataTable {
        struct Way: Hashable {
            var from: RecordID<Rep>?
            var to: RecordID<Rep>
        }
        let sums = Dictionary(grouping: moves) { Way(from: $0.before, to: $0.now) }
        let rows = sums.sorted {
            ($1.value.count, $0.key.from?.text ?? "", $0.key.to) < ($0.value.count, $1.key.from?.text ?? "", $1.key.to)
        }
        return DataTable(
            caption: "Who got whom", file: "who-got-whom.csv",
            columns: [.text("From"), .fileOnly("To"), .number("Customers"), .fileOnly("Orders, 12 months")],
            rows: rows.map { way, moves in
                let orders = moves.reduce(0) {
                    $0 + (insights.customers[$1.customerID]?.revenueLastYear.minorUnits ?? 0)
                }
                let worth = Money(minorUnits: orders, currency: book.currency)
                var from = repCell(way.from, on: path)
                from.detail = "to \(repName(way.to))"
                return [
                    from, DataTable.Cell(repName(way.to)),
                    DataTable.Cell(
                        figures.integer(moves.count), raw: String(moves.count), detail: figures.shortMoney(worth)),
                    moneyCell(worth),
                ]
            }, shown: 24)
    }

    private func appliedTable(_ moves: [AppliedHandOver], on path: SitePath) -> DataTable {
        DataTable(
            caption: "Customers with another rep", file: "changed-hands.csv",
            columns: [.text("Customer"), .text("Before"), .text("Now"), .text("Since", wideOnly: true)],
            rows: moves.map { move in
                [
                    customerCell(move.customerID, on: path), repCell(move.before, on: path),
                    repCell(move.now, on: path),
                    DataTable.Cell(figures.day(move.since), raw: move.since.iso),
                ]
            }, shown: 12)
    }

    /// `since 16 Nov (territory change); before: Uwe Brandt`; nil where no decision of ours gave the customer away.
    func handOverWords(_ customer: Customer) -> String? {
        guard let change = handedOver[customer.id], change.repID == customer.ownerID else { return nil }
        let before = change.previousID
        return
            "with \(repName(change.repID)) since \(nearDay(change.from)) (territory change)\(before.map { "; before: \(repName($0))" } ?? "")"
    }

    /// What a rep got and gave on the last day that changed territories; nil for nothing.
    func territoryNews(of rep: RecordID<Rep>) -> String? {
        let moves = appliedHandOvers
        guard let since = moves.first?.since else { return nil }
        func sums(_ moves: [AppliedHandOver], _ other: (AppliedHandOver) -> RecordID<Rep>?, _ word: String) -> [String]
        {
            Dictionary(grouping: moves, by: other).sorted {
                ($1.value.count, $0.key?.text ?? "") < ($0.value.count, $1.key?.text ?? "")
            }.map { "\(figures.count($0.value.count, "customer")) \(word) \(repName($0.key))" }
        }
        let parts =
            sums(moves.filter { $0.now == rep }, \.before, "from")
            + sums(moves.filter { $0.before == rep }, \.now, "to")
        return parts.isEmpty ? nil : "Territory change on \(figures.shortDay(since)): \(parts.asSentence)."
    }
}
