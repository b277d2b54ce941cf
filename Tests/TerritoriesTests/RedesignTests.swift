import Config
import Geo
import Quantities
import Records
import Testing

@testable import Territories

@Suite struct RedesignTests {
    @Test(arguments: [5 as UInt64, 8])
    func `a redesign is even to two per cent and in one piece each`(seed: UInt64) throws {
        let book = SmallBook.region(customers: 120, reps: 5, strays: 0.2, seed: seed).book
        let redesign = proposeTerritories(book, request: TerritoryRequest(moveShare: 1))
        #expect(redesign.key == "redesign")
        #expect(redesign.figures.largestDeviation <= max(0.02, redesign.figures.granularity))
        #expect(redesign.figures.contiguityBreaks == 0)
    }

    @Test func `seeds can be the homes or free, and both are even`() {
        let book = SmallBook.region(customers: 60, reps: 3).book
        for seeds in TerritorySeeds.allCases {
            let option = proposeTerritories(book, request: TerritoryRequest(moveShare: 1, seeds: seeds))
            #expect(option.figures.largestDeviation <= max(0.02, option.figures.granularity))
        }
    }

    @Test func `reps who live at one place are told apart by their customers`() {
        var small = SmallBook()
        for name in ["ana", "bob", "cem"] { small.rep(name, at: (10, 10)) }
        for index in 10..<70 {
            let owner = ["ana", "bob", "cem"][index % 3]
            small.customer("c\(index)", at: (Double(index % 10) * 4, Double(index / 10) * 4), owner: owner)
        }
        let option = proposeTerritories(small.book, request: TerritoryRequest(moveShare: 1))
        #expect(option.figures.largestDeviation <= max(0.02, option.figures.granularity))
        #expect(option.figures.contiguityBreaks == 0)
    }

    @Test func `a redesign is as compact as plain k-means, which balances nothing`() throws {
        let book = SmallBook.region(customers: 200, reps: 4, strays: 0.2, seed: 8).book
        let model = WorkloadModel(
            book, settings: TerritorySettings(), planning: PlanningSettings(), travel: TravelSettings())
        let scenario = Scenario(model, TerritoryRequest())
        let start = scenario.start
        let redesign = Redesign(scenario: scenario, start: start, goal: BalanceGoal(start), seeds: .free)
        let partition = Partition(model, owner: try #require(redesign.best(of: redesign.candidates())))
        #expect((partition.deviations.max() ?? 1) <= 0.02)
        #expect(partition.contiguityBreaks == 0)
        let plain = (1...5).map { plainKMeans(book.customers.compactMap(\.place), count: 4, seed: $0) }
        #expect(partition.compactness >= 0.9 * plain.reduce(0, +) / 5)
    }

    /// Mean compactness of the clusters of Lloyd's algorithm from k-means++ centres, without any balance.
    private func plainKMeans(_ places: [GeoPoint], count: Int, seed: UInt64) -> Double {
        let plane = FlatPlane(around: places)
        let points = places.map(plane.point)
        var random = SeededRandom(seed: seed)
        var centres = [points[random.integer(in: 0..<points.count)]]
        while centres.count < count {
            let squares = points.map { point in
                let nearest = centres.map { point.distance(to: $0) }.min() ?? 0
                return nearest * nearest
            }
            var left = random.unit() * squares.reduce(0, +)
            let chosen = squares.firstIndex { square in
                left -= square
                return left <= 0
            }
            centres.append(points[chosen ?? 0])
        }
        var cluster = points.map { _ in 0 }
        for _ in 0..<30 {
            for (index, point) in points.enumerated() {
                cluster[index] =
                    centres.indices.min { point.distance(to: centres[$0]) < point.distance(to: centres[$1]) } ?? 0
            }
            for index in centres.indices {
                let own = points.indices.filter { cluster[$0] == index }.map { points[$0] }
                guard !own.isEmpty else { continue }
                let size = Double(own.count)
                centres[index] = PlanePoint(
                    own.reduce(0) { $0 + $1.x } / size, own.reduce(0) { $0 + $1.y } / size)
            }
        }
        let scores = centres.indices.map { index in
            reockCompactness(places.indices.filter { cluster[$0] == index }.map { places[$0] }) ?? 0
        }
        return scores.reduce(0, +) / Double(count)
    }
}
