package import Records

/// Service cases: what is open, what comes up again and how long it takes.
package struct ServiceSummary: Sendable, Hashable {
    package struct Subject: Sendable, Hashable {
        package var name: String
        package var open: Int
        package var closed: Int
        package var medianDaysToClose: Int?

        package init(name: String, open: Int, closed: Int, medianDaysToClose: Int?) {
            self.name = name
            self.open = open
            self.closed = closed
            self.medianDaysToClose = medianDaysToClose
        }
    }

    /// How many open cases are how old.
    package struct AgeBand: Sendable, Hashable {
        /// Such as `8–30 days`.
        package var name: String
        package var count: Int

        package init(name: String, count: Int) {
            self.name = name
            self.count = count
        }
    }

    /// Open cases, oldest first.
    package var open: [RecordID<ServiceCase>]
    /// Most frequent first.
    package var subjects: [Subject]
    /// Mean of 1...5 and how many answered.
    package var satisfaction: Double?
    package var satisfactionCount: Int
    /// Customers with three cases or more in the last 90 days, most cases first.
    package var repeating: [RecordID<Customer>]

    /// Open cases by age: all four bands, youngest first, also where they are empty.
    package var openByAge: [AgeBand]

    package init(
        open: [RecordID<ServiceCase>], subjects: [Subject], satisfaction: Double?, satisfactionCount: Int,
        repeating: [RecordID<Customer>], openByAge: [AgeBand] = []
    ) {
        self.open = open
        self.subjects = subjects
        self.satisfaction = satisfaction
        self.satisfactionCount = satisfactionCount
        self.repeating = repeating
        self.openByAge = openByAge
    }
}
