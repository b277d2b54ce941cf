package import Config
package import Geo
package import Quantities
package import Records

/// A drive whose time is known, to hold the estimate against.
package struct TravelLeg: Sendable, Hashable {
    /// Great circle, metres.
    package var greatCircle: Double
    /// Driving at factor 1 without parking; of a logged leg an upper bound, which may be negative where times overlap.
    package var seconds: Double
    /// Road, where it is known.
    package var metres: Double?
    /// Legs of one half are fitted, those of the other judged.
    package var isJudged: Bool
    /// Where it begins and ends, as far as that is known.
    package var from: GeoPoint?
    package var to: GeoPoint?
    /// When it begins on the rep's wall clock; nil where a drive has no hour.
    package var begin: Begin?

    package struct Begin: Sendable, Hashable {
        package var weekday: Weekday
        /// Since midnight.
        package var minute: Int

        package init(weekday: Weekday, minute: Int) {
            self.weekday = weekday
            self.minute = minute
        }
    }

    package init(
        greatCircle: Double, seconds: Double, metres: Double? = nil, isJudged: Bool, from: GeoPoint? = nil,
        to: GeoPoint? = nil, begin: Begin? = nil
    ) {
        self.greatCircle = greatCircle
        self.seconds = seconds
        self.metres = metres
        self.isJudged = isJudged
        self.from = from
        self.to = to
        self.begin = begin
    }
}

/// The log's legs: from the end of one visit to the begin of the next one of the same rep on the same day.
///
/// Visits count that are done, with a length and a place; two in a row at one place, or less than 100 m apart, make no
/// leg. Of the gap the parking (`accessMinutes`) is taken off, and what is left is divided by the traffic factor of the
/// leg's begin. Waiting, lunch and calls are still in it. Days of a rep are fitted or judged as a whole, by a draw
/// that depends on rep and day alone. At most the last 20,000 legs, in the order of reps and time. O(activities).
package func loggedLegs(in book: SalesBook, travel: TravelSettings) -> [TravelLeg] {
    struct Visit {
        var start: Instant
        var end: Instant
        var point: GeoPoint
    }
    var visits: [RecordID<Rep>: [Visit]] = [:]
    for activity in book.activities where activity.category == .visit && activity.state == .done {
        guard let repID = activity.repID, let minutes = activity.minutes, minutes > 0,
            let customerID = activity.customerID, let point = book.customerByID[customerID]?.place, !point.isNullIsland
        else { continue }
        visits[repID, default: []].append(
            Visit(start: activity.start, end: activity.start + minutes * 60, point: point))
    }
    var legs: [TravelLeg] = []
    for rep in book.reps {
        let zone = rep.zone ?? book.zone
        let own = visits[rep.id] ?? []
        for (last, next) in zip(own, own.dropFirst()) {
            let day = zone.day(of: last.start)
            let distance = last.point.distance(to: next.point)
            guard day == zone.day(of: next.start), distance >= 100 else { continue }
            var draw = SeededRandom(seed: UInt64(bitPattern: Int64(day.daysSinceEpoch)), stream: rep.id.text)
            let begin = TravelLeg.Begin(weekday: day.weekday, minute: zone.timeOfDay(of: last.end).minutes)
            let factor = travel.factors.factor(on: begin.weekday, minute: begin.minute)
            legs.append(
                TravelLeg(
                    greatCircle: distance,
                    seconds: Double(next.start - last.end - travel.accessMinutes * 60) / factor,
                    isJudged: draw.next() & 1 == 0, from: last.point, to: next.point, begin: begin))
        }
    }
    return legs.suffix(20_000)
}

extension MatrixTravel {
    /// The table's drives between places whose coordinates are known, at least 100 m apart. There and back are fitted or
    /// judged together. Of a large table about 40,000 are drawn. O(pairs).
    package func tableLegs() -> [TravelLeg] {
        let share = min(1, 40_000 / Double(max(1, table.pairCount)))
        var legs: [TravelLeg] = []
        table.forEachDrive { from, to, seconds, metres in
            guard let start = coordinates[from], let end = coordinates[to], seconds > 0 else { return }
            var draw = SeededRandom(seed: UInt64(min(from, to)) << 32 | UInt64(max(from, to)))
            let isJudged = draw.next() & 1 == 0
            guard share == 1 || draw.unit() < share else { return }
            let distance = start.distance(to: end)
            guard distance >= 100 else { return }
            legs.append(
                TravelLeg(
                    greatCircle: distance, seconds: Double(seconds), metres: metres.map { Double($0) },
                    isJudged: isJudged, from: start, to: end))
        }
        return legs
    }
}
