/// Gives each customer that nobody looks after to the rep for whom it is best, the biggest first: beside that rep's
/// customers where that is possible, anywhere else.
func placeOrphans(_ partition: inout Partition) {
    let model = partition.model
    let able = model.reps.indices.filter { model.takesPart[$0] }
    guard !able.isEmpty else { return }
    let capacity = able.reduce(0) { $0 + model.capacityHours[$1] }
    let orphans = model.customers.indices
        .filter { partition.owner[$0] == nil }
        .sorted { (-model.visitHours[$0], $0) < (-model.visitHours[$1], $1) }
    let all = partition.hours.reduce(0, +) + orphans.reduce(0) { $0 + model.visitHours[$1] }
    for orphan in orphans {
        var candidates = able
        if let site = model.site[orphan] {
            let beside = partition.repsBeside(site).filter { model.takesPart[$0] }
            if !beside.isEmpty { candidates = beside }
        }
        var best: (rep: Int, price: Double, metres: Double)?
        for rep in candidates {
            let share = all * model.capacityHours[rep] / capacity
            let added = partition.change(orphan, to: rep).to
            func balance(_ hours: Double) -> Double {
                share > 0 ? BalanceGoal.balancePrice * (hours - share) * (hours - share) / share : 0
            }
            let price = added + balance(partition.hours[rep] + added) - balance(partition.hours[rep])
            // Without workload every price is 0: the nearest home decides.
            let metres = model.metres(from: rep, to: orphan)
            if best == nil || (price, metres) < (best?.price ?? 0, best?.metres ?? 0) { best = (rep, price, metres) }
        }
        if let best { partition.give(orphan, to: best.rep) }
    }
}
