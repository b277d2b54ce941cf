import Diagnostics
import Foundation
import Quantities
import Records
import Testing

@testable import Config

private func rates(_ text: String) -> (rates: ExchangeRates, problems: [Problem]) {
    readExchangeRates(text, file: "r.csv", currency: .euro, validDays: 31)
}

private func calls(_ rows: String..., zone: Zone = .utc) -> (calls: [CallRow], problems: [Problem]) {
    readForecastCalls(
        (["rep,caller,month,commit,best_case,note,at"] + rows).joined(separator: "\n"), file: "c.csv", zone: zone,
        currency: .euro)
}

private let november = Day(year: 2026, month: 11, day: 1)!

@Suite struct ForecastInputsTests {
    @Test func `rates are read by their header, whatever separates the cells`() {
        let (read, problems) = rates(
            "\u{feff}currency;rate;date\r\nCHF;1.0684;2026-11-02\r\n\r\nUSD;0.9;2026-11-03\r\n")
        #expect(problems.isEmpty)
        #expect(read.currencies.map(\.code) == ["CHF", "USD"])
        #expect(
            read.convert(Money(minorUnits: 10_000, currency: Currency(code: "CHF")!), on: november + 1)?.minorUnits
                == 10_684)
    }

    @Test(arguments: [
        ("2026-13-01,CHF,1.1", "rates.day", 1), ("2026-11-02,chf,1.1", "rates.currency", 12),
        ("2026-11-02,CHF,\"1,1\"", "rates.rate", 16), ("2026-11-02,CHF,0", "rates.rate", 16),
        ("2026-11-02,EUR,1", "rates.own-currency", 12), ("2026-11-02,CHF", "rates.rate", nil),
        ("2026-11-02,CHF,1.1,9", "rates.form", 20),
    ])
    func `a row of rates that is wrong is named by line and column, and the others hold`(
        row: String, kind: String, column: Int?
    ) {
        let (read, problems) = rates("date,currency,rate\n\(row)\n2026-11-05,USD,0.9\n")
        #expect(problems.map(\.kind) == [kind])
        #expect(problems.first?.place?.line == 2 && problems.first?.place?.column == column)
        #expect(problems.allSatisfy { $0.hint != nil })
        #expect(read.currencies.map(\.code) == ["USD"])
    }

    @Test func `of two rates for one day the last holds, and both rows are named`() {
        let (read, problems) = rates("date,currency,rate\n2026-11-02,CHF,1.1\n2026-11-02,CHF,1.1\n2026-11-02,CHF,1.2\n")
        #expect(problems.map(\.kind) == ["rates.repeated", "rates.contradiction"])
        #expect(problems.allSatisfy { $0.severity == .warning })
        #expect(read.rate(of: Currency(code: "CHF")!, on: november + 1) == ExchangeRates.Rate(decimal: "1.2"))
    }

    @Test func `a call has a month, a number, a note, and the time it was said`() {
        let zone = Zone("Europe/Vienna")!
        let (read, problems) = calls(
            "Ana,rep,2026-11,48000,60000.50,\"two big ones, then quiet\",2026-11-02 09:30",
            "b:1,Manager,2026-11-17,40000,,,2026-11-02", "Ana,rep,2026-11,47000,,,2026-11-01T10:00:00Z", zone: zone)
        #expect(problems.isEmpty)
        #expect(read.map(\.caller) == [.rep, .manager, .rep])
        #expect(read.allSatisfy { $0.month == november })
        #expect(read.map(\.commit.minorUnits) == [4_800_000, 4_000_000, 4_700_000])
        #expect(read.map(\.bestCase?.minorUnits) == [6_000_050, nil, nil])
        #expect(read[0].note == "two big ones, then quiet" && read[1].note == nil)
        #expect(read.map(\.at.iso) == ["2026-11-02T08:30:00Z", "2026-11-02T11:00:00Z", "2026-11-01T10:00:00Z"])
    }

    @Test(arguments: [
        (",rep,2026-11,1,,,2026-11-02", "rep"), ("A,boss,2026-11,1,,,2026-11-02", "caller"),
        ("A,rep,11/2026,1,,,2026-11-02", "month"), ("A,rep,2026-11,,,,2026-11-02", "amount"),
        ("A,rep,2026-11,1 000,,,2026-11-02", "amount"), ("A,rep,2026-11,-5,,,2026-11-02", "amount"),
        ("A,rep,2026-11,1.005,,,2026-11-02", "amount"), ("A,rep,2026-11,10,5,,2026-11-02", "best-case"),
        ("A,rep,2026-11,1,,,", "day"), ("A,rep,2026-11,1,,,2026-11-02 25:00", "time"),
        ("A,rep,2026-11,1,,\"open,2026-11-02", "quote"), ("A,rep,2026-11,1,,x\u{200b},2026-11-02", "character"),
    ])
    func `a call that is wrong is named by its line, and the others hold`(row: String, rule: String) {
        let good = "B,rep,2026-11,5,,,2026-11-02"
        let (read, problems) = calls(good, row)
        #expect(problems.map(\.kind) == ["forecast-calls.\(rule)"])
        #expect(problems.first?.place?.line == 3)
        #expect(read.map(\.rep) == ["B"])
    }

    @Test func `a call that is there twice counts once, and one that was changed later stays beside it`() {
        let (read, problems) = calls(
            "A,rep,2026-11,5,,,2026-11-02", "A,rep,2026-11,5,,,2026-11-02", "A,rep,2026-11,6,,,2026-11-03")
        #expect(read.map(\.commit.minorUnits) == [500, 600])
        #expect(problems.map(\.kind) == ["forecast-calls.repeated"])
    }

    @Test func `a file that is named has to be there, one of the standard name need not`() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "forecast-inputs-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var config = SiteConfig()
        let none = readForecastInputs(config, folder: folder.path)
        #expect(none.problems.isEmpty && none.files.isEmpty && none.rates == nil)
        try "date,currency,rate\n2026-11-02,CHF,1.1\n".write(
            to: folder.appendingPathComponent("exchange-rates.csv"), atomically: true, encoding: .utf8)
        let found = readForecastInputs(config, folder: folder.path)
        #expect(found.files.map(\.path) == ["exchange-rates.csv"])
        #expect(found.rates?.currencies.count == 1)
        config.forecast.ratesFile = "other.csv"
        config.forecast.callsFile = "calls.csv"
        let missing = readForecastInputs(config, folder: folder.path)
        #expect(missing.problems.map(\.kind) == ["rates.missing", "forecast-calls.missing"])
        #expect(missing.problems.allSatisfy { $0.severity == .error })
    }
}

@Suite struct ScenarioSettingTests {
    @Test func `a scenario has a name and effects, written as one word or as a list`() throws {
        let (config, problems, _) = try read(
            """
            forecast:
              big_deal: 50000
              scenarios:
                - { name: Trade fair, new_deals: 1.25, teams: North }
                - { name: Worst, lose: [a:1, "Big one"], slip_days: 14, win_rate: 0.9, rep_leaves: Ana, stages: [A, B] }
            """)
        #expect(problems.isEmpty)
        #expect(config.forecast.bigDealAmount == 50_000)
        let scenarios = config.forecast.scenarios
        #expect(scenarios.map(\.name) == ["Trade fair", "Worst"])
        #expect(scenarios[0].newDealsFactor == 1.25 && scenarios[0].teams == ["North"])
        #expect(scenarios[1].loseDeals == ["a:1", "Big one"] && scenarios[1].repLeaves == ["Ana"])
        #expect(scenarios[1].slipDays == 14 && scenarios[1].winRateFactor == 0.9 && scenarios[1].stages == ["A", "B"])
        #expect(scenarios[1].place?.line == 5)
    }

    @Test(arguments: [
        ("{ slip_days: 3 }", "config.wrong-value"), ("{ name: A }", "config.scenarios"),
        ("{ name: A, slip: 3 }", "config.unknown-key"), ("{ name: A, win_rate: 0 }", "config.wrong-value"),
        ("{ name: A, slip_days: -1 }", "config.wrong-value"), ("{ name: A, lose: [[x]] }", "config.wrong-value"),
        ("{ name: A, lose: x, win: [x] }", "config.scenarios"), ("{ name: good, slip_days: 3 }", "config.scenarios"),
        ("just words", "config.wrong-value"),
    ])
    func `a scenario that is wrong is named by its line and left out`(entry: String, kind: String) throws {
        let (config, problems, _) = try read(
            "forecast:\n  scenarios:\n    - { name: Good, slip_days: 7 }\n    - \(entry)\n")
        #expect(problems.map(\.kind).contains(kind))
        #expect(problems.allSatisfy { $0.place?.line == 4 })
        #expect(config.forecast.scenarios.map(\.name) == ["Good"])
    }

    @Test(arguments: [
        "forecast: {rates: public/rates.csv}", "forecast: {calls: demo.sqlite}", "forecast: {calls: a, rates: ./a}",
        "forecast: {rates: site-config.yml}", "forecast: {rates: days-off.csv}",
    ])
    func `files of the forecast are files of their own`(text: String) throws {
        #expect(try kinds(text) == ["config.path"])
    }
}
