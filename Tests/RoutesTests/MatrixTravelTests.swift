import Config
import Diagnostics
import Foundation
import Geo
import Quantities
import Records
import Testing

@testable import Routes

@Suite struct MatrixTravelTests {
    let estimate = GreatCircleTravel(TravelSettings())
    let company = book(
        Rep(id: RecordID("sf:rep"), name: "Ana", home: place(0)),
        [
            customer("sf:a", at: place(0.05)), customer("sf:b", at: place(0.1)), customer("sf:x", at: place(0.2)),
            customer("hub:x", at: place(0.3)),
        ])
    var places: [TravelPlace] {
        [TravelPlace(homeOf: RecordID("sf:rep"), point: place(0))]
            + company.customers.filter { $0.id.source == "sf" }.map {
                TravelPlace(customer: $0.id, point: $0.place!)
            }
    }

    @Test func `drives come from the file by id and source id, each way its own`() throws {
        let travel = MatrixTravel(
            try travelTable("from,to,seconds,metres\nsf:rep,a,100,1000\na,rep,200,2000\nsf:a,b,300,\n"), in: company,
            beneath: estimate)
        #expect(travel.problems.isEmpty)
        let matrix = travel.matrix(among: places)
        #expect(matrix.leg(from: 0, to: 1) == Leg(driving: Seconds(100), distance: Metres(1000), source: .matrixFile))
        #expect(matrix.leg(from: 1, to: 0) == Leg(driving: Seconds(200), distance: Metres(2000), source: .matrixFile))
        // Without metres the road is as long as the estimate says.
        let road = estimate.leg(from: place(0.05), to: place(0.1))
        #expect(matrix.leg(from: 1, to: 2) == Leg(driving: Seconds(300), distance: road.distance, source: .matrixFile))
        #expect(matrix.leg(from: 2, to: 1) == road)
        #expect(matrix.missing == 12 - 3)
        #expect((0..<4).allSatisfy { matrix.leg(from: $0, to: $0) == .none })
    }

    @Test func `a point of the file stands for what lies within fifty metres, the nearest first`() throws {
        let travel = MatrixTravel(
            try travelTable("from,to,seconds\n47.05001/9,47.10004/9,60\n47.0504 9,47.1/9,90\n"), in: company,
            beneath: estimate)
        #expect(travel.indices(of: TravelPlace(point: place(0.05))) == [0])
        #expect(travel.indices(of: TravelPlace(point: place(0.05036))) == [2])
        #expect(travel.indices(of: TravelPlace(point: place(0.06))).isEmpty)
        #expect(travel.indices(of: TravelPlace(id: "sf:b", point: place(0.1))) == [3])
        #expect(travel.matrix(among: places).missing == 12)
    }

    @Test func `an id goes before coordinates`() throws {
        let travel = MatrixTravel(
            try travelTable("from,to,seconds\n47.05/9,b,60\na,b,90\n"), in: company, beneath: estimate)
        #expect(travel.matrix(among: places).leg(from: 1, to: 2).driving == Seconds(90))
    }

    @Test func `ids that nobody has or several have are named with their line`() throws {
        let travel = MatrixTravel(
            try travelTable("from,to,seconds\na,b,60\na,x,60\nsf:x,sf:q,70\n"), in: company, beneath: estimate)
        #expect(travel.problems.map(\.kind) == ["travel.ambiguous-place", "travel.unknown-place"])
        #expect(travel.problems.map(\.place?.line) == [3, 4])
        #expect(travel.problems[0].hint == "write one of hub:x, sf:x")
    }

    @Test func `a week is planned with the drives of the file`() throws {
        let own = book(rep(), [customer("a", at: place(0.05))])
        let times = MatrixTravel(
            try travelTable("from,to,seconds,metres\nrep,a,1234,500\na,rep,2345,600\n"), in: own, beneath: estimate)
        var travel = TravelSettings()
        travel.accessMinutes = 2
        let plan = planWeeks(
            of: own.reps[0], in: own, planning: PlanningSettings(), travel: travel,
            inputs: resolvePlanChanges(PlanInputs(), in: own).0, times: times
        ).weeks[0]
        let day = try #require(plan.days.first { !$0.stops.isEmpty })
        #expect(day.stops.map(\.leg) == [Leg(driving: Seconds(1234 + 120), distance: Metres(500), source: .matrixFile)])
        #expect(day.driving == Seconds(1234 + 120 + 2345))
    }
}

/// The table of a matrix file with that text.
func travelTable(_ text: String) throws -> TravelTable {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("drives-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(text.utf8).write(to: file)
    return try #require(readTravelTable(path: file.path, name: "drives.csv").table)
}
