/// What decides whether a route keeps its times: clocks that run forward and backward along it.
///
/// `ready` is when the vehicle can leave a stop at the earliest, `latest` when it may arrive there at the latest so that all
/// that follows still holds; with both, whether one more visit fits is told in O(1) (Savelsbergh 1992, "The vehicle
/// routing problem with time windows: minimizing route duration"). A smaller ready clock is never worse.
protocol RouteRules {
    associatedtype Clock: BitwiseCopyable & Equatable

    init(_ problem: FlatProblem)
    func leaves(_ vehicle: Int) -> Clock
    func returns(_ vehicle: Int) -> Clock
    func ready(_ before: Clock, from: Int, at node: Int, _ vehicle: Int) -> Clock
    func latest(_ after: Clock, at node: Int, next: Int, _ vehicle: Int) -> Clock
    func fits(_ before: Clock, from: Int, _ node: Int, next: Int, _ after: Clock, _ vehicle: Int) -> Bool
    /// Whether a vehicle that is ready by `before` at `from` arrives at `next` in time.
    func joins(_ before: Clock, from: Int, next: Int, _ after: Clock, _ vehicle: Int) -> Bool
}

/// No windows, no working hours: everything fits.
struct OpenRules: RouteRules {
    struct Clock: BitwiseCopyable, Equatable {}

    init(_ problem: FlatProblem) {}
    func leaves(_ vehicle: Int) -> Clock { Clock() }
    func returns(_ vehicle: Int) -> Clock { Clock() }
    @inline(__always) func ready(_ before: Clock, from: Int, at node: Int, _ vehicle: Int) -> Clock { Clock() }
    @inline(__always) func latest(_ after: Clock, at node: Int, next: Int, _ vehicle: Int) -> Clock { Clock() }
    @inline(__always)
    func fits(_ before: Clock, from: Int, _ node: Int, next: Int, _ after: Clock, _ vehicle: Int) -> Bool { true }
    @inline(__always) func joins(_ before: Clock, from: Int, next: Int, _ after: Clock, _ vehicle: Int) -> Bool { true }
}

/// One window a customer and day, no breaks: the problems of the literature.
struct WindowRules: RouteRules {
    private let problem: FlatProblem
    private let dayCount: Int

    init(_ problem: FlatProblem) {
        self.problem = problem
        dayCount = problem.dayCount
    }

    @inline(__always) private func row(_ node: Int, _ vehicle: Int) -> Int {
        dayCount == 1 ? node : node &* dayCount &+ Int(problem.days[vehicle])
    }

    func leaves(_ vehicle: Int) -> Int32 { problem.vehicles[vehicle].from }
    func returns(_ vehicle: Int) -> Int32 { problem.vehicles[vehicle].until }

    @inline(__always) func ready(_ before: Int32, from: Int, at node: Int, _ vehicle: Int) -> Int32 {
        max(before &+ problem.time(from, node), problem.earliest[row(node, vehicle)]) &+ problem.service[node]
    }

    @inline(__always) func latest(_ after: Int32, at node: Int, next: Int, _ vehicle: Int) -> Int32 {
        min(problem.latest[row(node, vehicle)], after &- problem.time(node, next) &- problem.service[node])
    }

    @inline(__always)
    func fits(_ before: Int32, from: Int, _ node: Int, next: Int, _ after: Int32, _ vehicle: Int) -> Bool {
        let row = row(node, vehicle)
        let arrival = before &+ problem.time(from, node)
        guard arrival <= problem.latest[row] else { return false }
        return max(arrival, problem.earliest[row]) &+ problem.service[node] &+ problem.time(node, next) <= after
    }

    @inline(__always)
    func joins(_ before: Int32, from: Int, next: Int, _ after: Int32, _ vehicle: Int) -> Bool {
        before &+ problem.time(from, next) <= after
    }
}
