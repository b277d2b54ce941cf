import Quantities
import Testing

@testable import Charts

@Suite struct ChartTests {
  static let head = ChartHead(id: "c", title: "Finding", summary: "Measure")
  static let counts = ChartFigures.number(.british, decimals: 0)

  @Test func `bars are drawn from zero with label, value and mark`() {
    let chart = BarChart(
      head: ChartTests.head, rows: [BarRow(label: "Ana", value: 5, mark: 10)],
      figures: ChartTests.counts)
    #expect(chart.svg.contains("<text x=\"0\" y=\"20.5\">Ana</text>"))
    #expect(chart.svg.contains("class=\"mark\""))
    #expect(chart.svg.contains(">5</text>"))
  }
}
