/// Gives each customer that nobody looks after to the rep for whom it is best, the biggest first: beside that rep's
/// customers as long as any is, anywhere else. No territory gets more pieces by what is placed beside it.
func placeOrphans(_ partition: inout Partition, limits: RepLimits = RepLimits()) {
    let model = partition.model
    let able = model.reps.indices.filter { model.takesPart[$0] }
    guard !able.isEmpty else { return }
    var waiting = model.customers.indices
        .filter { partition.owner[$0] == nil }
        .sorted { (-model.visitHours[$0], $0) < (-model.visitHours[$1], $1) }
    let all = partition.hours.reduce(0, +) + waiting.reduce(0) { $0 + model.visitHours[$1] }
    let goal = BalanceGoal(model, totalHours: all, limits: limits)

    func place(_ orphan: Int, among candidates: [Int]) {
        var best: (rep: Int, price: Double, metres: Double)?
        for rep in candidates {
            let added = partition.change(orphan, to: rep).to
            let now = (hours: partition.hours[rep], customers: partition.customersOf[rep])
            let price =
                added + goal.load(rep, hours: now.hours + added, customers: now.customers + 1)
                - goal.load(rep, hours: now.hours, customers: now.customers)
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
