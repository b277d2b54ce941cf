import Quantities
import Testing

@testable import Records

@Suite struct OpeningHoursTests {
    /// `Mon 08:00–12:00 …`, open days only, so that a whole week is compared in one line.
    private func week(_ text: String) -> String {
        do {
            let hours = try OpeningHours(osm: text)
            return Weekday.allCases.filter { !hours[$0].isEmpty }
                .map { day in
                    "\(day.shortName) " + hours[day].map { "\($0.from.text)-\($0.until.text)" }.joined(separator: ",")
                }
                .joined(separator: " ")
        } catch {
            return "\(error.position): \(error.reason)"
        }
    }

    private let always =
        "Mon 00:00-24:00 Tue 00:00-24:00 Wed 00:00-24:00 Thu 00:00-24:00 Fri 00:00-24:00 "
        + "Sat 00:00-24:00 Sun 00:00-24:00"

    @Test(arguments: [
        ("Mo 08:00-12:00", "Mon 08:00-12:00"),
        ("Mo,We 8:00-12:00, 13:30-17:00", "Mon 08:00-12:00,13:30-17:00 Wed 08:00-12:00,13:30-17:00"),
        ("mo–tu 8h30–12h", "Mon 08:30-12:00 Tue 08:30-12:00"),
        ("Mo: 8-12", "Mon 08:00-12:00"),
        ("Sa-Mo 10:00-11:00", "Mon 10:00-11:00 Sat 10:00-11:00 Sun 10:00-11:00"),
        ("Fr-Fr 10:00-11:00", "Fri 10:00-11:00"),
        ("Mo 10:00-11:00; Sa 9am-1pm", "Mon 10:00-11:00 Sat 09:00-13:00"),
    ])
    func `days and times`(text: String, expected: String) {
        #expect(week(text) == expected)
    }

    @Test(arguments: [
        ("Mo-Tu 08:00-18:00; Tu 09:00-10:00", "Mon 08:00-18:00 Tue 09:00-10:00"),
        ("Mo-Tu 08:00-12:00, Tu 13:00-18:00", "Mon 08:00-12:00 Tue 08:00-12:00,13:00-18:00"),
        ("Mo-Tu 08:00-12:00; Mo-Tu 13:00-18:00", "Mon 13:00-18:00 Tue 13:00-18:00"),
        ("Mo-We 08:00-18:00; Tu off", "Mon 08:00-18:00 Wed 08:00-18:00"),
        ("Mo-Tu closed; We 11:00-18:00", "Wed 11:00-18:00"),
        ("Mo 08:00-18:00; Mo 12:00-13:00 off", "Mon 08:00-12:00,13:00-18:00"),
        ("Mo-We 08:00-18:00, Tu off", "Mon 08:00-18:00 Wed 08:00-18:00"),
    ])
    func `a later rule replaces, a comma adds, off clears`(text: String, expected: String) {
        #expect(week(text) == expected)
    }

    @Test(arguments: [
        ("Sa 20:00-01:00", "Sat 20:00-24:00 Sun 00:00-01:00"), ("Su 20:00-02:00", "Mon 00:00-02:00 Sun 20:00-24:00"),
        ("Fr 11:00-00:00", "Fri 11:00-24:00"), ("Fr 11:00-24:00", "Fri 11:00-24:00"),
        ("Fr 22:00-26:00", "Fri 22:00-24:00 Sat 00:00-02:00"), ("Fr 08:00+", "Fri 08:00-24:00"),
        ("Fr 22:00-02:00; Sa off", "Fri 22:00-24:00 Sat 00:00-02:00"),
    ])
    func `past midnight and open ends`(text: String, expected: String) {
        #expect(week(text) == expected)
    }

    @Test(arguments: [
        ("Mo 08:00-12:00; PH off", "Mon 08:00-12:00"), ("Mo 08:00-12:00; PH 10:00-11:00", "Mon 08:00-12:00"),
        ("PH,Mo 08:30-23:00", "Mon 08:30-23:00"), ("Mo 08:00-12:00; Su, PH off", "Mon 08:00-12:00"),
        ("Mo 08:00-12:00; SH Mo-Fr 09:00-10:00", "Mon 08:00-12:00"),
        ("Mo 08:00-12:00; Dec 24-26 off", "Mon 08:00-12:00"), ("Mo 08:00-12:00; Dec 24-Jan 2 off", "Mon 08:00-12:00"),
        ("Jan-Dec Mo 08:00-12:00", "Mon 08:00-12:00"),
        ("Fr 11:00+ \"until the last guest\"", "Fri 11:00-24:00"),
    ])
    func `holidays, single dates and remarks leave a normal week alone`(text: String, expected: String) {
        #expect(week(text) == expected)
    }

    @Test(arguments: ["24/7", "Mo-Su", "00:00-24:00", "Mo-Su 00:00-00:00"])
    func `always open`(text: String) {
        #expect(week(text) == always)
    }

    @Test(arguments: [
        ("", "1: the text is empty"), ("by appointment", "1: 'by' is no day, month or time"),
        ("\"by appointment\"", "1: only a comment says when"), ("Mo \"ring\"", "4: only a comment says when"),
        ("Mo 08:00", "9: the text ends where the end of the time span should be"),
        ("Mo 08:00-25:99", "10: there is no such time of day"), ("Mo 25:00-26:00", "4: there is no such time of day"),
        ("Apr-Oct Mo 08:00-12:00", "1: the hours are for a part of the year only"),
        ("Mo 08:00-sunset", "10: 'sunset' depends on the sun"),
        ("Mo[1] 08:00-12:00", "3: a weekday of some weeks of the month only"),
        ("Mo 08:00-12:00 || \"call\"", "16: '|' stands where the end of the rule should be"),
        ("Mo 08:00-12:00,", "16: the text ends where a rule should be"),
        ("Mo \"x", "4: the comment that begins here never ends"),
    ])
    func `what is not understood says why and where`(text: String, expected: String) {
        #expect(week(text) == expected)
    }

    @Test func `a text without end is refused`() {
        #expect(week(String(repeating: "Mo,", count: 400)) == "1001: the text is longer than 1000 characters")
    }
}
