import Geo
import Quantities
import Records

/// Every rep's days in the field: each workday they take the most urgent customer and whoever is due nearby.
struct VisitHistory {
    private let world: DemoWorld
    private var random: SeededRandom
    private var notes: VisitNotes
    /// By customer index: the last visit, and how much later than its cadence the next one comes.
    private var last: [Day]
    private var drift: [Double]
    /// What each day asks of every customer, read once.
    private let points: [GeoPoint]
    private let cadences: [Double]
    private let isVisited: [Bool]
    private(set) var activities: [Activity] = []

    init(world: DemoWorld) {
        self.world = world
        random = world.stream("visits")
        notes = VisitNotes(world: world)
        var draw = world.stream("visits-start")
        last = world.customers.map { customer in
            let back = Double(customer.record.cadenceDays ?? 180) * draw.unit()
            return customer.known > world.timeline.start
                ? customer.known - Int(Double(customer.record.cadenceDays ?? 60) * 0.6)
                : world.timeline.start - Int(back)
        }
        drift = world.customers.map { _ in draw.between(0.85, 1.12) }
        points = world.customers.map { $0.record.place ?? $0.town.point }
        cadences = world.customers.map { Double($0.record.cadenceDays ?? 150) }
        isVisited = world.customers.map {
            $0.record.isActive && !($0.record.openingHours?.isAlwaysClosed ?? false)
        }
    }

    mutating func make() -> [Activity] {
        var owned: [[Int]] = Array(repeating: [], count: world.reps.count)
        for (index, customer) in world.customers.enumerated() {
            for owner in customer.owners { owned[owner.rep].append(index) }
        }
        for rep in world.reps.indices {
            var day = world.timeline.start
            while day <= world.timeline.ending {
                if let hours = world.hours(of: rep, on: day) { work(day, rep: rep, hours: hours, owned: owned[rep]) }
                day = day + 1
            }
        }
        return activities
    }

    /// Plans and "drives" one day.
    private mutating func work(_ day: Day, rep: Int, hours: TimeWindow, owned: [Int]) {
        let capacity = capacity(of: rep, on: day)
        guard capacity > 0 else { return }
        let tardiness = RepSlot.all[rep].tardiness
        let urgent = owned.compactMap { index -> (index: Int, urgency: Double)? in
            guard isVisited[index], world.customers[index].known <= day, world.customers[index].rep(on: day) == rep
            else { return nil }
            return (index, Double(day - last[index]) / (cadences[index] * drift[index] * tardiness))
        }.sorted { ($0.urgency, $1.index) > ($1.urgency, $0.index) }
        guard let first = urgent.first, first.urgency >= 0.86 else { return }
        let centre = point(first.index)
        var stops = [first.index]
        for other in urgent.dropFirst() where stops.count < capacity + 2 && other.urgency >= 0.72 {
            if flatKilometres(centre, point(other.index)) < 14 { stops.append(other.index) }
        }
        drive(stops, on: day, rep: rep, hours: hours, capacity: capacity)
    }

    /// Nearest next, waiting at most three quarters of an hour where it is still closed.
    private mutating func drive(_ stops: [Int], on day: Day, rep: Int, hours: TimeWindow, capacity: Int) {
        var open = stops
        var here = world.reps[rep].home ?? point(stops[0])
        let isMeeting = world.timeline.isTeamMeeting(day)
        var now = isMeeting ? max(hours.from.minutes, 8 * 60) + 75 : hours.from.minutes + 30
        var done = 0
        var hadLunch = false
        while done < capacity, !open.isEmpty {
            if !hadLunch, now >= 12 * 60 {
                now += random.whole(35...60)
                hadLunch = true
            }
            let next = open.min { ordering(here, $0) < ordering(here, $1) }!
            open.removeAll { $0 == next }
            let customer = world.customers[next]
            let arrival = now + Int(flatKilometres(here, point(next)) * 1.35 / 48 * 60) + random.whole(3...9)
            let planned = customer.record.visitMinutes ?? 30
            let minutes = max(10, Int((Double(planned) * random.between(0.65, 1.45) / 5).rounded()) * 5)
            guard let start = begin(arrival, minutes, customer, day), start + minutes <= hours.until.minutes else {
                continue
            }
            let pace = Double(day - last[next]) / cadences[next]
            activities.append(
                notes.visit(
                    customer: customer, rep: rep, day: day, start: start, minutes: minutes, lateness: pace))
            last[next] = day
            drift[next] = min(1.3, max(0.8, 1 + random.bell() * 0.09))
            now = start + minutes
            here = point(next)
            done += 1
        }
    }

    private func ordering(_ here: GeoPoint, _ index: Int) -> (Double, Int) {
        (flatKilometres(here, point(index)), index)
    }

    /// When the visit can begin; mostly within opening hours, now and then by the back door.
    private mutating func begin(_ arrival: Int, _ minutes: Int, _ customer: DemoCustomer, _ day: Day) -> Int? {
        let arrival = (arrival + 4) / 5 * 5
        guard let hours = customer.record.openingHours else { return arrival }
        for window in hours[day.weekday] {
            let start = max(arrival, window.from.minutes)
            if start + minutes <= window.until.minutes { return start - arrival <= 45 ? start : nil }
        }
        return random.chance(0.04) ? arrival : nil
    }

    private func point(_ index: Int) -> GeoPoint { points[index] }

    private mutating func capacity(of rep: Int, on day: Day) -> Int {
        let month = day.parts.month
        let usual = RepSlot.all[rep].visitsPerDay + random.whole(-1...1)
        let left = world.timeline.ending - day
        // The laggard has done two days' work in five since the summer; a new rep learns the roads first.
        if rep == RepSlot.laggard, left < 130 { return random.chance(0.58) ? 0 : 2 }
        if rep == RepSlot.newRep, let hired = world.reps[rep].hired, day < hired + 30 { return 3 }
        if month == 8 || month == 12 { return max(2, usual - 1) }
        return usual
    }
}

extension Timeline {
    /// First workday of a month: everybody sits together in the morning.
    func isTeamMeeting(_ day: Day) -> Bool { day == workday(onOrAfter: day.firstOfMonth) }
}
