import Quantities
import Records

extension Rep: StoredRecord {
    static let kind = RecordKind.rep
    static let columns = [
        "name", "team_id", "email", "phone", "home_latitude", "home_longitude", "home_town", "working_hours", "zone",
        "hired", "left_on", "is_active",
    ]

    var rowID: String { id.text }

    func write(to cells: inout CellWriter) {
        cells.text(name)
        cells.id(teamID)
        cells.text(email)
        cells.text(phone)
        cells.point(home)
        cells.text(homeTown)
        cells.text(workingHours?.storedText)
        cells.text(zone?.name)
        cells.day(hired)
        cells.day(left)
        cells.flag(isActive)
    }

    init(reading cells: inout CellReader) throws {
        self.init(
            id: cells.id(), name: cells.text(), teamID: cells.optionalID(), email: cells.optionalText(),
            phone: cells.optionalText(), home: try cells.point(), homeTown: cells.optionalText(),
            workingHours: try cells.workingHours(), zone: try cells.zone(), hired: try cells.optionalDay(),
            left: try cells.optionalDay(), isActive: cells.flag())
    }
}

extension CellReader {
    fileprivate mutating func workingHours() throws -> WorkingHours? {
        guard let text = optionalText() else { return nil }
        guard let hours = WorkingHours(stored: text) else { throw unknown(text) }
        return hours
    }

    fileprivate mutating func zone() throws -> Zone? {
        guard let name = optionalText() else { return nil }
        guard let zone = Zone(name) else { throw unknown(name) }
        return zone
    }
}
