/// From 0 on; equal values share their mean rank. O(n log n).
func ranks(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    var ranks = [Double](repeating: 0, count: values.count)
    var start = 0
    while start < order.count {
        var end = start
        while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
        for index in start..<end { ranks[order[index]] = Double(start + end - 1) / 2 }
        start = end
    }
    return ranks
}

/// Spearman's, of two lists of the same length; −1...1. Equal values share their mean rank.
func rankCorrelation(_ left: [Double], _ right: [Double]) -> Double {
    let mean = Double(left.count - 1) / 2
    let first = ranks(left).map { $0 - mean }
    let second = ranks(right).map { $0 - mean }
    let product = zip(first, second).reduce(0) { $0 + $1.0 * $1.1 }
    let squares = first.reduce(0) { $0 + $1 * $1 } * second.reduce(0) { $0 + $1 * $1 }
    return squares > 0 ? product / squares.squareRoot() : 0
}
