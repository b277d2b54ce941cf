/// 64 uniform random numbers at once, one a lane, which are compared with one threshold after the other.
///
/// All comparisons of one block see the same numbers: a lane that is below a threshold is below every higher one, which is
/// what makes a deal that is won by the month's end won by the quarter's, and scenarios share their luck. Numbers have 16
/// bits, so that a processor compares eight at a time; a threshold between two of them is rounded by a number of the
/// block's own, up as often as the remainder says: its chance is exact over the blocks.
///
/// Word n of a key is wyrand's mix of the key and n steps (Wang Yi 2019, github.com/wangyi-fudan/wyhash), so any block of
/// any deal is there without those before it.
struct LaneNumbers {
    /// Words of 64 bits that a block takes: four numbers each, and one that rounds thresholds.
    static let words = 17

    private let numbers: UnsafeMutablePointer<UInt64>
    /// Evenly in −0.5..<0.5.
    private var rounding = 0.0

    /// `buffer` has room for `words` and outlives this.
    init(buffer: UnsafeMutablePointer<UInt64>) { numbers = buffer }

    @inline(__always)
    mutating func begin(key: UInt64, block: Int) {
        var state = key &+ UInt64(truncatingIfNeeded: block &* LaneNumbers.words) &* step
        for index in 0..<LaneNumbers.words {
            state &+= step
            let product = state.multipliedFullWidth(by: state ^ mask)
            numbers[index] = product.high ^ product.low
        }
        // The upper bits of a word as the digits of a number in 1..<2.
        rounding = Double(bitPattern: 0x3ff0_0000_0000_0000 | numbers[LaneNumbers.words - 1] >> 12) - 1.5
    }

    /// Those of `lanes` whose number is below `chance`, 0...1.
    @inline(__always)
    func below(_ chance: Double, within lanes: UInt64) -> UInt64 {
        let place = chance * 0x1p16 + rounding
        if place >= 0x1p16 - 0.5 { return lanes }
        // Added to 1.5 × 2⁵² a number is rounded to a whole one, which then stands in the lowest bits.
        let whole = Int64(bitPattern: (place + 0x1.8p52).bitPattern)
        let limit = SIMD8<Int16>(repeating: Int16(truncatingIfNeeded: whole &- 0x8000))
        let raw = UnsafeRawPointer(numbers)
        var bits = SIMD8<Int16>()
        for group in 0..<8 {
            let some = raw.loadUnaligned(fromByteOffset: group &* 16, as: SIMD8<Int16>.self)
            bits |= SIMD8<Int16>().replacing(with: 1 << Int16(group), where: some .< limit)
        }
        // Elements hold 8 bits each: those of the upper half go between those of the lower.
        let halves = unsafeBitCast(bits, to: SIMD2<UInt64>.self)
        return (halves.x | halves.y << 8) & lanes
    }
}

private let step: UInt64 = 0xa076_1d64_78bd_642f
private let mask: UInt64 = 0xe703_7ed1_a0b4_28db
