import Quantities
import Testing

@testable import Records

private let francs = Currency(code: "CHF")!
private let yen = Currency(code: "JPY")!
private let dinars = Currency(code: "KWD")!

private func day(_ month: Int, _ day: Int) -> Day { Day(year: 2026, month: month, day: day)! }
private func rate(_ text: String) -> ExchangeRates.Rate { ExchangeRates.Rate(decimal: text)! }

@Suite struct ExchangeRateTests {
    @Test(arguments: ["", "0", "0.000", "-1", "+1", "1,05", "1.", ".5", "1e3", "1.12345678901", "1234567890", "١"])
    func `what is no plain decimal above zero is no rate`(text: String) {
        #expect(ExchangeRates.Rate(decimal: text) == nil)
    }

    @Test func `the last rate on or before a day counts, as long as it is fresh`() {
        var rates = ExchangeRates(to: .euro, validDays: 10)
        rates.set(francs, on: day(3, 20), to: rate("1.2"))
        rates.set(francs, on: day(3, 1), to: rate("1.1"))
        #expect(rates.rate(of: francs, on: day(2, 28)) == nil)
        #expect(rates.rate(of: francs, on: day(3, 1)) == rate("1.1"))
        #expect(rates.rate(of: francs, on: day(3, 11)) == rate("1.1"))
        #expect(rates.rate(of: francs, on: day(3, 12)) == nil)
        #expect(rates.rate(of: francs, on: day(3, 20)) == rate("1.2"))
        #expect(rates.rate(of: yen, on: day(3, 20)) == nil)
        #expect(rates.currencies == [francs])
    }

    @Test func `the order in which rates are said does not matter, and of one day the last one holds`() {
        var forward = ExchangeRates(to: .euro)
        var backward = ExchangeRates(to: .euro)
        for index in 0..<40 { forward.set(francs, on: day(1, 1) + index, to: rate("1.\(100 + index)")) }
        backward.set(francs, on: day(1, 5), to: rate("9"))
        for index in (0..<40).reversed() { backward.set(francs, on: day(1, 1) + index, to: rate("1.\(100 + index)")) }
        #expect(forward == backward)
    }

    @Test(arguments: [
        // Worked by hand: minor units of the other currency, rate, cents.
        (10_000, "0.95", 9_500), (1, "0.5", 0), (3, "0.5", 2), (5, "0.5", 2), (-3, "0.5", -2), (-1, "0.5", 0),
        (1, "0.5000000001", 1), (0, "1.5", 0), (333, "1.005", 335),
    ])
    func `amounts are converted exactly, halves to the even cent`(units: Int, text: String, cents: Int) {
        var rates = ExchangeRates(to: .euro)
        rates.set(francs, on: day(1, 1), to: rate(text))
        let converted = rates.convert(Money(minorUnits: units, currency: francs), on: day(1, 1))
        #expect(converted == Money(minorUnits: cents, currency: .euro))
    }

    @Test func `currencies with none and with three decimals are converted by their units`() {
        var rates = ExchangeRates(to: .euro)
        rates.set(yen, on: day(1, 1), to: rate("0.00612"))
        rates.set(dinars, on: day(1, 1), to: rate("2.8"))
        #expect(rates.convert(Money(minorUnits: 10_000, currency: yen), on: day(1, 1))?.minorUnits == 6_120)
        #expect(rates.convert(Money(minorUnits: 1_000, currency: dinars), on: day(1, 1))?.minorUnits == 280)
    }

    @Test func `an amount beyond 64 bits is not converted, and the company's own stays as it is`() {
        var rates = ExchangeRates(to: .euro)
        rates.set(francs, on: day(1, 1), to: rate("999999999"))
        #expect(rates.convert(Money(minorUnits: .max, currency: francs), on: day(1, 1)) == nil)
        #expect(rates.convert(Money(minorUnits: .max, currency: .euro), on: day(1, 1))?.minorUnits == .max)
    }
}
