package import Config
package import Diagnostics
import Geo
package import Records

/// Where driving times come from, and how far the estimate can be trusted.
package struct TravelReport: Sendable, Hashable {
    /// Of the places that a rep may drive between (home and own customers), how many ordered pairs there are, and how many
    /// of them the matrix file lacks.
    package struct Coverage: Sendable, Hashable {
        package var pairs: Int
        package var missing: Int

        package init(pairs: Int, missing: Int) {
            self.pairs = pairs
            self.missing = missing
        }
    }

    /// Nil where there is no usable matrix file.
    package var coverage: Coverage?
    package var matrix: TravelCheck?
    /// Nil where the config names no road engine.
    package var roads: RoadReport?
    package var log: TravelCheck
    /// The bands that plans are made with.
    package var bands: [TravelSettings.Band]
    /// True where those are fitted ones, as `travel: fit: true` asks.
    package var isFitted: Bool
    /// Traffic as the log tells it.
    package var learnt: LearntFactors?
    /// True where plans are made with that, as `travel: learn_factors: true` asks.
    package var usesLearnt = false

    package init(
        coverage: Coverage? = nil, matrix: TravelCheck?, log: TravelCheck, bands: [TravelSettings.Band], isFitted: Bool
    ) {
        self.coverage = coverage
        self.matrix = matrix
        self.log = log
        self.bands = bands
        self.isFitted = isFitted
    }

    /// The fit that is offered: those of the matrix and of roads, which are exact, before that of the log.
    package var offered: [TravelSettings.Band]? { offeredFit?.bands }
    /// The same with its regions.
    package var offeredFit: FittedEstimate? { matrix?.fit ?? roads?.check.fit ?? log.fit }
}

/// Where a build takes driving times from.
package struct TravelSources: Sendable {
    package var times: any TravelTimes
    /// With the bands that plans are made with.
    package var settings: TravelSettings
    package var report: TravelReport
    /// Places of the matrix file that are nobody's.
    package var problems: [Problem]

    /// Checks the estimate, fits it where the settings ask for that, and puts roads before it and the matrix file before
    /// roads. O(pairs of the table + drives of roads + activities + pairs of each rep's customers where there is a table).
    package init(_ settings: TravelSettings, table: TravelTable?, roads: RoadKnowledge? = nil, in book: SalesBook) {
        let plain = table.map { MatrixTravel($0, in: book, beneath: GreatCircleTravel(settings)) }
        let log = checkTravel(settings, againstLogged: loggedLegs(in: book, travel: settings))
        let matrix = plain.map { checkTravel(settings, against: $0.tableLegs()) }
        var report = TravelReport(matrix: matrix, log: log, bands: settings.bands, isFitted: false)
        report.roads = roads.map { RoadReport($0, settings, in: book) }
        self.settings = settings
        let learnt = learntFactors(of: loggedLegs(in: book, travel: settings.withoutTraffic), settings: settings)
        report.learnt = learnt
        if settings.learnsFactors, let factors = learnt.factors {
            report.usesLearnt = true
            self.settings.factors = factors
            report.log = checkTravel(settings, againstLogged: loggedLegs(in: book, travel: self.settings))
        }
        if settings.isToBeFitted, let fit = report.offeredFit {
            self.settings = self.settings.fitted(as: fit)
            report.bands = fit.bands
            report.isFitted = true
        }
        let estimate = GreatCircleTravel(self.settings)
        times = estimate
        problems = plain?.problems ?? []
        if let roads, let memory = roads.memory {
            times = RoadTravel(memory, maxSnapMetres: roads.maxSnapMetres, estimate: estimate)
        }
        if let roads, let known = report.roads { problems += roadProblems(roads, known, of: book) }
        if let plain {
            let travel = plain.with(times)
            report.coverage = travel.coverage(in: book)
            times = travel
        }
        self.report = report
    }
}

extension TravelSources {
    /// The config with the bands that plans are made with.
    package func settings(in config: SiteConfig) -> SiteConfig {
        var config = config
        config.travel = settings
        return config
    }
}

extension MatrixTravel {
    fileprivate func coverage(in book: SalesBook) -> TravelReport.Coverage {
        var coverage = TravelReport.Coverage(pairs: 0, missing: 0)
        for rep in book.activeReps {
            let home = rep.home.flatMap { $0.isNullIsland ? nil : TravelPlace(homeOf: rep.id, point: $0) }
            let places =
                [home].compactMap { $0 }
                + (book.customersByRep[rep.id] ?? []).compactMap { customer in
                    guard customer.isActive, let point = customer.place, !point.isNullIsland else { return nil }
                    return TravelPlace(customer: customer.id, point: point)
                }
            coverage.pairs += places.count * max(0, places.count - 1)
            coverage.missing += missing(among: places.map { indices(of: $0) })
        }
        return coverage
    }

    /// Ordered pairs of places, given by their indices, that the table lacks. O(places + drives from them).
    private func missing(among places: [[Int]]) -> Int {
        var placesByIndex: [Int: [Int]] = [:]
        for (place, indices) in places.enumerated() {
            for index in indices { placesByIndex[index, default: []].append(place) }
        }
        var missing = 0
        var lastOrigin = Array(repeating: -1, count: places.count)
        for (origin, indices) in places.enumerated() {
            var reached = 0
            func reach(_ index: Int) {
                for place in placesByIndex[index] ?? [] where place != origin && lastOrigin[place] != origin {
                    lastOrigin[place] = origin
                    reached += 1
                }
            }
            for index in indices {
                // Places behind one point of the table need no drive of it.
                reach(index)
                table.forEachDestination(from: index, reach)
            }
            missing += places.count - 1 - reached
        }
        return missing
    }
}
