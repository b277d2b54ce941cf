/// How much territories run into each other: for each site with itself and each two neighbouring sites, the chance that
/// a customer of the one and a customer of the other have different reps, summed. A clean border costs about what it is
/// long, a customer amid another's territory costs each of its neighbours.
extension Partition {
    /// The part of neighbours that come later, so that each pair counts once, and of the site with itself.
    func mixing(from site: Int) -> Double {
        model.graph.neighbours[site].reduce(mixing(site, site)) { $1 > site ? $0 + mixing(site, $1) : $0 }
    }

    /// The part that depends on who owns what at this site.
    func mixing(around site: Int) -> Double {
        model.graph.neighbours[site].reduce(mixing(site, site)) { $0 + mixing(site, $1) }
    }

    private func mixing(_ one: Int, _ two: Int) -> Double {
        guard total[one] > 0, total[two] > 0 else { return 0 }
        let count = model.reps.count
        var alike = 0
        for rep in 0..<count { alike += present[one * count + rep] * present[two * count + rep] }
        return 1 - Double(alike) / Double(total[one] * total[two])
    }

    /// Change of `mixing` if that customer went from its owner to `rep`.
    func mixingChange(_ customer: Int, to rep: Int) -> Double {
        guard let site = model.site[customer], let owner = owner[customer] else { return 0 }
        let count = model.reps.count
        let here = Double(total[site])
        var change = 2 * Double(present[site * count + owner] - present[site * count + rep] - 1) / (here * here)
        for other in model.graph.neighbours[site] where total[other] > 0 {
            let difference = present[other * count + owner] - present[other * count + rep]
            change += Double(difference) / (here * Double(total[other]))
        }
        return change
    }
}
