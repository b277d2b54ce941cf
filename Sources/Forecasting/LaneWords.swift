/// 64 uniform random numbers at once, one a lane, held bit by bit: word `j` has bit `j` of all of them, the most
/// significant first. Comparing with a threshold decides half of the lanes a word, so about eight words do.
///
/// All comparisons of one block read the same words: a lane that is below a threshold is below every higher one, which is
/// what makes a deal that is won by the month's end won by the quarter's, and scenarios share their luck. Word number `n`
/// of a key is SplitMix64's mix of the key and `n` steps (Steele, Lea and Flood 2014, "Fast splittable pseudorandom number
/// generators"), so any block of any deal is there without those before it.
struct LaneWords {
    static let perBlock = 64

    private let words: UnsafeMutablePointer<UInt64>
    private var made = 0
    private var state: UInt64 = 0

    /// `buffer` has room for `perBlock` words and outlives this.
    init(buffer: UnsafeMutablePointer<UInt64>) { words = buffer }

    @inline(__always)
    mutating func begin(key: UInt64, block: Int) {
        state = key &+ UInt64(truncatingIfNeeded: block &* LaneWords.perBlock) &* step
        made = 0
        makeFour()
        makeFour()
    }

    @inline(__always)
    private mutating func makeFour() {
        for index in made..<(made &+ 4) {
            state = state &+ step
            words[index] = mixed(state)
        }
        made &+= 4
    }

    /// Those of `lanes` whose number is below `threshold` ÷ 2⁶⁴.
    @inline(__always)
    mutating func below(_ threshold: UInt64, within lanes: UInt64) -> UInt64 {
        var undecided = lanes
        var below: UInt64 = 0
        var rest = threshold
        var index = 0
        while undecided != 0, rest != 0 {
            if index == made { makeFour() }
            for _ in 0..<4 {
                let word = words[index]
                let bit = 0 &- (rest >> 63)
                below |= undecided & bit & ~word
                undecided &= ~(word ^ bit)
                rest <<= 1
                index &+= 1
            }
        }
        return below
    }
}

/// 2⁶⁴ divided by the golden ratio, odd.
private let step: UInt64 = 0x9e37_79b9_7f4a_7c15

@inline(__always)
private func mixed(_ state: UInt64) -> UInt64 {
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
}

/// A chance of 0...1 as a threshold for `below`.
@inline(__always)
func laneThreshold(_ chance: Double) -> UInt64 {
    chance >= 1 ? .max : chance <= 0 ? 0 : UInt64(bitPattern: Int64(chance * 0x1p62)) << 2
}
