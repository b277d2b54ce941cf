/// A chart or map with its finding as title, the measure as subtitle, and the same as a table for those who can't see it.
struct Picture: Sendable {
    var title: String
    var subtitle: String
    /// SVG of our own drawings.
    var svg: String
    var table: DataTable?

    init(title: String, subtitle: String, svg: String, table: DataTable? = nil) {
        self.title = title
        self.subtitle = subtitle
        self.svg = svg
        self.table = table
    }

    /// What the partial `picture` needs.
    var fields: PageFields {
        [
            "title": .text(title), "subtitle": .text(subtitle), "svgMarkup": .markup(svg),
            "table": .fields(ifAny: table?.fields),
        ]
    }
}
