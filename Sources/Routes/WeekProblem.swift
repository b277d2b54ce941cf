import Config
import Geo
import Quantities
import Records

/// A rep's week as a `RouteProblem`: node `i` is `candidates[i - 1]`, day `d` is `workDays[d]`.
struct WeekProblem {
    let home: GeoPoint
    /// Those with a place.
    let candidates: [Candidate]
    let workDays: [WorkDay]
    let matrix: TravelMatrix
    private(set) var problem: RouteProblem

    /// O(n²) for the matrix.
    init(
        home: GeoPoint, candidates: [Candidate], workDays: [WorkDay], planning: PlanningSettings, accessMinutes: Int,
        times: some TravelTimes, factors: TravelFactors = TravelFactors(), homeOf rep: RecordID<Rep>? = nil
    ) {
        self.home = home
        self.candidates = candidates
        self.workDays = workDays
        let places =
            [TravelPlace(id: rep?.text, point: home)]
            + candidates.compactMap { candidate in
                candidate.place.map { TravelPlace(customer: candidate.customer.id, point: $0) }
            }
        matrix = WeekProblem.withAccess(times.matrix(among: places), minutes: max(0, accessMinutes))

        // Home has no windows and is barred on each day.
        var windowOffset = Array(repeating: 0, count: workDays.count + 1)
        var earliest: [Int] = []
        var latest: [Int] = []
        var worth = Array(repeating: RouteProblem.barred, count: workDays.count)
        for candidate in candidates {
            for workDay in workDays {
                let before = earliest.count
                for window in candidate.windows(on: workDay) where window.minutes >= candidate.visitMinutes {
                    earliest.append(window.from.minutes)
                    latest.append(window.until.minutes - candidate.visitMinutes)
                }
                windowOffset.append(earliest.count)
                worth.append(
                    earliest.count == before ? RouteProblem.barred : candidate.worth(on: workDay.day) * 60)
            }
        }
        problem = RouteProblem(
            days: workDays.map { WeekProblem.span(of: $0, planning: planning, factors: factors) },
            nodeCount: matrix.count,
            seconds: matrix.seconds, secondsTo: WeekProblem.transposed(matrix),
            service: [0] + candidates.map(\.visitMinutes), windowOffset: windowOffset, earliest: earliest,
            latest: latest, worth: worth, ranks: [0] + candidates.map(\.claim.rawValue),
            maxVisits: planning.maxVisitsPerDay, maxDriving: planning.maxDrivingMinutesPerDay * 60)

        // Days that could not even hold the visit alone need no search.
        let empty = WeekRoutes(problem)
        for node in 1..<max(1, problem.nodeCount) {
            for day in workDays.indices
            where empty.cheapestPlace(of: node, on: day, problem, below: never) == nil {
                problem.bar(node, on: day)
            }
        }
    }

    /// Lunch is due on a day whose hours hold the whole lunch window.
    private static func span(
        of workDay: WorkDay, planning: PlanningSettings, factors: TravelFactors
    ) -> DaySpan {
        var span = DaySpan(from: workDay.hours.from.minutes, until: workDay.hours.until.minutes)
        span.traffic = factors.clock(on: workDay.day.weekday)
        let window = planning.lunchWindow
        if planning.lunchMinutes > 0, window.minutes >= planning.lunchMinutes, span.from <= window.from.minutes,
            window.until.minutes <= span.until
        {
            span.lunchFrom = window.from.minutes
            span.lunchUntil = window.until.minutes
            span.lunchMinutes = planning.lunchMinutes
        }
        return span
    }

    private static func withAccess(_ matrix: TravelMatrix, minutes: Int) -> TravelMatrix {
        var seconds = matrix.seconds
        for from in 0..<matrix.count {
            for to in 1..<max(1, matrix.count) where from != to {
                seconds[from * matrix.count + to] += Int32(minutes * 60)
            }
        }
        return TravelMatrix(
            count: matrix.count, seconds: seconds, metres: matrix.metres, missing: matrix.missing,
            sources: matrix.sources)
    }

    private static func transposed(_ matrix: TravelMatrix) -> [Int32] {
        var result = matrix.seconds
        for row in 0..<matrix.count {
            for column in 0..<matrix.count {
                result[column * matrix.count + row] = matrix.seconds[row * matrix.count + column]
            }
        }
        return result
    }
}
