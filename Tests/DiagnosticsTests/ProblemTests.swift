import Testing

@testable import Diagnostics

@Suite struct ProblemTests {
    @Test func `a problem with a place shows the line, a caret under the value, and the hint`() {
        let place = ProblemPlace(file: "site-config.yml", line: 14, column: 3, sourceLine: "  teritories:")
        let problem = Problem(
            .error, "config.unknown-key", "'teritories' is not a setting", at: place, value: "teritories",
            hint: "did you mean 'territories'?")
        #expect(
            problem.text == """
                site-config.yml:14:3: error: 'teritories' is not a setting [config.unknown-key]
                   14 |   teritories:
                      |   ^~~~~~~~~~
                  hint: did you mean 'territories'?
                """)
    }

    @Test func `a problem without a place is one line`() {
        #expect(Problem(.warning, "a.b", "nothing planned").text == "warning: nothing planned [a.b]")
    }

    @Test(arguments: [
        ("teritories", "territories"), ("STAGE", "stages"), ("zoen", "zone"),
    ])
    func `a near miss is found`(word: String, meant: String) {
        #expect(nearMiss(of: word, in: ["territories", "stages", "zone", "theme"]) == meant)
    }

    @Test func `a far word has no near miss`() {
        #expect(nearMiss(of: "quantum", in: ["territories", "zone"]) == nil)
    }

    @Test func `problems are listed by file, then line, then column`() {
        let problems = [("b", 1, 1), ("a", 10, 2), ("a", 2, 9), ("a", 10, 1)].map {
            Problem(.note, "k", "m", at: ProblemPlace(file: $0.0, line: $0.1, column: $0.2))
        }
        let order = problems.sorted(by: Problem.listingOrder).map {
            "\($0.place!.file)\($0.place!.line!).\($0.place!.column!)"
        }
        #expect(order == ["a2.9", "a10.1", "a10.2", "b1.1"])
    }
}
