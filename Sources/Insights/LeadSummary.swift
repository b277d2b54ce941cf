package import Records

/// Where leads come from and which still wait.
package struct LeadSummary: Sendable, Hashable {
    package struct Row: Sendable, Hashable {
        package var name: String
        package var total: Int
        package var open: Int
        package var converted: Int

        package init(name: String, total: Int, open: Int, converted: Int) {
            self.name = name
            self.total = total
            self.open = open
            self.converted = converted
        }
    }

    package var bySource: [Row]
    /// Not converted and not closed, oldest first.
    package var open: [RecordID<Lead>]
    package var converted: Int
    package var closed: Int

    package init(bySource: [Row], open: [RecordID<Lead>], converted: Int, closed: Int) {
        self.bySource = bySource
        self.open = open
        self.converted = converted
        self.closed = closed
    }
}
