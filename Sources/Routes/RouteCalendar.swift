import Geo
import Quantities
package import Records

/// The plan as an iCalendar file (RFC 5545) with one event a stop, for a phone's calendar.
///
/// Times are UTC, so that no zone definition is needed. An event's UID is made of the week, the customer and, for a further
/// visit in the same week, its number: a calendar that reads a newer plan moves the event. Each event reminds
/// `reminderMinutes` before the visit begins, 0 not at all. `DTSTAMP` and `SEQUENCE` come from the as-of date, never from a clock. Lines end with CR LF
/// and are folded at 75 octets.
package func icsCalendar(
    of plan: RoutePlan, in book: SalesBook, words: RouteWords, reminderMinutes: Int = 15
) -> String {
    icsCalendar(of: [plan], in: book, words: words, reminderMinutes: reminderMinutes)
}

/// The same for several weeks of one rep.
package func icsCalendar(
    of weeks: [RoutePlan], in book: SalesBook, words: RouteWords, reminderMinutes: Int = 15
) -> String {
    let stamp = compact(Instant(utc: book.asOf))
    var lines = [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Fieldbook//Routes//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
        "X-WR-CALNAME:\(escaped(words.title))",
    ]
    for plan in weeks {
        let zone = book.repByID[plan.repID]?.zone ?? book.zone
        for day in plan.days {
            for stop in day.stops {
                guard let customer = book.customerByID[stop.customerID] else { continue }
                let further = stop.visitNumber > 1 ? "-\(stop.visitNumber)" : ""
                lines += [
                    "BEGIN:VEVENT",
                    "UID:\(plan.monday.week.iso)-\(identifier(stop.customerID.text))\(further)@fieldbook.invalid",
                    "DTSTAMP:\(stamp)",
                    "SEQUENCE:\(max(0, book.asOf.daysSinceEpoch))",
                    "DTSTART:\(compact(zone.instant(day.day, stop.start)))",
                    "DTEND:\(compact(zone.instant(day.day, stop.end)))",
                    "SUMMARY:\(escaped(customer.name))",
                ]
                let address = customer.address.oneLine
                if !address.isEmpty { lines.append("LOCATION:\(escaped(address))") }
                if let place = customer.place {
                    lines.append("GEO:\(degrees(place.latitude));\(degrees(place.longitude))")
                }
                let note = words.note(stop)
                if !note.isEmpty { lines.append("DESCRIPTION:\(escaped(note))") }
                if reminderMinutes > 0 {
                    lines += [
                        "BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:\(escaped(customer.name))",
                        "TRIGGER:-PT\(reminderMinutes)M", "END:VALARM",
                    ]
                }
                lines.append("END:VEVENT")
            }
        }
    }
    lines.append("END:VCALENDAR")
    return lines.map { folded($0) + "\r\n" }.joined()
}

/// `20261123T080000Z`.
private func compact(_ instant: Instant) -> String { instant.iso.filter { $0 != "-" && $0 != ":" } }

/// RFC 5545, 3.3.11: TEXT. Control characters other than line breaks have no place in it.
private func escaped(_ text: String) -> String {
    var result = ""
    var hasReturn = false
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\\", ";", ",": result += "\\\(scalar)"
        case "\r": result += "\\n"
        case "\n": result += hasReturn ? "" : "\\n"
        case "\t": result += " "
        default: if scalar.properties.generalCategory != .control { result.unicodeScalars.append(scalar) }
        }
        hasReturn = scalar == "\r"
    }
    return result
}

/// Letters, digits, `.` and `-`; every other byte as `_` and two hexadecimal digits, so that ids stay apart.
private func identifier(_ text: String) -> String {
    text.utf8.reduce(into: "") { result, byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x2d, 0x2e:
            result.unicodeScalars.append(Unicode.Scalar(byte))
        default: result += "_" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
    }
}

/// Lines of at most 75 octets without the line break, never within a character.
private func folded(_ line: String) -> String {
    var result = ""
    var octets = 0
    for character in line.unicodeScalars {
        let length = UTF8.width(character)
        if octets + length > 75 {
            result += "\r\n "
            octets = 1
        }
        result.unicodeScalars.append(character)
        octets += length
    }
    return result
}
