import Config
import Diagnostics
import Quantities
import Records
import Testing

@testable import Intake

@Suite struct SettlingTests {
    private static let dealColumns =
        "Id,Name,StageName,Amount,CloseDate,CreatedDate,LastStageChangeDate,IsClosed,IsWon\n"
    private static let historyColumns = "Id,OpportunityId,StageName,Amount,CloseDate,CreatedDate\n"

    private func read(deals: String, history: String) throws -> ExportReading {
        try SmallExport([
            "Opportunity.csv": SettlingTests.dealColumns + deals,
            "OpportunityHistory.csv": SettlingTests.historyColumns + history,
        ]).read()
    }

    @Test func `a history that ends where the deal stands is taken as it is, in order of time`() throws {
        let read = try read(
            deals: "o1,Oil,Closed Won,5,2026-11-02,2026-10-01,2026-11-02,true,true\n",
            history: "h2,o1,Closed Won,5,2026-11-02,2026-11-02\nh1,o1,Prospecting,5,2026-11-02,2026-10-01\n")
        let deal = try #require(read.contents.opportunities.first)
        #expect(deal.changes.map(\.id.sourceID) == ["h1", "h2"])
        #expect(deal.closed?.iso == "2026-11-02T00:00:00Z")
        #expect(read.problems == [])
    }

    @Test func `a row that disagrees with its history is the newest change`() throws {
        let deal = try #require(
            try read(
                deals: "o1,Oil,Qualification,7,2026-12-02,2026-10-01,2026-11-05,false,false\n",
                history: "h1,o1,Prospecting,5,2026-12-02,2026-10-01\n"
            ).contents.opportunities.first)
        #expect(deal.changes.map(\.stage) == ["Prospecting", "Qualification"])
        #expect(deal.changes.last?.at.iso == "2026-11-05T00:00:00Z")
        #expect(deal.changes.last?.amount?.minorUnits == 700)
    }

    @Test func `without a history a won deal was open until it was last touched`() throws {
        let read = try read(
            deals:
                "o1,Oil,Closed Won,5,2026-11-02,2026-10-01,2026-11-02,true,true\no2,Gas,Prospecting,5,2026-12-02,2026-10-01,,,\n",
            history: "")
        let won = try #require(read.contents.opportunities.first)
        #expect(won.changes.map(\.outcome) == [.open, .won])
        #expect(won.closed?.iso == "2026-11-02T00:00:00Z")
        #expect(read.contents.opportunities.last?.changes.map(\.at.iso) == ["2026-10-01T00:00:00Z"])
        #expect(read.problems.map(\.kind) == ["opportunity.no-history"])
        #expect(read.problems.first?.message.hasSuffix("in 2 rows") == true)
    }

    @Test func `an unknown stage is told once, and the CRM's own marks say the outcome`() throws {
        let read = try read(
            deals: """
                o1,Oil,Gagné,5,2026-11-02,2026-10-01,2026-11-02,true,true
                o2,Gas,Closed Wom,5,2026-12-02,2026-10-01,,true,false
                o3,Ore,Gagné,5,2026-12-02,2026-10-01,,,

                """,
            history: "h1,o1,Prospecting,5,2026-11-02,2026-10-01\nh2,o1,Gagné,5,2026-11-02,2026-11-02\n")
        #expect(read.contents.opportunities.map(\.outcome) == [.won, .lost, .open])
        #expect(read.contents.opportunities.first?.changes.map(\.outcome) == [.open, .won])
        #expect(read.contents.opportunities.first?.closed?.iso == "2026-11-02T00:00:00Z")
        let told = read.problems("opportunity.unknown-stage").filter { $0.place?.file == "Opportunity.csv" }
        #expect(told.map(\.value) == ["Gagné", "Closed Wom"])
        #expect(told.first?.message.hasSuffix("in 2 rows") == true)
        #expect(told.last?.hint == "did you mean 'Closed Won'?")
    }

    @Test func `a deal that does not say when it was created begins with its history, whenever it is read`() throws {
        let export = try SmallExport([
            "Opportunity.csv": SettlingTests.dealColumns + "o1,Oil,Prospecting,5,2026-12-02,,,,\n",
            "OpportunityHistory.csv": SettlingTests.historyColumns + "h1,o1,Prospecting,5,2026-12-02,2026-10-01\n",
        ])
        let later = SmallExport.importTime + 86_400
        #expect(try export.read().contents.opportunities == export.read(at: later).contents.opportunities)
        #expect(try export.read().contents.opportunities.first?.created.iso == "2026-10-01T00:00:00Z")
    }

    @Test func `what names no customer belongs to that of its deal, case or contact`() throws {
        let read = try SmallExport([
            "Account.csv": "Id,Name\na1,Mill\n", "Contact.csv": "Id,Name,AccountId\np1,Ann,a1\n",
            "Opportunity.csv": "Id,Name,AccountId,StageName,CreatedDate\no1,Oil,a1,Prospecting,2026-10-01\n",
            "Case.csv": "Id,AccountId,Status,CreatedDate\nk1,a1,New,2026-10-01\n",
            "Event.csv": """
            Id,StartDateTime,WhatId,WhoId
            e1,2026-11-02,a1,
            e2,2026-11-02,o1,
            e3,2026-11-02,k1,
            e4,2026-11-02,,p1
            e5,2026-11-02,x1,

            """,
            "Task.csv": "Id,Subject,WhatId,Type,IsClosed,ActivityDate\nt1,Call,o1,Call,true,2026-11-02\n",
        ]).read()
        let owners = Dictionary(uniqueKeysWithValues: read.contents.activities.map { ($0.id.sourceID, $0.customerID) })
        let mill = RecordID<Customer>("salesforce:a1")
        #expect(["e1", "e2", "e3", "e4", "t1"].allSatisfy { owners[$0] == mill })
        #expect(owners["e5"] == .some(nil))
        #expect(read.contents.followUps.map(\.customerID) == [mill])
        #expect(read.problems("activity.unknown-regarding").map(\.value) == ["salesforce:x1"])
    }

    @Test func `members are in their campaign`() throws {
        let read = try SmallExport([
            "Campaign.csv": "Id,Name\nm1,Fair\n",
            "CampaignMember.csv": "Id,CampaignId,HasResponded\nb2,m1,true\nb1,m1,\n",
        ]).read()
        #expect(read.contents.campaigns.first?.members.map(\.id.sourceID) == ["b1", "b2"])
        #expect(read.contents.campaigns.first?.members.map(\.hasResponded) == [false, true])
    }
}
