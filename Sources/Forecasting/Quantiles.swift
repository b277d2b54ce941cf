/// The smallest value that at least `share` (0...1) of the values do not exceed; nil when there are none.
func quantile(ofSorted values: [Int], _ share: Double) -> Int? {
    values.isEmpty ? nil : values[rank(of: share, in: values.count)]
}

/// The values at P10, P50 and P90. Expected O(n) by selection; `values` is reordered and must not be empty.
func tenFiftyNinety(_ values: inout [Int]) -> (p10: Int, p50: Int, p90: Int) {
    let count = values.count
    return values.withUnsafeMutableBufferPointer { buffer in
        let middle = rank(of: 0.5, in: count)
        select(middle, in: buffer, from: 0, to: count - 1)
        let low = rank(of: 0.1, in: count)
        if low < middle { select(low, in: buffer, from: 0, to: middle - 1) }
        let high = rank(of: 0.9, in: count)
        if high > middle { select(high, in: buffer, from: middle + 1, to: count - 1) }
        return (buffer[low], buffer[middle], buffer[high])
    }
}

private func rank(of share: Double, in count: Int) -> Int {
    min(max(Int((share * Double(count)).rounded(.up)) - 1, 0), count - 1)
}

/// Hoare's selection: puts the value of that rank in its place, smaller ones before it. Median of three as pivot.
private func select(
    _ rank: Int, in values: UnsafeMutableBufferPointer<Int>, from first: Int, to last: Int
) {
    var low = first
    var high = last
    while low < high {
        let a = values[low]
        let b = values[(low + high) / 2]
        let c = values[high]
        let pivot = max(min(a, b), min(max(a, b), c))
        var left = low
        var right = high
        while left <= right {
            while values[left] < pivot { left += 1 }
            while values[right] > pivot { right -= 1 }
            if left <= right {
                values.swapAt(left, right)
                left += 1
                right -= 1
            }
        }
        if rank <= right { high = right } else if rank >= left { low = left } else { return }
    }
}
