package import Quantities

/// What a rep is asked to book in a month.
package struct Quota: Identified, Hashable {
    package var id: RecordID<Quota>
    package var repID: RecordID<Rep>
    /// First day of the month.
    package var month: Day
    package var amount: Money

    package init(id: RecordID<Quota>, repID: RecordID<Rep>, month: Day, amount: Money) {
        self.id = id
        self.repID = repID
        self.month = month.firstOfMonth
        self.amount = amount
    }
}
