import Diagnostics

/// A small CSV file of the workspace (RFC 4180) by its header: rows with their places, and what is wrong with its form.
///
/// Takes comma, semicolon or tab, whichever the header has most of; LF, CR LF or CR; a byte order mark. Empty rows and
/// rows that begin with `#` count for nothing. Blanks around a cell count for nothing. Columns come in any order and
/// those that nobody asks for are left alone.
struct WorkspaceTable {
    struct Row {
        /// Cells by column of the header.
        fileprivate var cells: [Int: TableScanner.Cell] = [:]
        fileprivate var columns: [String: Int]
        var place: ProblemPlace

        /// The cell's text without blanks around; empty where the row is too short.
        subscript(column: String) -> String { exact(column).plainBlanks }

        /// What is between the quotes, to the last blank, or the text where there are none.
        func exact(_ column: String) -> String { columns[column].flatMap { cells[$0] }?.text ?? "" }

        func place(of column: String) -> ProblemPlace {
            var place = place
            place.column = columns[column].flatMap { cells[$0] }?.column
            place.field = column
            return place
        }
    }

    private(set) var rows: [Row] = []
    private(set) var problems: [Problem] = []
    /// First part of the kinds of its problems.
    let kind: String

    /// `needed` columns must be in the header, `optional` ones may; the cells of both may hold nothing unseen, except
    /// those of `exact` columns.
    init(
        _ text: String, file: String, kind: String, needed: [String], optional: [String] = [], exact: [String] = []
    ) {
        self.kind = kind
        var scanner = TableScanner(text)
        var columns: [String: Int]?
        var width = 0
        while let scanned = scanner.next() {
            let place = ProblemPlace(file: file, line: scanned.line, sourceLine: scanned.shown)
            if let column = scanned.openQuote {
                report(
                    "quote", "a quote is not closed, or not doubled inside a cell", place, column: column,
                    hint: "write \"…\" around a cell")
                continue
            }
            if scanned.cells.allSatisfy(\.text.plainBlanks.isEmpty) || scanned.isComment { continue }
            guard let known = columns else {
                columns = header(scanned, place, needed: needed, optional: optional)
                width = scanned.cells.count
                if columns == nil { return }
                continue
            }
            if let extra = scanned.cells.dropFirst(width).first(where: { !$0.text.plainBlanks.isEmpty }) {
                report(
                    "form", "the row has more cells than the header", place, column: extra.column,
                    hint: "put quotes around a cell with a comma")
                continue
            }
            let asked = (needed + optional).compactMap { known[$0] }
            let cells = scanned.cells.enumerated().filter { asked.contains($0.offset) }
            let open = Set(exact.compactMap { known[$0] })
            if let cell = cells.first(where: {
                !open.contains($0.offset) && $0.element.text.unicodeScalars.contains(where: isUnseen)
            })?.element {
                report(
                    "character", "an unseen character is in the cell", place, column: cell.column,
                    hint: "remove it, or write the cell anew")
                continue
            }
            rows.append(
                Row(
                    cells: Dictionary(uniqueKeysWithValues: cells.map { ($0.offset, $0.element) }), columns: known,
                    place: place))
        }
        if columns == nil {
            report(
                "header", "the file has no header", ProblemPlace(file: file),
                hint: "begin with the line \((needed + optional).joined(separator: ","))")
        }
    }

    private mutating func header(
        _ row: TableScanner.Row, _ place: ProblemPlace, needed: [String], optional: [String]
    ) -> [String: Int]? {
        var columns: [String: Int] = [:]
        for (index, cell) in row.cells.enumerated() {
            let name = cell.text.plainBlanks.lowercased()
            if columns[name] == nil { columns[name] = index }
        }
        guard let missing = needed.first(where: { columns[$0] == nil }) else { return columns }
        let names = row.cells.map(\.text)
        let near = nearMiss(of: missing, in: names.filter { !(needed + optional).contains($0.lowercased()) })
        report(
            "header", "the column '\(missing)' is missing in the header", place, column: 1,
            hint: near.map { "rename the column '\(shortened($0))' to '\(missing)'" }
                ?? "begin with the line \((needed + optional).joined(separator: ","))")
        return nil
    }

    static let mostProblems = 1000

    /// In the order of the file; of a file that is no such table at all only the first ones, and a count of the others.
    var listedProblems: [Problem] {
        let sorted = problems.sorted(by: Problem.listingOrder)
        let over = sorted.count - WorkspaceTable.mostProblems
        guard over > 0, let last = sorted.last else { return sorted }
        let file = last.place?.file ?? ""
        return sorted.prefix(WorkspaceTable.mostProblems) + [
            Problem(
                .error, "\(kind).many", "\(over) more problems of the file are not listed",
                at: ProblemPlace(file: file, line: last.place?.line), hint: "check that it is the file you mean")
        ]
    }

    mutating func report(
        _ rule: String, _ message: String, _ place: ProblemPlace, column: Int? = nil, value: String? = nil,
        hint: String? = nil, severity: Problem.Severity = .error
    ) {
        var place = place
        place.column = column ?? place.column
        problems.append(Problem(severity, "\(kind).\(rule)", message, at: place, value: value, hint: hint))
    }
}
