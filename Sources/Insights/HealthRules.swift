import Config
import Records

/// A rule that some records may break; `records` are texts of ids in any order.
struct HealthRule {
    var kind: String
    var title: String
    var hint: String
    var records: [String]

    init(_ kind: String, _ title: String, hint: String, _ records: [String]) {
        self.kind = kind
        self.title = title
        self.hint = hint
        self.records = records
    }
}

/// All rules over the book. Kinds that the importer also reports carry the same names as in its ledger.
func dataHealth(
    _ book: SalesBook, duplicates: [CustomerMatch], planning: PlanningSettings, forecast: ForecastSettings
) -> DataHealth {
    let rules =
        customerRules(book, duplicates: duplicates, planning: planning)
        + opportunityRules(book, forecast: forecast) + activityRules(book) + otherRules(book)
    let findings = rules.filter { !$0.records.isEmpty }.map { rule in
        DataHealth.Finding(
            kind: rule.kind, title: rule.title, hint: rule.hint,
            records: Set(rule.records).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    }
    return DataHealth(
        findings: findings.sorted { ($1.records.count, $0.kind) < ($0.records.count, $1.kind) })
}

extension SalesBook {
    /// Whether that rep is known but does not work any more on the book's day.
    func isGone(_ rep: RecordID<Rep>?) -> Bool {
        guard let rep, let known = repByID[rep] else { return false }
        return !known.works(on: asOf)
    }

    func isUnknown(_ rep: RecordID<Rep>?) -> Bool { rep.map { repByID.index(forKey: $0) == nil } ?? true }
    func isUnknown(_ customer: RecordID<Customer>?) -> Bool {
        customer.map { customerByID.index(forKey: $0) == nil } ?? true
    }
}
