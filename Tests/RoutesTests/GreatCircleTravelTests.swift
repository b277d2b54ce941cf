import Config
import Quantities
import Testing

@testable import Routes

@Suite struct GreatCircleTravelTests {
    @Test func `a leg as long as the middle of its band drives as the band says`() {
        // 6 km × 1.40 at 42 km/h are 12 minutes; 25 km × 1.32 at 58 km/h are 34.1.
        let estimate = GreatCircleTravel(TravelSettings())
        #expect(estimate.leg(overMetres: 6_000) == Leg(driving: Seconds(720), distance: Metres(8_400)))
        #expect(estimate.leg(overMetres: 25_000).driving.count == 2049)
        #expect(estimate.leg(overMetres: 0) == .none)
    }

    @Test func `farther never takes less time, whatever the bands`() {
        var odd = TravelSettings()
        odd.bands = [
            .init(upToKilometres: 20, detour: 1.2, kilometresPerHour: 20),
            .init(upToKilometres: 5, detour: 1.5, kilometresPerHour: 5),
            .init(upToKilometres: 60, detour: 0.2, kilometresPerHour: 900),
        ]
        for settings in [TravelSettings(), odd] {
            let estimate = GreatCircleTravel(settings)
            let legs = (0...400).map { estimate.leg(overMetres: Double($0) * 250) }
            #expect(zip(legs, legs.dropFirst()).allSatisfy { $0.driving <= $1.driving && $0.distance <= $1.distance })
        }
    }
}
