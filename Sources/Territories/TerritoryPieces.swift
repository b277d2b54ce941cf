extension Partition {
    /// The sites of a rep's customers in pieces that hang together on the graph of neighbours, each ascending.
    func pieces(of rep: Int) -> [[Int]] {
        let count = model.reps.count
        var seen = Array(repeating: false, count: model.graph.points.count)
        var pieces: [[Int]] = []
        for start in model.graph.points.indices where !seen[start] && present[start * count + rep] > 0 {
            seen[start] = true
            var piece: [Int] = []
            var open = [start]
            while let site = open.popLast() {
                piece.append(site)
                for next in model.graph.neighbours[site] where !seen[next] && present[next * count + rep] > 0 {
                    seen[next] = true
                    open.append(next)
                }
            }
            pieces.append(piece.sorted())
        }
        return pieces
    }

    /// Pieces beyond one for each rep, summed.
    var contiguityBreaks: Int {
        model.reps.indices.reduce(0) { $0 + max(0, pieces(of: $1).count - 1) }
    }

    /// Leaves each rep the piece with most hours, and what is locked; gives everything else to who is beside it.
    mutating func mend(isLocked: [Bool], limits: RepLimits) {
        let model = model
        var isLoose = false
        for rep in model.reps.indices {
            let pieces = pieces(of: rep)
            guard pieces.count > 1 else { continue }
            let members = pieces.map { $0.flatMap { model.customersAt[$0] }.filter { owner[$0] == rep } }
            let hours = members.map { $0.reduce(0) { $0 + model.visitHours[$1] } }
            let main = hours.indices.max { (hours[$0], members[$0].count, $1) < (hours[$1], members[$1].count, $0) }
            for (index, customers) in members.enumerated() where index != main {
                for customer in customers where !isLocked[customer] {
                    give(customer, to: nil)
                    isLoose = true
                }
            }
        }
        if isLoose { placeOrphans(&self, limits: limits) }
    }
}
