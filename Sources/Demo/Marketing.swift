import Quantities
import Records

/// Leads of several sources: most end well or badly, some wait.
func makeLeads(world: DemoWorld) -> [Lead] {
    var random = world.stream("leads")
    var names = NameMaker(seed: world.seed, stream: "lead-names")
    let timeline = world.timeline
    let sources: [(name: String, weight: Double, converts: Double)] = [
        ("Web", 40, 0.2), ("Trade fair", 34, 0.16), ("Phone Inquiry", 26, 0.34), ("Partner Referral", 18, 0.45),
        ("Purchased List", 30, 0.05), ("Other", 12, 0.15),
    ]
    let total = timeline.ending - timeline.start
    return (1...random.whole(150...175)).map { number in
        let town = random.pick(Town.all)
        let source = sources[random.index(weights: sources.map(\.weight))]
        let created = timeline.workday(onOrBefore: timeline.ending - random.whole(0...total - 4))
        let age = timeline.ending - created
        let isSettled = age > 20 && random.chance(min(0.94, 0.35 + Double(age) / 220))
        let state: Lead.State =
            isSettled
            ? random.chance(source.converts) ? .converted : .closed : age > 9 || random.chance(0.3) ? .working : .new
        let status =
            switch state {
            case .new: "Open - Not Contacted"
            case .working: "Working - Contacted"
            case .converted: "Closed - Converted"
            case .closed: "Closed - Not Converted"
            }
        let rep = random.whole(0...RepSlot.formerRep - 1)
        let trade = random.pick(Trade.all)
        return Lead(
            id: RecordID("demo:lead-\(zeroPadded(number, 3))"), name: names.person(town.speech),
            title: random.pick(["Owner", "Purchasing", "Head chef", "Manager", "Planner"]),
            company: names.customer(trade, in: town), state: state, status: status, leadSource: source.name,
            employees: random.chance(0.7) ? random.whole(trade.employees) : nil,
            ownerID: random.chance(0.94) ? world.reps[rep].id : nil,
            created: timeline.instant(created, 8 * 60 + random.whole(0...560)))
    }
}

/// Four campaigns, three of them over, with the contacts and leads that they addressed.
func makeCampaigns(world: DemoWorld, leads: [Lead]) -> [Campaign] {
    var random = world.stream("campaigns")
    let timeline = world.timeline
    let plans: [(name: String, type: String, ago: Int, length: Int, cost: Double, size: Int, answer: Double)] = [
        ("Spring filter check", "Direct Mail", 235, 42, 2_400, 110, 0.21),
        ("Hotel fair stand", "Trade Show", 390, 5, 8_900, 60, 0.42),
        ("Summer cold brew", "Email", 150, 30, 650, 180, 0.09),
        ("Winter season ready", "Email", 25, 60, 1_200, 140, 0.13),
    ]
    return plans.enumerated().map { index, plan in
        let start = timeline.workday(onOrAfter: timeline.ending - plan.ago)
        let known = world.customers.filter { $0.known <= start && $0.record.isActive }
        let contacts = random.shuffled(known.flatMap { world.contacts[$0.record.id] ?? [] }).prefix(plan.size)
        let close = leads.filter {
            guard let created = $0.created else { return false }
            let distance = timeline.zone.day(of: created) - start
            return (-10...plan.length + 10).contains(distance)
        }.prefix(12)
        var members: [CampaignMember] = []
        func add(_ contact: RecordID<Contact>?, _ lead: RecordID<Lead>?) {
            let hasResponded = random.chance(plan.answer)
            members.append(
                CampaignMember(
                    id: RecordID("demo:campaign-\(index + 1)-\(zeroPadded(members.count + 1, 3))"),
                    contactID: contact, leadID: lead, status: hasResponded ? "Responded" : "Sent",
                    hasResponded: hasResponded))
        }
        contacts.forEach { add($0.id, nil) }
        close.forEach { add(nil, $0.id) }
        let end = start + plan.length
        return Campaign(
            id: RecordID("demo:campaign-\(index + 1)"), name: plan.name, type: plan.type,
            status: end < timeline.ending ? "Completed" : "In Progress", start: start, end: end,
            cost: euros(plan.cost), members: members)
    }
}
