/// A table of a page and the CSV file beside it, from one description.
struct DataTable: Sendable {
    struct Column: Sendable, Hashable {
        enum Align: Sendable, Hashable { case text, number }
        var label: String
        var align: Align
        /// Left out on a phone; the CSV always has it.
        var isWideOnly: Bool
        /// In the CSV alone.
        var isFileOnly = false

        static func text(_ label: String, wideOnly: Bool = false) -> Column {
            Column(label: label, align: .text, isWideOnly: wideOnly)
        }
        static func number(_ label: String, wideOnly: Bool = false) -> Column {
            Column(label: label, align: .number, isWideOnly: wideOnly)
        }
        static func fileOnly(_ label: String) -> Column {
            Column(label: label, align: .number, isWideOnly: true, isFileOnly: true)
        }
    }

    struct Cell: Sendable, Hashable, ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
        var text: String
        /// For the CSV: unformatted. The text when nil.
        var raw: String?
        var href: String?
        /// Second line in small type.
        var detail: String?
        var status: Status?

        init(
            _ text: String, raw: String? = nil, href: String? = nil, detail: String? = nil, status: Status? = nil
        ) {
            self.text = text
            self.raw = raw
            self.href = href
            self.detail = detail
            self.status = status
        }

        init(stringLiteral text: String) { self.init(text) }
    }

    /// In words; the caption of the table.
    var caption: String
    /// Such as `overdue.csv`, in the page's folder.
    var file: String
    var columns: [Column]
    var rows: [[Cell]]
    /// Rows on the page; the others are in the CSV only, and the page says so.
    var shown: Int
    /// Rows that stand out, by their index.
    var marked: Set<Int> = []
    /// Fragments that lead to rows, by their index.
    var anchors: [Int: String] = [:]
    /// Rows that stand in the file alone, by their index.
    var fileOnlyRows: Set<Int> = []
    /// What it says when there are no rows.
    var empty: String

    init(
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
    var fields: PageFields {
        let visible = rows.enumerated().filter { !fileOnlyRows.contains($0.offset) }.prefix(shown)
        let columns = columns.filter { !$0.isFileOnly }
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
            "rows": .list(
                visible.map { index, row in
                    [
                        "anchor": .text(ifAny: anchors[index]),
                        "isMarked": .flag(marked.contains(index)),
                        "cells": .list(
                            zip(self.columns, row).filter { !$0.0.isFileOnly }.map { cellFields(column: $0, cell: $1) }),
                    ]
                }),
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

    func csv(beside page: SitePath) -> CompanionFile {
        let lines = [columns.map(\.label)] + rows.map { $0.map { $0.raw ?? $0.text } }
        return CompanionFile(path: page.sibling(file), text: csvText(lines))
    }
}
