/// A stream of random numbers that depends on its seed alone: xoshiro256** seeded through SplitMix64, so that
/// neighbouring seeds give unrelated streams (Blackman and Vigna 2018, "Scrambled linear pseudorandom number generators").
public struct SeededRandom: RandomNumberGenerator, Sendable {
    private var state: (UInt64, UInt64, UInt64, UInt64)

    public init(seed: UInt64) {
        var mixer = SplitMix64(state: seed)
        state = (mixer.next(), mixer.next(), mixer.next(), mixer.next())
    }

    /// A stream of its own for a named part of the work, so that adding draws to one part leaves the others unchanged.
    public init(seed: UInt64, stream: String) {
        // FNV-1a: a fixed hash; Swift's own differs from process to process.
        let hash = stream.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        self.init(seed: seed ^ hash)
    }

    public mutating func next() -> UInt64 {
        let result = rotated(state.1 &* 5, by: 7) &* 9
        let shifted = state.1 << 17
        state.2 ^= state.0
        state.3 ^= state.1
        state.1 ^= state.2
        state.0 ^= state.3
        state.2 ^= shifted
        state.3 = rotated(state.3, by: 45)
        return result
    }

    /// Uniform in 0..<1, with 53 bits.
    public mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// Uniform in `range`, by rejection; the standard library's own mapping may change between versions.
    public mutating func integer(in range: Range<Int>) -> Int {
        precondition(!range.isEmpty)
        let width = UInt64(range.upperBound - range.lowerBound)
        let limit = UInt64.max - UInt64.max % width
        while true {
            let draw = next()
            if draw < limit { return range.lowerBound + Int(draw % width) }
        }
    }

    private func rotated(_ value: UInt64, by bits: UInt64) -> UInt64 { (value << bits) | (value >> (64 - bits)) }
}

private struct SplitMix64 {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
