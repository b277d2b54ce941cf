import Quantities
import Records

/// One deal's way through the stages, day by day until it ends or the story does.
struct DealCourse {
    let world: DemoWorld
    let customer: DemoCustomer
    let created: Day
    var amount: Double
    let isWon: Bool
    /// Days that it would take without delays.
    let cycle: Double

    private var changes: [OpportunityChange] = []
    private var stage = 0
    private var closeDay: Day
    private var id = RecordID<Opportunity>("")

    init(world: DemoWorld, customer: DemoCustomer, created: Day, amount: Double, isWon: Bool, cycle: Double) {
        self.world = world
        self.customer = customer
        self.created = created
        self.amount = amount
        self.isWon = isWon
        self.cycle = cycle
        closeDay = created
    }

    mutating func run(id: RecordID<Opportunity>, _ random: inout SeededRandom) -> [OpportunityChange] {
        self.id = id
        stage = random.index(weights: [0.5, 0.35, 0.15])
        closeDay = promise(created + Int(cycle * random.between(0.4, 1.0)) + 7, &random)
        record(created, &random)
        let stops = path(&random)
        var day = created
        for step in stops {
            // Quotes lie on desks: the stage where deals wait longest.
            let slow = stage == 6 ? 2.1 : stage == 4 ? 0.6 : 1.0
            let wait = cycle / Double(stops.count + 1) * slow * random.between(0.4, 1.7)
            day = advance(to: day + max(1, Int(wait)), from: day, &random)
            guard day <= world.timeline.ending else { return handedOver() }
            stage = step
            if random.chance(0.3) { reprice(&random) }
            record(day, &random)
        }
        let wait = cycle / Double(stops.count + 1) * random.between(0.4, 1.7)
        day = advance(to: day + max(1, Int(wait)), from: day, &random)
        guard day <= world.timeline.ending else { return handedOver() }
        close(on: day, &random)
        return handedOver()
    }

    /// The stages it goes through after the first: a lost deal stops somewhere, a few go back a step.
    private func path(_ random: inout SeededRandom) -> [Int] {
        var stops: [Int] = []
        var at = stage
        let until = isWon ? random.pick([6, 7, 7]) : random.whole(stage...7)
        while at < until {
            at = min(until, at + 1 + random.index(weights: [0.4, 0.36, 0.24]))
            stops.append(at)
            if at == 6, random.chance(0.07) { stops += [3, 6] }
        }
        return stops
    }

    /// Moves the close day where it passes before the next event, if the rep is tidy; returns that event's workday.
    private mutating func advance(to next: Day, from day: Day, _ random: inout SeededRandom) -> Day {
        let tidiness = RepSlot.all[customer.rep(on: day)].tidiness
        let horizon = min(next, world.timeline.ending + 1)
        while closeDay < horizon {
            let noticed = world.timeline.workday(onOrAfter: max(closeDay - 2, day))
            guard noticed <= world.timeline.ending, noticed < horizon, random.chance(tidiness) else { break }
            closeDay = promise(closeDay + random.whole(8...32), &random)
            if random.chance(0.15) { reprice(&random) }
            record(noticed, &random)
        }
        return world.timeline.workday(onOrAfter: next)
    }

    /// Close days are often promised for the end of a month.
    private func promise(_ day: Day, _ random: inout SeededRandom) -> Day {
        random.chance(0.4) ? day.lastOfMonth : world.timeline.workday(onOrAfter: day)
    }

    private mutating func reprice(_ random: inout SeededRandom) {
        let factor = stage >= 6 ? random.between(0.82, 1.06) : random.between(0.85, 1.25)
        amount = max(150, (amount * factor / 50).rounded() * 50)
    }

    private mutating func close(on day: Day, _ random: inout SeededRandom) {
        closeDay = day
        record(day, &random, outcome: isWon ? .won : .lost)
    }

    private mutating func record(_ day: Day, _ random: inout SeededRandom, outcome: Opportunity.Outcome = .open) {
        var at = world.timeline.instant(day, 9 * 60 + random.whole(0...480))
        if let last = changes.last, at <= last.at { at = last.at + random.whole(5...25) * 60 }
        let name =
            switch outcome {
            case .open: DealHistory.openStages[stage]
            case .won: "Closed Won"
            case .lost: "Closed Lost"
            }
        changes.append(
            OpportunityChange(
                id: changeID(changes.count), at: at, stage: name, outcome: outcome, amount: euros(amount),
                closeDay: closeDay, ownerID: world.reps[customer.rep(on: day)].id))
    }

    private func changeID(_ index: Int) -> RecordID<OpportunityChange> {
        RecordID("\(id.text)-\(zeroPadded(index + 1, 2))")
    }

    /// Adds the change of owner on the day that another rep took over, where it was open then.
    private func handedOver() -> [OpportunityChange] {
        guard customer.owners.count > 1, let first = changes.first, let last = changes.last else { return changes }
        let morning = world.timeline.instant(customer.owners[1].from, 7 * 60)
        guard first.at < morning, morning <= world.timeline.instant(world.timeline.ending, 1200),
            last.at < morning ? last.outcome == .open : true,
            let index = changes.lastIndex(where: { $0.at < morning })
        else { return changes }
        var taken = changes[index]
        taken.at = morning
        taken.ownerID = world.reps[customer.owners[1].rep].id
        var result = changes
        result.insert(taken, at: index + 1)
        for position in result.indices { result[position].id = changeID(position) }
        return result
    }
}
