import Config
import Geo
import Quantities
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

    /// Two towns of 20 places each; from one to the other it takes five times as long as estimated.
    private var twoTowns: [TravelLeg] {
        let estimate = TravelSettings().estimate
        let places = (0..<40).compactMap { index in
            GeoPoint(
                latitude: 47 + Double(index % 7) * 0.004 + (index < 20 ? 0 : 0.06),
                longitude: 9 + Double(index % 11) * 0.004)
        }
        var legs: [TravelLeg] = []
        for (index, from) in places.enumerated() {
            for (other, to) in places.enumerated() where from.distance(to: to) > 100 {
                let factor = (index < 20) == (other < 20) ? 1.0 : 5
                legs.append(
                    TravelLeg(
                        greatCircle: from.distance(to: to),
                        seconds: estimate.exactLeg(from: from, to: to).seconds * factor,
                        isJudged: (index + other) % 2 == 0, from: from, to: to))
            }
        }
        return legs
    }

    @Test func `the page says what regions gain, for known places and for new ones`() throws {
        let page = page(twoTowns)
        let last = page.tables[1].rows.suffix(3)
        #expect(
            last.map { $0[0].text } == [
                "All", "All, fitted by bands without regions", "From places that the fit does not know",
            ])
        let errors = last.compactMap { Double($0[7].raw ?? "") }
        #expect(errors.count == 3 && errors[0] < errors[1] / 2)
        #expect(try #require(page.code).note.contains("regions"))
    }

    @Test func `the page says how many regions plans are made with`() {
        var material = smallMaterial()
        let check = checkTravel(material.config.travel, against: twoTowns)
        material.config.travel.regions = check.fit?.regions
        material.travel = TravelReport(
            matrix: check, log: checkTravel(TravelSettings(), againstLogged: []), bands: TravelSettings().bands,
            isFitted: true)
        #expect(
            material.travelTables[0].rows[0][1].text.contains(
                "fitted, with factors within and between 16\u{a0}regions; off by 2.2 min or 6\u{a0}% a drive"))
    }

    /// A log in which drives that begin at eight take one and a half times as long as those at ten.
    private var slowMornings: [TravelLeg] {
        (0..<1200).map { index in
            let distance = 500 + Double(index % 97) * 200
            let isEarly = index % 3 == 0
            let seconds =
                TravelSettings().estimate.exactLeg(greatCircle: distance).seconds * (isEarly ? 1.5 : 1)
                * (0.95 + Double(index % 11) * 0.01)
            return TravelLeg(
                greatCircle: distance, seconds: seconds, isJudged: index / 3 % 2 == 0,
                begin: .init(weekday: .tuesday, minute: isEarly ? 480 : 600))
        }
    }

    @Test func `learnt traffic stands there as lines of the config, and what it gains`() throws {
        var material = smallMaterial()
        material.travel = TravelReport(
            matrix: nil, log: checkTravel(TravelSettings(), againstLogged: []), bands: TravelSettings().bands,
            isFitted: false)
        #expect(material.travelTables[0].rows[1][1].text.hasPrefix("The same at any hour; live traffic"))
        material.travel?.learnt = learntFactors(of: slowMornings, settings: TravelSettings())
        let text = material.travelTables[0].rows[1][1].text
        #expect(text.hasPrefix("The same at any hour; the log tells other ones, which stand below (mean error "))
        #expect(text.hasSuffix("; live traffic is what your phone’s navigation adds"))
        let hours = try #require(material.travelTables.last)
        #expect(
            hours.rows.map { $0.map(\.text) } == [
                ["Monday to Friday, 07:00–09:00", "400", "1.50"], ["Monday to Friday, 09:00–11:30", "800", "1.00"],
            ])
        let code = try #require(material.travelLines)
        #expect(
            code.text
                == "travel:\n  factors:\n    - { days: \"mo, tu, we, th, fr\", hours: \"07:00-09:00\", factor: 1.50 }")
        #expect(code.title == "Traffic that the log tells")
        material.travel?.usesLearnt = true
        material.config.travel.factors = try #require(material.travel?.learnt?.factors)
        #expect(
            material.travelTables[0].rows[1][1].text.hasPrefix(
                "By weekday and hour, 1\u{a0}rule learnt from the 1,200\u{a0}gaps between visits of the log"))
    }

    @Test func `a log that tells no hours apart says so`() {
        var material = smallMaterial()
        let even = slowMornings.map { leg in
            var leg = leg
            leg.begin = .init(weekday: .tuesday, minute: leg.isJudged ? 480 : 600)
            return leg
        }
        material.travel = TravelReport(
            matrix: nil, log: checkTravel(TravelSettings(), againstLogged: []), bands: TravelSettings().bands,
            isFitted: false)
        material.travel?.learnt = learntFactors(of: even, settings: TravelSettings())
        #expect(material.travelTables[0].rows[1][1].text.contains("the log has too few gaps between visits"))
        #expect(material.travelLines == nil)
        material.travel?.learnt = learntFactors(of: [], settings: TravelSettings())
        #expect(material.travelTables[0].rows[1][1].text.contains("; the log can’t tell it;"))
    }
}
