import Config
import Geo
import Quantities
import Records

/// What a customer costs in hours a year, whoever looks after it, and what each rep can give: fixed for one book.
///
/// A customer's hours are its visits a year (365.25 ÷ cadence) times visit and expected driving. The driving of a visit
/// is a continuous approximation of tour length after Daganzo (1984, "The distance traveled to visit N points with a
/// maximum of C stops per vehicle"): with `m` stops a day
///
///     (m − 1) ÷ m × local leg  +  2 ÷ m × leg from the rep's home  +  parking and walking
///
/// The local leg is `0.7124 ÷ √density` (Beardwood, Halton and Hammersley 1959; the constant by Johnson, McGeoch and
/// Rothberg 1996), the density being that of the rep's own customers around this one, from the distance to the fourth
/// of them, so that towns and empty valleys differ and a rep pays for passing through another's customers. As only a
/// part of the customers is due in a planning round of four weeks, legs are longer by 1 ÷ √(due share).
///
/// Known error: the constant holds for many points; for tours of five to fifteen stops the formula is some 5 to 15 % too
/// low, and the estimate of a leg from the great circle has its own error (`TravelEstimate`). Fit to compare
/// assignments, not to promise an hour.
struct WorkloadModel: Sendable {
    static let daysPerYear = 365.25
    static let planningRoundDays = 28.0
    /// Own customer, counted from the nearest, whose distance tells the density.
    static let densityRank = 4
    /// 0.7124 · √π · Γ(k) ÷ Γ(k + ½): turns the distance to the k-th neighbour of a random pattern into a leg, k = 1...4.
    static let legPerDistance = [1.4248, 0.9499, 0.7599, 0.6514]

    /// Active customers who are not held out, sorted by id, and their active owner's index.
    let customers: [Customer]
    private(set) var reps: [Rep]
    let owner: [Int?]
    let visitsPerYear: [Double]
    let visitHours: [Double]
    /// Orders of the last twelve months and open deals, in minor units of the book's currency.
    let revenue: [Int]
    let pipeline: [Int]
    let currency: Currency
    /// Index into `graph.points`; nil without a place. And the other way round.
    let site: [Int?]
    let customersAt: [[Int]]
    let graph: SiteGraph
    /// Seconds from each rep's seed to each site, `site * reps.count + rep`.
    private(set) var haul: [Double]
    /// Home, or the middle of the customers where no home is known; nil when nobody has a place.
    private(set) var seeds: [GeoPoint?]
    private(set) var capacityHours: [Double]
    /// Whether the rep can be given customers: has field time, and a home or customers.
    private(set) var takesPart: [Bool]
    let accessHours: Double
    let legFactor: Double
    /// Stops of a full day, the same for all and for every assignment of this book.
    private(set) var stopsPerDay = 1.0
    /// Driving hours of a visit to a customer without a place: the average of the others today.
    private(set) var unplacedDriveHours = 0.0
    private let estimate: TravelEstimate

    init(
        _ book: SalesBook, settings: TerritorySettings, planning: PlanningSettings, travel: TravelSettings,
        holdOuts: Set<RecordID<Customer>> = []
    ) {
        customers = book.customers.filter { $0.isActive && !holdOuts.contains($0.id) }
        reps = book.activeReps
        let repIndex = Dictionary(reps.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        owner = customers.map { $0.ownerID.flatMap { repIndex[$0] } }
        let visits = customers.map { customer -> Double in
            guard let cadence = planning.cadenceDays(of: customer) else { return 0 }
            return WorkloadModel.daysPerYear / Double(cadence)
        }
        visitsPerYear = visits
        visitHours = zip(customers, visits).map { customer, visits in
            visits * Double(planning.visitMinutes(of: customer)) / 60
        }

        revenue = customers.map(book.revenueLastYear)
        pipeline = customers.map(book.openPipeline)
        currency = book.currency

        var siteOf: [GeoPoint: Int] = [:]
        var points: [GeoPoint] = []
        site = customers.map { customer in
            guard let place = customer.place else { return nil }
            if let known = siteOf[place] { return known }
            siteOf[place] = points.count
            points.append(place)
            return points.count - 1
        }
        var customersAt: [[Int]] = Array(repeating: [], count: points.count)
        for (customer, site) in site.enumerated() { if let site { customersAt[site].append(customer) } }
        self.customersAt = customersAt
        graph = SiteGraph(points)

        var places: [[GeoPoint]] = Array(repeating: [], count: reps.count)
        for (customer, owner) in zip(customers, owner) {
            if let owner, let place = customer.place { places[owner].append(place) }
        }
        let everywhere = centre(of: customers.compactMap(\.place)) ?? points.first
        let seeds = zip(reps, places).map { rep, places in
            rep.home ?? centre(of: places) ?? places.first ?? everywhere
        }
        self.seeds = seeds
        let estimate = travel.estimate
        self.estimate = estimate
        let seedRegions = seeds.map { $0.flatMap(estimate.region(of:)) }
        haul = points.flatMap { point in
            let region = estimate.region(of: point)
            return zip(seeds, seedRegions).map { seed, seedRegion in
                seed.map {
                    estimate.exactLeg(greatCircle: $0.distance(to: point), between: seedRegion, and: region).seconds
                } ?? 0
            }
        }
        capacityHours = reps.map { rep in
            let hours = rep.workingHours ?? planning.workingHours
            return Double(fieldMinutes(of: hours, planning)) / 60 * settings.weeksPerYear * settings.fieldShare
        }
        let owners = Set(owner.compactMap(\.self))
        takesPart = reps.indices.map { [capacityHours, reps] in
            capacityHours[$0] > 0 && (reps[$0].home != nil || owners.contains($0))
        }
        accessHours = Double(travel.accessMinutes) / 60
        let due = visits.reduce(0) { $0 + min(1, $1 * WorkloadModel.planningRoundDays / WorkloadModel.daysPerYear) }
        legFactor = due > 0 ? (Double(visits.count { $0 > 0 }) / due).squareRoot() : 1
        calibrate(planning)
    }

    /// Sets stops a day and the driving of customers without a place from today's assignment.
    private mutating func calibrate(_ planning: PlanningSettings) {
        let today = Partition(self, owner: owner)
        var (visits, minutes, legs, hauls) = (0.0, 0.0, 0.0, 0.0)
        for index in customers.indices where visitsPerYear[index] > 0 {
            guard let site = site[index], let rep = owner[index] else { continue }
            visits += visitsPerYear[index]
            minutes += visitHours[index] * 60
            legs += visitsPerYear[index] * today.localLeg(site, rep) / 60
            hauls += visitsPerYear[index] * haul[site * reps.count + rep] / 60
        }
        guard visits > 0 else { return }
        let working = reps.map { $0.workingHours ?? planning.workingHours }.filter { $0.daysPerWeek > 0 }
        let day =
            working.reduce(0.0) { $0 + Double(fieldMinutes(of: $1, planning)) / Double($1.daysPerWeek) }
            / Double(max(1, working.count))
        let stop = (minutes + legs) / visits + accessHours * 60
        let most = Double(max(1, planning.maxVisitsPerDay))
        stopsPerDay = stop > 0 ? max(1, min(most, (day - 2 * hauls / visits) / stop)) : most
        let local = legs * (stopsPerDay - 1) / stopsPerDay
        unplacedDriveHours = (local + hauls * 2 / stopsPerDay) / visits / 60 + accessHours
    }

    /// The same with a rep who isn't given any customer; an empty set of customers is theirs in every proposal.
    func without(_ rep: Int) -> WorkloadModel {
        var model = self
        model.takesPart[rep] = false
        return model
    }

    /// The same with one rep more, who comes last and has the given capacity. What was calibrated stays, so that figures
    /// can be compared.
    func with(_ rep: Rep, home: GeoPoint, capacityHours hours: Double) -> WorkloadModel {
        var model = self
        let count = reps.count
        model.reps.append(rep)
        model.seeds.append(home)
        model.capacityHours.append(hours)
        model.takesPart.append(hours > 0)
        model.haul = []
        model.haul.reserveCapacity(graph.points.count * (count + 1))
        for (site, point) in graph.points.enumerated() {
            model.haul += haul[(site * count)..<((site + 1) * count)]
            model.haul.append(haulSeconds(from: home, to: point))
        }
        return model
    }

    /// Seconds of the way from a home.
    func haulSeconds(from home: GeoPoint, to point: GeoPoint) -> Double {
        estimate.exactLeg(from: home, to: point).seconds
    }

    /// Great circle from the rep's seed; 0 without a place or seed.
    func metres(from rep: Int, to customer: Int) -> Double {
        guard let seed = seeds[rep], let place = customers[customer].place else { return 0 }
        return seed.distance(to: place)
    }

    /// Seconds of a local leg, when `rank` own customers lie within that many metres (`rank` 1...4).
    func leg(metres: Double, rank: Int) -> Double {
        estimate.exactLeg(greatCircle: WorkloadModel.legPerDistance[rank - 1] * legFactor * metres).seconds
    }

    /// Driving hours of one visit, from a local leg and the way from home in seconds.
    func driveHours(localLeg: Double, haul: Double) -> Double {
        (localLeg * (stopsPerDay - 1) + haul * 2) / stopsPerDay / 3600 + accessHours
    }
}

/// Minutes of a week without lunch, which is taken on days that leave room for it in the lunch window.
private func fieldMinutes(of hours: WorkingHours, _ planning: PlanningSettings) -> Int {
    Weekday.allCases.reduce(0) { total, weekday in
        guard let window = hours[weekday] else { return total }
        let lunch = window.intersection(planning.lunchWindow)?.minutes ?? 0
        return total + window.minutes - (lunch >= planning.lunchMinutes ? planning.lunchMinutes : 0)
    }
}
