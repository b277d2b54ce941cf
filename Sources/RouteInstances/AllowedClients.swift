import Diagnostics

extension KeywordFile {
    /// Rows `vehicle place place …`: the vehicle visits those only.
    func readAllowed(into instance: inout RouteInstance) throws {
        guard let section = section("VEHICLES_ALLOWED_CLIENTS_SECTION") else { return }
        let count = section.rows.count
        guard count == instance.vehiclesPerDay, count <= 64 else {
            throw lines.problem(
                "row-count", "there are \(count) vehicles here, but \(instance.vehiclesPerDay ?? 0) by VEHICLES",
                at: section.heading, hint: "list each of at most 64 vehicles in a row")
        }
        var daysOf = [UInt64](repeating: 0, count: instance.places.count)
        for (vehicle, row) in section.rows.enumerated() {
            _ = try lines.whole(
                row.words[0], "the number of the vehicle", in: row, range: (vehicle + 1)...(vehicle + 1))
            for word in row.words.dropFirst() {
                let place = try lines.whole(word, "a place", in: row, range: 1...instance.places.count) - 1
                daysOf[place] |= 1 << UInt64(vehicle)
            }
        }
        instance.days = Array(repeating: instance.days[0], count: count)
        instance.vehiclesPerDay = 1
        for place in instance.customers {
            instance.places[place].patterns = (0..<UInt64(count)).map { 1 << $0 }.filter { daysOf[place] & $0 != 0 }
        }
    }
}
