import Geo
import Quantities
import Records

/// Teams and reps: who fills the slots, since when, and when they are away.
struct Staff {
    var teams: [Team]
    var reps: [Rep]
    var away: [Set<Day>]
    /// Last day of the one who left and first day of the one who came.
    var handover: (left: Day, hired: Day)

    init(seed: UInt64, timeline: Timeline) {
        var random = SeededRandom(seed: seed, stream: "staff")
        var names = NameMaker(seed: seed, stream: "staff-names")
        teams = RepSlot.teamNames.enumerated().map { Team(id: RecordID("demo:team-\($0 + 1)"), name: $1) }
        let left = timeline.workday(onOrBefore: timeline.ending.addingMonths(-8).lastOfMonth - 14)
        let hired = timeline.workday(onOrAfter: timeline.ending.addingMonths(-8).firstOfMonth + 15)
        handover = (left, max(left + 1, hired))
        reps = []
        away = []
        for (index, slot) in RepSlot.all.enumerated() {
            let town = Town.named(slot.home)
            let name = names.colleague(town.speech)
            let isFormer = index == RepSlot.formerRep
            let since =
                index == RepSlot.newRep
                ? handover.hired
                : Day(year: timeline.ending.year - random.whole(3...14), month: random.whole(1...12), day: 1)!
            reps.append(
                Rep(
                    id: Staff.id(index), name: name, teamID: teams[slot.team].id,
                    email: "\(mailbox(name))@lumaquell.example", phone: "+00 555 01\(zeroPadded(index + 1, 2)) 00",
                    home: nearby(town, &random), homeTown: town.name, workingHours: slot.hours, zone: timeline.zone,
                    hired: since, left: isFormer ? left : nil, isActive: !isFormer))
            away.append(Staff.holidays(of: index, timeline: timeline, &random))
        }
    }

    static func id(_ index: Int) -> RecordID<Rep> { RecordID("demo:rep-\(zeroPadded(index + 1, 2))") }

    private static func holidays(
        of index: Int, timeline: Timeline, _ random: inout SeededRandom
    ) -> Set<Day> {
        var away: Set<Day> = []
        func leave(from day: Day, _ count: Int) { (0..<count).forEach { away.insert(day.monday + $0) } }
        for year in timeline.start.year...timeline.ending.year {
            leave(from: Day(year: year, month: 8, day: random.whole(1...14))!, 12)
            leave(from: Day(year: year, month: random.pick([2, 3]), day: random.whole(1...28))!, 5)
            leave(from: Day(year: year, month: random.pick([5, 6, 7]), day: random.whole(1...28))!, 5)
            leave(from: Day(year: year, month: 1, day: 2)!, 4)
            // A few days ill.
            let ill = Day(year: year, month: random.whole(1...12), day: random.whole(1...28))!
            for day in 0..<random.whole(1...4) { away.insert(ill + day) }
        }
        // The story needs everybody at work in the weeks around the report, but for two in the North.
        for day in -14..<14 { away.remove(timeline.reportMonday + day) }
        if index == RepSlot.illRep {
            for day in 2..<5 { away.insert(timeline.reportMonday + day) }
        }
        if index == RepSlot.fairRep {
            for day in 1..<4 { away.insert(timeline.reportMonday + day) }
        }
        return away
    }

    private func nearby(_ town: Town, _ random: inout SeededRandom) -> GeoPoint? {
        GeoPoint(
            latitude: rounded(town.latitude + random.between(-0.006, 0.006)),
            longitude: rounded(town.longitude + random.between(-0.008, 0.008)))
    }
}

/// Five decimals: about a metre.
func rounded(_ degrees: Double) -> Double { (degrees * 100_000).rounded() / 100_000 }

/// `greta.plonnalper`: lower-case ASCII, dots for spaces.
func mailbox(_ name: String) -> String {
    let plain: [Character: String] = [
        "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "é": "e", "è": "e", "à": "a", "ò": "o", " ": ".", "-": "-",
    ]
    return name.lowercased().reduce(into: "") { text, letter in
        if let replacement = plain[letter] {
            text += replacement
        } else if letter.isASCII, letter.isLetter || letter.isNumber {
            text.append(letter)
        }
    }
}
