import Dispatch
import Records
import Synchronization

/// What is still to come in each of many simulated futures; booked amounts are not included.
///
/// Every deal, and every past win that may come again, has random numbers of its own, by its id: one that is added or
/// dropped leaves the others as they were. A deal that is won by an earlier cut is won by every later one, in the same
/// future. What deals share are the factors of `Dispersion`; given these they are independent. Nothing depends on the
/// order of deals or the number of threads: amounts are whole numbers, and added up.
struct BookingSimulation: Sendable {
    private let inputs: FutureInputs
    let cuts: FutureCuts
    var shape: SlotFutures.Shape { inputs.shape }
    /// By slot, in `FutureInputs.pieces`.
    private let pieces: [Range<Int>]
    /// Pieces that are played before their amounts are added up: fewer where each has many futures, for the memory.
    private var batchSize: Int { max(1, 16 * 16_384 / max(16_384, shape.lanes)) }

    /// `draws` futures. O(draws ÷ 64 × customers + deals × cuts).
    init(
        _ model: BookingModel, book: SalesBook, seed: UInt64, draws: Int, cuts: FutureCuts,
        bigDeals: Set<RecordID<Opportunity>> = [], scenarios: [ScenarioEffects] = []
    ) {
        inputs = FutureInputs(
            model, book: book, seed: seed, draws: max(1, draws), cuts: cuts, bigDeals: bigDeals, scenarios: scenarios)
        self.cuts = cuts
        var ranges = [Range<Int>](repeating: 0..<0, count: model.runRates.count)
        for (index, piece) in inputs.pieces.enumerated() {
            ranges[piece.slot] = (ranges[piece.slot].isEmpty ? index : ranges[piece.slot].lowerBound)..<(index + 1)
        }
        pieces = ranges
    }

    var slotCount: Int { pieces.count }

    /// The futures of these slots, in their order. O(draws × (deals + wins) × cuts ÷ 64 + draws × wins that come).
    func futures(of slots: [Int]) -> [SlotFutures] {
        var sums = slots.map { _ in SlotFutures(shape, hasBig: false) }
        let numbers = slots.indices.flatMap { place in pieces[slots[place]].map { (piece: $0, place: place) } }
        // A few at a time: a large slot has many pieces, and each has as many amounts as the sum.
        for start in stride(from: 0, to: numbers.count, by: batchSize) {
            let some = numbers[start..<min(start + batchSize, numbers.count)]
            let played = inParallel(some.count) { inputs.play(inputs.pieces[numbers[start + $0].piece]) }
            for (number, futures) in zip(some, played) { sums[number.place].add(futures) }
        }
        return sums
    }

    /// All slots together.
    func companyFutures() -> SlotFutures {
        var sum = SlotFutures(shape, hasBig: false)
        for batch in batches() { futures(of: batch).forEach { sum.add($0) } }
        return sum
    }

    /// All slots in groups that are worth sharing among threads and not too large to keep.
    func batches() -> [[Int]] {
        var batches: [[Int]] = []
        var size = 0
        for slot in 0..<slotCount {
            if batches.isEmpty || size >= batchSize {
                batches.append([])
                size = 0
            }
            batches[batches.count - 1].append(slot)
            size += pieces[slot].count
        }
        return batches
    }
}

/// The results of `body` for 0..<count in this order, computed on as many threads as there are.
func inParallel<Result: Sendable>(_ count: Int, _ body: @Sendable (Int) -> Result) -> [Result] {
    if count == 1 { return [body(0)] }
    let results = Mutex([Result?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { index in
        let result = body(index)
        results.withLock { $0[index] = result }
    }
    return results.withLock { $0.compactMap { $0 } }
}
