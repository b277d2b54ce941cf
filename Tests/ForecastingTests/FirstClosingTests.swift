import Quantities
import Testing

@testable import Forecasting

@Suite struct FirstClosingTests {
    @Test func `closings are known from the first of three within a month, else from the first`() {
        #expect(firstUsualClosing([]) == nil)
        #expect(firstUsualClosing([day(5, 2), day(3, 1)]) == day(3, 1))
        let steady = [day(3, 1), day(3, 15), day(3, 31), day(4, 20)]
        #expect(firstUsualClosing(steady) == day(3, 1))
        #expect(firstUsualClosing(steady.reversed() + [day(6, 1, year: 2015), day(6, 2, year: 2015)]) == day(3, 1))
        #expect(firstUsualClosing([day(3, 1), day(3, 15), day(4, 1)]) == day(3, 1))
        #expect(firstUsualClosing([day(1, 1), day(3, 1), day(3, 15), day(4, 1)]) == day(1, 1))
    }

    @Test func `one mistyped old closing makes no month before the record whole`() {
        let mistyped = deal(
            "old", [Step(day(6, 1, year: 2015), "First"), Step(day(6, 20, year: 2015), "Won")])
        let steady = Bookings(book(steadyHistory()))
        let with = Bookings(book(steadyHistory() + [mistyped]))
        #expect(steady.firstClosing == with.firstClosing)
        #expect(
            steady.wholeMonths(before: day(11, 1), most: 36) == with.wholeMonths(before: day(11, 1), most: 36))
    }
}
