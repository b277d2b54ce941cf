import Config
import Geo
import Quantities
import Records

@testable import Routes

/// A made-up rep with customers, hours, appointments and promises, some of them odd.
struct RandomWorld {
    var rep: Rep
    var customers: [Customer] = []
    var activities: [Activity] = []
    var followUps: [FollowUp] = []
    var planning = PlanningSettings()

    var book: SalesBook { RoutesTests.book(rep, customers, activities, followUps) }

    init(seed: UInt64, count: Int = 60, steps: Int = 400) {
        var random = SeededRandom(seed: seed, stream: "world")
        rep = Rep(id: RecordID("rep"), name: "Ana", home: place(0))
        planning.steps = steps
        let towns = (0..<6).map { _ in (random.unit() - 0.5, random.unit() - 0.5) }
        for index in 0..<count {
            let town = towns[random.integer(in: 0..<towns.count)]
            var customer = RoutesTests.customer(
                "c\(100 + index)",
                at: place(town.0 + 0.1 * (random.unit() - 0.5), town.1 + 0.1 * (random.unit() - 0.5)),
                cadence: [14, 30, 60][random.integer(in: 0..<3)], minutes: [20, 30, 45, 60][random.integer(in: 0..<4)])
            switch random.integer(in: 0..<4) {
            case 0: break
            case 1:
                customer.openingHours = OpeningHours([
                    .tuesday: [window("9:00-11:30")], .friday: [window("13:00-17:00")],
                ])
            default:
                customer.openingHours = OpeningHours(
                    Dictionary(
                        uniqueKeysWithValues: Weekday.allCases.map {
                            ($0, [window("8:30-12:00"), window("13:30-18:00")])
                        }))
            }
            customer.priority = Priority.allCases[random.integer(in: 0..<3)]
            customers.append(customer)
            let since = random.integer(in: 5..<120)
            activities.append(visit("v\(index)", customer.id.text, day: asOf - since))
            if random.integer(in: 0..<12) == 0 {
                followUps.append(followUp("f\(index)", customer.id.text, due: monday + random.integer(in: -9..<7)))
            }
            if random.integer(in: 0..<15) == 0 {
                activities.append(
                    visit(
                        "p\(index)", customer.id.text, day: monday + random.integer(in: 0..<6),
                        at: "\(random.integer(in: 7..<18)):30", state: .planned))
            }
        }
    }

    /// The ways in which `makeOdd` can spoil a world.
    static let oddities = 9

    mutating func makeOdd(_ kind: Int) {
        switch kind {
        case 0: rep.home = nil
        case 1: rep.workingHours = WorkingHours([:])
        case 2: for index in customers.indices { customers[index].place = place(0.05) }
        case 3: for index in customers.indices { customers[index].visitMinutes = 0 }
        case 4:
            for index in customers.indices {
                customers[index].openingHours = OpeningHours([.monday: [window("9:00-9:05")]])
            }
        case 5:
            for index in customers.indices where index.isMultiple(of: 2) {
                customers[index].place = GeoPoint(latitude: -47, longitude: -171)
            }
        case 6:
            planning.lunchMinutes = 150
            planning.maxVisitsPerDay = 3
        case 7: planning.maxDrivingMinutesPerDay = 20
        default:
            rep.workingHours = WorkingHours([.saturday: window("6:00-22:00"), .sunday: window("12:00-12:30")])
            for index in customers.indices where index.isMultiple(of: 3) { customers[index].place = nil }
        }
    }
}
