import Quantities

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Random numbers for inner loops, from `SeededRandom`'s seed: wyrand-like multiply and mix of a Weyl sequence.
///
/// One multiplication a number; a search draws dozens a step.
struct QuickRandom {
    private var state: UInt64

    init(seed: UInt64) {
        var seeding = SeededRandom(seed: seed)
        state = seeding.next()
    }

    @inline(__always) mutating func next() -> UInt64 {
        state &+= 0xa076_1d64_78bd_642f
        let product = state.multipliedFullWidth(by: state ^ 0xe703_7ed1_a0b4_28db)
        return product.high ^ product.low
    }

    /// Uniform in 0..<bound for bounds of up to 2³¹, to within 2⁻³².
    @inline(__always) mutating func below(_ bound: Int) -> Int {
        Int(truncatingIfNeeded: ((next() >> 32) &* UInt64(truncatingIfNeeded: bound)) >> 32)
    }

    /// Uniform in 0..<1.
    @inline(__always) mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// −ln of a uniform number: exponentially distributed with mean 1.
    @inline(__always) mutating func exponential() -> Double { -log(max(unit(), 1e-300)) }
}
