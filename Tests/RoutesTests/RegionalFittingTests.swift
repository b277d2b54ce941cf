import Config
import Geo
import Quantities
import Testing

@testable import Routes

/// Two valleys side by side with a mountain between them, and one pass half way up.
private struct TwoValleys {
    var places: [GeoPoint] = []
    private var random: SeededRandom

    init(places count: Int, seed: UInt64) {
        random = SeededRandom(seed: seed, stream: "valleys")
        for index in 0..<count {
            places.append(place(random.unit() * 0.25, (index % 2 == 0 ? 0 : 0.08) + random.unit() * 0.02))
        }
    }

    private static func isEast(_ place: GeoPoint) -> Bool { place.longitude > 9.05 }

    /// 1.2 times as far as the crow flies at 60 km/h; from one valley into the other over the pass at 40.
    static func seconds(from: GeoPoint, to: GeoPoint) -> Double {
        if isEast(from) == isEast(to) { return from.distance(to: to) * 1.2 / 60 * 3.6 }
        let pass = place(0.12, 0.05)
        return (from.distance(to: pass) + pass.distance(to: to)) * 1.4 / 40 * 3.6
    }

    /// Of all pairs, give or take a tenth; one half of the pairs is judged.
    mutating func legs(among places: [GeoPoint]) -> [TravelLeg] {
        var legs: [TravelLeg] = []
        for (index, from) in places.enumerated() {
            for to in places[(index + 1)...] {
                let isJudged = random.next() & 1 == 0
                for (from, to) in [(from, to), (to, from)] {
                    let seconds = TwoValleys.seconds(from: from, to: to) * (0.9 + 0.2 * random.unit())
                    legs.append(
                        TravelLeg(
                            greatCircle: from.distance(to: to), seconds: seconds, metres: seconds * 14,
                            isJudged: isJudged, from: from, to: to))
                }
            }
        }
        return legs
    }
}

private func beside(_ place: GeoPoint) -> GeoPoint {
    GeoPoint(latitude: place.latitude + 0.001, longitude: place.longitude + 0.002) ?? place
}

@Suite struct RegionalFittingTests {
    @Test(arguments: 1...3 as ClosedRange<UInt64>)
    func `regions know the mountain between two valleys`(seed: UInt64) throws {
        var world = TwoValleys(places: 50, seed: seed)
        let check = checkTravel(TravelSettings(), against: world.legs(among: world.places))
        let fit = try #require(check.fit)
        let after = try #require(check.total.after)
        let bandsAlone = try #require(check.bandsAlone)
        #expect(after.relative < check.total.before.relative / 2)
        #expect(after.relative < bandsAlone.relative / 2)
        // A customer whom no known drive leads to gains as well, but less.
        let newPlaces = try #require(check.newPlaces)
        #expect(newPlaces.legs == check.legs)
        #expect(try #require(newPlaces.after).relative < newPlaces.before.relative * 0.7)

        let travel = GreatCircleTravel(TravelSettings().fitted(as: fit))
        // Two hundred metres from customers.
        let (west, wester, east) = (
            beside(world.places[0]), beside(world.places[2]), beside(world.places[1])
        )
        for (from, to) in [(west, wester), (west, east), (east, wester)] {
            let known = TwoValleys.seconds(from: from, to: to)
            #expect((0.6...1.5).contains(Double(travel.leg(from: from, to: to).driving.count) / known))
            #expect(travel.leg(from: from, to: to) == travel.leg(from: to, to: from))
        }
        // 14 metres a second.
        let leg = travel.leg(from: west, to: east)
        #expect((12...16).contains(Double(leg.distance.count) / Double(leg.driving.count)))
        // The matrix of a rep is the same.
        let matrix = travel.matrix(among: [west, wester, east].map { TravelPlace(point: $0) })
        #expect(matrix.leg(from: 0, to: 2) == travel.leg(from: west, to: east))
        #expect(matrix.leg(from: 2, to: 1) == travel.leg(from: east, to: wester))
        // Far from all of them the bands alone.
        let (far, farther) = (place(5, 5), place(5.1, 5))
        #expect(travel.leg(from: far, to: farther) == travel.leg(overMetres: far.distance(to: farther)))
    }

    @Test(arguments: 1...5 as ClosedRange<UInt64>)
    func `where there are no regions none are found`(seed: UInt64) {
        var random = SeededRandom(seed: seed, stream: "plain")
        let places = (0..<60).map { _ in place(random.unit() * 0.3, random.unit() * 0.3) }
        let estimate = TravelSettings().estimate
        let legs = places.flatMap { from in
            places.filter { $0 != from }.map { to in
                let seconds = estimate.exactLeg(from: from, to: to).seconds * (0.7 + 0.6 * random.unit())
                return TravelLeg(
                    greatCircle: from.distance(to: to), seconds: seconds, isJudged: random.next() & 1 == 0,
                    from: from, to: to)
            }
        }
        #expect(checkTravel(TravelSettings(), against: legs).fit?.regions == nil)
    }

    @Test func `two places are a second apart at least, and one place nothing`() throws {
        var world = TwoValleys(places: 50, seed: 4)
        let check = checkTravel(TravelSettings(), against: world.legs(among: world.places))
        let travel = GreatCircleTravel(TravelSettings().fitted(as: try #require(check.fit)))
        let spot = place(0.1, 0.01)
        #expect(travel.leg(from: spot, to: spot) == .none)
        #expect(travel.leg(from: spot, to: place(0.100_005, 0.01)).driving.count >= 1)
    }

    @Test func `regions do not depend on the order of legs`() {
        var world = TwoValleys(places: 40, seed: 5)
        var random = SeededRandom(seed: 6)
        let legs = world.legs(among: world.places)
        let fit = checkTravel(TravelSettings(), against: legs).fit
        #expect(fit?.regions != nil)
        #expect(fit == checkTravel(TravelSettings(), against: legs.shuffled(using: &random)).fit)
    }

    @Test func `regions are few, and reach all their places`() {
        var random = SeededRandom(seed: 7)
        let places = (0..<500).map { _ in place(random.unit(), random.unit()) }
        let regions = placeRegions(of: places, count: 60)
        #expect(regions.count == 60)
        let fit = RegionalFit(regions: regions, factors: Array(repeating: .none, count: 3600))
        #expect(places.allSatisfy { fit.region(of: $0) != nil })
        #expect(placeRegions(of: [], count: 5).isEmpty)
        #expect(placeRegions(of: [place(0), place(0), place(0)], count: 5).count == 1)
    }

    @Test func `legs without places and a handful of places make no regions`() {
        var world = TwoValleys(places: 9, seed: 8)
        #expect(checkTravel(TravelSettings(), against: world.legs(among: world.places)).fit?.regions == nil)
        var more = TwoValleys(places: 40, seed: 8)
        let nameless = more.legs(among: more.places).map { leg in
            var leg = leg
            leg.from = nil
            return leg
        }
        #expect(checkTravel(TravelSettings(), against: nameless).fit?.regions == nil)
    }
}
