import Quantities

extension SiteMaterial {
    /// Every kept week, to be opened as it was.
    func archivePage() -> PageOutput {
        let path = SitePaths.archive
        let table = DataTable(
            caption: "Kept weeks, newest first", file: "snapshots.csv",
            columns: [
                .text("Week"), .text("As of"), .number("Files", wideOnly: true), .number("Size", wideOnly: true),
                .text("Fingerprint"),
            ],
            rows: snapshots.sorted { $0.week > $1.week }.map { row in
                [
                    DataTable.Cell(row.week.iso, href: path.toRoot + row.href),
                    DataTable.Cell(figures.day(row.asOf), raw: row.asOf.iso),
                    DataTable.Cell(figures.integer(row.files), raw: String(row.files)),
                    DataTable.Cell("\(figures.integer((row.bytes + 1023) / 1024))\u{a0}kB", raw: String(row.bytes)),
                    DataTable.Cell(String(row.fingerprint.prefix(16)), raw: row.fingerprint),
                ]
            }, empty: "No week is kept yet. Run “fieldbook snapshot create” after a build.")
        let finding =
            snapshots.isEmpty
            ? "No week is kept yet."
            : "\(figures.count(snapshots.count, "week")) \(snapshots.count == 1 ? "is" : "are") kept, each complete and provably unchanged."
        return output(
            of: ListPage(
                path: path, title: "Archive", finding: finding, tables: [table],
                explanation:
                    "A kept week opens by a double click, from any disk. “fieldbook snapshot verify” names any byte that has changed since; “fieldbook snapshot compare” shows what differs between two weeks."
            ))
    }
}
