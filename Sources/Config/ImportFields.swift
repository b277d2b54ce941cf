extension ImportSettings {
    /// The fields that a column can be mapped to: record, then field. The one place where they are named.
    package static let fields: [String] = fieldsByRecord.flatMap { record, fields in fields.map { "\(record).\($0)" } }

    private static let fieldsByRecord: [(String, [String])] = [
        (
            "rep",
            [
                "name", "first_name", "last_name", "team", "email", "phone", "latitude", "longitude", "city", "zone",
                "hired", "left", "is_active",
            ]
        ),
        (
            "customer",
            [
                "name", "street", "postal_code", "city", "region", "country", "latitude", "longitude", "phone",
                "website", "industry", "employees", "annual_revenue", "owner", "cadence_days", "visit_minutes",
                "opening_hours", "priority", "type", "is_active", "created",
            ]
        ),
        ("contact", ["customer", "name", "first_name", "last_name", "title", "email", "phone"]),
        (
            "lead",
            [
                "name", "first_name", "last_name", "title", "company", "status", "lead_source", "employees", "owner",
                "created",
            ]
        ),
        (
            "opportunity",
            ["customer", "name", "type", "lead_source", "created", "owner", "stage", "amount", "close_day"]
        ),
        (
            "activity",
            [
                "customer", "contact", "rep", "category", "state", "start", "end", "minutes", "subject", "outcome",
                "notes", "recorded",
            ]
        ),
        ("follow_up", ["customer", "rep", "subject", "due", "priority", "is_done", "created", "completed"]),
        ("order", ["customer", "day", "amount", "currency", "status"]),
        ("service_case", ["customer", "subject", "status", "opened", "closed", "satisfaction"]),
        ("campaign", ["name", "type", "status", "start", "end", "cost"]),
        ("campaign_member", ["campaign", "contact", "lead", "status", "has_responded"]),
    ]
}
