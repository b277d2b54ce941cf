import Geo
import Quantities
import Records

/// Places customers in the towns of each territory, in proportion to what a town can feed, along its main street.
struct CustomerMaking {
    let seed: UInt64
    let timeline: Timeline
    let staff: Staff
    private var random: SeededRandom
    private var names: NameMaker

    init(seed: UInt64, timeline: Timeline, staff: Staff) {
        self.seed = seed
        self.timeline = timeline
        self.staff = staff
        random = SeededRandom(seed: seed, stream: "customers")
        names = NameMaker(seed: seed, stream: "customer-names")
    }

    mutating func make() -> [DemoCustomer] {
        var customers: [DemoCustomer] = []
        for rep in 0..<RepSlot.formerRep {
            let slot = RepSlot.all[rep]
            let towns = slot.towns.map { (town: Town.named($0.name), share: $0.share) }
            let weights = towns.map { pull(of: $0.town) * $0.share }
            for _ in 0..<slot.customers + random.whole(-2...2) {
                let town = towns[random.index(weights: weights)].town
                customers.append(customer(number: customers.count + 1, in: town, rep: rep))
            }
        }
        return customers
    }

    /// Population to the power of three quarters: small towns have more shops a head than large ones.
    private func pull(of town: Town) -> Double {
        let root = Double(town.population).squareRoot()
        return root * root.squareRoot()
    }

    private mutating func customer(number: Int, in town: Town, rep: Int) -> DemoCustomer {
        let trade = Trade.all[random.index(weights: Trade.all.map(\.weight))]
        let name = names.customer(trade, in: town)
        let size = min(4, max(0.25, random.tail() * 1.25))
        let isProspect = random.chance(0.08)
        let isNew = isProspect || random.chance(0.1)
        let firstDay =
            isNew
            ? timeline.start + random.whole(isProspect ? 180...500 : 20...460)
            : timeline.start - random.whole(30...4000)
        let created = timeline.workday(onOrBefore: min(firstDay, timeline.ending - 30))
        let hours = random.pick(trade.hours)
        let isKnownHours = random.chance(0.9)
        let cadence = [14, 28, 56, 91][random.index(weights: trade.cadence)]
        let staffCount = Double(trade.employees.lowerBound) + Double(trade.employees.count) * size / 4.2
        let site = mailbox(name).replacing(".", with: "-")
        let record = Customer(
            id: RecordID("demo:customer-\(zeroPadded(number, 4))"), name: name,
            address: Address(
                street: names.street(town.speech), postalCode: town.postcode, city: town.name, region: town.region,
                country: "IT"),
            place: place(in: town), placePrecision: .given,
            phone: "+00 555 \(zeroPadded(2000 + number, 4)) \(zeroPadded(random.whole(0...99), 2))",
            website: random.chance(0.7) ? "https://\(site).example" : nil, industry: trade.industry,
            employees: random.chance(0.9) ? max(1, Int(staffCount)) : nil,
            annualRevenue: random.chance(0.6)
                ? euros((staffCount * random.between(48, 95)).rounded() * 1000) : nil,
            ownerID: Staff.id(rep),
            cadenceDays: random.chance(isProspect ? 0.5 : 0.97) ? (isProspect ? 91 : cadence) : nil,
            visitMinutes: random.chance(0.9) ? random.pick(trade.visitMinutes) : nil,
            openingHours: isKnownHours ? hours.openingHours : nil,
            openingHoursText: isKnownHours ? hours.text : nil,
            priority: cadence == 14 || size > 1.8 ? .high : cadence == 91 || size < 0.5 ? .low : .medium,
            isProspect: isProspect, isActive: true,
            created: timeline.instant(created, 9 * 60 + random.whole(0...420)))
        let isQuiet = !isProspect && random.chance(0.05)
        return DemoCustomer(
            record: record, trade: trade, town: town, owners: [(timeline.start - 10_000, rep)], size: size,
            trend: random.bell() * 0.18 + (random.chance(0.1) ? -0.45 : 0.04),
            quietFrom: isQuiet ? timeline.ending - random.whole(70...240) : nil,
            known: max(created + 1, timeline.start))
    }

    /// Near the middle along the main street, less far across it; large towns reach further.
    private mutating func place(in town: Town) -> GeoPoint? {
        let reach = 0.12 + Double(town.population).squareRoot() / 230
        let length = (town.axis.east * town.axis.east + town.axis.north * town.axis.north).squareRoot()
        let (east, north) = (town.axis.east / length, town.axis.north / length)
        let along = random.bell() * reach
        let across = random.bell() * reach * 0.3
        return GeoPoint(
            latitude: rounded(town.latitude + (along * north + across * east) / kilometresPerLatitude),
            longitude: rounded(town.longitude + (along * east - across * north) / kilometresPerLongitude))
    }
}
