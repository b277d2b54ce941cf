import Diagnostics
import Geo
import Quantities
import Testing

@testable import TerritorySolver

struct DivideTests {
    private struct Sample {
        var problem: DistrictProblem

        /// Small problems of every kind: clumps, lattices with equal points, units and other weights, locks, given centres.
        init(seed: UInt64) {
            var random = SeededRandom(seed: seed)
            let count = 1 + random.integer(in: 0..<40)
            let districtCount = 1 + random.integer(in: 0..<7)
            let isLattice = random.unit() < 0.3
            let points = (0..<count).map { _ in
                isLattice
                    ? PlanePoint(Double(random.integer(in: 0..<4)), Double(random.integer(in: 0..<4)))
                    : PlanePoint(random.unit() * random.unit() * 900, random.unit() * 700)
            }
            let isUnit = random.unit() < 0.4
            problem = DistrictProblem(
                points: points, weights: points.map { _ in isUnit ? 2 : 0.5 + random.unit() * 4 },
                shares: (0..<districtCount).map { _ in 1 + (random.unit() * 2).rounded() })
            if random.unit() < 0.3 {
                problem.locked = points.map { _ in
                    random.unit() < 0.2 ? random.integer(in: 0..<districtCount) : nil
                }
            }
            if random.unit() < 0.3 {
                problem.centres = (0..<districtCount).map { _ in PlanePoint(random.unit() * 900, random.unit() * 700) }
                problem.centresAreFixed = random.unit() < 0.5
            }
            if random.unit() < 0.5 { problem.tolerance = 0.05 }
        }
    }

    @Test func `every point has one district, locks hold, loads and squares are those of the points`() throws {
        for seed in 0..<200 as Range<UInt64> {
            let problem = Sample(seed: seed).problem
            let division = try divide(problem, seed: seed, rounds: 5)
            #expect(division.district.count == problem.points.count)
            var loads = problem.shares.map { _ in 0.0 }
            var squares = 0.0
            for (index, district) in division.district.enumerated() {
                try #require(problem.shares.indices.contains(district), "seed \(seed)")
                if !problem.locked.isEmpty, let lock = problem.locked[index] {
                    #expect(district == lock, "seed \(seed)")
                }
                let distance = problem.points[index].distance(to: division.centres[district])
                loads[district] += problem.weights[index]
                squares += problem.weights[index] * distance * distance
            }
            for (one, other) in zip(loads, division.loads) { #expect(abs(one - other) < 1e-9, "seed \(seed)") }
            #expect(abs(squares - division.sumOfSquares) <= 1e-9 * (1 + squares), "seed \(seed)")
            #expect(division.bound <= division.sumOfSquares * (1 + 1e-9), "seed \(seed)")
            if problem.centresAreFixed, let centres = problem.centres {
                for (one, other) in zip(centres, division.centres) { #expect(one.distance(to: other) < 1e-9) }
            }
        }
    }

    @Test func `the order of the points does not matter`() throws {
        for seed in 0..<200 as Range<UInt64> {
            let problem = Sample(seed: seed).problem
            var order = Array(problem.points.indices)
            var random = SeededRandom(seed: seed, stream: "order")
            for index in order.indices.dropFirst().reversed() {
                order.swapAt(index, random.integer(in: 0..<index + 1))
            }
            var shuffled = problem
            shuffled.points = order.map { problem.points[$0] }
            shuffled.weights = order.map { problem.weights[$0] }
            shuffled.locked = problem.locked.isEmpty ? [] : order.map { problem.locked[$0] }
            let one = try divide(problem, seed: 1, rounds: 5)
            let other = try divide(shuffled, seed: 1, rounds: 5)
            #expect(one.centres == other.centres, "seed \(seed)")
            #expect(one.loads == other.loads, "seed \(seed)")
            #expect(one.sumOfSquares == other.sumOfSquares, "seed \(seed)")
            #expect(one.bound == other.bound, "seed \(seed)")
            // Points that are alike may change places; what is drawn is the same.
            func drawn(_ problem: DistrictProblem, _ division: Division) -> [[Double]] {
                problem.points.indices.map {
                    [problem.points[$0].x, problem.points[$0].y, problem.weights[$0], Double(division.district[$0])]
                }
                .sorted { $0.lexicographicallyPrecedes($1) }
            }
            #expect(drawn(problem, one) == drawn(shuffled, other), "seed \(seed)")
        }
    }

    @Test func `points of equal weight are divided exactly, at the least sum for these centres`() throws {
        for seed in 0..<60 as Range<UInt64> {
            var random = SeededRandom(seed: seed)
            let points = (0..<8).map { _ in
                PlanePoint(Double(random.integer(in: 0..<6)), Double(random.integer(in: 0..<6)))
            }
            let centres = (0..<2).map { _ in PlanePoint(random.unit() * 5, random.unit() * 5) }
            let problem = DistrictProblem(
                points: points, weights: points.map { _ in 1 }, shares: [3, 5], centres: centres, centresAreFixed: true)
            let division = try divide(problem, seed: 1, rounds: 5)
            #expect(division.loads == [3, 5])
            var least = Double.infinity
            for choice in 0..<256 where choice.nonzeroBitCount == 3 {
                least = min(
                    least,
                    points.indices.reduce(0) { sum, index in
                        let distance = points[index].distance(to: centres[choice >> index & 1 == 1 ? 0 : 1])
                        return sum + distance * distance
                    })
            }
            #expect(abs(division.sumOfSquares - least) < 1e-9, "seed \(seed)")
            #expect(abs(division.bound - least) < 1e-9, "seed \(seed)")
        }
    }

    @Test func `loads stay within the tolerance where weights are small beside the shares`() throws {
        for seed in 0..<20 as Range<UInt64> {
            var random = SeededRandom(seed: seed)
            let points = (0..<400).map { _ in PlanePoint(random.unit() * random.unit(), random.unit()) }
            let weights = points.map { _ in 0.2 + random.unit() * random.unit() * 5 }
            let problem = DistrictProblem(points: points, weights: weights, shares: [1, 1, 2, 1, 3], tolerance: 0.01)
            let division = try divide(problem, seed: seed, rounds: 20)
            let whole = weights.reduce(0, +)
            for (load, share) in zip(division.loads, problem.shares) {
                #expect(abs(load / (share / 8 * whole) - 1) <= 0.01 + 1e-9, "seed \(seed)")
            }
            #expect(division.bound > 0.9 * division.sumOfSquares, "seed \(seed)")
        }
    }

    @Test func `all at one place, fewer points than districts, one of each: sensible answers`() throws {
        let alike = (0..<30).map { _ in PlanePoint(7, 7) }
        let one = try divide(DistrictProblem(points: alike, weights: alike.map { _ in 1 }, shares: [1, 1, 1]), seed: 1)
        #expect(one.loads == [10, 10, 10])
        #expect(one.sumOfSquares == 0)
        let few = try divide(
            DistrictProblem(points: [PlanePoint(0, 0), PlanePoint(9, 9)], weights: [1, 4], shares: [1, 1, 1, 1]),
            seed: 1)
        #expect(few.loads.filter { $0 > 0 }.count == 2)
        let single = try divide(DistrictProblem(points: [PlanePoint(3, 4)], weights: [2], shares: [5]), seed: 1)
        #expect(single.district == [0])
        #expect(single.centres == [PlanePoint(3, 4)])
        let bound = try divide(
            DistrictProblem(
                points: [PlanePoint(0, 0), PlanePoint(2, 0)], weights: [1, 1], shares: [1, 1], locked: [1, 1]), seed: 1)
        #expect(bound.district == [1, 1])
        #expect(bound.sumOfSquares == 2)
    }

    @Test func `half of the points at one place are divided exactly, and within the tolerance by weight`() throws {
        var random = SeededRandom(seed: 5)
        let points = (0..<200).map {
            $0 % 2 == 0 ? PlanePoint(50, 50) : PlanePoint(random.unit() * 99, random.unit() * 99)
        }
        let shares = [Double](repeating: 1, count: 8)
        let alike = try divide(DistrictProblem(points: points, weights: points.map { _ in 1 }, shares: shares), seed: 1)
        #expect(alike.loads == [Double](repeating: 25, count: 8))
        #expect(alike.bound > 0.999_999 * alike.sumOfSquares)
        let weights = points.map { _ in 0.5 + random.unit() }
        let weighed = try divide(
            DistrictProblem(points: points, weights: weights, shares: shares, tolerance: 0.02), seed: 1)
        let share = weights.reduce(0, +) / 8
        #expect(weighed.loads.allSatisfy { abs($0 / share - 1) <= 0.02 + 1e-9 })
    }

    @Test func `a lock that fills a district leaves the rest to the others`() throws {
        let points = (0..<10).map { PlanePoint(Double($0), 0) }
        let locked = points.indices.map { $0 < 8 ? 0 : nil }
        let division = try divide(
            DistrictProblem(points: points, weights: points.map { _ in 1 }, shares: [1, 1], locked: locked), seed: 1)
        #expect(division.loads == [8, 2])
    }

    @Test(arguments: [
        (DistrictProblem(points: [], weights: [], shares: [1]), "districts.no-points"),
        (DistrictProblem(points: [PlanePoint(0, 0)], weights: [1], shares: []), "districts.no-districts"),
        (DistrictProblem(points: [PlanePoint(0, 0)], weights: [0], shares: [1]), "districts.weight"),
        (DistrictProblem(points: [PlanePoint(0, 0)], weights: [.nan], shares: [1]), "districts.weight"),
        (DistrictProblem(points: [PlanePoint(0, 0)], weights: [1, 1], shares: [1]), "districts.weight"),
        (DistrictProblem(points: [PlanePoint(0, .nan)], weights: [1], shares: [1]), "districts.place"),
        (DistrictProblem(points: [PlanePoint(0, 0)], weights: [1], shares: [-1, 2]), "districts.share"),
        (DistrictProblem(points: [PlanePoint(0, 0)], weights: [1], shares: [0]), "districts.share"),
        (DistrictProblem(points: [PlanePoint(0, 0)], weights: [1], shares: [1], tolerance: -1), "districts.tolerance"),
        (DistrictProblem(points: [PlanePoint(0, 0)], weights: [1], shares: [1], locked: [1]), "districts.lock"),
        (
            DistrictProblem(points: [PlanePoint(0, 0)], weights: [1], shares: [1], centresAreFixed: true),
            "districts.centre"
        ),
        (DistrictProblem(points: [PlanePoint(0, 0)], weights: [1], shares: [1], centres: []), "districts.centre"),
    ])
    func `a problem without an answer says why`(problem: DistrictProblem, kind: String) {
        let error = #expect(throws: ProblemError.self) { try divide(problem, seed: 1) }
        #expect(error?.problems.map(\.kind) == [kind])
        #expect(error?.problems.allSatisfy { $0.hint != nil } == true)
    }
}
