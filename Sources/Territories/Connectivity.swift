extension Partition {
    /// Reps with a customer at the site or beside it, and those with none anywhere, who may begin where they like;
    /// ascending.
    func repsBeside(_ site: Int) -> [Int] {
        let count = model.reps.count
        return (0..<count).filter { rep in
            placedOf[rep] == 0 || present[site * count + rep] > 0
                || model.graph.neighbours[site].contains { present[$0 * count + rep] > 0 }
        }
    }

    /// Whether the owner's territory, as a part of the graph of neighbouring sites, falls into more pieces without
    /// this customer.
    func splits(without customer: Int) -> Bool {
        guard let rep = owner[customer], let site = model.site[customer] else { return false }
        let count = model.reps.count
        guard present[site * count + rep] == 1 else { return false }
        let beside = model.graph.neighbours[site].filter { present[$0 * count + rep] > 0 }
        guard let first = beside.first, beside.count > 1 else { return false }
        var seen = Array(repeating: false, count: model.graph.points.count)
        (seen[site], seen[first]) = (true, true)
        var missing = beside.count - 1
        var open = [first]
        while let next = open.popLast() {
            for other in model.graph.neighbours[next] where !seen[other] && present[other * count + rep] > 0 {
                seen[other] = true
                if beside.contains(other) { missing -= 1 }
                if missing == 0 { return false }
                open.append(other)
            }
        }
        return true
    }
}
