import Foundation
import Testing

@testable import Intake

/// Published CSV files with what they mean.
@Suite(.enabled(if: SharedData.canRun("data/hostile/csv"), "the shared CSV files are not there"))
struct HostileCSVTests {
    private func rows(_ path: String) throws -> (texts: [[String]], flaws: [CSVRow.Flaw.Kind]) {
        var reader = CSVReader(try Data(contentsOf: URL(fileURLWithPath: path)))
        var row = CSVRow()
        var texts: [[String]] = []
        var flaws: [CSVRow.Flaw.Kind] = []
        while reader.next(into: &row) {
            texts.append(row.texts)
            flaws += row.flaws.map(\.kind)
        }
        return (texts, flaws)
    }

    private func names(_ folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".json") }
            .map { String($0.dropLast(5)) }.sorted()
    }

    @Test func `good files mean what they say`() throws {
        let folder = try #require(SharedData.path("data/hostile/csv"))
        let good = try names(folder + "/json")
        #expect(good.count > 15)
        // For these two the rows below the header are expected, by its names.
        #expect(try rows(folder + "/csv/header-no-rows.csv").texts == [["foo", "bar", "baz"]])
        #expect(try rows(folder + "/csv/header-simple.csv").texts == [["foo", "bar", "baz"], ["1", "2", "3"]])
        for name in good where !name.hasPrefix("header-") {
            let data = try Data(contentsOf: URL(fileURLWithPath: folder + "/json/\(name).json"))
            let read = try rows(folder + "/csv/\(name).csv")
            #expect(try read.texts == JSONDecoder().decode([[String]].self, from: data), "\(name)")
            #expect(read.flaws == [], "\(name)")
        }
    }

    @Test func `bad files keep every field and tell their flaw`() throws {
        let folder = try #require(SharedData.path("data/hostile/csv/csv"))
        let missing = try rows(folder + "/bad-missing-quote.csv")
        #expect(missing.flaws == [.unclosedQuote] && missing.texts[1].count == 3)
        let stray = try rows(folder + "/bad-unescaped-quote.csv")
        #expect(stray.flaws == [.strayQuote] && stray.texts[1] == ["1", "This \"quotes\" must be escaped", "3"])
        let inner = try rows(folder + "/bad-quotes-with-unescaped-quote.csv")
        #expect(!inner.flaws.isEmpty && inner.texts.count == 2)
        #expect(try rows(folder + "/bad-header-no-header.csv").texts == [])
        #expect(try rows(folder + "/bad-header-more-fields.csv").texts.map(\.count) == [3, 4])
        #expect(try rows(folder + "/bad-header-less-fields.csv").texts.map(\.count) == [3, 2])
    }

    @Test func `the acid test is passed`() throws {
        let folder = try #require(SharedData.path("data/hostile/csv/spectrum"))
        for name in try names(folder + "/json") {
            let data = try Data(contentsOf: URL(fileURLWithPath: folder + "/json/\(name).json"))
            let expected = try JSONDecoder().decode([[String: String]].self, from: data)
            let read = try rows(folder + "/csvs/\(name).csv").texts
            let headers = try #require(read.first)
            #expect(
                read.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(headers, $0)) } == expected, "\(name)")
        }
    }
}
