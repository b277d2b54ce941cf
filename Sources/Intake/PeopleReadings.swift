import Diagnostics
import Geo
import Quantities
import Records

extension RecordReading {
    /// A user of the CRM; the department is the team.
    static let rep = RecordReading(
        "rep",
        fields: [
            "id", "name", "first_name", "last_name", "team", "email", "phone", "latitude", "longitude", "city", "zone",
            "hired", "left", "is_active", "is_deleted",
        ]
    ) { row, draft in
        guard let id = row.id("rep.id", of: Rep.self) else { return false }
        var rep = Rep(id: id, name: row.personName("rep") ?? "")
        if rep.name.isEmpty {
            rep.name = row.text("rep.email") ?? String(id.sourceID)
            row.report(
                .warning, "rep.no-name", "a rep has no name", field: "rep.name", hint: "enter the name in the CRM")
        }
        if let name = row.text("rep.team") {
            let team = Team(id: row.context.teamID(name), name: name)
            if let index = draft.contents.teams.firstIndex(where: { $0.id == team.id }) {
                // Of several spellings the first in order counts, whichever row comes first.
                draft.contents.teams[index].name = min(draft.contents.teams[index].name, name)
            } else {
                draft.contents.teams.append(team)
            }
            rep.teamID = team.id
        }
        rep.email = row.text("rep.email")
        rep.phone = row.text("rep.phone")
        (rep.home, _) = row.place("rep", noneIsWorthAProblem: false)
        rep.homeTown = row.text("rep.city")
        if let name = row.text("rep.zone") {
            rep.zone = Zone(name)
            if rep.zone == nil {
                row.report(
                    .warning, "value.unreadable", "'\(excerpt(name))' is not a time zone", field: "rep.zone",
                    value: name,
                    hint: "use a name such as Europe/Zurich; the company's zone is used now")
            }
        }
        rep.hired = row.day("rep.hired")
        rep.left = row.day("rep.left")
        rep.isActive = row.yesNo("rep.is_active") ?? true
        draft.contents.reps.append(rep)
        return true
    }

    static let contact = RecordReading(
        "contact",
        fields: ["id", "customer", "name", "first_name", "last_name", "title", "email", "phone", "is_deleted"]
    ) { row, draft in
        guard let id = row.id("contact.id", of: Contact.self) else { return false }
        draft.contents.contacts.append(
            Contact(
                id: id, customerID: row.id("contact.customer", of: Customer.self),
                name: row.personName("contact") ?? row.text("contact.email") ?? "Unnamed",
                title: row.text("contact.title"),
                email: row.text("contact.email"), phone: row.text("contact.phone")))
        return true
    }

    static let lead = RecordReading(
        "lead",
        fields: [
            "id", "name", "first_name", "last_name", "title", "company", "status", "lead_source", "employees", "owner",
            "created", "is_deleted",
        ]
    ) { row, draft in
        guard let id = row.id("lead.id", of: Lead.self) else { return false }
        let created = row.instant("lead.created")
        row.saw(created)
        let status = row.text("lead.status") ?? ""
        let state = row.word("lead.status").flatMap(Lead.State.init) ?? .working
        draft.contents.leads.append(
            Lead(
                id: id, name: row.personName("lead") ?? "Unnamed", title: row.text("lead.title"),
                company: row.name("lead.company"), state: state, status: status,
                leadSource: row.text("lead.lead_source"),
                employees: row.count("lead.employees", atLeast: 0, atMost: 10_000_000),
                ownerID: row.id("lead.owner", of: Rep.self), created: created))
        return true
    }
}

extension RowReader {
    /// The name, or first and last name together; nil when there is none.
    mutating func personName(_ record: String) -> String? {
        if has("\(record).name"), let name = name("\(record).name") { return name }
        let parts = [name("\(record).first_name"), name("\(record).last_name")].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }

    /// The coordinate and what it is worth; each kind of fault is a problem of its own.
    mutating func place(_ record: String, noneIsWorthAProblem: Bool) -> (GeoPoint?, PlacePrecision) {
        let field = "\(record).latitude"
        guard let latitude = text(field), let longitude = text("\(record).longitude") else {
            if noneIsWorthAProblem {
                report(
                    .warning, "\(record).no-coordinate", "there is no coordinate, so it is on no map and no route",
                    field: field, hint: "geocode the address in the CRM, or enter latitude and longitude")
            }
            return (nil, .none)
        }
        guard let north = plainNumber(latitude).flatMap(Double.init),
            let east = plainNumber(longitude).flatMap(Double.init)
        else {
            report(
                .warning, "value.unreadable", "'\(excerpt(latitude)), \(excerpt(longitude))' is not a coordinate",
                field: field,
                value: "\(latitude), \(longitude)", hint: "write degrees as 47.1410 and 9.5209")
            return (nil, .impossible)
        }
        guard let point = GeoPoint(latitude: north, longitude: east) else {
            report(
                .warning, "\(record).impossible-coordinate", "there is no such place on earth", field: field,
                value: "\(latitude), \(longitude)",
                hint: "correct it in the CRM; latitude is within ±90, longitude within ±180")
            return (nil, .impossible)
        }
        guard !point.isNullIsland else {
            report(
                .warning, "\(record).null-island", "the coordinate is 0, 0, which stands for a missing one",
                field: field,
                value: "\(latitude), \(longitude)", hint: "geocode the address in the CRM, or clear the coordinate")
            return (nil, .nullIsland)
        }
        return (point, .given)
    }
}

extension ReadingContext {
    /// Teams have no id of their own in an export: their name is their id.
    func teamID(_ name: String) -> RecordID<Team> {
        RecordID(source: source, sourceID: "team-" + name.lowercased())
    }
}
