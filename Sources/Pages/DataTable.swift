/// A table of a page and the CSV file beside it, from one description.
package struct DataTable: Sendable {
    package struct Column: Sendable, Hashable {
        package enum Align: Sendable, Hashable { case text, number }
        package var label: String
        package var align: Align
        /// Left out on a phone; the CSV always has it.
        package var isWideOnly: Bool

        package static func text(_ label: String, wideOnly: Bool = false) -> Column {
            Column(label: label, align: .text, isWideOnly: wideOnly)
        }
        package static func number(_ label: String, wideOnly: Bool = false) -> Column {
            Column(label: label, align: .number, isWideOnly: wideOnly)
        }
    }

    package struct Cell: Sendable, Hashable, ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
        package var text: String
        /// For the CSV: unformatted. The text when nil.
        package var raw: String?
        package var href: String?
        /// Second line in small type.
        package var detail: String?
        package var status: Status?

        package init(
            _ text: String, raw: String? = nil, href: String? = nil, detail: String? = nil, status: Status? = nil
        ) {
            self.text = text
            self.raw = raw
            self.href = href
            self.detail = detail
            self.status = status
        }

        package init(stringLiteral text: String) { self.init(text) }
    }

    /// In words; the caption of the table.
    package var caption: String
    /// Such as `overdue.csv`, in the page's folder.
    package var file: String
    package var columns: [Column]
    package var rows: [[Cell]]
    /// Rows on the page; the others are in the CSV only, and the page says so.
    package var shown: Int
    /// What it says when there are no rows.
    package var empty: String

    package init(
        caption: String, file: String, columns: [Column], rows: [[Cell]], shown: Int = .max,
        empty: String = "Nothing to list."
    ) {
        self.caption = caption
        self.file = file
        self.columns = columns
        self.rows = rows
        self.shown = shown
        self.empty = empty
    }

    /// What the partial `table` needs.
    package var fields: PageFields {
        let visible = rows.prefix(shown)
        return [
            "caption": .text(caption),
            "csv": .text(file),
            "columns": .list(
                columns.map {
                    [
                        "label": .text($0.label), "isNumber": .flag($0.align == .number),
                        "isWideOnly": .flag($0.isWideOnly),
                    ]
                }),
            "rows": .list(visible.map { row in ["cells": .list(zip(columns, row).map(cellFields))] }),
            "isEmpty": .flag(rows.isEmpty),
            "empty": .text(empty),
            "more": rows.count > visible.count
                ? .text("\(visible.count) of \(rows.count) rows. The file holds them all.") : .nothing,
        ]
    }

    private func cellFields(column: Column, cell: Cell) -> PageFields {
        [
            "label": .text(column.label), "text": .text(cell.text), "href": .text(ifAny: cell.href),
            "detail": .text(ifAny: cell.detail), "isNumber": .flag(column.align == .number),
            "isWideOnly": .flag(column.isWideOnly), "status": .text(ifAny: cell.status?.cssClass),
        ]
    }

    package func csv(beside page: SitePath) -> CompanionFile {
        let lines = [columns.map(\.label)] + rows.map { $0.map { $0.raw ?? $0.text } }
        return CompanionFile(path: page.sibling(file), text: csvText(lines))
    }
}
