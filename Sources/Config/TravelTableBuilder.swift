import Diagnostics

/// Collects the drives of a matrix file in any order, and what is wrong with them.
struct TravelTableBuilder {
    /// The longest drive: eleven days; and the longest road, once around the earth.
    static let maxSeconds = 1_000_000
    static let maxMetres = 40_075_000
    /// 20 million pairs take 400 MB while they are read.
    static let maxPairs = 20_000_000
    /// Problems of one kind that are listed one by one.
    static let listed = 20

    let file: String
    private(set) var places: [TravelTable.Place] = []
    private(set) var problems: [Problem] = []
    private var counts: [String: Int] = [:]
    private var origins: [Int32] = []
    private var destinations: [Int32] = []
    private var seconds: [Int32] = []
    private var metres: [Int32] = []
    private var lines: [Int32] = []

    init(file: String) { self.file = file }

    var isFull: Bool { origins.count >= TravelTableBuilder.maxPairs }

    mutating func add(_ place: TravelTable.Place) -> Int32 {
        places.append(place)
        return Int32(places.count - 1)
    }

    /// A drive; one from a place to itself says nothing and is left out. `metres` is −1 where they are not known.
    mutating func add(from: Int32, to: Int32, seconds: Int32, metres: Int32, line: Int) {
        if from == to { return }
        origins.append(from)
        destinations.append(to)
        self.seconds.append(seconds)
        self.metres.append(metres)
        lines.append(Int32(clamping: line))
    }

    /// Lists the first problems of a kind and counts the others.
    mutating func report(
        _ kind: String, _ message: String, line: Int? = nil, column: Int? = nil, source: String? = nil,
        value: String? = nil, hint: String? = nil, severity: Problem.Severity = .error
    ) {
        counts[kind, default: 0] += 1
        guard counts[kind, default: 0] <= TravelTableBuilder.listed else { return }
        problems.append(
            Problem(
                severity, kind, message,
                at: ProblemPlace(
                    file: file, line: line, column: column, sourceLine: source.map { String($0.prefix(200)) }),
                value: value.map { String($0.prefix(60)) }, hint: hint))
    }

    /// The table, and all problems in the order of the file. Of two lines for one pair the first stays. O(pairs log pairs).
    consuming func table() -> (table: TravelTable, problems: [Problem]) {
        var rows = [Int32](repeating: 0, count: places.count + 1)
        for origin in origins { rows[Int(origin) + 1] += 1 }
        for index in rows.indices.dropFirst() { rows[index] += rows[index - 1] }
        var next = rows
        var order = [Int32](repeating: 0, count: origins.count)
        for index in origins.indices {
            let origin = Int(origins[index])
            order[Int(next[origin])] = Int32(index)
            next[origin] += 1
        }
        var kept: [Int32] = []
        kept.reserveCapacity(order.count)
        var keptRows: [Int32] = [0]
        var twice: [(later: Int32, first: Int32)] = []
        for place in places.indices {
            var row = order[Int(rows[place])..<Int(rows[place + 1])]
            // Equal pairs stay in the order of the file: indices break the tie.
            let isSorted = zip(row, row.dropFirst()).allSatisfy { destinations[Int($0)] < destinations[Int($1)] }
            if !isSorted { row.sort { (destinations[Int($0)], $0) < (destinations[Int($1)], $1) } }
            for index in row {
                if let last = kept.last, kept.count > keptRows[place],
                    destinations[Int(last)] == destinations[Int(index)]
                {
                    twice.append((index, last))
                } else {
                    kept.append(index)
                }
            }
            keptRows.append(Int32(kept.count))
        }
        for pair in twice.sorted(by: { $0.later < $1.later }) {
            report(
                "travel.twice", "this pair was given already on line \(lines[Int(pair.first)]), which stays",
                line: Int(lines[Int(pair.later)]), hint: "keep one of the two lines", severity: .warning)
        }
        let table = TravelTable(
            file: file, places: places, rows: keptRows, destinations: kept.map { destinations[Int($0)] },
            seconds: kept.map { seconds[Int($0)] }, metres: kept.map { metres[Int($0)] })
        return (table, allProblems)
    }

    /// What was listed, and one more for each kind of which there are more.
    var allProblems: [Problem] {
        let rest = counts.filter { $0.value > TravelTableBuilder.listed }.sorted { $0.key < $1.key }.map {
            kind, count in
            Problem(
                problems.first { $0.kind == kind }?.severity ?? .error, kind,
                "\(count - TravelTableBuilder.listed) more of this kind in the file", at: ProblemPlace(file: file))
        }
        return problems.sorted(by: Problem.listingOrder) + rest
    }
}
