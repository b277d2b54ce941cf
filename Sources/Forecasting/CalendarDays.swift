import Quantities

/// Days of moments in one zone, remembered by UTC day: asking the zone database for each of 35,000 changes is slow.
struct CalendarDays {
    private let zone: Zone
    /// Offset of each UTC day that has the same one at both ends; nil for a day on which clocks change.
    private var offsets: [Int: Int?] = [:]

    init(zone: Zone) { self.zone = zone }

    mutating func day(of instant: Instant) -> Day {
        let utcDay = instant.utcDay
        let offset: Int?
        if let known = offsets[utcDay.daysSinceEpoch] {
            offset = known
        } else {
            let first = zone.offset(at: Instant(utc: utcDay))
            offset = first == zone.offset(at: Instant(utc: utcDay + 1)) ? first : nil
            offsets[utcDay.daysSinceEpoch] = offset
        }
        guard let offset else { return zone.day(of: instant) }
        return (instant + offset).utcDay
    }
}
