import Quantities

/// One factor for each future that all chances and paces of it are multiplied with: good months and bad ones.
///
/// Without it deals would be independent and the company's range far too narrow. It is the mean of two uniform numbers,
/// so triangular around 1, within 1 ± `largest`; its standard deviation is `largest` ÷ √6.
func sharedSwings(count: Int, seed: UInt64, largest: Double = 0.3) -> [Double] {
    var random = SeededRandom(seed: seed, stream: "shared swing")
    return (0..<count).map { _ in 1 + largest * (random.unit() + random.unit() - 1) }
}
