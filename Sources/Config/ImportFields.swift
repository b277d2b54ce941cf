extension ImportSettings {
    /// The fields that a column can be mapped to: record, then field. The one place where they are named.
    package static let fields: [String] = fieldsByRecord.flatMap { record, fields in
        fields.split(separator: " ").map { "\(record).\($0)" }
    }

    private static let fieldsByRecord: [(String, String)] = [
        (
            "rep",
            """
            id name first_name last_name team email phone latitude longitude city zone hired left is_active is_deleted
            """
        ),
        (
            "customer",
            """
            id name street postal_code city region country latitude longitude phone website industry employees \
            annual_revenue currency owner cadence_days visit_minutes opening_hours priority type is_active created \
            is_deleted
            """
        ),
        ("contact", "id customer name first_name last_name title email phone is_deleted"),
        (
            "lead",
            "id name first_name last_name title company status lead_source employees owner created is_deleted"
        ),
        (
            "opportunity",
            """
            id customer name type lead_source created owner stage amount currency close_day touched is_closed is_won \
            is_deleted
            """
        ),
        ("opportunity_change", "id opportunity stage amount currency close_day owner at is_deleted"),
        (
            "activity",
            """
            id customer regarding contact rep category state start end minutes subject outcome notes recorded \
            is_all_day day is_deleted
            """
        ),
        (
            "follow_up",
            "id customer regarding rep subject due priority status is_done category created completed is_deleted"
        ),
        ("order", "id customer day amount currency status is_deleted"),
        ("service_case", "id customer subject status opened closed is_closed touched satisfaction is_deleted"),
        ("campaign", "id name type status start end cost currency is_deleted"),
        ("campaign_member", "id campaign contact lead status has_responded is_deleted"),
    ]
}
