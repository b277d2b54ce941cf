import Config
import Quantities
import Records
import Testing

@testable import Demo

@Suite struct DemoHistoryTests {
    static let seeds: [UInt64] = [1, 9]
    private let zone = DemoCompany.zone

    @Test(arguments: seeds) func `A deal is what its last change says, and its changes go forward in time`(seed: UInt64)
    {
        let stages = Dictionary(uniqueKeysWithValues: StageSetting.usual.map { ($0.name, $0.outcome) })
        for deal in Company.seeded(seed).contents.opportunities {
            let last = deal.changes[deal.changes.count - 1]
            #expect(deal.changes[0].at == deal.created)
            #expect((deal.stage, deal.outcome) == (last.stage, last.outcome))
            #expect(deal.amount == last.amount && deal.closeDay == last.closeDay && deal.ownerID == last.ownerID)
            #expect(deal.closed == (deal.outcome == .open ? nil : last.at))
            #expect(zip(deal.changes, deal.changes.dropFirst()).allSatisfy { $0.at < $1.at })
            #expect(deal.changes.allSatisfy { stages[$0.stage] == $0.outcome })
            #expect(deal.changes.dropLast().allSatisfy { $0.outcome == .open })
            if deal.outcome != .open { #expect(last.closeDay == zone.day(of: last.at)) }
        }
    }

    @Test(arguments: seeds) func `Customers exist before anything happens with them`(seed: UInt64) {
        let contents = Company.seeded(seed).contents
        let created = Dictionary(uniqueKeysWithValues: contents.customers.map { ($0.id, $0.created!) })
        #expect(contents.activities.allSatisfy { $0.customerID.map { created[$0]! } ?? $0.start <= $0.start })
        #expect(contents.opportunities.allSatisfy { created[$0.customerID!]! <= $0.created })
        #expect(contents.orders.allSatisfy { zone.day(of: created[$0.customerID!]!) <= $0.day })
        #expect(contents.serviceCases.allSatisfy { created[$0.customerID!]! <= $0.opened })
        #expect(contents.serviceCases.allSatisfy { $0.closed == nil || $0.opened < $0.closed! })
        #expect(contents.followUps.allSatisfy { created[$0.customerID!]! <= $0.created! })
        #expect(contents.followUps.allSatisfy { zone.day(of: $0.created!) <= $0.due! })
    }

    @Test(arguments: seeds) func `A rep is never at two places at once, and never at work when away`(seed: UInt64) {
        let contents = Company.seeded(seed).contents
        let holidays = Set(DemoCompany.holidays().map(\.day))
        for rep in contents.reps {
            let visits = contents.activities
                .filter { $0.repID == rep.id && $0.category == .visit && $0.state != .cancelled }
                .sorted { $0.start < $1.start }
            for (before, after) in zip(visits, visits.dropFirst()) {
                #expect(before.start + (before.minutes ?? 10) * 60 <= after.start, "\(before.id) and \(after.id)")
            }
            let hours = rep.workingHours ?? .usual
            for visit in visits {
                let day = zone.day(of: visit.start)
                #expect(hours[day.weekday]?.contains(zone.timeOfDay(of: visit.start)) == true)
                #expect(!holidays.contains(day))
                #expect(rep.hired! <= day && rep.left.map { day <= $0 } ?? true)
            }
        }
    }

    @Test(arguments: seeds) func `Nearly all visits lie within opening hours`(seed: UInt64) {
        let contents = Company.seeded(seed).contents
        let hours = Dictionary(uniqueKeysWithValues: contents.customers.map { ($0.id, $0.openingHours) })
        var inside = 0
        var known = 0
        for visit in contents.activities where visit.category == .visit && visit.state == .done {
            guard let customer = visit.customerID, let open = hours[customer] ?? nil else { continue }
            known += 1
            let weekday = zone.day(of: visit.start).weekday
            if open[weekday].contains(where: { $0.contains(zone.timeOfDay(of: visit.start)) }) { inside += 1 }
        }
        #expect(Double(inside) > 0.97 * Double(known))
        #expect(inside < known)
    }

    @Test(arguments: seeds) func `Win rates differ and lie where they should`(seed: UInt64) {
        let contents = Company.seeded(seed).contents
        let closed = contents.opportunities.filter { $0.outcome != .open }
        let share = Double(closed.count { $0.outcome == .won }) / Double(closed.count)
        #expect((0.4...0.6).contains(share))
        #expect((120...480).contains(contents.opportunities.count { $0.outcome == .open }))
        #expect(contents.opportunities.contains { $0.pushCount >= 3 })
        #expect(contents.opportunities.filter { $0.pushCount > 0 }.count > 200)
    }

    @Test func `Opening hours as text and as windows agree`() {
        #expect(HoursRule.café.text == "Mo-Tu,Th-Su 07:00-19:00; We off")
        #expect(HoursRule.alwaysOpen.text == "24/7")
        let shop = HoursRule.shopWednesdayShort
        #expect(shop.text == "Mo-Tu,Th-Sa 08:00-12:15,15:00-19:00; We 08:00-12:15")
        #expect(shop.openingHours[.wednesday].map(\.text) == ["08:00–12:15"])
        #expect(shop.openingHours[.saturday].map(\.text) == ["08:00–12:15", "15:00–19:00"])
        #expect(shop.openingHours[.sunday].isEmpty)
        #expect(HoursRule.restaurantMondayOff.openingHours[.monday].isEmpty)
    }
}
