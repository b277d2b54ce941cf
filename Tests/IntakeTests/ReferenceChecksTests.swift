import Diagnostics
import Records
import Store
import Testing

@testable import Intake

@Suite struct ReferenceChecksTests {
    @Test func `records keep references that lead nowhere`() throws {
        let read = try SmallExport([
            "User.csv": "Id,Name,IsActive\nu1,Ann,false\n",
            "Account.csv": "Id,Name,OwnerId\na1,Mill,u9\na2,Inn,u1\na3,Bar,\n",
            "Contact.csv": "Id,Name,AccountId\nc1,Bo,a9\n",
            "Order.csv": "Id,AccountId,EffectiveDate,TotalAmount\nr1,a9,2026-11-01,1\n",
        ]).read()
        #expect(read.contents.contacts.first?.customerID?.sourceID == "a9")
        #expect(read.contents.orders.first?.customerID?.sourceID == "a9")
        #expect(read.problems("contact.unknown-customer").map { $0.place?.field } == ["AccountId"])
        #expect(read.problems("order.unknown-customer").count == 1)
        #expect(read.problems("customer.unknown-owner").count == 1)
        #expect(read.problems("customer.owner-inactive").count == 1)
        #expect(read.problems("customer.no-owner").count == 1)
    }

    @Test func `nothing is said of references into files that are not there`() throws {
        let read = try SmallExport(["Contact.csv": "Id,Name,AccountId\nc1,Bo,a9\n"]).read()
        #expect(read.problems == [])
    }

    @Test func `a part without its whole is rejected, and rows add up in the store`() throws {
        let read = try SmallExport([
            "Opportunity.csv": "Id,Name,StageName,CreatedDate,CloseDate\no1,Oil,Prospecting,2026-10-01,2026-12-01\n",
            "OpportunityHistory.csv": """
            Id,OpportunityId,StageName,CloseDate,CreatedDate
            h1,o1,Prospecting,2026-12-01,2026-10-01
            h2,o9,Prospecting,2026-12-01,2026-10-01

            """,
            "CampaignMember.csv": "Id,CampaignId\nb1,m9\nb2,m9\n",
        ]).read()
        #expect(read.problems("opportunity_change.unknown-opportunity").map { $0.place?.line } == [3])
        #expect(read.problems("campaign_member.unknown-campaign").map(\.message).first?.hasSuffix("in 2 rows") == true)
        let store = try CustomerStore.inMemory()
        let changes = try store.apply(read.contents, run: read.run) { read.fileIndex($0.rawValue, $1) }
        #expect(changes.run.files.map { $0.rows == $0.added + $0.rejected } == [true, true, true])
        try store.close()
    }
}
