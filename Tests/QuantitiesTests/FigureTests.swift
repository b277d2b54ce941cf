import Testing

@testable import Quantities

@Suite struct FigureTests {
    @Test func `integers are grouped and have a real minus`() {
        #expect(FigureStyle.british.integer(-1_234_567) == "−1,234,567")
        #expect(FigureStyle(locale: "de-CH")!.integer(12_345) == "12’345")
        #expect(FigureStyle.british.integer(999) == "999")
    }

    @Test func `a rounded zero has no sign and an infinity is a dash`() {
        #expect(FigureStyle.british.decimal(-0.04, 1) == "0.0")
        #expect(FigureStyle.british.decimal(.infinity, 1) == "–")
        #expect(FigureStyle(locale: "de-DE")!.decimal(1234.56, 1) == "1.234,6")
    }

    @Test(arguments: [
        (1_240_000, "1.24 M"), (999_600, "1.00 M"), (41_300, "41.3 k"), (999, "999"), (-52_000, "−52.0 k"),
    ])
    func `short figures have three significant digits`(number: Int, text: String) {
        #expect(FigureStyle.british.short(Double(number)).replacing("\u{a0}", with: " ") == text)
    }

    @Test(arguments: [("2194.29", 219_429), ("-3", -300), ("1.5", 150), ("0.005", 1), (".5", 50), ("7.", 700)])
    func `money is read to the cent`(text: String, cents: Int) {
        #expect(Money(decimal: text, currency: .euro)?.minorUnits == cents)
    }

    @Test(arguments: ["", "1,000", "1e5", "€ 5", "--1", "1.2.3", "99999999999999999999"])
    func `what is no plain decimal is refused`(text: String) {
        #expect(Money(decimal: text, currency: .euro) == nil)
    }

    @Test func `durations read like people write them`() {
        #expect(FigureStyle.british.duration(minutes: 380) == "6\u{a0}h\u{a0}20")
        #expect(FigureStyle.british.duration(minutes: 45) == "45\u{a0}min")
        #expect(FigureStyle.british.duration(minutes: 120) == "2\u{a0}h")
    }

    @Test func `times of day are read within the day only`() {
        #expect(TimeOfDay("8:05")?.text == "08:05")
        #expect(TimeOfDay("24:00") == .endOfDay)
        #expect(TimeOfDay("24:01") == nil)
        #expect(TimeOfDay("8.30") == nil)
        #expect(TimeOfDay("-1:30") == nil)
    }

    @Test func `neighbouring seeds give unrelated streams and a stream repeats`() {
        var first = SeededRandom(seed: 1)
        var again = SeededRandom(seed: 1)
        var second = SeededRandom(seed: 2)
        let draws = (0..<64).map { _ in (first.next(), again.next(), second.next()) }
        #expect(draws.allSatisfy { $0.0 == $0.1 })
        let differing = draws.reduce(0) { $0 + ($1.0 ^ $1.2).nonzeroBitCount }
        #expect((1800...2300).contains(differing))
    }
}
