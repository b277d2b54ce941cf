import Geo
import Roads
import Testing

@testable import Routes

@Suite struct DayCourseTests {
    private let home = place(0)
    private let mill = place(0.1)
    private let port = place(0.1, 0.1)

    private func line(_ points: GeoPoint...) -> RoadLine { RoadLine(points: points) }

    private func pair(_ from: GeoPoint, _ to: GeoPoint) -> RoadPair {
        RoadPair(from: RoadPlace(from), to: RoadPlace(to))
    }

    @Test func `without lines the way is one straight piece, and fewer than two places have none`() {
        let way = course(through: [home, mill, mill, port, home], lines: [:])
        #expect(way == [CoursePiece(points: [home, mill, mill, port, home], isRoad: false)])
        #expect(course(through: [home], lines: [:]).isEmpty)
        #expect(course(through: [], lines: [:]).isEmpty)
    }

    @Test func `legs on roads are one piece, and a leg without a line comes between them`() {
        // The road passes 22 metres north of the mill's door.
        let gate = place(0.1002)
        let lines = [
            pair(home, mill): line(home, place(0.05, 0.02), gate),
            pair(mill, port): line(gate, place(0.12, 0.05), port),
        ]
        let road = [home, place(0.05, 0.02), gate, mill, gate, place(0.12, 0.05), port]
        let way = course(through: [home, mill, port, home], lines: lines)
        #expect(way.map(\.isRoad) == [true, false])
        #expect(way[0].points == road)
        #expect(way[1].points == [port, home])
    }

    @Test func `a step to the door beside breaks no line`() {
        let beside = place(0.1001)
        let lines = [pair(home, mill): line(home, mill), pair(beside, home): line(beside, home)]
        #expect(course(through: [home, mill, beside, home], lines: lines).map(\.isRoad) == [true])
        #expect(course(through: [mill, beside, home], lines: lines).map(\.isRoad) == [true])
    }

    @Test func `each piece begins where the one before ended`() {
        let lines = [pair(home, mill): line(place(0.001), place(0.099)), pair(port, home): line(port, home)]
        let way = course(through: [home, mill, port, home], lines: lines)
        #expect(way.map(\.isRoad) == [true, false, true])
        for (before, after) in zip(way, way.dropFirst()) { #expect(before.points.last == after.points.first) }
    }

    @Test func `a line of one point is none`() {
        #expect(course(through: [home, mill], lines: [pair(home, mill): line(home)]).map(\.isRoad) == [false])
    }
}
