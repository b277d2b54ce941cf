import Quantities
import RouteInstances
import RouteSolver
import Testing

@Suite struct SolveInstanceTests {
    @Test func `what is found for each format passes the checker`() throws {
        for (file, text) in SmallFiles.all {
            let instance = try readInstance(text, file: file)
            for rounding in CostRounding.allCases {
                let found = try solveInstance(instance, rounding: rounding, seed: 1, budget: .steps(500))
                let check = checkRoutes(found.routes, of: instance, rounding: rounding)
                #expect(check.violations == [], "\(file) \(rounding)")
            }
        }
    }

    @Test func `small instances are solved to the best`() throws {
        func cost(_ file: String, _ rounding: CostRounding) throws -> Double {
            let instance = try readInstance(#require(SmallFiles.all.first { $0.0 == file }).1, file: file)
            let found = try solveInstance(instance, rounding: rounding, seed: 1, budget: .steps(500))
            return checkRoutes(found.routes, of: instance, rounding: rounding).cost
        }
        #expect(try cost("square.tsp", .nearest) == 40)
        #expect(try cost("square.tsp", .dimacs) == 400)
        // Capacity 2: customer 1 has to be visited, 4 is worth its way, 3 only 2.55.
        #expect(abs(try cost("prizes.vrp", .none) - (5 + 3 + 7 + 2.55)) < 1e-9)
        // Both vehicles go: one to 1 and 2 on its way, one to 3.
        #expect(abs(try cost("tiny.txt", .none) - 30) < 1e-9)
    }

    @Test(arguments: 0..<10)
    func `random instances of every kind give routes that the checker accepts`(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed), stream: "instances")
        let instance = randomInstance(&random)
        for rounding in CostRounding.allCases {
            let found = try solveInstance(instance, rounding: rounding, seed: 1, budget: .steps(150))
            let check = checkRoutes(found.routes, of: instance, rounding: rounding)
            #expect(check.violations.allSatisfy { $0.rule == .missing }, "\(rounding)")
        }
    }

    @Test func `the same seed and steps give the same routes`() throws {
        var random = SeededRandom(seed: 5, stream: "instances")
        let instance = randomInstance(&random)
        let first = try solveInstance(instance, rounding: .none, seed: 3, budget: .steps(400))
        let again = try solveInstance(instance, rounding: .none, seed: 3, budget: .steps(400))
        #expect(first.routes == again.routes && first.steps == again.steps)
    }

    @Test func `a tour begins at the depot that the file names`() throws {
        let text = SmallFiles.tour.replacing("EOF", with: "DEPOT_SECTION\n3\n-1\nEOF")
        let instance = try readInstance(text, file: "square.tsp")
        let found = try solveInstance(instance, rounding: .nearest, seed: 1, budget: .steps(10))
        #expect(found.routes.count == 1 && found.routes[0].stops.sorted() == [0, 1, 3])
        #expect(checkRoutes(found.routes, of: instance, rounding: .nearest).cost == 40)
    }

    private func randomInstance(_ random: inout SeededRandom) -> RouteInstance {
        let days = random.integer(in: 1..<5)
        let places = (0...random.integer(in: 5..<30)).map { number -> RouteInstance.Place in
            var place = RouteInstance.Place(number: number)
            (place.x, place.y) = (random.unit() * 100, random.unit() * 100)
            place.patterns = (0..<UInt64(days)).map { 1 << $0 }
            if number == 0 {
                place.latest = 400
                return place
            }
            if random.integer(in: 0..<3) == 0 { place.patterns = [(1 << UInt64(days)) - 1] }
            place.demand = Double(random.integer(in: 1..<10))
            place.service = Double(random.integer(in: 0..<10)) / 2
            place.earliest = Double(random.integer(in: 0..<200))
            place.latest = place.earliest + random.unit() * 150
            if random.integer(in: 0..<3) == 0 { place.prize = random.unit() * 100 }
            return place
        }
        var instance = RouteInstance(name: "random", places: places)
        var limits = RouteInstance.Limits()
        limits.capacity = 30
        limits.duration = 300
        instance.days = Array(repeating: limits, count: days)
        instance.vehiclesPerDay = random.integer(in: 2..<12)
        return instance
    }
}
