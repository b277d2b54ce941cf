import ArgumentParser
import Diagnostics
import Foundation
import Intake
import Quantities
import Territories

struct TerritoriesClusterCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cluster", abstract: "Divide the points of any CSV file into territories of equal size.",
        discussion: """
            The file has a column lat or latitude, and lon, lng, long or longitude; all others are kept. The answer is \
            the file with a column 'territory', 1 to --count from west to east, on standard output or in --output. \
            Rows that can't be used are listed, and keep an empty territory. Needs no workspace.
            """)

    @Argument(help: "The CSV file.")
    var file: String

    @Option(help: "How many territories.")
    var count: Int

    @Option(help: "The column to be balanced, such as hours; without it the number of points is.")
    var capacityColumn: String?

    @Option(help: "Allowed deviation from equal loads, such as 1% or 0.01; 0 is as exact as the weights allow.")
    var tolerance = Tolerance(share: 0.01)

    @Option(help: "Where chance begins; the same seed gives the same territories.")
    var seed: UInt64 = 1

    @Option(help: "Write the file with its territories here.")
    var output: String?

    @Flag(help: "Print figures as JSON, instead of the table or the file.")
    var json = false

    func validate() throws {
        guard (1...1_000_000).contains(count) else { throw ValidationError("--count is 1 to a million.") }
    }

    func run() throws {
        guard let data = try? Data(contentsOf: URL(fileURLWithPath: file), options: .mappedIfSafe) else {
            throw ProblemError("points.missing", "there is no file '\(file)' that can be read", hint: "name a CSV file")
        }
        let table = try PointTable(data, file: file, weightColumn: capacityColumn)
        let answer = ClusterAnswer(file: file, count: count, tolerance: tolerance.share, seed: seed, table: table)
        for line in answer.problemLines { writeError(line) }
        guard table.points.count >= count else {
            throw ProblemError(
                "points.too-few",
                "\(table.points.count) of \(table.rowCount) rows can be used, too few for \(count) territories",
                at: ProblemPlace(file: file), hint: "lower --count, or mend the rows")
        }
        let clusters = try PointClusters(
            table.points.map(\.place), weights: table.points.map(\.weight), count: count, tolerance: tolerance.share,
            seed: seed)
        if let output { try write(table, clusters, to: output) }
        if json { return try writeJSON(answer.encodable(clusters)) }
        for line in answer.lines(clusters) { output == nil ? writeError(line) : writeAnswer(line) }
        if output == nil { FileHandle.standardOutput.write(text(table, clusters)) }
    }

    private func text(_ table: PointTable, _ clusters: PointClusters) -> Data {
        var byRow = [Int](repeating: 0, count: table.rowCount)
        for (point, territory) in zip(table.points, clusters.territory) { byRow[point.row] = territory + 1 }
        return table.text(adding: "territory") { byRow[$0] == 0 ? "" : String(byRow[$0]) }
    }

    private func write(_ table: PointTable, _ clusters: PointClusters, to path: String) throws {
        let target = URL(fileURLWithPath: path)
        if target.resolvingSymlinksInPath() == URL(fileURLWithPath: file).resolvingSymlinksInPath() {
            throw ProblemError(
                "points.output", "'\(path)' is the file that is read", at: ProblemPlace(file: path),
                hint: "name another file with --output")
        }
        do { try text(table, clusters).write(to: target, options: .atomic) } catch {
            throw ProblemError(
                "points.output", "'\(path)' can't be written", at: ProblemPlace(file: path),
                hint: "check that its folder exists, and your permissions")
        }
    }
}

/// `1%`, or `0.01`.
struct Tolerance: ExpressibleByArgument {
    var share: Double

    init(share: Double) { self.share = share }

    init?(argument: String) {
        let isPercent = argument.hasSuffix("%")
        guard let number = Double(isPercent ? String(argument.dropLast()) : argument), (0...1000).contains(number)
        else {
            return nil
        }
        share = isPercent ? number / 100 : number
    }

    var defaultValueDescription: String { "\(FigureStyle.british.decimal(share * 100, 0))%" }
}
