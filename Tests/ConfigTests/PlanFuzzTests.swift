import Diagnostics
import Quantities
import Testing

@testable import Config

/// Lines made of pieces that a person, a spreadsheet or a broken disk might write.
@Suite struct PlanFuzzTests {
    private static let pieces = [
        "lock", "skip", "must", "move", "appointment", "closed", "until", "by", "to", "C-1", "\"C 1\"", "\"", "\"\"",
        "#",
        "2026-11-24", "2026-02-30", "2026-11-24..2026-12-01", "09:00", "09:00-11:00", "24:00", "45", "min", " ", "\t",
        "\u{A0}", ",", ";", "é", "e\u{301}", "👩‍👩‍👧", "\u{0}", "\u{1B}", "\u{FEFF}", "\u{202E}", "\u{2028}", "*", "ana", "",
        "day", "start", "minutes", "rep", "customer", "from", "-1", "..", "–", "99999999999999999999", "=1+1",
    ]

    private static func text(seed: UInt64, lines: Int, separators: [String]) -> String {
        var random = SeededRandom(seed: seed, stream: "plan files")
        return (0..<lines).map { _ in
            (0..<random.integer(in: 0..<10)).map { _ in
                pieces[random.integer(in: 0..<pieces.count)]
                    + separators[random.integer(in: 0..<separators.count)]
            }.joined() + ["\n", "\r\n", "\r"][random.integer(in: 0..<3)]
        }.joined()
    }

    /// Lines that are right but for one word at most.
    private static func nearlyRight(seed: UInt64) -> String {
        var random = SeededRandom(seed: seed, stream: "lines")
        return (0..<20).map { _ in
            let verb = PlanChange.Verb.allCases[random.integer(in: 0..<PlanChange.Verb.allCases.count)]
            var words = verb.example.split(separator: " ").map(String.init)
            words[1] = "C\(random.integer(in: 0..<8))"
            if random.integer(in: 0..<2) == 0 {
                words[random.integer(in: 0..<words.count)] = pieces[random.integer(in: 0..<pieces.count)]
            }
            return words.joined(separator: " ") + "\n"
        }.joined()
    }

    @Test(arguments: 1...200 as ClosedRange<UInt64>)
    func `each line is a change, a problem or nothing`(seed: UInt64) {
        let text = Self.nearlyRight(seed: seed) + Self.text(seed: seed, lines: 30, separators: [" ", " ", " ", ""])
        let (changes, problems) = readPlanChanges(text, file: "p")
        let lines = Set(changes.compactMap(\.place.line) + problems.compactMap(\.place?.line))
        #expect(lines.count == changes.count + problems.count)
        #expect(changes.count >= 3)
        for (index, line) in physicalLines(text).enumerated() {
            let first = line.unicodeScalars.first { !$0.properties.isWhitespace }
            let isNothing = first == nil || first == "#"
            #expect(isNothing || lines.contains(index + 1), "\(line)")
        }
        for problem in problems { #expect(problem.hint?.isEmpty == false, "\(problem.text)") }
        // What was understood is understood again.
        let again = readPlanChanges(changes.map(\.line).joined(separator: "\n"), file: "p")
        #expect(again.problems == [] && again.changes.map(\.action) == changes.map(\.action))
    }

    @Test(arguments: 1...200 as ClosedRange<UInt64>)
    func `each row of a table is read, a problem or nothing`(seed: UInt64) {
        let body = Self.text(seed: seed, lines: 30, separators: [",", ",", ""])
        let (daysOff, problems) = readDaysOff("rep,from,until,name\n" + body, file: "d")
        let lines =
            daysOff.compactMap(\.place.line) + problems.filter { $0.severity == .error }.compactMap(\.place?.line)
        #expect(Set(lines).count == lines.count)
        for problem in problems { #expect(problem.hint?.isEmpty == false) }
        let (plan, _) = PublishedPlan.read("day,start,minutes,rep,customer\n" + body, file: "p")
        let (again, flaws) = PublishedPlan.read(plan.text(repName: { $0 }, customerName: { $0 }), file: "p")
        #expect(again == plan && flaws == [])
    }

    @Test func `an empty cell and a row of one long line cost no time`() {
        let long = String(repeating: "\"a\"\"b\",", count: 40_000)
        #expect(readDaysOff("rep,from\n" + long, file: "d").problems.count == 1)
        #expect(readPlanChanges(String(repeating: "lock ", count: 200_000), file: "p").problems.count == 1)
    }
}
