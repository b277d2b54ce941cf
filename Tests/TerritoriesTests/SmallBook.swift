import Geo
import Quantities
import Records

/// A book of reps and customers on a plane of kilometres around 47° N, 9.5° E.
struct SmallBook {
    var contents = SalesBookContents()
    var reversed = false

    static func point(_ east: Double, _ north: Double) -> GeoPoint {
        GeoPoint(latitude: 47 + north / 111.2, longitude: 9.5 + east / 75.8)!
    }

    mutating func rep(
        _ name: String, at home: (Double, Double)?, isActive: Bool = true, hours: WorkingHours? = nil
    ) {
        contents.reps.append(
            Rep(
                id: RecordID("t:\(name)"), name: name, home: home.map { SmallBook.point($0.0, $0.1) },
                workingHours: hours, isActive: isActive))
    }

    mutating func customer(
        _ name: String, at place: (Double, Double)?, owner: String?, cadence: Int? = 28, minutes: Int? = 60,
        isActive: Bool = true
    ) {
        contents.customers.append(
            Customer(
                id: RecordID("t:\(name)"), name: name, place: place.map { SmallBook.point($0.0, $0.1) },
                ownerID: owner.map { RecordID("t:\($0)") }, cadenceDays: cadence, visitMinutes: minutes,
                isActive: isActive))
    }

    var book: SalesBook {
        var contents = contents
        if reversed {
            contents.reps.reverse()
            contents.customers.reverse()
            contents.orders.reverse()
            contents.opportunities.reverse()
        }
        return SalesBook(
            asOf: Day(iso: "2026-11-13")!, zone: .utc, currency: .euro, contents: contents)
    }

    /// Two homes 40 km apart, a grid of customers between them, Ana with the western `share` of the columns.
    static func valley(columns: Int = 12, rows: Int = 4, share: Int = 9) -> SmallBook {
        var small = SmallBook()
        small.rep("ana", at: (0, 3))
        small.rep("bob", at: (40, 3))
        for column in 0..<columns {
            for row in 0..<rows {
                let name = "c\(column < 10 ? "0" : "")\(column)-\(row)"
                let east = Double(column) * 40 / Double(columns - 1)
                small.customer(name, at: (east, Double(row) * 2), owner: column < share ? "ana" : "bob")
            }
        }
        return small
    }
}

extension SmallBook {
    /// Towns on a square of 120 km with customers around them, each with the rep whose home is nearest or, for
    /// `strays` of them, with anybody; some have no cadence.
    static func region(customers: Int = 160, reps: Int = 5, strays: Double = 0.1, seed: UInt64 = 5) -> SmallBook {
        var random = SeededRandom(seed: seed)
        var small = SmallBook()
        let homes = (0..<reps).map { _ in (random.unit() * 120, random.unit() * 120) }
        for (index, home) in homes.enumerated() { small.rep("r\(index)", at: home) }
        let towns = (0..<(customers / 8)).map { _ in (random.unit() * 120, random.unit() * 120) }
        for index in 0..<customers {
            let town = towns[random.integer(in: 0..<towns.count)]
            let place = (town.0 + (random.unit() - 0.5) * 6, town.1 + (random.unit() - 0.5) * 6)
            let nearest = homes.indices.min {
                hypotenuse(homes[$0], place) < hypotenuse(homes[$1], place)
            }
            let owner = random.unit() < strays ? random.integer(in: 0..<reps) : nearest ?? 0
            let cadence: Int? = random.unit() < 0.04 ? nil : [14, 28, 56][random.integer(in: 0..<3)]
            small.customer("c\(1000 + index)", at: place, owner: "r\(owner)", cadence: cadence, minutes: 45)
        }
        return small
    }

    private static func hypotenuse(_ one: (Double, Double), _ two: (Double, Double)) -> Double {
        ((one.0 - two.0) * (one.0 - two.0) + (one.1 - two.1) * (one.1 - two.1)).squareRoot()
    }
}
