import Config
import Quantities
import Routes

/// The drives of a week by where their times come from. From one door to the next nobody drives, so such legs don't count.
struct DriveCounts: Hashable {
    var estimated = 0
    var roads = 0
    var file = 0

    init(_ plan: RoutePlan) {
        for day in plan.days where !day.stops.isEmpty {
            for leg in day.stops.map(\.leg) + [day.lastLeg] where leg.distance.count > 0 {
                switch leg.source {
                case .estimate: estimated += 1
                case .roads: roads += 1
                case .matrixFile: file += 1
                }
            }
        }
    }

    var all: Int { estimated + known }
    var known: Int { roads + file }
    /// Where all are estimated, it need not be said of each.
    var marksEstimates: Bool { known > 0 && estimated > 0 }
}

extension SiteMaterial {
    /// `12 min · 9 km`, and that it is an estimate where others are not.
    func legText(_ leg: Leg, marksEstimates: Bool) -> String {
        let text = "\(leg.driving.wholeMinutes)\u{a0}min · \(figures.distance(leg.distance))"
        let isMarked = marksEstimates && leg.source == .estimate && leg.distance.count > 0
        return isMarked ? "about \(text), estimated" : text
    }

    /// Where the driving times of a week come from, in a sentence or two.
    func drivingExplanation(_ plan: RoutePlan) -> String {
        let counts = DriveCounts(plan)
        guard counts.known > 0 else {
            let source =
                travel?.coverage == nil
                ? "roads from great-circle distance with a detour factor"
                : "from the file of driving times where it has them"
            return "Times are estimates: \(source), no live traffic; your phone's navigation adds that."
        }
        let roads = "the road network by \(roadEngineName) (\(Self.roadCredit))"
        let file = "the file of driving times"
        let sources =
            counts.roads == 0
            ? file
            : counts.file == 0
                ? roads
                : "\(file) for \(figures.count(counts.file, "drive")) and from \(roads) for \(figures.integer(counts.roads))"
        let rest =
            counts.estimated == 0
            ? ""
            : "; \(figures.integer(counts.estimated)) of \(figures.count(counts.all, "drive")) \(counts.estimated == 1 ? "is" : "are") estimated from the distance and marked so"
        return
            "Driving times are from \(sources)\(rest). A drive to a customer holds \(figures.duration(minutes: config.travel.accessMinutes)) for parking and the way to the door. There is no live traffic in them; your phone’s navigation adds that."
    }

    var roadEngineName: String {
        switch config.travel.roads?.engine {
        case .osrm: "OSRM"
        case .valhalla: "Valhalla"
        case nil: "a routing engine"
        }
    }
}
