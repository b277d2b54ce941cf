import ArgumentParser
import Config
import Diagnostics
import Foundation
import Geo
import Intake
import Quantities
import Roads
import RouteSolver
import Routes
import SiteBuild

struct RoutesTourCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tour", abstract: "The shortest round trip by road through the places of any CSV file.",
        discussion: """
            The file has a column lat or latitude, and lon, lng, long or longitude. The trip begins and ends at its first \
            row, and takes the least driving time that the road engine of the config knows. Rows are counted from 1, \
            without the header.
            """)

    @OptionGroup var workspace: WorkspaceOptions
    @Argument(help: "The CSV file, with up to \(RoutesTourCommand.mostPlaces) places.") var file: String
    @Option(help: "How many times the trip is changed in search of a shorter one.") var steps = 20_000
    @Option(help: "Where chance begins.") var seed: UInt64 = 1
    @Flag(help: "Ask no road engine: take the answers that are there.") var offline = false
    @Flag(help: "As JSON.") var json = false

    static let mostPlaces = 1000

    func validate() throws {
        guard (0...10_000_000).contains(steps) else { throw ValidationError("--steps is 0 to ten million.") }
    }

    func run() async throws {
        let start = ContinuousClock.now
        let loaded = try workspace.load()
        report(loaded.problems)
        guard let data = try? Data(contentsOf: URL(fileURLWithPath: file)) else {
            throw ProblemError("points.missing", "there is no file '\(file)' that can be read", hint: "name a CSV file")
        }
        let table = try PointTable(data, file: file)
        report(table.problems)
        let points = table.points
        guard (1...RoutesTourCommand.mostPlaces).contains(points.count) else {
            throw ProblemError(
                "points.count", "\(points.count) rows can be used; a trip has 1 to \(RoutesTourCommand.mostPlaces)",
                at: ProblemPlace(file: file), hint: "mend or divide the file")
        }
        let places = points.map { RoadPlace($0.place) }
        let day = today(in: loaded.config.company.zone)
        let unique = Set(places).sorted()
        let fetched = try await fetchDrives(
            unique.flatMap { from in unique.filter { $0 != from }.map { RoadPair(from: from, to: $0) } },
            BuildOrder(
                workspace: loaded.folder, config: loaded.config, configBytes: loaded.bytes,
                store: workspace.storePath(loaded), output: loaded.path(loaded.config.paths.output), asOf: day,
                threads: 1, version: FieldbookCommand.version, fetchDay: offline ? nil : day))
        report(fetched.problems)

        let known = RoadKnowledge(
            memory: fetched.memory, needs: [],
            maxSnapMetres: loaded.config.travel.roads?.maxSnapMetres ?? RoadSettings(server: "").maxSnapMetres)
        for (place, point) in zip(places, points) where known.isFar(place) && !offline {
            writeError("row \(point.row + 1) lies far from any road: its drives are estimated")
        }
        let costs = RoadCosts(between: places, known, loaded.config.travel.estimate)
        let problem = TourProblem(nodeCount: places.count, costs: costs.deciseconds)
        let tour = solveTour(problem, seed: seed, budget: .steps(steps))
        let answer = Answer(
            order: tour.order.map { points[$0].row + 1 }, costs: costs, tour: tour,
            elapsed: (ContinuousClock.now - start) / .seconds(1))
        if json { return try writeJSON(answer) }
        let figures = loaded.config.company.figures
        writeAnswer("order: \(answer.order.map(String.init).joined(separator: " "))")
        writeAnswer(
            "\(answer.places) places, \(figures.duration(minutes: Int((answer.seconds / 60).rounded()))) "
                + "(\(answer.seconds) s) of driving, \(figures.distance(Metres(Int(answer.metres.rounded()))))"
                + (answer.estimatedDrives > 0 ? ", \(answer.estimatedDrives) drives of it estimated" : "")
                + "; found in \(answer.elapsedSeconds) s")
    }

    private struct Answer: Encodable {
        /// Rows of the file from 1, the first one first; the way back to it is part of the trip.
        var order: [Int]
        var places: Int
        var seconds: Double
        var metres: Double
        var estimatedDrives: Int
        var elapsedSeconds: Double

        init(order: [Int], costs: RoadCosts, tour: TourSolution, elapsed: Double) {
            self.order = order
            places = order.count
            seconds = Double(tour.cost) / 10
            var decimetres = 0
            estimatedDrives = 0
            if let last = tour.order.last, order.count > 1 {
                for (from, to) in zip([last] + tour.order, tour.order) {
                    let cell = from * order.count + to
                    decimetres += Int(costs.decimetres[cell])
                    if costs.isEstimated[cell] { estimatedDrives += 1 }
                }
            }
            metres = Double(decimetres) / 10
            elapsedSeconds = (elapsed * 1000).rounded() / 1000
        }
    }
}

/// Drives between all places in tenths, as the engine has them; estimated where it has none.
private struct RoadCosts {
    var deciseconds: [Int32] = []
    var decimetres: [Int32] = []
    var isEstimated: [Bool] = []

    init(between places: [RoadPlace], _ roads: RoadKnowledge, _ estimate: TravelEstimate) {
        for from in places {
            for to in places {
                let pair = RoadPair(from: from, to: to)
                if roads.isDriven(pair), case .driven(let time, let length?)? = roads.memory?.drive(pair) {
                    deciseconds.append(time)
                    decimetres.append(length)
                    isEstimated.append(false)
                    continue
                }
                let leg = estimate.exactLeg(greatCircle: from.point.distance(to: to.point))
                deciseconds.append(Int32(min(leg.seconds * 10, 1e8).rounded(.up)))
                decimetres.append(Int32(min(leg.metres * 10, 1e9).rounded()))
                isEstimated.append(from != to)
            }
        }
    }
}
