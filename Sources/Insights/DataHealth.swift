/// What is wrong with the data that the site is built from, by kind.
package struct DataHealth: Sendable, Hashable {
    /// One rule that some records break.
    package struct Finding: Sendable, Hashable {
        /// Stable name such as `customer.no-place`.
        package var kind: String
        package var title: String
        /// How to mend it.
        package var hint: String
        /// Ids of the records, sorted.
        package var records: [String]

        package init(kind: String, title: String, hint: String, records: [String]) {
            self.kind = kind
            self.title = title
            self.hint = hint
            self.records = records
        }
    }

    /// Most records first; rules that nobody breaks are left out.
    package var findings: [Finding]

    package init(findings: [Finding]) { self.findings = findings }
}
