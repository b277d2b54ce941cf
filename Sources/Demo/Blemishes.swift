import Diagnostics
import Geo
import Quantities
import Records

/// The few things that are wrong in every real list of customers.
struct Blemishes {
    var problems: [ImportProblem] = []

    /// Two customers without a place, a pair that is one, and opening hours that nobody can read.
    mutating func spoil(_ customers: inout [DemoCustomer], seed: UInt64, timeline: Timeline) {
        var random = SeededRandom(seed: seed, stream: "blemishes")
        let plain = customers.indices.filter { !customers[$0].record.isProspect && customers[$0].owners.count == 1 }
        let chosen = Array(random.shuffled(plain).prefix(12))
        lose(&customers[chosen[0]].record, .none, "No latitude and longitude", nil, line: chosen[0] + 2)
        lose(
            &customers[chosen[1]].record, .nullIsland, "0°, 0° lies in the sea and is a missing coordinate", "0, 0",
            line: chosen[1] + 2)
        let texts = ["by appointment", "mornings, ring first", "Mo-Fr 8-12 & afternoons", "closed in low season?"]
        for (index, text) in zip(chosen[2...], texts) {
            customers[index].record.openingHours = nil
            customers[index].record.openingHoursText = text
            note(
                Problem(
                    .warning, "customer.opening-hours", "'\(text)' cannot be read as opening hours",
                    at: ProblemPlace(file: "customers.csv", line: index + 2, field: "opening_hours"), value: text,
                    hint: "write them as in 'Mo-Fr 08:00-12:00,14:00-18:00'"), customers[index].record.id.text)
        }
        // Odd but readable: a bar for night owls, and a house that has shut for good without telling anybody.
        let night = [TimeWindow(from: TimeOfDay(18, 0), until: .endOfDay)]
        customers[chosen[6]].record.openingHours = OpeningHours([.thursday: night, .friday: night, .saturday: night])
        customers[chosen[6]].record.openingHoursText = "Th-Sa 18:00-24:00"
        customers[chosen[7]].record.openingHours = OpeningHours([:])
        customers[chosen[7]].record.openingHoursText = "off"
        for index in chosen[8..<10] {
            customers[index].record.isActive = false
            customers[index].quietFrom = timeline.ending - 200
        }
        customers[chosen[10]].record.phone = "ask at the bar"
        duplicate(of: customers[chosen[11]], in: &customers, timeline: timeline)
    }

    private mutating func lose(
        _ record: inout Customer, _ precision: PlacePrecision, _ message: String, _ value: String?, line: Int
    ) {
        record.place = nil
        record.placePrecision = precision
        note(
            Problem(
                .warning, precision == .none ? "customer.no-place" : "customer.null-island", message,
                at: ProblemPlace(file: "customers.csv", line: line, field: "latitude"), value: value,
                hint: "look the address up and enter its coordinate"), record.id.text)
    }

    /// The same house entered a second time: other id, nearly the same name, no cadence of its own.
    private func duplicate(of original: DemoCustomer, in customers: inout [DemoCustomer], timeline: Timeline) {
        var copy = original
        let words = original.record.name.split(separator: " ")
        copy.record.id = RecordID("demo:customer-\(zeroPadded(customers.count + 1, 4))")
        copy.record.name = words.dropFirst().joined(separator: " ") + " " + words[0]
        copy.record.cadenceDays = nil
        copy.record.website = nil
        copy.record.place = original.record.place.flatMap {
            GeoPoint(latitude: $0.latitude + 0.0002, longitude: $0.longitude)
        }
        copy.record.created = timeline.instant(timeline.workday(onOrBefore: timeline.ending - 120), 10 * 60)
        copy.known = timeline.ending - 119
        copy.size = 0.3
        customers.append(copy)
    }

    mutating func note(_ problem: Problem, _ record: String?) {
        problems.append(ImportProblem(problem, record: record))
    }
}
