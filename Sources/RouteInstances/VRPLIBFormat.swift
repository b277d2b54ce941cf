import Diagnostics

/// Reads TSPLIB's `.tsp` and VRPLIB's `.vrp` (types TSP, CVRP, VRPTW and PCVRPTW).
///
/// A customer with a prize may be left out, which then costs the prize; one without has to be visited. `SERVICE_TIME`
/// holds for all customers; `DISTANCE` is the longest route, service time included. Of `VEHICLES_ALLOWED_CLIENTS_SECTION`
/// (as PyVRP reads it) each vehicle becomes a day of its own, on which only its customers can be visited.
func readVRPLIB(_ text: String, file: String) throws -> RouteInstance {
    let source = try KeywordFile(text, file: file)
    let type = try source.required("TYPE", hint: "write TYPE : TSP, CVRP, VRPTW or PCVRPTW")
    let kind = type.text.uppercased()
    guard tourTypes.contains(kind) || routeTypes.contains(kind) else {
        throw source.lines.problem(
            "unsupported", "a file of type '\(type.text.prefix(40))' is not read", at: type.line,
            value: String(type.text.prefix(40)),
            hint: "read are \((tourTypes + routeTypes).joined(separator: ", "))")
    }
    let (places, metric) = try source.placesAndMetric()
    var instance = RouteInstance(name: source.value("NAME")?.text ?? baseName(file), places: places)
    instance.metric = metric
    instance.depot = try source.depot(count: places.count)
    if tourTypes.contains(kind) {
        instance.shape = .tour
        instance.vehiclesPerDay = 1
        return instance
    }
    try source.readFleet(into: &instance)
    try source.readDemands(into: &instance, required: kind.contains("CVRP"))
    try source.readWindows(into: &instance, required: kind.hasSuffix("TW"))
    try source.readService(into: &instance)
    try source.readPrizes(into: &instance, required: kind.hasPrefix("PC"))
    try source.readAllowed(into: &instance)
    return instance
}

private let tourTypes = ["TSP", "ATSP"]
private let routeTypes = ["CVRP", "VRPTW", "CVRPTW", "PCVRP", "PCVRPTW"]

extension KeywordFile {
    /// Position of the one depot; the first place where none is named.
    fileprivate func depot(count: Int) throws -> Int {
        guard let section = section("DEPOT_SECTION") else { return 0 }
        let words = section.rows.flatMap { row in row.words.map { (word: $0, row: row) } }
        var depots: [Int] = []
        for (word, row) in words where word != "-1" {
            guard depots.isEmpty else {
                throw lines.problem(
                    "unsupported", "a second depot stands here, but only one is read", at: row,
                    hint: "DEPOT_SECTION names one place and ends with -1")
            }
            depots.append(try lines.whole(word, "the depot", in: row, range: 1...count) - 1)
        }
        return depots.first ?? 0
    }

    fileprivate func readFleet(into instance: inout RouteInstance) throws {
        if let vehicles = value("VEHICLES") {
            instance.vehiclesPerDay = try lines.whole(
                vehicles.text, "VEHICLES", in: vehicles.line, range: 1...1_000_000)
        }
        if let capacity = try number("CAPACITY") { instance.days[0].capacity = capacity }
        if let distance = try number("DISTANCE") { instance.days[0].duration = distance }
    }

    fileprivate func readDemands(into instance: inout RouteInstance, required: Bool) throws {
        if required { _ = try self.required("CAPACITY", hint: "write what a vehicle can carry") }
        try fill(&instance, "DEMAND_SECTION", columns: 1, required: required) { $0.demand = $1[0] }
    }

    fileprivate func readWindows(into instance: inout RouteInstance, required: Bool) throws {
        try fill(&instance, "TIME_WINDOW_SECTION", columns: 2, required: required) {
            ($0.earliest, $0.latest) = ($1[0], $1[1])
        }
    }

    fileprivate func readService(into instance: inout RouteInstance) throws {
        if let service = try number("SERVICE_TIME") {
            for customer in instance.customers { instance.places[customer].service = service }
        }
        try fill(&instance, "SERVICE_TIME_SECTION", columns: 1, required: false) { $0.service = $1[0] }
    }

    fileprivate func readPrizes(into instance: inout RouteInstance, required: Bool) throws {
        try fill(&instance, "PRIZE_SECTION", columns: 1, required: required) { $0.prize = $1[0] }
    }

    /// Sets something of each place from the section of that name.
    private func fill(
        _ instance: inout RouteInstance, _ name: String, columns: Int, required: Bool,
        _ set: (inout RouteInstance.Place, [Double]) -> Void
    ) throws {
        guard let section = required ? try self.required(section: name) : section(name) else { return }
        for (position, row) in try table(section, name, columns: columns, count: instance.places.count).enumerated() {
            set(&instance.places[position], row.values)
            try lines.check(instance.places[position], in: row.line)
        }
    }
}
