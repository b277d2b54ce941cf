/// The 64 futures of one block while they are played.
struct BlockTable {
    let shape: SlotFutures.Shape
    let block: Int
    /// The block's first amount of plane 0.
    let values: UnsafeMutablePointer<Int>
    var numbers: LaneNumbers
    /// By cut: the futures in which a deal is won by then.
    let masks: UnsafeMutablePointer<UInt64>
    /// The futures that there are: all 64 but in the last block.
    let active: UInt64

    init(
        shape: SlotFutures.Shape, block: Int, values: UnsafeMutablePointer<Int>, numbers: LaneNumbers,
        masks: UnsafeMutablePointer<UInt64>
    ) {
        self.shape = shape
        self.block = block
        self.values = values
        self.numbers = numbers
        self.masks = masks
        let count = shape.draws - block * 64
        active = count >= 64 ? .max : (1 << UInt64(count)) - 1
    }

    /// Adds a deal to the futures that win it, between the cuts where they do, and leaves these in `masks`.
    @inline(__always)
    mutating func play(_ deal: SlotInputs.Deal, odds: UnsafePointer<SIMD2<Double>>?, factor: Double) {
        guard let odds else { return }
        numbers.begin(key: deal.key, block: block)
        var cut = shape.cuts &- 1
        var plane = values + shape.plane(deal.isBig ? .big : .open, cut: cut) &* shape.lanes
        var lanes = numbers.below(scaledChance(odds[cut], factor), within: active)
        masks[cut] = lanes
        // From the last cut to the first: what is won by it and not by the one before.
        while cut > 0, lanes != 0 {
            cut &-= 1
            let before = numbers.below(scaledChance(odds[cut], factor), within: lanes)
            masks[cut] = before
            BlockTable.add(deal.amount, to: plane, lanes: lanes & ~before)
            plane -= shape.lanes
            lanes = before
        }
        BlockTable.add(deal.amount, to: plane, lanes: lanes)
        while cut > 0 {
            cut &-= 1
            masks[cut] = 0
        }
    }

    /// Adds `amount` where `masks` gains futures from one cut to the next.
    @inline(__always)
    func addIncrements(_ amount: Int, firstPlane: Int, cuts: Range<Int>) {
        var before: UInt64 = 0
        for cut in cuts {
            let here = masks[cut]
            BlockTable.add(amount, to: values + (firstPlane &+ cut) &* shape.lanes, lanes: here & ~before)
            before = here
        }
    }

    @inline(__always)
    func addDifference(_ amount: Int, plane: Int, to gained: UInt64, from lost: UInt64) {
        BlockTable.add(amount, to: values + plane &* shape.lanes, lanes: gained & ~lost)
        BlockTable.add(-amount, to: values + plane &* shape.lanes, lanes: lost & ~gained)
    }

    @inline(__always)
    private static func add(_ amount: Int, to sums: UnsafeMutablePointer<Int>, lanes: UInt64) {
        var rest = lanes
        while rest != 0 {
            sums[rest.trailingZeroBitCount] &+= amount
            rest &= rest &- 1
        }
    }
}
