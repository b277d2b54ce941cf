import TerritorySolver

extension Partition {
    /// The sites of a rep's customers in pieces that hang together on the graph of neighbours, each ascending.
    func pieces(of rep: Int) -> [[Int]] {
        let parts = districtParts(district: sites(of: rep), graph: model.graph.neighbours)
        var pieces: [[Int]] = Array(repeating: [], count: (parts.max() ?? -1) + 1)
        for (site, part) in parts.enumerated() where part >= 0 { pieces[part].append(site) }
        return pieces
    }

    /// By site 0 where the rep has a customer and −1 elsewhere; a site may be in several territories.
    private func sites(of rep: Int) -> [Int] {
        model.graph.points.indices.map { present[$0 * model.reps.count + rep] > 0 ? 0 : -1 }
    }

    /// Pieces beyond one for each rep, summed.
    var contiguityBreaks: Int {
        model.reps.indices.reduce(0) { sum, rep in
            sum + TerritorySolver.contiguityBreaks(district: sites(of: rep), graph: model.graph.neighbours)
        }
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
