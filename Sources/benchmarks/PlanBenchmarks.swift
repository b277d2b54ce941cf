import Config
import Geo
import Quantities
import Records
import Routes

/// Reps who each have 80 customers around their home, all of them due: the size that plans of two weeks are measured at,
/// for three numbers of reps, since cost has to grow no faster than they do. One thread.
let planBenchmarks = [5, 20, 80].map { count in
    Benchmark("plans: \(count) reps × 2 weeks × 80 due") {
        let book = bookOfDueCustomers(reps: count)
        return {
            let (inputs, _) = resolvePlanChanges(PlanInputs(), in: book)
            let times = GreatCircleTravel(TravelSettings())
            return book.activeReps.map { rep -> String in
                let plan = planWeeks(
                    of: rep, in: book, planning: PlanningSettings(), travel: TravelSettings(), inputs: inputs,
                    times: times)
                return plan.days.flatMap(\.stops).map(\.customerID.text).joined(separator: " ")
            }.joined(separator: "\n")
        }
    }
}

private func bookOfDueCustomers(reps count: Int) -> SalesBook {
    let asOf = Day(daysSinceEpoch: 20_777)
    var random = SeededRandom(seed: 1, stream: "due customers")
    var contents = SalesBookContents()
    for number in 0..<count {
        let latitude = 46 + Double(number % 10) * 0.4
        let longitude = 8 + Double(number / 10) * 0.6
        let rep = RecordID<Rep>("rep-\(number)")
        contents.reps.append(
            Rep(id: rep, name: "Rep \(number)", home: GeoPoint(latitude: latitude, longitude: longitude)))
        for index in 0..<80 {
            let place = GeoPoint(
                latitude: latitude + (random.unit() - 0.5) * 0.5, longitude: longitude + (random.unit() - 0.5) * 0.7)
            let customer = RecordID<Customer>("customer-\(number)-\(index)")
            contents.customers.append(
                Customer(id: customer, name: customer.text, place: place, ownerID: rep, cadenceDays: 14 + index % 3 * 7)
            )
            contents.activities.append(
                Activity(
                    id: RecordID("visit-\(number)-\(index)"), category: .visit, state: .done, customerID: customer,
                    repID: rep,
                    start: Zone.utc.instant(asOf - (14 + random.integer(in: 0..<30)), TimeOfDay(10, 0))))
        }
    }
    return SalesBook(asOf: asOf, zone: .utc, currency: .euro, contents: contents)
}
