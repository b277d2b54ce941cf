import Geo
import Quantities
import Records
import Roads
import Testing

@testable import Routes

@Suite struct RoadNeedsTests {
    /// Places along a street from west to east, a hundred metres or so apart.
    private func street(_ count: Int) -> [RoadPlace] {
        (0..<count).compactMap { RoadPlace(latitude: 47_000_000, longitude: 9_000_000 + Int32($0) * 1000) }
    }

    @Test func `a customer needs its nearest neighbours and home, there and back`() throws {
        let places = street(10)
        let home = try #require(RoadPlace(latitude: 47_500_000, longitude: 9_000_000))
        let needs = roadNeeds(home: home, customers: places.reversed(), neighbours: 2)
        func has(_ from: RoadPlace, _ to: RoadPlace) -> Bool { needs.contains(RoadPair(from: from, to: to)) }
        #expect(places.allSatisfy { has(home, $0) && has($0, home) })
        #expect(has(places[4], places[3]) && has(places[4], places[5]) && !has(places[4], places[7]))
        // The ends have both of their neighbours on one side, who need not have them.
        #expect(has(places[0], places[2]) && has(places[2], places[0]))
        #expect(needs.allSatisfy { $0.from != $0.to })
        #expect(needs == roadNeeds(home: home, customers: places + places, neighbours: 2))
    }

    @Test func `what is found outward from the latitude is what a look at everybody finds`() {
        var random = SeededRandom(seed: 7)
        for round in 0..<40 {
            let count = 2 + round
            let places = (0..<count).compactMap { _ in
                RoadPlace(
                    latitude: 47_000_000 + Int32(random.unit() * 30_000),
                    longitude: 9_000_000 + Int32(random.unit() * 30_000))
            }
            let unique = Set(places).sorted()
            var expected: Set<RoadPair> = []
            for (index, place) in unique.enumerated() {
                let others = unique.indices.filter { $0 != index }.map {
                    (place.point.distance(to: unique[$0].point), $0)
                }.sorted { $0 < $1 }
                for (_, other) in others.prefix(5) {
                    expected.insert(RoadPair(from: place, to: unique[other]))
                    expected.insert(RoadPair(from: unique[other], to: place))
                }
            }
            #expect(roadNeeds(home: nil, customers: places, neighbours: 5) == expected)
        }
    }

    @Test func `needs grow with the customers and not with their square`() {
        let counts = [100, 400, 1600].map { roadNeeds(home: nil, customers: street($0), neighbours: 40).count }
        #expect(Double(counts[1]) / 400 < 1.2 * Double(counts[0]) / 100)
        #expect(Double(counts[2]) / 1600 < 1.2 * Double(counts[1]) / 400)
    }
}
