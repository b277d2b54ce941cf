/// Gives each customer that nobody looks after to the rep for whom it is best, the biggest first: beside that rep's
/// customers as long as any is, anywhere else. No territory gets more pieces by what is placed beside it.
func placeOrphans(_ partition: inout Partition, limits: RepLimits = RepLimits()) {
    let model = partition.model
    let able = model.reps.indices.filter { model.takesPart[$0] }
    guard !able.isEmpty else { return }
    let capacity = able.reduce(0) { $0 + model.capacityHours[$1] }
    var waiting = model.customers.indices
        .filter { partition.owner[$0] == nil }
        .sorted { (-model.visitHours[$0], $0) < (-model.visitHours[$1], $1) }
    let all = partition.hours.reduce(0, +) + waiting.reduce(0) { $0 + model.visitHours[$1] }

    func place(_ orphan: Int, among candidates: [Int]) {
        var best: (rep: Int, price: Double, metres: Double)?
        for rep in candidates {
            let share = all * model.capacityHours[rep] / capacity
            let added = partition.change(orphan, to: rep).to
            func load(_ hours: Double, _ customers: Int) -> Double {
                guard share > 0 else { return 0 }
                return BalanceGoal.balancePrice * (hours - share) * (hours - share) / share
                    + limits.price(hours: hours, customers: customers)
            }
            let now = (partition.hours[rep], partition.customersOf[rep])
            let price = added + load(now.0 + added, now.1 + 1) - load(now.0, now.1)
            // Without workload every price is 0: the nearest home decides.
            let metres = model.metres(from: rep, to: orphan)
            if best == nil || (price, metres) < (best?.price ?? 0, best?.metres ?? 0) { best = (rep, price, metres) }
        }
        if let best { partition.give(orphan, to: best.rep) }
    }

    while !waiting.isEmpty {
        var later: [Int] = []
        for orphan in waiting {
            guard let site = model.site[orphan] else {
                place(orphan, among: able)
                continue
            }
            let beside = partition.repsBeside(site).filter { model.takesPart[$0] }
            if beside.isEmpty { later.append(orphan) } else { place(orphan, among: beside) }
        }
        if later.count == waiting.count {
            for orphan in later { place(orphan, among: able) }
            later = []
        }
        waiting = later
    }
}
