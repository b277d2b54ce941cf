import Records

extension SalesBook {
    /// Who looked after whom before the run of territory assignments that was applied last and has begun; nil when none
    /// was. Customers outside that run have the owner of today.
    var ownersBefore: [RecordID<Customer>: RecordID<Rep>]? {
        let applied = assignments.filter { $0.from <= asOf && $0.runID != nil }
        guard let latest = applied.map(\.sequence).max() else { return nil }
        var owners: [RecordID<Customer>: RecordID<Rep>] = [:]
        for customer in customers { owners[customer.id] = customer.ownerID }
        for assignment in applied where assignment.sequence == latest {
            owners[assignment.customerID] = assignment.previousID
        }
        return owners
    }
}
