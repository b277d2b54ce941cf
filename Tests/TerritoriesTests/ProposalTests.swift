import Config
import Quantities
import Records
import Testing

@testable import Territories

@Suite struct ProposalTests {
    @Test(arguments: [0.05, 0.1, 0.25])
    func `a proposal balances better and keeps the budget exactly`(share: Double) throws {
        var settings = TerritorySettings()
        settings.moveShare = share
        let report = measureTerritories(SmallBook.valley().book, settings: settings)
        let proposal = try #require(report.proposal)
        #expect(report.handOvers.count <= Int(share * 48))
        #expect(!report.handOvers.isEmpty)
        #expect(proposal.largestDeviation < report.current.largestDeviation)
        #expect(report.handOvers.allSatisfy { $0.from == RecordID("t:ana") && $0.to == RecordID("t:bob") })
        let changed = report.current.owner.filter { proposal.owner[$0.key] != $0.value }.map(\.key).sorted()
        #expect(changed == report.handOvers.map(\.customerID))
    }

    @Test func `with enough hand-overs an uneven valley is nearly even and clean`() throws {
        let report = measureTerritories(SmallBook.valley().book, settings: everything)
        let proposal = try #require(report.proposal)
        #expect(report.current.largestDeviation > 0.3)
        #expect(proposal.largestDeviation < 0.06)
        #expect(proposal.overlapShare <= 0.05)
    }

    @Test func `a budget of nothing proposes nothing`() {
        var settings = TerritorySettings()
        settings.moveShare = 0
        let report = measureTerritories(SmallBook.valley().book, settings: settings)
        #expect(report.proposal == nil && report.handOvers.isEmpty)
        #expect(report.proposalObstacle?.contains("budget of 0") == true)
    }

    @Test func `who works half the week gets about half the hours`() throws {
        var small = SmallBook.valley()
        let window = TimeWindow(from: TimeOfDay(8, 0), until: TimeOfDay(17, 0))
        small.contents.reps[1].workingHours = WorkingHours([.monday: window, .tuesday: window])
        small.contents.reps[0].workingHours = WorkingHours([
            .monday: window, .tuesday: window, .wednesday: window, .thursday: window,
        ])
        let report = measureTerritories(small.book, settings: everything)
        let hours = (report.proposal ?? report.current).territories.map(\.hours)
        #expect(abs(hours[0] / hours[1] - 2) < 0.15)
    }

    @Test func `orphans go to somebody without using the budget`() throws {
        var small = SmallBook.valley(share: 6)
        small.rep("gone", at: (20, 3), isActive: false)
        small.customer("left-behind", at: (39, 3), owner: "gone")
        small.customer("unowned", at: (1, 3), owner: nil, cadence: nil)
        small.customer("nowhere", at: nil, owner: nil)
        var settings = TerritorySettings()
        settings.moveShare = 0
        let report = measureTerritories(small.book, settings: settings)
        #expect(report.orphans == ["t:left-behind", "t:nowhere", "t:unowned"].map { RecordID($0) })
        let proposal = try #require(report.proposal)
        #expect(report.handOvers.map(\.customerID) == report.orphans)
        #expect(report.handOvers.allSatisfy { $0.from == nil })
        #expect(proposal.owner[RecordID("t:left-behind")] == RecordID("t:bob"))
        #expect(proposal.owner[RecordID("t:unowned")] == RecordID("t:ana"))
        #expect(proposal.owner.count == small.contents.customers.count)
    }

    @Test func `a new rep with a home and no customers is given some`() throws {
        var small = SmallBook.valley(columns: 12, rows: 4, share: 6)
        small.rep("new", at: (20, 8))
        let report = measureTerritories(small.book, settings: everything)
        let territory = try #require(report.proposal?.territories.last)
        #expect(territory.repID == RecordID("t:new"))
        #expect(territory.customerCount >= 8)
    }

    @Test func `switched-off customers and reps without field time stay out`() {
        var small = SmallBook.valley()
        small.customer("closed", at: (1, 1), owner: nil, isActive: false)
        small.rep("office", at: (20, 0), hours: WorkingHours([:]))
        let report = measureTerritories(small.book, settings: everything)
        #expect(report.orphans.isEmpty)
        #expect(report.proposal?.territories.last?.customerCount == 0)
    }

    @Test func `many customers at one point are divided too`() throws {
        var small = SmallBook()
        small.rep("ana", at: (0, 0))
        small.rep("bob", at: (0, 1))
        for index in 10..<40 { small.customer("c\(index)", at: (2, 2), owner: "ana") }
        let report = measureTerritories(small.book, settings: everything)
        let proposal = try #require(report.proposal)
        #expect(proposal.territories.allSatisfy { $0.customerCount >= 12 })
        #expect(report.current.territories[0].compactness == 1)
    }

    @Test func `the order of rows does not matter`() {
        var small = SmallBook.valley()
        small.customer("nowhere", at: nil, owner: nil)
        let one = measureTerritories(small.book)
        small.reversed = true
        #expect(measureTerritories(small.book) == one)
    }

    @Test func `no territory falls into more pieces and the goal never gets worse`() {
        var random = SeededRandom(seed: 7)
        for _ in 0..<6 {
            var small = SmallBook()
            for rep in 0..<4 { small.rep("r\(rep)", at: (random.unit() * 60, random.unit() * 60)) }
            for customer in 100..<180 {
                let place = (random.unit() * 60, random.unit() * 60)
                let near = random.unit() < 0.8
                let owner = near ? (place.0 < 30 ? 0 : 1) + (place.1 < 30 ? 0 : 2) : random.integer(in: 0..<4)
                small.customer(
                    "c\(customer)", at: place, owner: "r\(owner)", cadence: [14, 28, 56][random.integer(in: 0..<3)])
            }
            let model = WorkloadModel(
                small.book, settings: TerritorySettings(), planning: PlanningSettings(), travel: TravelSettings())
            let today = Partition(model, owner: model.owner)
            let scenario = Scenario(model, TerritoryRequest())
            let goal = BalanceGoal(today)
            let answer = Proposals(model, TerritoryRequest(), moveShare: 0.2).line(scenario).answers(for: [16])[0]
            let proposal = Partition(model, owner: answer.owner)
            #expect(zip(answer.owner, model.owner).count { $0 != $1 } == answer.moves)
            #expect(answer.moves <= 16)
            #expect(!(Standing(today, goal: goal, handOvers: 0) < answer.standing))
            for rep in 0..<4 { #expect(proposal.pieces(of: rep).count <= max(1, today.pieces(of: rep).count)) }
        }
    }

    private var everything: TerritorySettings {
        var settings = TerritorySettings()
        settings.moveShare = 1
        return settings
    }
}
