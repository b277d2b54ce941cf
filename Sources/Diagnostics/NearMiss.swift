/// The candidate that a mistyped word most likely meant, or nil when none is close.
///
/// Distance is Damerau-Levenshtein (optimal string alignment) on lowercased characters; a candidate counts as
/// close up to a third of the word's length, at least one edit. Ties go to the first in alphabetical order.
/// O(candidates × word² ) time.
public func nearMiss(of word: String, in candidates: some Sequence<String>) -> String? {
    let limit = max(1, word.count / 3)
    let letters = Array(word.lowercased())
    return
        candidates
        .map { (distance: editDistance(letters, Array($0.lowercased())), candidate: $0) }
        .filter { $0.distance <= limit }
        .min { ($0.distance, $0.candidate) < ($1.distance, $1.candidate) }?
        .candidate
}

private func editDistance(_ left: [Character], _ right: [Character]) -> Int {
    if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for row in 1...left.count {
        var current = [row] + [Int](repeating: 0, count: right.count)
        for column in 1...right.count {
            let same = left[row - 1] == right[column - 1]
            current[column] = min(
                last[column] + 1, current[column - 1] + 1, last[column - 1] + (same ? 0 : 1))
            let swapped =
                row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1]
            if swapped { current[column] = min(current[column], beforeLast[column - 2] + 1) }
        }
        beforeLast = last
        last = current
    }
    return last[right.count]
}
