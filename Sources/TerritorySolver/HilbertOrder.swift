import Geo

/// An order of points in which those that follow each other lie close together: along Hilbert's curve (1891), on a grid
/// of 2²⁴ steps each way. Points on one step are in the order of x, y and weight, so that the order depends on the
/// points alone and not on how they were listed; equal points with equal weights are interchangeable.
///
/// The points must be within ±0.5. O(n) but for points on one step.
func hilbertOrder(_ points: [PlanePoint], weights: [Double]) -> [Int32] {
    var codes = points.map { hilbertCode(x: gridStep($0.x), y: gridStep($0.y)) }
    var order = points.indices.map { Int32($0) }
    sortByCode(&codes, &order)
    var start = 0
    while start < codes.count {
        var end = start + 1
        while end < codes.count, codes[end] == codes[start] { end += 1 }
        if end - start > 1 {
            order[start..<end].sort { left, right in
                let (one, other) = (points[Int(left)], points[Int(right)])
                return (one.x, one.y, weights[Int(left)]) < (other.x, other.y, weights[Int(right)])
            }
        }
        start = end
    }
    return order
}

private let hilbertBits = 24

private func gridStep(_ value: Double) -> UInt32 {
    UInt32(min(max((value + 0.5) * Double(1 << hilbertBits), 0), Double(1 << hilbertBits) - 1))
}

private func hilbertCode(x: UInt32, y: UInt32) -> UInt64 {
    var (x, y) = (x, y)
    var code: UInt64 = 0
    var step: UInt32 = 1 << UInt32(hilbertBits - 1)
    while step > 0 {
        let right: UInt32 = x & step == 0 ? 0 : 1
        let upper: UInt32 = y & step == 0 ? 0 : 1
        code = code << 2 | UInt64((3 * right) ^ upper)
        if upper == 0 {
            if right == 1 { (x, y) = (~x, ~y) }
            swap(&x, &y)
        }
        step >>= 1
    }
    return code
}

/// Radix sort, stable, 12 bits at a time.
private func sortByCode(_ codes: inout [UInt64], _ order: inout [Int32]) {
    var otherCodes = codes
    var otherOrder = order
    for shift in stride(from: 0, to: 2 * hilbertBits, by: 12) {
        var starts = [Int](repeating: 0, count: 4_097)
        for code in codes { starts[Int(code >> UInt64(shift) & 4_095) + 1] += 1 }
        for index in 1...4_096 { starts[index] += starts[index - 1] }
        for (index, code) in codes.enumerated() {
            let digit = Int(code >> UInt64(shift) & 4_095)
            otherCodes[starts[digit]] = code
            otherOrder[starts[digit]] = order[index]
            starts[digit] += 1
        }
        swap(&codes, &otherCodes)
        swap(&order, &otherOrder)
    }
}
