import Diagnostics
import Insights
import Quantities
import Records

extension SiteMaterial {
    /// Sources and their age, every problem of the imports and the build, and how to mend each.
    func dataPage() -> PageOutput {
        let path = SitePaths.data
        let problems = ledgerProblems
        let kinds = kindTable(problems)
        let list = problemTable(problems, on: path)
        let sources = sourceTable
        let findings = findingTables(on: path)
        let duplicates = duplicateTable(on: path)
        let build = buildProblemTable
        let errors = problems.count { $0.problem.severity == .error }
        let stale = newestDay.map { book.asOf - $0 }
        var finding =
            problems.isEmpty
            ? "The imports found no problem"
            : "\(figures.count(problems.count, "problem")) of \(figures.count(kinds.rows.count, "kind")), \(errors == 0 ? "none" : figures.integer(errors)) of which kept a row out"
        if let stale {
            finding += stale <= 0 ? "; the data reach up to the as-of date" : "; the newest entry is \(days(stale)) old"
        }
        return output(
            of: ListPage(
                path: path, title: "Data", finding: finding + ".", cards: dataCards.map { $0 },
                tables: [sources, kinds] + territoryRunTables(on: path) + findings + [duplicates] + travelTables + [
                    build, list,
                ], code: travelLines,
                explanation:
                    "Nothing is dropped in silence: a row that can’t be used, a customer without a place, an unknown value is counted and listed here with its file and line."
                    + (travel == nil ? "" : " " + travelExplanation)
            ))
    }

    /// The problems of the last run of each preset: earlier ones speak of earlier exports.
    var ledgerProblems: [ImportProblem] {
        var last: [String: ImportRun] = [:]
        for run in book.importRuns { last[run.preset] = run }
        return last.keys.sorted().flatMap { last[$0]?.problems ?? [] }.sorted {
            Problem.listingOrder($0.problem, $1.problem)
        }
    }

    private var newestDay: Day? {
        book.importRuns.flatMap(\.files).compactMap(\.newest).max().map { book.zone.day(of: $0) }
    }

    private var dataCards: [FigureCard] {
        let unplaced = book.customers.count { $0.place == nil && $0.isActive }
        return [
            FigureCard(label: "Customers", value: figures.integer(book.customers.count)),
            FigureCard(
                label: "Without a place", value: figures.integer(unplaced), change: "not on any map or route",
                status: unplaced == 0 ? .good : .watch),
            FigureCard(label: "Activities in the log", value: figures.integer(book.activities.count)),
            FigureCard(label: "Deals", value: figures.integer(book.opportunities.count)),
        ]
    }

    private var sourceTable: DataTable {
        // Changes of territories are runs of the ledger too, with a table of their own.
        let own = Set(book.territoryRuns.map(\.id))
        return DataTable(
            caption: "Sources", file: "sources.csv",
            columns: [
                .text("Import"), .text("File"), .number("Rows"), .number("Added", wideOnly: true),
                .number("Changed", wideOnly: true),
                .number("Rejected"), .text("Newest entry", wideOnly: true),
            ],
            rows: book.importRuns.filter { !own.contains($0.id) }.suffix(5).reversed().flatMap { run in
                run.files.map { file in
                    [
                        DataTable.Cell("\(run.preset), \(figures.day(book.zone.day(of: run.at)))"),
                        DataTable.Cell(file.name, detail: file.record.replacing("_", with: " ")),
                        DataTable.Cell(figures.integer(file.rows), raw: String(file.rows)),
                        DataTable.Cell(figures.integer(file.added), raw: String(file.added)),
                        DataTable.Cell(figures.integer(file.changed), raw: String(file.changed)),
                        DataTable.Cell(
                            figures.integer(file.rejected), raw: String(file.rejected),
                            status: file.rejected == 0 ? .neutral : .late),
                        DataTable.Cell(
                            file.newest.map { figures.day(book.zone.day(of: $0)) } ?? "–", raw: file.newest?.iso ?? ""),
                    ]
                }
            }, empty: "Nothing was imported yet. Run “fieldbook import” or “fieldbook demo”.")
    }

    private func kindTable(_ problems: [ImportProblem]) -> DataTable {
        struct Group {
            var count = 0
            var example: Problem
        }
        var groups: [String: Group] = [:]
        for item in problems {
            groups[item.problem.kind, default: Group(example: item.problem)].count += 1
        }
        let rows = groups.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
        return DataTable(
            caption: "Problems by kind", file: "problem-kinds.csv",
            columns: [.text("Kind"), .number("Count"), .text("How to mend it")],
            rows: rows.map { kind, group in
                [
                    DataTable.Cell(problemKindName(kind), raw: kind, status: group.example.severity.status),
                    DataTable.Cell(figures.integer(group.count), raw: String(group.count)),
                    DataTable.Cell(group.example.hint ?? group.example.message),
                ]
            }, empty: "No problem was found.")
    }

    private func problemTable(_ problems: [ImportProblem], on path: SitePath) -> DataTable {
        DataTable(
            caption: "Every problem, by file and line", file: "problems.csv",
            columns: [
                .text("Place"), .text("Problem"), .text("Value", wideOnly: true),
                .text("How to mend it", wideOnly: true),
            ],
            rows: problems.map { item in
                let place = item.problem.place
                let where_ = [place?.file, place?.line.map(String.init)].compactMap { $0 }.joined(separator: ":")
                let customer = item.record.map { RecordID<Customer>($0) }
                return [
                    DataTable.Cell(where_.isEmpty ? "–" : where_, detail: place?.field),
                    DataTable.Cell(
                        item.problem.message, href: customer.flatMap { link(to: $0, from: path) },
                        detail: problemKindName(item.problem.kind), status: item.problem.severity.status),
                    DataTable.Cell(oneLine(item.problem.value ?? "", limit: 60), raw: item.problem.value ?? ""),
                    DataTable.Cell(item.problem.hint ?? ""),
                ]
            }, empty: "No problem was found.")
    }

    private func findingTables(on path: SitePath) -> [DataTable] {
        [
            DataTable(
                caption: "What the records as they stand lack", file: "findings.csv",
                columns: [.text("Finding"), .number("Records"), .text("How to mend it")],
                rows: insights.dataHealth.findings.map { finding in
                    let named = finding.records.prefix(3).compactMap {
                        book.customerByID[RecordID<Customer>($0)]?.name
                    }.map { oneLine($0, limit: 40) }
                    return [
                        DataTable.Cell(
                            finding.title, detail: named.isEmpty ? nil : "such as " + named.joined(separator: ", "),
                            status: .watch),
                        DataTable.Cell(figures.integer(finding.records.count), raw: String(finding.records.count)),
                        DataTable.Cell(finding.hint),
                    ]
                }, empty: "Every record has what the pages need.")
        ]
    }

    private func duplicateTable(on path: SitePath) -> DataTable {
        DataTable(
            caption: "Pairs that may be one customer, surest first", file: "duplicates.csv",
            columns: [.text("One"), .text("Other"), .number("Score"), .text("Because", wideOnly: true)],
            rows: insights.duplicates.map { pair in
                [
                    customerCell(pair.first, on: path), customerCell(pair.second, on: path),
                    DataTable.Cell(figures.percent(pair.score), raw: String(pair.score)),
                    DataTable.Cell(pair.evidence.joined(separator: ", ")),
                ]
            }, shown: 30, empty: "No two customers look alike.")
    }

    private var buildProblemTable: DataTable {
        DataTable(
            caption: "Found while building this site", file: "build-problems.csv",
            columns: [.text("Place"), .text("Problem"), .text("How to mend it", wideOnly: true)],
            rows: problems.map { problem in
                let place = [problem.place?.file, problem.place?.line.map(String.init)].compactMap { $0 }.joined(
                    separator: ":")
                return [
                    DataTable.Cell(place.isEmpty ? "–" : place),
                    DataTable.Cell(
                        problem.message, detail: problemKindName(problem.kind), status: problem.severity.status),
                    DataTable.Cell(problem.hint ?? ""),
                ]
            }, empty: "The config, the notes and the map layers are as they should be.")
    }
}

/// `Customer: opening hours` for the kind `customer.opening-hours`.
func problemKindName(_ kind: String) -> String {
    let parts = kind.split(separator: ".", maxSplits: 1).map { $0.replacing("-", with: " ") }
    guard let first = parts.first else { return kind }
    return ([first.prefix(1).uppercased() + first.dropFirst()] + parts.dropFirst()).joined(separator: ": ")
}

extension Problem.Severity {
    var status: Status {
        switch self {
        case .note: .neutral
        case .warning: .watch
        case .error: .late
        }
    }
}
