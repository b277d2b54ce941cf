import Insights
import Quantities
import Records
import Testing

@Suite struct SegmentTests {
    /// Days before the book's day on which the customer ordered for 10 € each.
    private func insight(_ days: [Int], amounts: [Int: Int] = [:], others: [[Int]] = []) -> CustomerInsight? {
        var contents = SalesBookContents()
        for (index, days) in ([days] + others).enumerated() {
            contents.customers.append(Customer(id: RecordID("k\(index)"), name: "Firm \(index)"))
            for day in days {
                contents.orders.append(
                    Order(
                        id: RecordID("o\(index)-\(day)"), customerID: RecordID("k\(index)"),
                        day: Day(iso: "2026-11-13")! - day,
                        amount: Money(minorUnits: (index == 0 ? amounts[day] : nil) ?? 1000, currency: .euro)))
            }
        }
        return readInsights(book(contents)).customers["k0"]
    }

    private let better = [Array(stride(from: 1, to: 360, by: 3)), Array(stride(from: 1, to: 360, by: 4))]

    @Test func `one customer without orders`() {
        #expect(insight([])?.segment == "No orders")
        #expect(insight([])?.usualGapDays == nil)
    }

    @Test(arguments: [
        ([366], "Lost"), ([365, 300], "Quiet"), ([10, 120], "New"), ([10, 121], "Steady"), ([181, 200], "Quiet"),
        ([180, 200], "Steady"), ([61, 91, 121, 151], "Quiet"), ([60, 90, 120, 150], "Steady"),
        ([5, 60, 300, 340], "Steady"),
    ])
    func `the first rule that holds names the segment`(days: [Int], segment: String) {
        #expect(insight(days, others: better)?.segment == segment)
    }

    @Test func `champions are in the top quarter by revenue with four orders`() {
        let few = [[30], [40], [50]]
        #expect(insight([10, 100, 200, 300], others: few)?.segment == "Champions")
        #expect(insight([10, 100, 200], amounts: [10: 90_000], others: few)?.segment == "Steady")
    }

    @Test func `growing is a quarter more in half a year`() {
        let days = [10, 60, 210, 260]
        #expect(insight(days, amounts: [10: 1500], others: better)?.segment == "Growing")
        #expect(insight(days, amounts: [10: 1499], others: better)?.segment == "Steady")
    }

    @Test func `rhythm is the median gap between days with orders`() throws {
        let one = try #require(insight([10, 40, 50, 400]))
        #expect(one.usualGapDays == 30 && one.orderCount == 4)
        #expect(abs((one.silence ?? 0) - 1.0 / 3) < 1e-9)
        #expect(one.revenueLastYear.minorUnits == 3000 && one.revenueYearBefore.minorUnits == 1000)
        #expect(insight([10, 40])?.usualGapDays == nil)
    }

    @Test func `every customer is in exactly one segment, in a fixed order`() {
        var contents = SalesBookContents()
        contents.customers = (0..<3).map { Customer(id: RecordID("k\($0)"), name: "Firm \($0)") }
        contents.orders = [
            Order(
                id: "o1", customerID: "k2", day: Day(iso: "2026-11-01")!, amount: Money(minorUnits: 5, currency: .euro)),
            Order(
                id: "o2", customerID: "k2", day: Day(iso: "2026-11-14")!, amount: Money(minorUnits: 9, currency: .euro)),
        ]
        let segments = readInsights(book(contents)).segments
        #expect(segments.map(\.name) == ["New", "No orders"])
        #expect(segments.map(\.customers) == [["k2"], ["k0", "k1"]])
        #expect(segments[0].revenue.minorUnits == 5)
    }
}
