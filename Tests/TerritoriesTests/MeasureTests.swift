import Config
import Geo
import Quantities
import Records
import Testing

@testable import Territories

@Suite struct MeasureTests {
    @Test func `visit hours are visits a year times minutes and capacity is field time without lunch`() {
        var small = SmallBook()
        small.rep("ana", at: (0, 0))
        small.customer("one", at: (5, 0), owner: "ana", cadence: 14, minutes: 30)
        let territory = measureTerritories(small.book).current.territories[0]
        #expect(abs(territory.visitHours - 365.25 / 14 * 0.5) < 1e-9)
        // 5 days of 9 hours less 45 minutes, 46 weeks, 80 % in the field.
        #expect(abs(territory.capacityHours - 41.25 * 46 * 0.8) < 1e-9)
        #expect(territory.customerCount == 1 && territory.compactness == 1)
    }

    @Test func `a single customer costs the way there and back and the walk to the door`() {
        var small = SmallBook()
        small.rep("ana", at: (0, 0))
        small.customer("one", at: (5, 0), owner: "ana", cadence: 14, minutes: 30)
        let leg = TravelSettings().leg(greatCircle: SmallBook.point(0, 0).distance(to: SmallBook.point(5, 0))).seconds
        let hours = 365.25 / 14 * (Double(2 * leg) / 3600 + 0.05)
        #expect(abs(measureTerritories(small.book).current.totalDriveHours - hours) < 0.02)
    }

    @Test func `a customer among another's costs more driving than one among the rep's own`() {
        var apart = SmallBook()
        var mixed = SmallBook()
        for (index, name) in ["ana", "bob"].enumerated() {
            apart.rep(name, at: (10, Double(index)))
            mixed.rep(name, at: (10, Double(index)))
        }
        for column in 0..<20 {
            let place = (Double(column), 0.0)
            apart.customer("c\(column)", at: place, owner: column < 10 ? "ana" : "bob")
            mixed.customer("c\(column)", at: place, owner: column % 2 == 0 ? "ana" : "bob")
        }
        let (one, two) = (measureTerritories(apart.book).current, measureTerritories(mixed.book).current)
        #expect(one.overlapShare < 0.11)
        #expect(two.overlapShare == 1)
        #expect(one.totalDriveHours < two.totalDriveHours)
        #expect(one.territories.allSatisfy { $0.visitHours == two.territories[0].visitHours })
    }

    @Test func `revenue counts orders of the last twelve months and pipeline open deals in the book's currency`() {
        var small = SmallBook()
        small.rep("ana", at: (0, 0))
        small.customer("one", at: (5, 0), owner: "ana")
        let dollars = Money(minorUnits: 70, currency: Currency(code: "USD")!)
        func order(_ name: String, _ day: String, _ amount: Money) -> Order {
            Order(id: RecordID(name), customerID: RecordID("t:one"), day: Day(iso: day)!, amount: amount)
        }
        small.contents.orders = [
            order("o1", "2025-11-13", Money(minorUnits: 1, currency: .euro)),
            order("o2", "2025-11-14", Money(minorUnits: 20, currency: .euro)),
            order("o3", "2026-11-13", Money(minorUnits: 300, currency: .euro)),
            order("o4", "2026-11-01", dollars),
        ]
        let territory = measureTerritories(small.book).current.territories[0]
        #expect(territory.revenue == Money(minorUnits: 320, currency: .euro))
        #expect(territory.openPipeline == .zero(.euro))
    }

    @Test func `without reps, customers, workload or a second rep it says why there is no proposal`() {
        let nobody = measureTerritories(SmallBook().book)
        #expect(nobody.current.territories.isEmpty && nobody.proposal == nil)
        #expect(nobody.proposalObstacle?.contains("No rep") == true)

        var small = SmallBook()
        small.rep("ana", at: (0, 0))
        #expect(measureTerritories(small.book).proposalObstacle?.contains("no customers") == true)
        small.customer("one", at: (1, 1), owner: "ana", cadence: nil)
        #expect(measureTerritories(small.book).proposalObstacle?.contains("Only one rep") == true)
        small.rep("bob", at: (9, 9))
        let idle = measureTerritories(small.book)
        #expect(idle.proposalObstacle?.contains("cadence") == true)
        #expect(idle.current.largestDeviation == 0)
        small.contents.customers[0].cadenceDays = 0
        #expect(measureTerritories(small.book).current.territories[0].hours == 0)
    }

    @Test func `customers without a place count as workload with average driving and are listed`() {
        var small = SmallBook.valley()
        small.customer("nowhere", at: nil, owner: "ana")
        let with = measureTerritories(small.book)
        let without = measureTerritories(SmallBook.valley().book)
        #expect(with.unplaced == [RecordID("t:nowhere")])
        let more = with.current.territories[0].hours - without.current.territories[0].hours
        #expect(more > 365.25 / 28 && more < 365.25 / 28 * 2)
        #expect(with.current.overlapShare == without.current.overlapShare)
    }
}
