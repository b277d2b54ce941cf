import Diagnostics

/// Reads Cordeau's format for periodic vehicle routing: a line `type m n t` (type 1, `m` vehicles a day, `n` customers, `t`
/// days), `t` lines `D Q` (longest route and capacity of that day, 0 for no limit), then the depot and the customers as
/// `i x y d q f a list` (service time, demand, visits in the period, number of day patterns, the patterns).
///
/// A pattern is a number of `t` bits, the most significant one the first day: of five days 10 = 01010 is the second and the
/// fourth. Service time counts towards `D`. The literature minimises the unrounded distance (Cordeau, Gendreau and
/// Laporte, Networks 30, 1997). Where `f` is 0 but patterns are listed, as once in p11, the patterns hold.
func readPeriodic(_ text: String, file: String) throws -> RouteInstance {
    var lines = try InstanceLines(text, file: file)
    let head = try lines.take("type, vehicles, customers and days")
    _ = try lines.numbers(of: head, "the first line (type, vehicles, customers, days)", least: 4)
    let words = head.words
    let type = try lines.whole(words[0], "the type", in: head, range: 0...20)
    guard type == 1 else {
        throw lines.problem(
            "unsupported", "the file is of type \(type), but only type 1, periodic routing, is read", at: head,
            hint: "types 0 and 2 to 20 have several depots, sites or windows")
    }
    let vehicles = try lines.whole(words[1], "the number of vehicles", in: head, range: 1...100_000)
    let customers = try lines.whole(words[2], "the number of customers", in: head, range: 1...1_000_000)
    let period = try lines.whole(words[3], "the number of days", in: head, range: 1...64)

    var days: [RouteInstance.Limits] = []
    for day in 1...period {
        let line = try lines.take("route length and capacity of day \(day)")
        let limits = try lines.numbers(of: line, "day \(day) (route length, capacity)", least: 2)
        guard limits[0] >= 0, limits[1] >= 0 else {
            throw lines.problem("out-of-range", "a limit is below 0", at: line, hint: "0 stands for no limit")
        }
        var limit = RouteInstance.Limits()
        if limits[0] > 0 { limit.duration = limits[0] }
        if limits[1] > 0 { limit.capacity = limits[1] }
        days.append(limit)
    }

    var places: [RouteInstance.Place] = []
    while places.count <= customers {
        let line = try lines.take(places.isEmpty ? "the depot" : "customer \(places.count) of \(customers)")
        places.append(try lines.periodicPlace(line, position: places.count, period: period))
    }
    if let rest = lines.next {
        throw lines.problem(
            "column-count", "this line is one more than the \(customers) customers that the first line announces",
            at: rest, hint: "correct the first line")
    }
    var instance = RouteInstance(name: baseName(file), places: places)
    instance.days = days
    instance.vehiclesPerDay = vehicles
    instance.usualRounding = .none
    return instance
}

extension InstanceLines {
    fileprivate func periodicPlace(_ line: Line, position: Int, period: Int) throws -> RouteInstance.Place {
        let row = try numbers(of: line, "a customer", least: position == 0 ? 3 : 8, most: 1000)
        let words = line.words
        var place = RouteInstance.Place(
            number: try whole(
                words[0], "the number (the depot is 0, customers are counted from 1)", in: line,
                range: position...position))
        (place.x, place.y) = (row[1], row[2])
        guard position > 0 else { return place }
        (place.service, place.demand) = (row[3], row[4])
        try check(place, in: line)
        let visits = try whole(words[5], "the number of visits", in: line, range: 0...period)
        let count = try whole(words[6], "the number of day patterns", in: line, range: 1...1000)
        guard words.count == 7 + count else {
            throw problem(
                "column-count", "\(count) day patterns are announced, but \(words.count - 7) listed", at: line,
                hint: "list as many as the seventh number says")
        }
        let most = period >= 40 ? Int(Self.largest) : (1 << period) - 1
        place.patterns = try words[7...].map {
            let code = UInt64(try whole($0, "a day pattern", in: line, range: 1...most))
            guard visits == 0 || code.nonzeroBitCount == visits else {
                throw problem(
                    "pattern", "pattern \(code) has \(code.nonzeroBitCount) days, but \(visits) visits are asked for",
                    at: line, value: String($0), hint: "the most significant of \(period) bits is the first day")
            }
            return (0..<period).reduce(0 as UInt64) { $0 | ((code >> UInt64(period - 1 - $1)) & 1) << UInt64($1) }
        }
        return place
    }
}
