package import Records

extension SalesBook {
    /// Source of the ids of assignments that a command wrote; others came from somewhere else.
    package static var territorySource: Substring { "territories" }

    /// Who looked after whom before the assignments that were applied last and have begun: those with the latest first
    /// day. Nil when none were.
    package var ownersBefore: [RecordID<Customer>: RecordID<Rep>]? {
        let applied = assignments.filter { $0.from <= asOf && $0.id.source == SalesBook.territorySource }
        guard let latest = applied.last?.from else { return nil }
        let undone = Set(applied.filter { $0.from == latest }.map(\.customerID))
        var owners: [RecordID<Customer>: RecordID<Rep>] = [:]
        for customer in customers { owners[customer.id] = undone.contains(customer.id) ? nil : customer.ownerID }
        for customer in undone { owners[customer] = recordedOwners[customer] }
        for assignment in assignments where assignment.from <= asOf && undone.contains(assignment.customerID) {
            if assignment.from == latest && assignment.id.source == SalesBook.territorySource { continue }
            owners[assignment.customerID] = assignment.repID
        }
        return owners
    }
}
