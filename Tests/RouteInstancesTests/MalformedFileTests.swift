import Diagnostics
import Quantities
import RouteInstances
import Testing

@Suite struct MalformedFileTests {
    /// File name, what to replace by what, kind of the problem and its line.
    @Test(arguments: [
        ("tiny.txt", "CAPACITY\r\n  2", "CAPACITY\r\n  two", "instance.missing-section", 7),
        ("tiny.txt", "VEHICLE", "VEHICEL", "instance.missing-section", 3),
        ("tiny.txt", "3      0         5 ", "3      0         nan ", "instance.not-a-number", 13),
        ("tiny.txt", "3      0         5 ", "3      0         1e400 ", "instance.not-a-number", 13),
        ("tiny.txt", "10         20 ", "20         10 ", "instance.window", 11),
        ("tiny.txt", "3      0         5          5", "3      0         5         -5", "instance.out-of-range", 13),
        ("tiny.txt", "3      0         5 ", "4      0         5 ", "instance.out-of-range", 13),
        ("tiny.txt", "3      0         5 ", "3      0 ", "instance.column-count", 13),
        ("square.tsp", "4 0 10", "3 0 10", "instance.twice", 10),
        ("square.tsp", "4 0 10\n", "", "instance.row-count", 6),
        ("square.tsp", "DIMENSION: 4", "DIMENSION: 99999999999", "instance.out-of-range", 4),
        ("square.tsp", "DIMENSION: 4\n", "", "instance.missing-key", 10),
        ("square.tsp", "EUC_2D", "GEO", "instance.unsupported", 5),
        ("square.tsp", "TYPE : TSP", "TYPE : SOP", "instance.unsupported", 3),
        ("square.tsp", "NODE_COORD_SECTION", "NODE_COORDS_SECTION", "instance.unsupported", 6),
        ("square.tsp", "NODE_COORD_SECTION\n", "", "instance.missing-section", 6),
        ("square.tsp", "DIMENSION", "DIMESNION", "instance.unreadable", 4),
        ("prizes.vrp", "6 2 0 4\n", "", "instance.row-count", 12),
        ("prizes.vrp", "7 3 4 0\n", "7 3 4 0\n1\n", "instance.row-count", 17),
        ("prizes.vrp", "4 30", "4 -30", "instance.out-of-range", 31),
        ("prizes.vrp", "PRIZE_SECTION", "PRICE_SECTION", "instance.unsupported", 27),
        ("prizes.vrp", "1\n-1\n", "1\n2\n-1\n", "instance.unsupported", 11),
        ("prizes.vrp", "VEHICLES : 1", "VEHICLES : 0", "instance.out-of-range", 4),
        ("p00", "1 1 3 3", "4 1 3 3", "instance.unsupported", 1),
        ("p00", "2 3 6", "2 3 8", "instance.out-of-range", 6),
        ("p00", "2 3 6", "2 3 4", "instance.pattern", 6),
        ("p00", "2 3 6", "3 3 6", "instance.column-count", 6),
        ("p00", " 3 0 5 2 5 0 1 4", "", "instance.cut-off", 7),
        ("p00", "1 1 3 3", "1 1 2 3", "instance.column-count", 8),
    ])
    func `what is wrong has a kind, a line and a hint`(
        file: String, old: String, new: String, kind: String, line: Int
    ) throws {
        let text = try #require(SmallFiles.all.first { $0.0 == file }).1
        let wrong = text.replacing(old, with: new, maxReplacements: 1)
        try #require(wrong != text)
        let error = try #require(throws: ProblemError.self) { try readInstance(wrong, file: file) }
        let problem = error.problems[0]
        #expect(problem.kind == kind && problem.place?.line == line && problem.place?.file == file, "\(problem.text)")
        #expect(problem.hint != nil || kind == "instance.long", "\(problem.text)")
    }

    @Test func `text that is no instance is a problem, not a crash`() {
        for text in ["", "\n\n", "\u{0}\u{1}", "hello", "1 2 3", "1 1 1 1", ":", "EOF", "_SECTION", "-1", "é: 🙂"] {
            for name in ["x", "x.txt", "x.vrp", "x.tsp"] {
                #expect(throws: ProblemError.self) { try readInstance(text, file: name) }
            }
        }
    }

    /// Cut, swap, double and spoil words and lines; what is still read can also be solved for.
    @Test(arguments: 0..<60)
    func `a damaged file is read or refused`(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed), stream: "damage")
        let odd = [
            "nan", "-inf", "1e308", "-1", "0", "1e12", "99999999999999999999", "x", "", "0x10", "-0.5", "4294967296",
            "1e9",
        ]
        for (file, text) in SmallFiles.all {
            for _ in 0..<10 {
                var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
                for _ in 0...random.integer(in: 0..<3) {
                    let line = random.integer(in: 0..<lines.count)
                    switch random.integer(in: 0..<5) {
                    case 0: lines.removeLast(line / 2)
                    case 1: lines.swapAt(line, random.integer(in: 0..<lines.count))
                    case 2: lines.insert(lines[line], at: random.integer(in: 0..<lines.count))
                    case 3: lines[line] = String(lines[line].prefix(lines[line].count / 2))
                    default:
                        var words = lines[line].split(separator: " ").map(String.init)
                        guard !words.isEmpty else { continue }
                        words[random.integer(in: 0..<words.count)] = odd[random.integer(in: 0..<odd.count)]
                        lines[line] = words.joined(separator: " ")
                    }
                }
                guard let instance = try? readInstance(lines.joined(separator: "\n"), file: file) else { continue }
                for rounding in CostRounding.allCases {
                    let check = checkRoutes(
                        [InstanceRoute(stops: instance.customers)], of: instance, rounding: rounding)
                    #expect(check.cost.isFinite)
                    _ = try? RoutingConversion(instance, rounding: rounding)
                }
            }
        }
    }
}
