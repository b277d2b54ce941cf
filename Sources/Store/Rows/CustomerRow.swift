import Records

extension Customer: StoredRecord {
    static let kind = RecordKind.customer
    static let columns = [
        "name", "street", "postal_code", "city", "region", "country", "latitude", "longitude", "place_precision",
        "phone", "website", "industry", "employees", "annual_revenue", "annual_revenue_currency", "owner_id",
        "cadence_days", "visit_minutes", "opening_hours", "priority", "is_prospect", "is_active", "created",
    ]

    var rowID: String { id.text }

    func write(to cells: inout CellWriter) {
        cells.text(name)
        cells.text(address.street)
        cells.text(address.postalCode)
        cells.text(address.city)
        cells.text(address.region)
        cells.text(address.country)
        cells.point(place)
        cells.word(placePrecision)
        cells.text(phone)
        cells.text(website)
        cells.text(industry)
        cells.integer(employees)
        cells.money(annualRevenue)
        cells.id(ownerID)
        cells.integer(cadenceDays)
        cells.integer(visitMinutes)
        // Only the text is kept; whoever reads the store understands it anew.
        cells.text(openingHoursText ?? openingHours?.storedText)
        cells.word(priority)
        cells.flag(isProspect)
        cells.flag(isActive)
        cells.instant(created)
    }

    init(reading cells: inout CellReader) throws {
        self.init(
            id: cells.id(), name: cells.text(),
            address: Address(
                street: cells.optionalText(), postalCode: cells.optionalText(), city: cells.optionalText(),
                region: cells.optionalText(), country: cells.optionalText()),
            place: try cells.point(), placePrecision: try cells.word(), phone: cells.optionalText(),
            website: cells.optionalText(), industry: cells.optionalText(), employees: cells.optionalInteger(),
            annualRevenue: try cells.optionalMoney(), ownerID: cells.optionalID(),
            cadenceDays: cells.optionalInteger(), visitMinutes: cells.optionalInteger(),
            openingHoursText: cells.optionalText(), priority: try cells.word(), isProspect: cells.flag(),
            isActive: cells.flag(), created: cells.optionalInstant())
    }
}
