/// A balanced assignment from scratch: each customer goes to the rep whose home has the least squared distance minus
/// that rep's weight, and weights are moved until each rep has the fair share of hours.
///
/// The dual of the transport problem of Fleischmann and Paraschis (1988, "Solving a large scale districting problem");
/// with squared distances its regions are those of a balanced power diagram (Cohen-Addad, Klein and Young 2018,
/// "Balanced power diagrams for redistricting"), so convex. Homes stay fixed as seeds. Customers without a place or
/// workload are left out (nil), reps who do not take part get none. O(rounds × customers × reps).
func powerDiagram(_ model: WorkloadModel, hours: [Double]) -> [Int?] {
    let reps = model.reps.indices.filter { model.takesPart[$0] && model.seeds[$0] != nil }
    let placed = model.customers.indices.filter { model.site[$0] != nil && hours[$0] > 0 }
    var result: [Int?] = Array(repeating: nil, count: model.customers.count)
    guard !reps.isEmpty, !placed.isEmpty else { return result }
    let count = reps.count
    var squares: [Double] = []
    squares.reserveCapacity(placed.count * count)
    for customer in placed {
        for rep in reps {
            let kilometres = model.metres(from: rep, to: customer) / 1000
            squares.append(kilometres * kilometres)
        }
    }
    let total = placed.reduce(0) { $0 + hours[$1] }
    let capacity = reps.reduce(0) { $0 + model.capacityHours[$1] }
    let shares = reps.map { total * model.capacityHours[$0] / capacity }
    let scale = squares.reduce(0, +) / Double(squares.count)
    var weights = Array(repeating: 0.0, count: count)
    var best = (unevenness: Double.infinity, choice: [Int]())
    for round in 0..<120 {
        var loads = Array(repeating: 0.0, count: count)
        var choice = Array(repeating: 0, count: placed.count)
        for position in placed.indices {
            var cheapest = 0
            for rep in 1..<max(1, count)
            where squares[position * count + rep] - weights[rep]
                < squares[position * count + cheapest] - weights[cheapest]
            {
                cheapest = rep
            }
            choice[position] = cheapest
            loads[cheapest] += hours[placed[position]]
        }
        var unevenness = 0.0
        let step = scale / (1 + Double(round) / 8)
        for rep in 0..<count {
            unevenness += abs(loads[rep] - shares[rep])
            weights[rep] += step * max(-1, min(1, (shares[rep] - loads[rep]) / shares[rep])) / 2
        }
        if unevenness < best.unevenness { best = (unevenness, choice) }
    }
    for position in placed.indices { result[placed[position]] = reps[best.choice[position]] }
    return result
}
