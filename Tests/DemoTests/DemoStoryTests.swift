import Config
import Quantities
import Records
import Testing

@testable import Demo

@Suite struct DemoStoryTests {
    private func book(seed: UInt64) -> (book: SalesBook, story: Story) {
        let (contents, story) = Company.seeded(seed)
        let book = SalesBook(
            asOf: DemoCompany.ending, zone: DemoCompany.zone, currency: DemoCompany.currency, contents: contents)
        return (book, story)
    }

    @Test func `The report week is the second week of November 2026`() {
        #expect(book(seed: 1).book.reportMonday.week.iso == "2026-W46")
    }

    @Test(arguments: [1, 9] as [UInt64]) func `Two large deals slipped, one was won, one customer complained thrice`(
        seed: UInt64
    ) {
        let (book, story) = book(seed: seed)
        let deals = Dictionary(uniqueKeysWithValues: book.opportunities.map { ($0.id, $0) })
        #expect(story.slipped.count == 2)
        for id in story.slipped {
            let changes = deals[id]!.changes.suffix(2)
            #expect(book.zone.day(of: changes.last!.at) >= book.reportMonday)
            #expect(changes.first!.closeDay!.firstOfMonth < changes.last!.closeDay!.firstOfMonth)
            #expect(changes.last!.amount!.amount > 25_000)
        }
        let win = deals[story.win]!
        #expect(win.outcome == .won && book.zone.day(of: win.closed!) >= book.reportMonday)
        #expect(win.amount!.amount > 80_000)
        let recent = (book.serviceCasesByCustomer[story.complainer] ?? []).filter {
            book.asOf - book.zone.day(of: $0.opened) <= 28
        }
        #expect(recent.count >= 3)
    }

    @Test(arguments: [1, 9] as [UInt64]) func `The North did far fewer visits than usual in the report week`(
        seed: UInt64
    ) {
        let (book, _) = book(seed: seed)
        let north = Set(book.reps.filter { $0.teamID == book.teams[0].id }.map(\.id))
        func visits(from monday: Day) -> Int {
            book.activities.count {
                $0.category == .visit && $0.state == .done && north.contains($0.repID!)
                    && (monday..<monday + 7).contains(book.day(of: $0))
            }
        }
        let usual = (1...6).reduce(0) { $0 + visits(from: book.reportMonday - 7 * $1) } / 6
        #expect(visits(from: book.reportMonday) < usual * 85 / 100)
    }

    @Test(arguments: [1, 9] as [UInt64]) func `One rep has fallen behind, and territories are uneven`(seed: UInt64) {
        let (book, _) = book(seed: seed)
        var overdue: [RecordID<Rep>: Double] = [:]
        for rep in book.activeReps {
            let planned = (book.customersByRep[rep.id] ?? []).filter { $0.cadenceDays != nil && $0.isActive }
            let late = planned.count { customer in
                guard let visit = book.lastVisit(to: customer.id) else { return true }
                return Double(book.asOf - book.day(of: visit)) > 1.3 * Double(customer.cadenceDays!)
            }
            overdue[rep.id] = Double(late) / Double(planned.count)
        }
        let laggard = overdue[Staff.id(RepSlot.laggard)]!
        #expect(laggard > 0.3)
        #expect(overdue.values.count { $0 >= laggard } == 1)
        #expect(overdue.values.count { $0 < 0.15 } >= 7)
        let sizes = book.activeReps.map { book.customersByRep[$0.id]?.count ?? 0 }
        #expect(sizes.max()! > 2 * sizes.min()!)
    }

    @Test func `The customers of the rep who left have moved on`() {
        let (book, _) = book(seed: 1)
        let former = Staff.id(RepSlot.formerRep)
        #expect(book.customersByRep[former] == nil)
        #expect(book.repByID[former]?.isActive == false)
        #expect((25...60).contains(book.assignments.count))
        #expect(book.activities.contains { $0.repID == former })
        #expect(book.opportunities.contains { $0.changes[0].ownerID == former && $0.ownerID != former })
    }

    @Test func `The data page has something to list`() {
        let (book, _) = book(seed: 1)
        #expect(book.customers.count { $0.place == nil } == 2)
        #expect(book.customers.count { $0.openingHours == nil && $0.openingHoursText != nil } == 4)
        #expect(book.opportunities.count { $0.amount == nil } == 1)
        #expect(book.opportunities.count { $0.amount?.minorUnits == 100 } == 1)
        let phones = Dictionary(grouping: book.customers, by: \.phone)
        #expect(phones.values.count { $0.count == 2 } == 1)
        #expect(book.importRuns[0].problems.count == 8)
        #expect(book.importRuns[0].files.allSatisfy { $0.rows == $0.added })
    }
}
