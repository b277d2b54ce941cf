import Diagnostics
import Quantities
import Records
import Testing

@testable import Intake

@Suite struct DraftChecksTests {
    @Test func `placeholders, huge amounts and passed days of open deals are told`() throws {
        var rows = ""
        for index in 10..<40 { rows += "o\(index),Oil,Prospecting,\(1000 + index),2026-12-01,2026-10-01,\n" }
        rows += "o90,Oil,Prospecting,9000000,2026-12-01,2026-10-01,\no91,Oil,Prospecting,1,2026-11-01,2026-10-01,\n"
        // A yen is not a cent of one, and what is closed may be as it is.
        rows += "o92,Oil,Prospecting,1,2026-12-01,2026-10-01,JPY\no93,Oil,Closed Lost,1,2026-11-01,2026-10-01,\n"
        let read = try SmallExport([
            "Opportunity.csv": "Id,Name,StageName,Amount,CloseDate,CreatedDate,CurrencyIsoCode\n" + rows
        ]).read(today: Day(year: 2026, month: 11, day: 13))
        func records(_ kind: String) -> [String?] {
            read.run.problems.filter { $0.problem.kind == kind }.map(\.record)
        }
        #expect(records("opportunity.placeholder-amount") == ["salesforce:o91", "salesforce:o92"])
        #expect(records("opportunity.mega-deal") == ["salesforce:o90"])
        #expect(records("opportunity.close-day-passed") == ["salesforce:o91"])
        #expect(read.problems("value.other-currency").count == 1)
    }

    @Test func `two customers that look like one are told at the second`() throws {
        let read = try SmallExport([
            "Account.csv": """
            Id,Name,BillingLatitude,BillingLongitude,Phone
            a1,Weingut Castellum,47.1,9.5,+423 555 1946
            a2,Weingut Castellum GmbH,47.1,9.5,+423 555 1946
            a3,Bakery Moser,47.3,9.1,

            """
        ]).read()
        #expect(read.problems("customer.duplicate").map { $0.place?.line } == [3])
    }
}
