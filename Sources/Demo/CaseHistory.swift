import Quantities
import Records

/// Service cases, most of them closed within days.
func makeCases(world: DemoWorld) -> [ServiceCase] {
    var random = world.stream("cases")
    var cases: [ServiceCase] = []
    let timeline = world.timeline
    let subjects: [(name: String, weight: Double, days: ClosedRange<Int>)] = [
        ("Machine leaks", 20, 1...9), ("Late delivery", 18, 0...6), ("Wrong goods", 14, 0...5),
        ("Invoice question", 14, 1...12), ("Coffee tastes different", 9, 2...20), ("Display shows an error", 13, 1...8),
        ("Filter change overdue", 8, 2...15), ("Noise", 4, 3...18),
    ]
    for customer in world.customers where customer.sellsOrders {
        let expected = 0.42 * (0.5 + 0.5 * customer.size)
        var count = random.chance(expected.truncatingRemainder(dividingBy: 1)) ? 1 : 0
        if random.chance(0.06) { count += 1 }
        let span = timeline.ending - customer.known
        for _ in 0..<count where span > 20 {
            let subject = subjects[random.index(weights: subjects.map(\.weight))]
            let opened = timeline.workday(onOrBefore: customer.known + random.whole(14...span))
            let closed = timeline.workday(onOrAfter: opened + random.whole(subject.days))
            let isClosed = closed <= timeline.ending && (closed < timeline.ending - 30 || random.chance(0.75))
            let at = timeline.instant(opened, 8 * 60 + random.whole(0...540))
            cases.append(
                ServiceCase(
                    id: RecordID("demo:case-\(zeroPadded(cases.count + 1, 4))"), customerID: customer.record.id,
                    subject: subject.name, status: isClosed ? "Closed" : random.pick(["New", "Working"]), opened: at,
                    closed: isClosed ? max(timeline.instant(closed, 17 * 60 + 10), at + 3600) : nil,
                    satisfaction: isClosed && random.chance(0.55)
                        ? 1 + random.index(weights: [0.05, 0.09, 0.2, 0.38, 0.28]) : nil))
        }
    }
    return cases
}
