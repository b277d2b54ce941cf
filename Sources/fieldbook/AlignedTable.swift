/// Rows of a terminal with columns under each other: texts to the left, figures to the right.
struct AlignedTable {
    struct Column {
        var title: String
        var isFigure = false
        /// Longer texts are cut, with an ellipsis.
        var widest = Int.max

        static func text(_ title: String, widest: Int = .max) -> Column { Column(title: title, widest: widest) }
        static func figure(_ title: String) -> Column { Column(title: title, isFigure: true) }
    }

    var columns: [Column]
    var rows: [[String]]
    /// Blanks before each line.
    var indent = 0

    /// The header and a line for each row, without blanks at the end. Widths are counted in characters.
    var lines: [String] {
        let cut = ([columns.map(\.title)] + rows).map { row in
            zip(columns, row).map { column, cell in
                cell.count > column.widest ? cell.prefix(max(1, column.widest - 1)) + "…" : cell
            }
        }
        let widths = columns.indices.map { index in
            cut.map { $0.indices.contains(index) ? $0[index].count : 0 }.max() ?? 0
        }
        return cut.map { row in
            let cells = row.indices.map { index in
                let blanks = String(repeating: " ", count: widths[index] - row[index].count)
                return columns[index].isFigure ? blanks + row[index] : row[index] + blanks
            }
            let line = String(repeating: " ", count: indent) + cells.joined(separator: "  ")
            return String(line.reversed().drop { $0 == " " }.reversed())
        }
    }
}
