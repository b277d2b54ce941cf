import Diagnostics
import Quantities
import Records
import Testing

@testable import Intake

@Suite struct CommerceReadingsTests {
    @Test func `a closed case without a closing time closed when it was last changed`() throws {
        let read = try SmallExport([
            "Case.csv": """
            Id,Subject,Status,CreatedDate,ClosedDate,LastModifiedDate,IsClosed
            k1,Late,Closed,2026-10-01,2026-10-03,2026-11-01,
            k2,Late,Closed,2026-10-01,,2026-11-01,
            k3,Late,Closed,2026-10-01,,,
            k4,Late,Solved,2026-10-01,,2026-11-01,true
            k5,Late,New,2026-10-01,,2026-11-01,
            k6,Late,Closed,2026-10-01,2026-09-01,,

            """
        ]).read()
        #expect(
            read.contents.serviceCases.map { $0.closed?.utcDay.iso } == [
                "2026-10-03", "2026-11-01", "2026-10-01", "2026-11-01", nil, "2026-10-01",
            ])
        #expect(
            read.problems.map(\.kind)
                == Array(repeating: "service_case.no-closing", count: 3) + ["service_case.closed-before-opened"])
    }

    @Test func `an order needs a day and an amount`() throws {
        let read = try SmallExport([
            "Order.csv": "Id,EffectiveDate,TotalAmount\nr1,2026-11-01,10.50\nr2,,5\nr3,2026-11-01,1e400\n"
        ]).read()
        #expect(read.contents.orders.map(\.amount.minorUnits) == [1050])
        #expect(read.problems("order.incomplete").map { $0.place?.field } == ["EffectiveDate", "TotalAmount"])
        #expect(read.run.files.first?.rejected == 2)
    }
}
