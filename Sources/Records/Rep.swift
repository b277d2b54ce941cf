package import Geo
package import Quantities

/// A person who visits customers.
package struct Rep: Identified, Hashable {
    package var id: RecordID<Rep>
    package var name: String
    package var teamID: RecordID<Team>?
    package var email: String?
    package var phone: String?
    /// Where the day starts and ends; nil when it is not known, and then no route can be planned.
    package var home: GeoPoint?
    package var homeTown: String?
    /// Nil means the working hours of the config.
    package var workingHours: WorkingHours?
    /// Nil means the company's zone.
    package var zone: Zone?
    package var hired: Day?
    /// Last working day; nil for those who stay.
    package var left: Day?
    /// False for an account that the CRM has switched off, even where no leaving date is known.
    package var isActive: Bool

    package init(
        id: RecordID<Rep>, name: String, teamID: RecordID<Team>? = nil, email: String? = nil, phone: String? = nil,
        home: GeoPoint? = nil, homeTown: String? = nil, workingHours: WorkingHours? = nil, zone: Zone? = nil,
        hired: Day? = nil, left: Day? = nil, isActive: Bool = true
    ) {
        self.id = id
        self.name = name
        self.teamID = teamID
        self.email = email
        self.phone = phone
        self.home = home
        self.homeTown = homeTown
        self.workingHours = workingHours
        self.zone = zone
        self.hired = hired
        self.left = left
        self.isActive = isActive
    }

    package func works(on day: Day) -> Bool {
        isActive && (hired.map { $0 <= day } ?? true) && (left.map { day <= $0 } ?? true)
    }
}
