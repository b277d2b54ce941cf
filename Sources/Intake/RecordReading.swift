/// What the rows of a file become: the fields that may be filled, and the function that makes the record of them.
///
/// The row function answers whether the row was of use; when not, it has reported why.
struct RecordReading: Sendable {
    /// As in the ledger: `customer`.
    var record: String
    /// `customer.id` and so on, as the settings write them.
    var fields: [String]
    /// Without a column for one of these no row can be used.
    var required: [String]
    var read: @Sendable (inout RowReader, inout ImportDraft) -> Bool

    init(
        _ record: String, fields: [String], required: [String] = ["id"],
        read: @escaping @Sendable (inout RowReader, inout ImportDraft) -> Bool
    ) {
        self.record = record
        self.fields = fields.map { "\(record).\($0)" }
        self.required = required.map { "\(record).\($0)" }
        self.read = read
    }
}
