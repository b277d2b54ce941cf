import Config
import Geo
import Testing

@Suite struct RegionalFitTests {
    private func point(_ latitude: Double, _ longitude: Double) throws -> GeoPoint {
        try #require(GeoPoint(latitude: latitude, longitude: longitude))
    }

    /// Two regions 22 km apart on the equator, of which the drives between take three times as long.
    private func fit() throws -> RegionalFit {
        let across = RegionalFit.Factors(seconds: 3, metres: 2)
        return RegionalFit(
            regions: [
                .init(middle: try point(0, 0), reach: 5000), .init(middle: try point(0, 0.2), reach: 5000),
            ],
            factors: [.init(seconds: 0.9, metres: 1), across, across, .init(seconds: 1.2, metres: 1.1)])
    }

    @Test func `a place belongs to the nearest region in reach`() throws {
        let fit = try fit()
        #expect(fit.region(of: try point(0.01, 0.01)) == 0)
        #expect(fit.region(of: try point(-0.02, 0.17)) == 1)
        #expect(fit.region(of: try point(0, 0.1)) == nil)
        #expect(fit.region(of: try point(40, 40)) == nil)
    }

    @Test func `the date line parts no region`() throws {
        let fit = RegionalFit(regions: [.init(middle: try point(60, 179.99), reach: 3000)], factors: [.none])
        #expect(fit.region(of: try point(60, -179.99)) == 0)
        #expect(fit.region(of: try point(60, 179)) == nil)
    }

    @Test func `a drive takes the factors of its two regions`() throws {
        var settings = TravelSettings()
        settings.regions = try fit()
        let fitted = settings.estimate
        let plain = TravelSettings().estimate
        func ratio(_ from: GeoPoint, _ to: GeoPoint) -> (seconds: Double, metres: Double) {
            let leg = fitted.exactLeg(from: from, to: to)
            let usual = plain.exactLeg(greatCircle: from.distance(to: to))
            return (leg.seconds / usual.seconds, leg.metres / usual.metres)
        }
        let (west, east) = (try point(0.01, 0.01), try point(0.01, 0.19))
        for (from, to) in [(west, east), (east, west)] {
            #expect(abs(ratio(from, to).seconds - 3) < 1e-9)
            #expect(abs(ratio(from, to).metres - 2) < 1e-9)
        }
        #expect(abs(ratio(west, try point(0, 0)).seconds - 0.9) < 1e-9)
        #expect(abs(ratio(east, try point(0, 0.2)).metres - 1.1) < 1e-9)
        // Out of the regions the bands hold, and over a distance alone.
        #expect(ratio(west, try point(0, 0.1)).seconds == 1)
        #expect(fitted.leg(greatCircle: 5000) == TravelSettings().leg(greatCircle: 5000))
        #expect(fitted.exactLeg(from: west, to: west) == (0, 0))
    }
}
