import Diagnostics
import Geo
import Intake
import Quantities
import Territories

/// What 'territories cluster' says, for people and for programs.
struct ClusterAnswer {
    var file: String
    var count: Int
    var tolerance: Double
    var seed: UInt64
    var table: PointTable

    /// So many problems are listed one by one; the others are counted.
    static let mostListed = 100

    var problemLines: [String] {
        let left = table.problems.count - ClusterAnswer.mostListed
        return table.problems.prefix(ClusterAnswer.mostListed).map(\.text)
            + (left > 0 ? ["and \(FigureStyle.british.count(left, "more problem"))"] : [])
    }

    private var skipped: Int { table.rowCount - table.points.count }

    func lines(_ clusters: PointClusters) -> [String] {
        let figures = FigureStyle.british
        let rows = AlignedTable(
            columns: ["territory", "points", "load", "deviation", "mean km"].map { .figure($0) },
            rows: clusters.territories.enumerated().map { number, territory in
                [
                    String(number + 1), figures.integer(territory.points), figures.decimal(territory.load, 1),
                    figures.percent(territory.deviation, 1), figures.decimal(territory.meanMetres / 1000, 1),
                ]
            })
        let left = skipped == 0 ? "" : "; \(figures.count(skipped, "row")) without a territory"
        return rows.lines + [
            "\(figures.count(table.points.count, "point")) in \(figures.count(count, "territory", "territories"))\(left)",
            "largest deviation \(figures.percent(clusters.largestDeviation, 2)), distances "
                + "\(figures.percent(excess(clusters), 2)) above the bound for these middles (squared)",
        ]
    }

    private func excess(_ clusters: PointClusters) -> Double {
        clusters.boundSquareMetres > 0 ? clusters.squareMetres / clusters.boundSquareMetres - 1 : 0
    }

    struct Encoded: Encodable {
        struct Territory: Encodable {
            var territory: Int
            var points: Int
            var load: Double
            var deviation: Double
            var meanKilometres: Double
            var latitude: Double?
            var longitude: Double?
        }

        var file: String
        var count: Int
        var tolerance: Double
        var seed: UInt64
        var rows: Int
        var points: Int
        var rowsWithoutTerritory: Int
        var territories: [Territory]
        var largestDeviation: Double
        var sumOfSquaresKm2: Double
        var boundKm2: Double
        var problems: [ProblemAnswer]
        var problemCounts: [String: Int]
    }

    func encodable(_ clusters: PointClusters) -> Encoded {
        func rounded(_ value: Double, _ unit: Double) -> Double { (value * unit).rounded() / unit }
        return Encoded(
            file: file, count: count, tolerance: tolerance, seed: seed, rows: table.rowCount,
            points: table.points.count, rowsWithoutTerritory: skipped,
            territories: clusters.territories.enumerated().map { number, territory in
                Encoded.Territory(
                    territory: number + 1, points: territory.points, load: rounded(territory.load, 1e6),
                    deviation: rounded(territory.deviation, 1e6),
                    meanKilometres: rounded(territory.meanMetres / 1000, 1e3),
                    latitude: territory.centre.map { rounded($0.latitude, 1e6) },
                    longitude: territory.centre.map { rounded($0.longitude, 1e6) })
            },
            largestDeviation: rounded(clusters.largestDeviation, 1e6),
            sumOfSquaresKm2: rounded(clusters.squareMetres / 1e6, 1e3),
            boundKm2: rounded(clusters.boundSquareMetres / 1e6, 1e3),
            problems: table.problems.prefix(ClusterAnswer.mostListed).map { ProblemAnswer($0) },
            problemCounts: kindCounts(table.problems))
    }
}
