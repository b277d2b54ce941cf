import Diagnostics

/// Reads Solomon's format for routing with time windows, also used by Gehring and Homberger: name, `VEHICLE` with number and
/// capacity, `CUSTOMER` with a line of seven numbers each, the depot first.
///
/// The literature minimises the unrounded distance (or the number of vehicles first, which is not done here).
func readSolomon(_ text: String, file: String) throws -> RouteInstance {
    var lines = try InstanceLines(text, file: file)
    let name = try lines.take("the name of the instance").text.split(separator: " ").joined(separator: " ")
    try lines.skip(to: "VEHICLE")
    try lines.skipHeadings()
    let fleet = try lines.take("number and capacity of the vehicles")
    guard !fleet.isWord else {
        throw lines.problem(
            "missing-section", "number and capacity of the vehicles should stand here", at: fleet,
            hint: "they follow VEHICLE, as two numbers in one line")
    }
    let fleetNumbers = try lines.numbers(of: fleet, "the fleet (number, capacity)", least: 2)
    try lines.skip(to: "CUSTOMER")
    try lines.skipHeadings()

    var places: [RouteInstance.Place] = []
    while let line = lines.take() {
        let row = try lines.numbers(
            of: line, "a customer (number, x, y, demand, ready time, due date, service time)", least: 7)
        var place = RouteInstance.Place(
            number: try lines.whole(
                line.words[0], "the customer's number (they are counted from 0)", in: line,
                range: places.count...places.count))
        (place.x, place.y, place.demand, place.earliest) = (row[1], row[2], row[3], row[4])
        (place.latest, place.service) = (row[5], row[6])
        try lines.check(place, in: line)
        places.append(place)
    }
    guard places.count > 1 else {
        throw lines.problem("cut-off", "the file lists no customer", hint: "get the whole file")
    }
    var instance = RouteInstance(name: name, places: places)
    instance.vehiclesPerDay = try lines.whole(
        fleet.words[0], "the number of vehicles", in: fleet, range: 1...1_000_000)
    guard fleetNumbers[1] >= 0 else {
        throw lines.problem("out-of-range", "the capacity is below 0", at: fleet, hint: "correct the number")
    }
    instance.days[0].capacity = fleetNumbers[1]
    instance.usualRounding = .none
    return instance
}

extension InstanceLines {
    fileprivate mutating func skip(to heading: String) throws {
        let line = try take("the heading \(heading)")
        guard line.words.first.map({ $0.uppercased() }) == heading else {
            throw problem(
                "missing-section", "\(heading) should stand here", at: line,
                hint: "the order is: name, VEHICLE, CUSTOMER")
        }
    }

    fileprivate mutating func skipHeadings() throws {
        while let line = next, line.isWord, !["VEHICLE", "CUSTOMER"].contains(line.words[0].uppercased()) {
            _ = take()
        }
    }
}
