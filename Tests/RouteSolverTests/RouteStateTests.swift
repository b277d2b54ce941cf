import Quantities
import Testing

@testable import RouteSolver

/// Random moves on random routes, against routes counted anew.
@Suite struct RouteStateTests {
    @Test(arguments: 1...200 as ClosedRange<UInt64>)
    func `visits put in and taken out at random leave what counting anew gives`(seed: UInt64) {
        var random = SeededRandom(seed: seed, stream: "state")
        var drawn = RoutingDrawn(seed: seed, customers: random.integer(in: 1..<10))
        drawn.isMetric = seed % 4 != 0
        let problem = drawn.problem(&random)
        switch (drawn.kind, seed % 2 == 0) {
        case (.open, true): RouteWalk<OpenRules>(problem).run(&random)
        case (.open, false), (.windows, true): RouteWalk<WindowRules>(problem).run(&random)
        default: RouteWalk<BreakRules>(problem).run(&random)
        }
    }

    @Test(arguments: 1...200 as ClosedRange<UInt64>)
    func `a step taken back leaves all as it was`(seed: UInt64) {
        var random = SeededRandom(seed: seed, stream: "reject")
        var drawn = RoutingDrawn(seed: seed, customers: random.integer(in: 1..<14))
        drawn.isMetric = seed % 4 != 0
        let problem = drawn.problem(&random)
        switch drawn.kind {
        case .open: takeBack(OpenRules.self, problem, seed)
        case .windows: takeBack(WindowRules.self, problem, seed)
        case .breaks: takeBack(BreakRules.self, problem, seed)
        }
    }

    private func takeBack<Rules: RouteRules>(
        _ rules: Rules.Type, _ problem: RoutingProblem, _ seed: UInt64
    ) {
        var tuning = SearchTuning()
        tuning.averageRemoved = 4
        tuning.fullScanBelow = seed % 2 == 0 ? 0 : 140
        let search = RuinAndRecreate<Rules>(FlatProblem(problem), seed: seed, tuning: tuning)
        _ = search.run(.steps(1))
        guard !search.reachable.isEmpty else { return }
        for _ in 0..<10 {
            let before = RouteSnapshot(search.state)
            search.ruin()
            search.recreate(advance: 0)
            search.reject(to: before.cost)
            #expect(RouteSnapshot(search.state) == before)
            search.ruin()
            search.recreate(advance: 5)
            search.accept()
            let checker = RoutingChecker(problem: problem)
            let routes = problem.vehicles.indices.map { search.state.visits(of: $0) }
            #expect(checker.complaint(routes) == nil)
            #expect(checker.cost(routes) == search.state.cost)
        }
    }
}

/// All that a state knows.
struct RouteSnapshot<Rules: RouteRules>: Equatable {
    var cost: Int
    var routes: [[Int]]
    var driving: [Int]
    var duration: [Int]
    var loads: [Int32]
    var options: [Int32]
    var vehicleOf: [Int32]
    /// Of visits only.
    var placeOf: [Int32]
    var ready: [Rules.Clock]
    var latest: [Rules.Clock]
    var legs: [Int32]

    init(_ state: RouteState<Rules>) {
        let problem = state.problem
        let vehicles = 0..<problem.vehicleCount
        cost = state.cost
        routes = vehicles.map { state.visits(of: $0) }
        driving = vehicles.map { state.driving[$0] }
        duration = vehicles.map { state.duration[$0] }
        loads = vehicles.map { state.loads[$0] }
        options = (0..<problem.nodeCount).map { state.optionOf[$0] }
        let slots = 0..<problem.nodeCount * problem.dayCount
        vehicleOf = slots.map { state.vehicleOf[$0] }
        placeOf = slots.map { state.vehicleOf[$0] < 0 ? -1 : state.placeOf[$0] }
        let places = vehicles.flatMap { vehicle in
            (0...Int(state.counts[vehicle])).map { vehicle * state.stride + $0 }
        }
        ready = places.map { state.places[$0].ready }
        latest = places.map { state.places[$0 + 1].latest }
        legs = places.map { state.places[$0].leg }
    }
}

/// Random moves on the routes of one problem.
private struct RouteWalk<Rules: RouteRules> {
    let problem: RoutingProblem
    let checker: RoutingChecker
    let state: RouteState<Rules>

    init(_ problem: RoutingProblem) {
        self.problem = problem
        checker = RoutingChecker(problem: problem)
        state = RouteState<Rules>(FlatProblem(problem))
    }

    func run(_ random: inout SeededRandom) {
        let customers = (0..<problem.nodeCount).filter { checker.isCustomer($0) }
        for step in 0..<40 {
            let vehicle = random.integer(in: 0..<problem.vehicles.count)
            let node = customers[random.integer(in: 0..<customers.count)]
            if random.integer(in: 0..<4) > 0 {
                tryInsertion(of: node, into: vehicle, &random)
            } else {
                tryRemoval(vehicle, &random)
            }
            if step % 8 == 7 { compare() }
            if step % 16 == 15 { saveAndRestore(&random) }
        }
        compare()
    }

    private func tryInsertion(of node: Int, into vehicle: Int, _ random: inout SeededRandom) {
        let day = problem.vehicles[vehicle].day
        guard state.vehicleOf[node * problem.dayCount + day] < 0 else { return }
        let route = state.visits(of: vehicle)
        let place = random.integer(in: 0..<route.count + 1)
        var longer = route
        longer.insert(node, at: place)
        let isAllowed = checker.complaint(longer, of: vehicle) == nil
        let cost =
            state.hasRoom(vehicle, for: node)
            ? state.insertion(of: node, into: vehicle, after: place, below: state.drivingRoom(vehicle))
            : nil
        #expect((cost != nil) == isAllowed, "\(node) into \(route) at \(place) of \(vehicle)")
        guard let cost else { return }
        #expect(cost == checker.driving(longer, of: vehicle) - checker.driving(route, of: vehicle))
        let before = state.cost
        let unevenness = state.unevenness(vehicle)
        state.insert(node, into: vehicle, after: place)
        #expect(state.cost == before + cost + unevenness)
        #expect(state.visits(of: vehicle) == longer)
    }

    private func tryRemoval(_ vehicle: Int, _ random: inout SeededRandom) {
        var route = state.visits(of: vehicle)
        guard !route.isEmpty else { return }
        let first = random.integer(in: 0..<route.count)
        let end = random.integer(in: first + 1..<route.count + 1)
        route.removeSubrange(first..<end)
        state.remove(vehicle, first: first + 1, end: end + 1)
        #expect(state.visits(of: vehicle) == route)
        let holds = state.holds(vehicle, after: first)
        #expect(holds == (checker.complaint(route, of: vehicle) == nil), "\(route) of \(vehicle)")
        if !holds { state.removeAll(vehicle) }
    }

    private func saveAndRestore(_ random: inout SeededRandom) {
        let before = RouteSnapshot(state)
        let vehicle = random.integer(in: 0..<problem.vehicles.count)
        var journal = FlatList(capacity: problem.nodeCount + 2, filler: state.places[0])
        defer { journal.free() }
        let saved = state.save(vehicle, to: &journal)
        for node in 0..<problem.nodeCount where checker.isCustomer(node) {
            tryInsertion(of: node, into: vehicle, &random)
        }
        tryRemoval(vehicle, &random)
        for node in state.visits(of: vehicle) {
            state.vehicleOf[node * problem.dayCount + problem.vehicles[vehicle].day] = -1
        }
        state.restore(saved, from: journal)
        state.cost = before.cost
        #expect(RouteSnapshot(state) == before)
    }

    private func compare() {
        let snapshot = RouteSnapshot(state)
        let anew = RouteState<Rules>(state.problem)
        for (vehicle, route) in snapshot.routes.enumerated() {
            // From the last to the first, so that each clock is run another way.
            for node in route.reversed() { anew.insert(node, into: vehicle, after: 0) }
            #expect(snapshot.driving[vehicle] == checker.driving(route, of: vehicle))
            #expect(
                snapshot.duration[vehicle] == (route.isEmpty ? 0 : checker.duration(route, of: vehicle)))
            #expect(Int(snapshot.loads[vehicle]) == checker.load(route))
            for (place, node) in route.enumerated() {
                let slot = node * problem.dayCount + problem.vehicles[vehicle].day
                #expect(snapshot.vehicleOf[slot] == vehicle && snapshot.placeOf[slot] == place + 1)
            }
        }
        #expect(snapshot == RouteSnapshot(anew))
        #expect(snapshot.vehicleOf.count { $0 >= 0 } == snapshot.routes.joined().count)
    }
}
