/// A routing problem in plain integers: vehicles that each drive one route on one day, and customers that may be visited.
///
/// It covers the plan of a rep's weeks and the problems of the research literature: travelling salesman, capacities, time
/// windows, prizes for optional visits, several days with allowed day patterns. Units are the caller's: costs and
/// times each have one unit of their own, 0 or more. Nodes are 0..<nodeCount; those with options are customers, the
/// others are depots, where vehicles start and end.
package struct RoutingProblem: Sendable {
    package let nodeCount: Int
    /// 1...64.
    package let dayCount: Int
    package var vehicles: [Vehicle]
    /// What driving from node `i` to node `j` costs, at `i × nodeCount + j`; need not be symmetric.
    package var costs: [Int32]
    /// How long it takes; the same array as `costs` where both are one.
    package var times: [Int32]
    /// Time of a visit at each node.
    package var service: [Int32]
    /// What a visit at each node takes of a vehicle's capacity.
    package var load: [Int32]
    /// When a visit may begin: of node `n` on day `d` the windows number `windowOffset[row]..<windowOffset[row + 1]` with
    /// `row = n × dayCount + d`. No window: no visit on that day.
    package var windowOffset: [Int32]
    /// First and last begin of each window, ascending within a row.
    package var earliest: [Int32]
    package var latest: [Int32]
    /// The options of node `n` number `optionOffset[n]..<optionOffset[n + 1]`; a customer is visited by one of them or not
    /// at all.
    package var optionOffset: [Int32]
    package var options: [VisitOption]
    /// A day's route of `k` visits costs this × k²: of two plans that drive the same the even one is better.
    package var evenness: Int
    /// How driving times change over each day; empty where they don't. With traffic `times` are seconds on empty roads, while
    /// all other times are minutes.
    package var traffic: [TrafficClock] = []

    /// All visits of a customer: a set of days, and what it is worth.
    package struct VisitOption: Sendable, Hashable {
        /// Bit `d` is set when the customer is visited on day `d`; not 0.
        package var days: UInt64
        /// In units of cost. Not visiting the customer at all forgoes it.
        package var prize: Int

        package init(days: UInt64, prize: Int) {
            self.days = days
            self.prize = prize
        }
    }

    /// One route of one day.
    package struct Vehicle: Sendable, Hashable, BitwiseCopyable {
        package var day = 0
        /// Depots; they may differ.
        package var start = 0
        package var end = 0
        /// Leaves `start` no earlier than `from` and is at `end` no later than `until`.
        package var from: Int32 = 0
        package var until: Int32 = Int32.max / 4
        package var capacity: Int32 = .max
        /// Most driving and service time together, waiting not counted.
        package var maxDuration: Int32 = .max
        /// Most cost of driving.
        package var maxCost: Int = .max
        package var maxVisits: Int = .max
        /// A break of that length lies wholly in `breakFrom...breakUntil`, before a drive or before a visit; 0 is none.
        package var breakLength: Int32 = 0
        package var breakFrom: Int32 = 0
        package var breakUntil: Int32 = 0

        package init() {}
    }

    /// Prize of a customer that has to be visited, wherever that is possible: more than any detour costs.
    package static let mandatory = 1 << 40

    package init(nodeCount: Int, dayCount: Int, vehicles: [Vehicle], costs: [Int32], times: [Int32]? = nil) {
        precondition(costs.count == nodeCount * nodeCount && (1...64).contains(dayCount))
        self.nodeCount = nodeCount
        self.dayCount = dayCount
        self.vehicles = vehicles
        self.costs = costs
        self.times = times ?? costs
        service = Array(repeating: 0, count: nodeCount)
        load = service
        windowOffset = Array(0...Int32(nodeCount * dayCount))
        earliest = Array(repeating: 0, count: nodeCount * dayCount)
        latest = Array(repeating: Int32.max / 4, count: nodeCount * dayCount)
        optionOffset = Array(repeating: 0, count: nodeCount + 1)
        options = []
        evenness = 0
    }

    /// Sets one window for each node, the same on each day.
    package mutating func setWindows(_ windows: [(earliest: Int32, latest: Int32)]) {
        precondition(windows.count == nodeCount)
        earliest = windows.flatMap { Array(repeating: $0.earliest, count: dayCount) }
        latest = windows.flatMap { Array(repeating: $0.latest, count: dayCount) }
    }

    /// Sets the options of each node; depots have none.
    package mutating func setOptions(_ all: [[VisitOption]]) {
        precondition(all.count == nodeCount)
        options = all.flatMap { $0 }
        var sum: Int32 = 0
        optionOffset =
            [0]
            + all.map {
                sum += Int32($0.count); return sum
            }
    }
}

/// Routes of all vehicles.
package struct RoutingSolution: Sendable, Hashable {
    /// For each vehicle the customers' nodes in order, without depots; empty where it stays.
    package var routes: [[Int]]
    /// Driving and evenness, less the prizes of the options that are visited.
    package var cost: Int
    package var steps: Int

    package init(routes: [[Int]], cost: Int, steps: Int = 0) {
        self.routes = routes
        self.cost = cost
        self.steps = steps
    }
}

/// How long a search goes on: a number of steps, for results that repeat, or a clock that the caller reads.
package enum SearchBudget: Sendable {
    case steps(Int)
    /// The share of the time that is used up, 0...; the search ends at 1.
    case clock(@Sendable () -> Double)
}
