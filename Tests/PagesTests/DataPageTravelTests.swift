import Config
import Routes
import Testing

@testable import Pages

@Suite struct DataPageTravelTests {
    private func page(_ legs: [TravelLeg], log: [TravelLeg] = []) -> (tables: [DataTable], code: CodeBlock?) {
        var material = smallMaterial()
        material.config.travel.matrix = "drives.csv"
        let matrix = checkTravel(material.config.travel, against: legs)
        material.travel = TravelReport(
            coverage: .init(pairs: 12, missing: 3), matrix: matrix,
            log: checkTravel(material.config.travel, againstLogged: log), bands: material.config.travel.bands,
            isFitted: false)
        return (material.travelTables, material.travelLines)
    }

    /// Twice as long as the estimate; every other one is judged.
    private var slow: [TravelLeg] {
        let estimate = TravelSettings().estimate
        return (1...1200).map {
            let distance = Double($0) * 25
            return TravelLeg(
                greatCircle: distance, seconds: estimate.exactLeg(greatCircle: distance).seconds * 2,
                isJudged: $0 % 2 == 0)
        }
    }

    @Test func `the page says how much of the matrix is there and how far the estimate is off`() {
        let tables = page(slow).tables
        #expect(tables.map(\.file) == ["driving-times.csv", "driving-matrix.csv", "driving-log.csv"])
        #expect(
            tables[0].rows[0][1].text
                == "9 of the 12\u{a0}drives that reps may make between home and their customers; 3 are estimated")
        #expect(tables[1].rows.map { $0[0].text } == ["0 to 2 km", "2 to 10 km", "10 to 40 km", "All"])
        #expect(tables[1].rows.last?.map(\.text).prefix(2) == ["All", "600"])
        #expect(tables[1].rows.last?[2].text == "2.00")
        #expect(tables[1].rows.last?[4].text == "50")
        #expect(tables[1].rows.last?[5].text == "−50")
        #expect(tables[1].rows.allSatisfy { $0.count == tables[1].columns.count })
    }

    @Test func `fitted bands stand there as lines of the config`() throws {
        let code = try #require(page(slow).code)
        let lines = code.text.split(separator: "\n").map(String.init)
        #expect(lines.count == 6)
        #expect(lines[0] == "travel:")
        #expect(lines[2].hasPrefix("    - { up_to_km: 2, detour: 1.45, km_per_hour: 13."))
        #expect(lines[5] == "    - { detour: 1.25, km_per_hour: 78.0 }")
    }

    @Test func `a log that can't tell says why`() {
        let none = page(slow)
        #expect(none.tables[2].rows.isEmpty)
        #expect(
            none.tables[2].empty.hasPrefix("The log can’t tell how long drives take: it has 0\u{a0}pairs of visits"))
        let overlapping = slow.map { leg in
            var leg = leg
            leg.seconds = -300
            return leg
        }
        #expect(
            page([], log: overlapping).tables[2].empty.contains(
                "of the 1,200 gaps between visits are too short to drive")
        )
        #expect(page([], log: overlapping).code == nil)
        #expect(page([]).tables[1].empty.contains("too small"))
    }
}
