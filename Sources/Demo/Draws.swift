import Quantities

// What the demo draws beyond plain numbers. Only exact arithmetic, no logarithm or sine, so that every machine's
// mathematics library gives the same company.
extension SeededRandom {
    mutating func chance(_ probability: Double) -> Bool { unit() < probability }

    mutating func between(_ low: Double, _ high: Double) -> Double { low + (high - low) * unit() }

    mutating func whole(_ range: ClosedRange<Int>) -> Int {
        integer(in: range.lowerBound..<range.upperBound + 1)
    }

    mutating func pick<Element>(_ elements: [Element]) -> Element { elements[integer(in: 0..<elements.count)] }

    /// The index of one of `weights`, in proportion to them.
    mutating func index(weights: [Double]) -> Int {
        var rest = unit() * weights.reduce(0, +)
        for (index, weight) in weights.enumerated() {
            rest -= weight
            if rest < 0 { return index }
        }
        return weights.count - 1
    }

    /// About normal with mean 0 and deviation 1, within ±3.5: the sum of four uniform draws, scaled.
    mutating func bell() -> Double { (unit() + unit() + unit() + unit() - 2) * 1.732 }

    /// A positive factor with mean about 1 and a long tail to the right, as amounts have.
    mutating func tail() -> Double {
        let size = (0.35 + 0.9 * unit()) * (0.6 + 0.8 * unit())
        return chance(0.08) ? size * between(2.5, 6) : size
    }

    mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
        var result = elements
        for last in stride(from: result.count - 1, to: 0, by: -1) { result.swapAt(last, whole(0...last)) }
        return result
    }
}

/// Unsigned, with leading zeros.
func zeroPadded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

/// Whole euros.
func euros(_ amount: Double) -> Money { Money(minorUnits: Int(amount.rounded()) * 100, currency: .euro) }
