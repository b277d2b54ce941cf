package import Geo
package import Quantities

/// A firm or person that is visited: a customer who buys, or a prospect who might.
package struct Customer: Identified, Hashable {
    package var id: RecordID<Customer>
    package var name: String
    package var address: Address
    /// Nil when it has no usable place; `placePrecision` says why.
    package var place: GeoPoint?
    package var placePrecision: PlacePrecision
    package var phone: String?
    package var website: String?
    package var industry: String?
    package var employees: Int?
    package var annualRevenue: Money?
    package var ownerID: RecordID<Rep>?
    /// Days between visits; nil when visits are not planned.
    package var cadenceDays: Int?
    /// Planned length of a visit; nil means the config's default.
    package var visitMinutes: Int?
    /// Nil when unknown: the customer then counts as open in the rep's working hours.
    package var openingHours: OpeningHours?
    /// The text as it came, also where it could not be understood.
    package var openingHoursText: String?
    package var priority: Priority
    package var isProspect: Bool
    package var isActive: Bool
    package var created: Instant?

    package init(
        id: RecordID<Customer>, name: String, address: Address = Address(), place: GeoPoint? = nil,
        placePrecision: PlacePrecision = .none, phone: String? = nil, website: String? = nil, industry: String? = nil,
        employees: Int? = nil, annualRevenue: Money? = nil, ownerID: RecordID<Rep>? = nil, cadenceDays: Int? = nil,
        visitMinutes: Int? = nil, openingHours: OpeningHours? = nil, openingHoursText: String? = nil,
        priority: Priority = .medium, isProspect: Bool = false, isActive: Bool = true, created: Instant? = nil
    ) {
        self.id = id
        self.name = name
        self.address = address
        self.place = place
        self.placePrecision = placePrecision
        self.phone = phone
        self.website = website
        self.industry = industry
        self.employees = employees
        self.annualRevenue = annualRevenue
        self.ownerID = ownerID
        self.cadenceDays = cadenceDays
        self.visitMinutes = visitMinutes
        self.openingHours = openingHours
        self.openingHoursText = openingHoursText
        self.priority = priority
        self.isProspect = isProspect
        self.isActive = isActive
        self.created = created
    }
}

package enum Priority: String, CaseIterable, Comparable, Sendable {
    case low, medium, high

    package static func < (left: Priority, right: Priority) -> Bool { left.rank < right.rank }
    /// 0 low, 1 medium, 2 high.
    package var rank: Int {
        switch self {
        case .low: 0
        case .medium: 1
        case .high: 2
        }
    }
}

package struct Address: Hashable, Sendable {
    package var street: String?
    package var postalCode: String?
    package var city: String?
    package var region: String?
    package var country: String?

    package init(
        street: String? = nil, postalCode: String? = nil, city: String? = nil, region: String? = nil,
        country: String? = nil
    ) {
        self.street = street
        self.postalCode = postalCode
        self.city = city
        self.region = region
        self.country = country
    }

    /// `Städtle 12, 9490 Vaduz`, from what there is; empty when there is nothing but a country.
    package var oneLine: String {
        let town = [postalCode, city].compactMap(\.self).joined(separator: " ")
        return [street ?? "", town].filter { !$0.isEmpty }.joined(separator: ", ")
    }
}

/// How far a customer's place can be trusted, or why there is none.
package enum PlacePrecision: String, CaseIterable, Sendable {
    /// A coordinate that came with the record.
    case given
    /// Only the middle of the town is known.
    case town
    /// Nothing came.
    case none
    /// A coordinate at 0°, 0°.
    case nullIsland
    /// A latitude or longitude that does not exist.
    case impossible
}
