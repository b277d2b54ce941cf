extension InstanceLines {
    /// Numbers beyond that mean nothing in a routing problem, and would spoil its arithmetic.
    static let largest = 1e12

    /// A number of a line: finite and not absurd, and at least `least`.
    func number(_ word: some StringProtocol, _ what: String, in line: Line, least: Double = -largest) throws -> Double {
        guard let value = Double(String(word)), value.isFinite else {
            throw problem(
                "not-a-number", "'\(word.prefix(40))' is no number, but \(what) is one", at: line,
                value: String(word.prefix(40)), hint: "write digits, with a point for decimals")
        }
        guard abs(value) <= Self.largest else {
            throw problem(
                "out-of-range", "\(what) is \(word.prefix(40)), larger than 10^12", at: line,
                value: String(word.prefix(40)), hint: "choose a larger unit")
        }
        guard value >= least else {
            throw problem(
                "out-of-range", "\(what) is \(word.prefix(40)), less than \(least == 0 ? "0" : String(Int(least)))",
                at: line, value: String(word.prefix(40)), hint: "correct the number")
        }
        return value
    }

    /// A whole number of a line in `range`.
    func whole(_ word: some StringProtocol, _ what: String, in line: Line, range: ClosedRange<Int>) throws -> Int {
        let value = try number(word, what, in: line)
        guard value == value.rounded(), range.contains(Int(value)) else {
            throw problem(
                "out-of-range",
                "\(what) is \(word.prefix(40)), but has to be a whole number of \(range.lowerBound) to \(range.upperBound)",
                at: line, value: String(word.prefix(40)), hint: "correct the number")
        }
        return Int(value)
    }

    /// All words of a line as numbers: `least` or more of them, no more than `most`.
    func numbers(of line: Line, _ what: String, least: Int, most: Int? = nil) throws -> [Double] {
        let words = line.words
        guard words.count >= least, words.count <= most ?? least else {
            throw problem(
                "column-count", "\(what) has \(words.count) columns, but needs \(least)", at: line,
                hint: "look for blanks within numbers and for lines that were joined or cut")
        }
        return try words.map { try number($0, what, in: line) }
    }
}
