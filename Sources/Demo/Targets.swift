import Quantities
import Records

/// Bookings by rep and month, as quotas and calls look at them.
struct Bookings {
    private var won: [String: Double] = [:]

    init(opportunities: [Opportunity], zone: Zone) {
        for deal in opportunities where deal.outcome == .won {
            guard let owner = deal.ownerID, let closed = deal.closed, let amount = deal.amount else { continue }
            won[Bookings.key(owner, zone.day(of: closed).firstOfMonth), default: 0] += amount.amount
        }
    }

    func won(_ rep: RecordID<Rep>, _ month: Day) -> Double { won[Bookings.key(rep, month)] ?? 0 }

    private static func key(_ rep: RecordID<Rep>, _ month: Day) -> String { "\(rep.text) \(month.iso)" }
}

/// Quotas of every rep and month: what the last year's mean asks for, a little more, less in August.
func makeQuotas(world: DemoWorld, bookings: Bookings) -> [Quota] {
    var random = world.stream("quotas")
    var quotas: [Quota] = []
    let months = world.timeline.months
    for (index, rep) in world.reps.enumerated() {
        let full = months.filter {
            $0 >= world.timeline.start.addingMonths(2).firstOfMonth && $0 < world.timeline.ending.firstOfMonth
                && isEmployed(rep, $0)
        }
        let mean = full.reduce(0.0) { $0 + bookings.won(rep.id, $1) } / Double(max(1, full.count))
        let stretch = random.between(1.0, 1.14)
        for month in months where isEmployed(rep, month) {
            let season = month.parts.month == 8 ? 0.7 : month.parts.month == 12 ? 0.9 : 1.04
            let age = rep.hired.map { (month - $0) / 30 } ?? 99
            let ramp = index == RepSlot.newRep ? min(1, 0.4 + 0.2 * Double(max(0, age + 1))) : 1
            let amount = max(4_000, (mean * stretch * season * ramp / 500).rounded() * 500)
            quotas.append(
                Quota(
                    id: RecordID("demo:quota-\(zeroPadded(index + 1, 2))-\(month.iso.prefix(7))"), repID: rep.id,
                    month: month, amount: euros(amount)))
        }
    }
    return quotas
}

private func isEmployed(_ rep: Rep, _ month: Day) -> Bool {
    (rep.hired.map { $0 <= month.lastOfMonth } ?? true) && (rep.left.map { month <= $0 } ?? true)
}

/// Each month's numbers by the rep and by the manager, each with their own leaning: on its eve, on its third workday, and
/// of the current month once more.
func makeForecastCalls(world: DemoWorld, bookings: Bookings, opportunities: [Opportunity]) -> [ForecastCall] {
    var random = world.stream("calls-of-the-month")
    let timeline = world.timeline
    var calls: [ForecastCall] = []
    for month in timeline.months where month <= timeline.ending {
        let third = timeline.workday(onOrAfter: timeline.workday(onOrAfter: month) + 2)
        let isCurrent = month == timeline.ending.firstOfMonth
        let days = isCurrent ? [third, timeline.workday(onOrBefore: timeline.ending)] : [third]
        for (index, rep) in world.reps.enumerated() where isEmployed(rep, month) {
            for (round, day) in days.enumerated() where day <= timeline.ending && day >= timeline.start {
                guard round == 0 || day > third else { continue }
                guard rep.hired.map({ $0 <= day }) ?? true, rep.left.map({ day <= $0 }) ?? true else { continue }
                let outlook =
                    bookings.won(rep.id, month)
                    + (isCurrent ? expected(of: rep.id, in: month, opportunities, timeline) : 0)
                let bias = RepSlot.all[index].callBias
                let own = outlook * bias * random.between(0.8, 1.22)
                let manager = outlook * RepSlot.managerBias[RepSlot.all[index].team] * random.between(0.86, 1.14)
                for (caller, number, minutes) in [
                    (ForecastCall.Caller.rep, own, 16 * 60), (.manager, manager, 17 * 60 + 30),
                ] {
                    let commit = max(500, (number / 500).rounded() * 500)
                    let initial = caller == .rep ? "r" : "m"
                    calls.append(
                        ForecastCall(
                            id: RecordID(
                                "demo:call-\(zeroPadded(index + 1, 2))-\(month.iso.prefix(7))-\(initial)\(round + 1)"),
                            repID: rep.id, caller: caller, month: month, commit: euros(commit),
                            bestCase: euros((commit * random.between(1.12, 1.5) / 500).rounded() * 500),
                            note: random.chance(0.45)
                                ? random.pick(caller == .rep ? repNotes : managerNotes) : nil,
                            at: timeline.instant(day, minutes)))
                }
            }
        }
    }
    return calls + eveCalls(world: world, bookings: bookings)
}

/// What reps and managers said on the last workday before a month: with the same leanings, and further off.
private func eveCalls(world: DemoWorld, bookings: Bookings) -> [ForecastCall] {
    var random = world.stream("calls-of-the-eve")
    let timeline = world.timeline
    var calls: [ForecastCall] = []
    for month in timeline.months where month <= timeline.ending {
        let day = timeline.workday(onOrBefore: month - 1)
        for (index, rep) in world.reps.enumerated() where isEmployed(rep, month) {
            // Before a month people go by the last ones, and know of a deal or two that is ripe. What is not over yet
            // nobody knows at all.
            let usual = (1...3).reduce(0.0) { $0 + bookings.won(rep.id, month.addingMonths(-$1)) } / 3
            let isOver = month.lastOfMonth <= timeline.ending
            let outlook = isOver ? 0.75 * usual + 0.25 * bookings.won(rep.id, month) : usual
            for (caller, bias, minutes) in [
                (ForecastCall.Caller.rep, RepSlot.all[index].callBias, 16 * 60),
                (.manager, RepSlot.managerBias[RepSlot.all[index].team], 17 * 60 + 30),
            ] {
                let number = outlook * bias * random.between(0.7, 1.35)
                let commit = max(500, (number / 500).rounded() * 500)
                let best = (commit * random.between(1.12, 1.6) / 500).rounded() * 500
                let note = random.chance(0.3) ? random.pick(caller == .rep ? repNotes : managerNotes) : nil
                guard day >= timeline.start, rep.hired.map({ $0 <= day }) ?? true, rep.left.map({ day <= $0 }) ?? true
                else { continue }
                calls.append(
                    ForecastCall(
                        id: RecordID(
                            "demo:call-\(zeroPadded(index + 1, 2))-\(month.iso.prefix(7))-\(caller == .rep ? "r" : "m")0"
                        ),
                        repID: rep.id, caller: caller, month: month, commit: euros(commit), bestCase: euros(best),
                        note: note, at: timeline.instant(day, minutes)))
            }
        }
    }
    return calls
}

/// What the open deals that are promised for that month are worth by their stage.
private func expected(
    of rep: RecordID<Rep>, in month: Day, _ opportunities: [Opportunity], _ timeline: Timeline
) -> Double {
    opportunities.reduce(0.0) { total, deal in
        guard deal.outcome == .open, deal.ownerID == rep, let day = deal.closeDay, day.firstOfMonth == month,
            let stage = DealHistory.openStages.firstIndex(of: deal.stage), stage >= 5
        else { return total }
        return total + (deal.amount?.amount ?? 0) * 0.5
    }
}

private let repNotes = [
    "Two quotes should be signed before the season.", "Depends on the big hotel.", "Quiet month, but solid.",
    "Everything in commit has a date.", "Waiting for the bank's answer.", "Had hoped for more.",
    "One of them said yes on the phone.",
]
private let managerNotes = [
    "Took a third off: two close days were moved before.", "I believe it.", "Careful with the renovations.",
    "Nothing signed yet.", "Raised: the pipeline is better than it looks.", "Same as the rep.",
]
