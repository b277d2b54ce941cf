import Quantities
import SVG
import Testing

@testable import Charts

@Suite struct TradeOffTests {
    private func chart(_ points: [TradeOffPoint], bound: Double? = nil) -> String {
        TradeOffChart(
            head: ChartTests.head, points: points, costFigures: ChartTests.counts, valueFigures: .share(.british),
            costName: "customers", valueName: "largest", secondName: "mean", bound: bound, boundName: "no less"
        ).svg
    }

    private let points = [
        TradeOffPoint(cost: 0, value: 0.4, second: 0.2), TradeOffPoint(cost: 10, value: 0.2, second: 0.1),
        TradeOffPoint(cost: 20, value: 0.1, second: 0.05, label: "recommended", isMarked: true),
        TradeOffPoint(cost: 60, value: 0.02, second: 0.01),
    ]

    @Test func `the marked point is named, and the ends say where the lines end`() {
        let svg = chart(points)
        #expect(svg.contains(">recommended</text>"))
        #expect(svg.contains(">largest 2\u{a0}%</text>"))
        #expect(svg.contains(">mean 1\u{a0}%</text>"))
        #expect(svg.contains("<circle class=\"dot is-accent\""))
    }

    @Test func `a bound is drawn only where it is more than nothing`() {
        #expect(!chart(points, bound: 0).contains("no less"))
        #expect(chart(points, bound: 0.01).contains(">no less</text>"))
    }

    @Test func `a marked last point keeps its words left of what the line's end says`() throws {
        var points = points
        points[2].isMarked = false
        points[3].isMarked = true
        points[3].label = "recommended: 2 %"
        let svg = chart(points)
        func x(of text: String) throws -> Double {
            let head = try #require(svg.split(separator: ">\(text)</text>").first)
            let number = try #require(head.split(separator: " x=\"").last?.split(separator: "\"").first)
            return try #require(Double(number))
        }
        let half = estimatedWidth("recommended: 2 %", size: 12, isBold: true) / 2
        #expect(try x(of: "recommended: 2 %") + half < x(of: "largest 2\u{a0}%"))
    }

    @Test func `one point is no trade-off`() {
        #expect(chart([points[0]]).contains("No data yet"))
        #expect(chart([]).contains("No data yet"))
    }

    @Test func `a bar's backdrop shares its scale`() {
        let svg = BarChart(
            head: ChartTests.head, rows: [BarRow(label: "Ana", value: 5, backdrop: 10)], figures: ChartTests.counts
        ).svg
        #expect(svg.contains("<rect class=\"bar is-soft backdrop\" x=\"35\" y=\"6\" width=\"306.7\" height=\"20\"/>"))
        #expect(svg.contains("<rect class=\"bar is-plain\" x=\"35\" y=\"9\" width=\"153.4\" height=\"14\"/>"))
    }
}
