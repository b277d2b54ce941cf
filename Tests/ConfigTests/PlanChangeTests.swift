import Diagnostics
import Quantities
import Testing

@testable import Config

private func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }

private func change(_ line: String) throws -> PlanChange {
    let (changes, problems) = readPlanChanges(line, file: "plan-changes.txt")
    #expect(problems == [])
    return try #require(changes.first)
}

@Suite struct PlanChangeTests {
    @Test func `each verb says what it should`() throws {
        let monday = try day("2026-11-24")
        #expect(try change("lock C-0042 2026-11-24").action == .lock(day: monday, at: nil))
        #expect(try change("LOCK C-0042 2026-11-24 9:05").action == .lock(day: monday, at: TimeOfDay(9, 5)))
        #expect(try change("skip C-0042 until 2026-12-07").action == .skip(until: try day("2026-12-07")))
        #expect(try change("must C-0042 by 2026-11-27").action == .must(from: nil, until: try day("2026-11-27")))
        #expect(
            try change("must C-0042 2026-11-24..2026-11-27").action
                == .must(from: monday, until: try day("2026-11-27")))
        #expect(try change("must C-0042 2026-11-24").action == .must(from: monday, until: monday))
        #expect(try change("move C-0042 to \"Ana Lima\"").action == .move(rep: "Ana Lima"))
        let window = TimeWindow(from: TimeOfDay(9, 0), until: TimeOfDay(11, 0))
        for length in ["45 min", "45min", "45 Minutes", "45 min."] {
            #expect(
                try change("appointment C-0042 2026-11-24 09:00-11:00 \(length)").action
                    == .appointment(day: monday, window: window, minutes: 45))
        }
        #expect(
            try change("appointment C-0042 2026-11-24 9:00–11:00").action
                == .appointment(day: monday, window: window, minutes: nil))
        #expect(
            try change("closed C-0042 2026-12-24..2027-01-06").action
                == .closed(from: try day("2026-12-24"), until: try day("2027-01-06")))
        #expect(try change("closed C-0042 2026-11-24").action == .closed(from: monday, until: monday))
    }

    @Test func `the comment behind a line is its note, and a number sign inside a word is not`() throws {
        let noted = try change("  lock A#7\t2026-11-24   #  stays, she said \t")
        #expect(noted.customer == "A#7" && noted.note == "stays, she said")
        #expect(noted.place.line == 1 && noted.place.column == 8)
        #expect(noted.place.sourceLine == "  lock A#7 2026-11-24   #  stays, she said  ")
        #expect(try change("lock \"# 1 Bar\" 2026-11-24 #").note == nil)
        #expect(try change("lock \"# 1 Bar\" 2026-11-24").customer == "# 1 Bar")
        #expect(try change("lock \"Bar \"\"Zum Hirsch\"\"\" 2026-11-24 #x").customer == "Bar \"Zum Hirsch\"")
    }

    @Test func `nothing, blank lines and comments are no changes`() {
        for text in ["", "\n\n", "\u{FEFF}", "  # only a note\r\n\t\r\n\u{A0}\n", "#\r#\r"] {
            let read = readPlanChanges(text, file: "p")
            #expect(read.changes == [] && read.problems == [])
        }
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func `lines are counted as an editor counts them`(end: String) {
        let text = ["\u{FEFF}lock A 2026-11-24", "", "lick B 2026-11-24", "skip\u{A0}C\tuntil  2026-12-01"]
        let (changes, problems) = readPlanChanges(text.joined(separator: end) + end, file: "plan/x.txt")
        #expect(changes.map(\.customer) == ["A", "C"])
        #expect(changes.map(\.place.line) == [1, 4])
        #expect(problems.map(\.place?.line) == [3])
    }

    /// Line, kind, column, hint.
    @Test(arguments: [
        ("lick C 2026-11-24", "unknown-verb", 1, "did you mean 'lock'?"),
        ("visit C 2026-11-24", "unknown-verb", 1, "changes are lock, skip, must, move, appointment, closed"),
        ("\"lock\" C 2026-11-24", "unknown-verb", 1, nil),
        ("lock", "missing", 5, "write it like this: lock C-0042 2026-11-24 10:30"),
        ("lock \"\" 2026-11-24", "missing", 19, nil),
        ("lock C", "missing", 7, nil),
        ("lock C # 2026-11-24", "missing", 7, nil),
        ("lock \"Berghof 2026-11-24", "quote", 6, nil),
        ("lock \"Berghof\"2026-11-24", "quote", 14, nil),
        ("lock Berg\"hof 2026-11-24", "quote", 10, nil),
        ("lock „Berghof Lana“ 2026-11-24", "quote", 6, "put straight quotes around the whole name: \"Berghof Lana\""),
        ("lock Berghof Lana 2026-11-24", "day", 14, "put a name of several words in quotes, such as \"Berghof Lana\""),
        ("skip Berghof Lana until 2026-11-24", "form", 14, nil),
        ("lock C 2026-02-30", "day", 8, "check month and day; a day is written 2026-11-24"),
        ("lock C 2026-1-3", "day", 8, "write 2026-01-03"),
        ("lock C 24.11.2026", "day", 8, "write 2026-11-24"),
        ("lock C 11/10/2026", "day", 8, "write year, month, day: 2026-11-24"),
        ("lock C 0026-11-24", "day", 8, "plans know 2000 to 2100"),
        ("lock C tomorrow", "day", 8, nil),
        ("lock C 2026-11-24 25:00", "time", 19, "write a time as 09:30, up to 24:00"),
        ("lock C 2026-11-24 24:00", "time", 19, "write a time before 24:00"),
        ("lock C 2026-11-24 10.30", "time", 19, "write 10:30"),
        ("lock C 2026-11-24 10:30 sharp", "form", 25, "write it like this: lock C-0042 2026-11-24 10:30"),
        ("skip C 2026-12-07", "form", 8, "write it like this: skip C-0042 until 2026-12-07"),
        ("skip C until", "missing", 13, nil),
        ("must C 2026-11-27..2026-11-24", "order", 8, "write the earlier day first"),
        ("must C 2026-11-24..2026-11-31", "day", 20, nil),
        ("must C 2026-11-24..", "day", 20, nil),
        ("move C Ana", "form", 8, nil),
        ("move C to", "missing", 10, nil),
        ("move C to \"\"", "missing", 11, nil),
        ("move C to Ana Lima", "form", 15, nil),
        ("appointment C 2026-11-24", "missing", 25, nil),
        ("appointment C 2026-11-24 09:00", "window", 26, "write 09:00-11:00"),
        ("appointment C 2026-11-24 11:00-09:00", "order", 26, "write the earlier time first"),
        ("appointment C 2026-11-24 11:00-11:00", "order", 26, nil),
        ("appointment C 2026-11-24 09:00-24:30", "time", 32, nil),
        ("appointment C 2026-11-24 09:00-09:30 45 min", "window", 38, "make the window longer or the visit shorter"),
        ("appointment C 2026-11-24 09:00-11:00 45", "form", 38, nil),
        ("appointment C 2026-11-24 09:00-11:00 0 min", "form", 38, nil),
        ("appointment C 2026-11-24 09:00-11:00 99999999999999999999 min", "form", 38, nil),
        ("closed C 2027-01-06..2026-12-24", "order", 10, nil),
        ("lock C\u{0} 2026-11-24", "character", 7, nil), ("lock C\u{1B}[31m 2026-11-24", "character", 7, nil),
        ("lock C\u{200B} 2026-11-24", "character", 7, nil), ("lock \u{202E}C 2026-11-24", "character", 6, nil),
        ("lock C 2026-11-24\u{2028}", "character", 18, nil), ("lock C 2026-11-24 # a\u{7}b", "character", 22, nil),
        ("lock C 2026-11-24 # " + String(repeating: "é", count: 1000), "long-line", 1, "write one change a line"),
    ])
    func `a wrong line is named with its place and the right form, and the others hold`(
        line: String, kind: String, column: Int, hint: String?
    ) throws {
        let (changes, problems) = readPlanChanges("lock A 2026-11-24\n\(line)\nlock B 2026-11-24", file: "p.txt")
        #expect(changes.map(\.customer) == ["A", "B"])
        let problem = try #require(problems.first)
        #expect(problems.count == 1 && problem.severity == .error)
        #expect(problem.kind == "plan-changes.\(kind)")
        #expect(problem.place?.file == "p.txt" && problem.place?.line == 2)
        #expect(problem.place?.column == column)
        #expect(problem.place?.sourceLine?.isEmpty == false)
        if let hint { #expect(problem.hint == hint) } else { #expect(problem.hint?.isEmpty == false) }
        #expect(!problem.text.unicodeScalars.contains { $0.value < 32 && $0 != "\n" })
    }

    /// Earlier line, later line, kind; nil where both hold.
    @Test(arguments: [
        ("lock C 2026-11-24", "lock C 2026-11-25", "contradiction"),
        ("lock C 2026-11-24", "lock C 2026-11-24 10:00", "contradiction"),
        ("lock C 2026-11-24", "lock C 2026-11-24 # again", "repeated"),
        ("lock C 2026-11-24", "lock C 2026-12-08", nil),
        ("lock C 2026-11-24", "lock D 2026-11-25", nil),
        ("lock C 2026-11-24", "appointment C 2026-11-26 09:00-11:00", "contradiction"),
        ("skip C until 2026-12-07", "lock C 2026-11-24", "contradiction"),
        ("lock C 2026-11-24", "skip C until 2026-12-07", "contradiction"),
        ("lock C 2026-12-07", "skip C until 2026-12-07", nil),
        ("skip C until 2026-12-07", "skip C until 2026-12-08", "contradiction"),
        ("skip C until 2026-12-07", "must C by 2026-12-06", "contradiction"),
        ("skip C until 2026-12-07", "must C by 2026-12-07", nil),
        ("move C to Ana", "move C to Bo", "contradiction"),
        ("closed C 2026-12-24..2027-01-06", "lock C 2026-12-24", "contradiction"),
        ("lock C 2027-01-06", "closed C 2026-12-24..2027-01-06", "contradiction"),
        ("closed C 2026-12-24..2027-01-06", "must C 2026-12-28..2026-12-30", "contradiction"),
        ("closed C 2026-12-24..2027-01-06", "must C 2026-12-28..2027-01-08", nil),
        ("closed C 2026-12-24", "closed C 2026-12-25", nil),
        ("must C 2026-11-24..2026-11-27", "must C by 2026-12-27", nil),
    ])
    func `of two lines that exclude each other the later one holds`(
        earlier: String, later: String, kind: String?
    ) throws {
        let (changes, problems) = readPlanChanges("\(earlier)\nlock Z 2026-11-24\n\(later)\n", file: "p")
        #expect(changes.map(\.place.line) == (kind == nil ? [1, 2, 3] : [2, 3]))
        #expect(problems.map(\.kind) == (kind.map { ["plan-changes.\($0)"] } ?? []))
        if let problem = problems.first {
            #expect(problem.severity == .warning && problem.place?.line == 1)
            #expect(problem.message.contains("line 3"))
        }
    }

    @Test func `a change is written as it is read`() throws {
        let names = [
            "C-0042", "Berghof Lana", "Bar \"Zum Hirsch\"", "\"", "#", "A#7", "„Haus“", "O'Brien & Sons, Ltd.", "until",
            "名前 テスト", "👩‍👩‍👧", "e\u{301}", "\"\u{301}x", "=1+1", "<b>", "../../x", "%s%n", "lock",
        ]
        for name in names {
            for verb in PlanChange.Verb.allCases {
                var written = try change(verb.example)
                #expect(written.line == verb.example)
                written.customer = name
                if case .move = written.action { written.action = .move(rep: name) }
                let read = try change(written.line)
                #expect(read.customer == name && read.action == written.action)
            }
        }
    }

    @Test func `a file of junk costs no more than its problems`() {
        let junk = String(repeating: "x y\n", count: 6000)
        let (changes, problems) = readPlanChanges(junk, file: "p")
        #expect(changes.isEmpty && problems.count == 5001)
        #expect(problems.last?.kind == "plan-changes.too-many-lines" && problems.last?.place?.line == 5001)
    }
}
