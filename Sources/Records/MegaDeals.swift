/// From which amount a deal is suspiciously big: ten times the median and that share of all amounts together.
///
/// `amounts` in minor units of one currency. Nil for fewer than five. O(n log n).
package func megaDealAmount(_ amounts: [Int], share: Double) -> Int? {
    guard amounts.count >= 5 else { return nil }
    let sorted = amounts.sorted()
    let middle =
        sorted.count % 2 == 1
        ? Double(sorted[sorted.count / 2])
        : (Double(sorted[sorted.count / 2 - 1]) + Double(sorted[sorted.count / 2])) / 2
    let total = amounts.reduce(0.0) { $0 + Double($1) }
    return Int(max(middle * 10, total * share).rounded(.up))
}
