import Quantities
import Testing

@testable import Config

@Suite struct TravelFactorsTests {
    @Test func `without rules driving takes the same at any time`() {
        #expect(TravelFactors().isFlat)
        #expect(TravelFactors().factor(on: .monday, minute: 480) == 1)
    }

    @Test func `the last rule that holds wins, and its end is not in it`() throws {
        let factors = try read(
            """
            travel:
              factors:
                - { days: mo-fr, hours: 07:00-09:00, factor: 1.3 }
                - { days: "Friday", hours: 08:00-10:00, factor: 1.6 }
                - { days: "sa, Sun", factor: 0.9 }
            """
        ).config.travel.factors
        #expect(!factors.isFlat)
        #expect(factors.factor(on: .monday, minute: 419) == 1)
        #expect(factors.factor(on: .monday, minute: 420) == 1.3)
        #expect(factors.factor(on: .friday, minute: 479) == 1.3)
        #expect(factors.factor(on: .friday, minute: 480) == 1.6)
        #expect(factors.factor(on: .friday, minute: 600) == 1)
        #expect(factors.factor(on: .sunday, minute: 1439) == 0.9)
        #expect(factors.minutes(on: .friday).count == 1440)
        #expect(factors.minutes(on: .friday)[599] == 1.6)
    }
}
