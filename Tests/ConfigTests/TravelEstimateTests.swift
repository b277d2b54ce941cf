import Testing

@testable import Config

@Suite struct TravelEstimateTests {
    @Test func `a band holds in its middle and the last one beyond`() {
        var settings = TravelSettings()
        settings.bands = [
            TravelSettings.Band(upToKilometres: .infinity, detour: 1.2, kilometresPerHour: 72),
            TravelSettings.Band(upToKilometres: 10, detour: 1.5, kilometresPerHour: 36),
        ]
        #expect(settings.leg(greatCircle: 0) == (0, 0))
        #expect(settings.leg(greatCircle: 5000) == (750, 7500))
        #expect(settings.leg(greatCircle: 15_000) == (900, 18_000))
        #expect(settings.leg(greatCircle: 10_000) == (825, 12_750))
        #expect(settings.leg(greatCircle: 100_000) == (6000, 120_000))
    }

    @Test func `a longer leg never takes less time or road, and never jumps`() {
        let estimate = TravelSettings().estimate
        var last = (seconds: 0, metres: 0)
        for metres in stride(from: 0.0, through: 120_000, by: 50) {
            let leg = estimate.leg(greatCircle: metres)
            #expect(leg.seconds >= last.seconds && leg.seconds - last.seconds <= 12)
            #expect(leg.metres >= last.metres && leg.metres - last.metres <= 80)
            last = leg
        }
    }

    @Test func `no band at all means the default bands`() {
        var settings = TravelSettings()
        settings.bands = []
        #expect(settings.leg(greatCircle: 7000) == TravelSettings().leg(greatCircle: 7000))
    }
}
