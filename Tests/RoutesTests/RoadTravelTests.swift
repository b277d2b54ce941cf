import Config
import Geo
import Quantities
import Records
import Roads
import Testing

@testable import Routes

@Suite struct RoadTravelTests {
    private let points = [0.0, 0.05, 0.1, 0.2].map { place($0) }
    private let estimate = GreatCircleTravel(TravelSettings())

    /// Of the four places the engine knows the first three, the third one 400 m from its road, and the way from the first
    /// to the second.
    private func memory() -> RoadMemory {
        var haul = RoadHaul(edition: RoadEdition(engine: "osrm", profile: "driving", data: ""))
        let places = points.map { RoadPlace($0) }
        haul.snaps = [places[0]: 3, places[1]: 4, places[2]: 400]
        haul.drives = [
            RoadPair(from: places[0], to: places[1]): .driven(deciseconds: 6004, decimetres: 81_236),
            RoadPair(from: places[0], to: places[2]): .driven(deciseconds: 9000, decimetres: 90_000),
        ]
        return RoadMemory(haul)
    }

    private func matrix(limit: Int) -> TravelMatrix {
        RoadTravel(memory(), maxSnapMetres: limit, estimate: estimate).matrix(
            among: (points + [points[0]]).map { TravelPlace(point: $0) })
    }

    @Test func `an answer counts in whole seconds and metres, and says where it is from`() {
        let leg = matrix(limit: 300).leg(from: 0, to: 1)
        #expect(leg == Leg(driving: Seconds(600), distance: Metres(8124), source: .roads))
    }

    @Test func `a drive that could have been asked for counts half as much again, one of a new place does not`() {
        let travel = matrix(limit: 300)
        let plain = estimate.leg(from: points[1], to: points[0])
        let doubted = travel.leg(from: 1, to: 0)
        #expect(doubted.source == .estimate)
        #expect(doubted.driving.count == Int((Double(plain.driving.count) * 1.5).rounded(.up)))
        #expect(doubted.distance == plain.distance)
        #expect(travel.leg(from: 0, to: 3) == estimate.leg(from: points[0], to: points[3]))
    }

    @Test func `answers about a place far from its road do not count, unless the limit allows it`() {
        #expect(matrix(limit: 300).leg(from: 0, to: 2) == estimate.leg(from: points[0], to: points[2]))
        #expect(matrix(limit: 400).leg(from: 0, to: 2).source == .roads)
    }

    @Test func `two customers at one place are no drive apart`() {
        let travel = matrix(limit: 300)
        #expect(travel.leg(from: 0, to: 4) == Leg(driving: .zero, distance: .zero, source: .roads))
        // 20 pairs of five, of which two are on the spot and two answered (one of them from either name of the place).
        #expect(travel.missing == 20 - 2 - 2)
    }
}
