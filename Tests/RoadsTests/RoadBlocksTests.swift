import Quantities
import Roads
import Testing

struct RoadBlocksTests {
    /// Random places in a square of about 30 km.
    private func places(_ count: Int, _ random: inout SeededRandom) -> [RoadPlace] {
        var places: Set<RoadPlace> = []
        while places.count < count {
            let latitude = 47_000_000 + Int32(random.integer(in: 0..<270_000))
            let longitude = 9_000_000 + Int32(random.integer(in: 0..<400_000))
            if let place = RoadPlace(latitude: latitude, longitude: longitude) { places.insert(place) }
        }
        return places.sorted()
    }

    /// A grid of places that are a bit off it, each with its 36 neighbours or so, and homes with all of a stripe, there
    /// and back.
    private func neighbourPairs(side: Int, homes: Int) -> [RoadPair] {
        var random = SeededRandom(seed: 1)
        let grid = (0..<side * side).compactMap { index in
            RoadPlace(
                latitude: 47_000_000 + Int32(index / side * 10_000 + random.integer(in: 0..<9_000)),
                longitude: 9_000_000 + Int32(index % side * 14_000 + random.integer(in: 0..<13_000)))
        }
        var pairs: Set<RoadPair> = []
        for index in grid.indices {
            let (row, column) = (index / side, index % side)
            for (i, j) in (-3...3).flatMap({ i in (-3...3).map { (i, $0) } }) where i * i + j * j <= 13 {
                guard (0..<side).contains(row + i), (0..<side).contains(column + j), i != 0 || j != 0 else { continue }
                pairs.insert(RoadPair(from: grid[index], to: grid[(row + i) * side + column + j]))
            }
            let home = grid[index * homes / grid.count * grid.count / homes]
            guard home != grid[index] else { continue }
            pairs.formUnion([RoadPair(from: home, to: grid[index]), RoadPair(from: grid[index], to: home)])
        }
        return pairs.sorted()
    }

    private func check(_ blocks: [RoadBlock], cover pairs: [RoadPair], maxPlaces: Int) -> Int {
        var covered: Set<RoadPair> = []
        var asked = 0
        for block in blocks {
            #expect(!block.origins.isEmpty && !block.destinations.isEmpty)
            #expect(block.origins == Set(block.origins).sorted())
            #expect(block.destinations == Set(block.destinations).sorted())
            #expect(Set(block.origins).union(block.destinations).count <= maxPlaces)
            for origin in block.origins {
                for destination in block.destinations { covered.insert(RoadPair(from: origin, to: destination)) }
            }
            asked += block.origins.count * block.destinations.count
        }
        #expect(covered.isSuperset(of: pairs))
        return asked
    }

    @Test(arguments: 0..<200) func `every pair is in a block and no block is too large`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let some = places(random.integer(in: 2..<120), &random)
        let maxPlaces = [2, 3, 5, 10, 25, 100][random.integer(in: 0..<6)]
        var pairs: Set<RoadPair> = []
        for _ in 0..<random.integer(in: 1..<900) {
            let from = some[random.integer(in: 0..<some.count)]
            pairs.insert(RoadPair(from: from, to: some[random.integer(in: 0..<some.count)]))
        }
        let blocks = roadBlocks(for: pairs.sorted(), maxPlaces: maxPlaces)
        _ = check(blocks, cover: pairs.sorted(), maxPlaces: maxPlaces)
        #expect(blocks == roadBlocks(for: pairs.sorted(), maxPlaces: maxPlaces))
    }

    @Test(arguments: [(10, 1), (21, 4), (40, 4)])
    func `neighbours and homes cost little more than needed`(side: Int, homes: Int) {
        let pairs = neighbourPairs(side: side, homes: homes)
        for maxPlaces in [50, 100] {
            let blocks = roadBlocks(for: pairs, maxPlaces: maxPlaces)
            let asked = check(blocks, cover: pairs, maxPlaces: maxPlaces)
            #expect(Double(asked) <= 1.6 * Double(pairs.count) || blocks.count == 1)
            // A block has about 200 needed pairs at least, so that questions stay few.
            #expect(blocks.count <= pairs.count / (maxPlaces == 100 ? 150 : 50))
        }
    }

    @Test func `what fits into one block is one block`() {
        var random = SeededRandom(seed: 3)
        let some = places(100, &random)
        let pairs = zip(some, some.dropFirst()).map { RoadPair(from: $0, to: $1) }
        let blocks = roadBlocks(for: pairs, maxPlaces: 100)
        #expect(blocks == [RoadBlock(origins: Array(some.dropLast()), destinations: Array(some.dropFirst()))])
        #expect(roadBlocks(for: [], maxPlaces: 100).isEmpty)
    }

    @Test func `all pairs of many places fill the blocks well`() {
        var random = SeededRandom(seed: 4)
        let some = places(435, &random)
        let pairs = some.flatMap { from in some.map { RoadPair(from: from, to: $0) } }
        let blocks = roadBlocks(for: pairs, maxPlaces: 100)
        #expect(check(blocks, cover: pairs, maxPlaces: 100) == pairs.count)
        #expect(blocks.count <= 81)
    }

    @Test func `a home far from its customers takes its row and its column alone`() throws {
        var random = SeededRandom(seed: 5)
        let some = places(300, &random)
        let home = try #require(RoadPlace(latitude: 48_000_000, longitude: 9_000_000))
        let pairs = some.flatMap { [RoadPair(from: home, to: $0), RoadPair(from: $0, to: home)] }.sorted()
        let blocks = roadBlocks(for: pairs, maxPlaces: 100)
        #expect(check(blocks, cover: pairs, maxPlaces: 100) <= 660)
        #expect(blocks.count <= 10)
    }

    @Test func `scattered pairs are asked for together`() throws {
        var random = SeededRandom(seed: 6)
        let some = places(600, &random)
        let pairs = Set((0..<300).map { RoadPair(from: some[$0 * 2], to: some[random.integer(in: 0..<600)]) }).sorted()
        let blocks = roadBlocks(for: pairs, maxPlaces: 100)
        let asked = check(blocks, cover: pairs, maxPlaces: 100)
        #expect(blocks.count <= 150 && asked <= 64 * blocks.count)
    }
}
