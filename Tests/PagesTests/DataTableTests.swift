import Testing

@testable import Pages

@Suite struct DataTableTests {
    @Test(arguments: ["=1+1", "+41", "-a", "@x", "\tx", "\rx"])
    func `a cell that a spreadsheet would run gets an apostrophe`(text: String) {
        let line = csvText([[text]])
        #expect(line.hasPrefix("'") || line.hasPrefix("\"'"))
    }

    @Test(arguments: ["-12.50", "-3", "0.5", "plain"])
    func `numbers and plain text stay as they are`(text: String) {
        #expect(csvText([[text]]) == text + "\r\n")
    }

    @Test func `quotes, commas and line breaks are quoted`() {
        #expect(csvText([["a\"b", "c,d", "e\nf", "g;h"]]) == "\"a\"\"b\",\"c,d\",\"e\nf\",\"g;h\"\r\n")
    }

    @Test func `the page shows some rows and says so, the file holds all of them unformatted`() {
        let table = DataTable(
            caption: "Deals", file: "deals.csv", columns: [.text("Deal"), .number("Amount", wideOnly: true)],
            rows: (1...3).map { ["Deal \($0)", DataTable.Cell("€ \($0),000", raw: "\($0)000.00")] }, shown: 2)
        #expect(table.fields["more"] == .text("2 of 3 rows. The file holds them all."))
        let file = table.csv(beside: SitePath("pipeline/index.html"))
        #expect(file.path == SitePath("pipeline/deals.csv"))
        #expect(file.text == "Deal,Amount\r\nDeal 1,1000.00\r\nDeal 2,2000.00\r\nDeal 3,3000.00\r\n")
    }

    @Test func `a table without rows says what is missing`() {
        let fields = DataTable(caption: "Deals", file: "deals.csv", columns: [.text("Deal")], rows: [], empty: "None.")
            .fields
        #expect(fields["isEmpty"] == .flag(true))
        #expect(fields["empty"] == .text("None."))
    }
}
