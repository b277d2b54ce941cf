import Config
import Quantities
import RouteSolver
import Testing

@testable import Routes

@Suite struct TravelClockTests {
    @Test func `the clock of a day drives by the factors of that day`() {
        let rush = TravelFactors.Rule(
            days: [.monday], hours: TimeWindow(from: TimeOfDay(7, 0), until: TimeOfDay(9, 0)), factor: 2)
        let factors = TravelFactors([rush])
        #expect(factors.clock(on: .monday).arrival(leaving: 420, base: 600) == 440)
        #expect(factors.clock(on: .tuesday).arrival(leaving: 420, base: 600) == 430)
        #expect(factors.clock(on: .tuesday).isFlat)
    }
}
