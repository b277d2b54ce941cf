import Quantities
import Testing

@testable import Charts

@Suite struct ChartTests {
    static let head = ChartHead(id: "c", title: "Finding", summary: "Measure")
    static let counts = ChartFigures.number(.british, decimals: 0)

    /// Every chart over the same values, named for the report of a failure.
    static func all(_ values: [Double], label: String = "Label") -> [(name: String, svg: String)] {
        let (head, counts) = (ChartTests.head, ChartTests.counts)
        return [
            (
                "bars",
                BarChart(head: head, rows: values.map { BarRow(label: label, value: $0, mark: $0) }, figures: counts)
                    .svg
            ),
            (
                "waterfall",
                Waterfall(head: head, steps: values.map { WaterfallStep(label: label, value: $0) }, figures: counts).svg
            ),
            ("sparkline", Sparkline(head: head, values: values).svg),
            (
                "fan",
                FanChart(
                    head: head,
                    points: values.map { FanPoint(at: $0, actual: $0, low: $0, middle: $0, high: $0) },
                    spans: values.map { FanSpan(label: label, from: 0, until: $0, isCurrent: true) },
                    quota: values.first, calls: values.map { FanCall(label: label, at: $0, value: $0) },
                    figures: counts
                ).svg
            ),
            (
                "funnel",
                FunnelChart(
                    head: head,
                    stages: values.map {
                        FunnelStage(
                            label: label, count: $0, note: label, passage: label,
                            share: ShareInterval(low: $0, mean: $0, high: $0))
                    },
                    figures: counts
                ).svg
            ),
            (
                "intervals",
                IntervalChart(
                    head: head,
                    rows: values.map { IntervalRow(label: label, low: $0, value: $0, high: $0, note: label) },
                    figures: counts, reference: values.first
                ).svg
            ),
            (
                "shares",
                ShareBar(
                    head: head, parts: values.map { SharePart(label: label, value: $0, ink: .plain) }, figures: counts
                ).svg
            ),
            (
                "histogram",
                Histogram(head: head, bins: values.map { HistogramBin(label: label, count: $0) }, figures: counts).svg
            ),
            (
                "reliability",
                ReliabilityChart(
                    head: head,
                    dots: values.map { ReliabilityDot(predicted: $0, observed: $0, count: 3, low: $0, high: $0) }
                ).svg
            ),
            (
                "survival",
                SurvivalChart(
                    head: head,
                    curves: values.map {
                        SurvivalCurve(
                            label: label, note: label, steps: [SurvivalCurve.Step(at: $0, share: $0)], censored: [$0],
                            median: $0, medianText: label)
                    }, figures: counts
                ).svg
            ),
            (
                "trade-off",
                TradeOffChart(
                    head: head,
                    points: values.map { TradeOffPoint(cost: $0, value: $0, second: $0, label: label, isMarked: true) },
                    costFigures: counts, valueFigures: counts, costName: label, valueName: label, secondName: label,
                    bound: values.first, boundName: label
                ).svg
            ),
            (
                "day",
                DayTimeline(
                    head: head,
                    blocks: values.map { _ in
                        DayBlock(
                            kind: .visit, span: TimeWindow(from: TimeOfDay(9, 0), until: TimeOfDay(9, 0)), label: label)
                    }, hours: TimeWindow(from: TimeOfDay(8, 0), until: TimeOfDay(8, 0))
                ).svg
            ),
        ]
    }

    @Test(
        arguments: [[], [3], [0, 0, 0], [-5, -2], [.nan, 1, .infinity], [.nan], [1e300, -1e300], [1e-300, 2]]
            as [[Double]])
    func `odd values never break a chart`(values: [Double]) {
        for chart in ChartTests.all(values) {
            #expect(chart.svg.hasPrefix("<svg class=\"drawing chart \(chart.name)\""), "\(chart.name)")
            #expect(chart.svg.hasSuffix("</svg>"), "\(chart.name)")
            #expect(
                !chart.svg.contains("nan") && !chart.svg.contains("inf") && !chart.svg.contains("e+"), "\(chart.name)")
            #expect(!chart.svg.contains("style="), "\(chart.name)")
            #expect(!chart.svg.contains("width=\"-"), "\(chart.name)")
        }
    }

    @Test func `hostile labels are escaped in every chart`() {
        for chart in ChartTests.all([1, 2], label: "</text><script>\"'\u{0}") {
            #expect(!chart.svg.contains("<script"), "\(chart.name)")
            #expect(!chart.svg.unicodeScalars.contains("\u{0}"), "\(chart.name)")
        }
    }

    @Test func `an empty chart says what is missing`() {
        let head = ChartHead(id: "c", title: "T", summary: "S", emptyText: "Import visits first")
        #expect(BarChart(head: head, rows: [], figures: ChartTests.counts).svg.contains(">Import visits first</text>"))
    }

    @Test func `a small bar chart is written exactly so`() {
        let chart = BarChart(
            head: ChartTests.head, rows: [BarRow(label: "Ana", value: 5, mark: 10)], figures: ChartTests.counts)
        #expect(
            chart.svg
                == """
                <svg class="drawing chart bars" id="c" width="360" height="32" viewBox="0 0 360 32" role="img" \
                aria-labelledby="c-t c-d"><title id="c-t">Finding</title><desc id="c-d">Measure</desc>\
                <text x="0" y="20.5">Ana</text>\
                <rect class="bar is-plain" x="35" y="9" width="153.4" height="14"/>\
                <line class="mark" x1="341.7" y1="6" x2="341.7" y2="26"/>\
                <text class="figure" x="360" y="20.5" text-anchor="end">5</text>\
                <line class="zero" x1="35" y1="2" x2="35" y2="30"/></svg>
                """)
    }

    @Test func `a long name is cut and its whole is the tooltip`() {
        let name = "Maximilian Freiherr von Hohenlohe-Langenburg"
        let svg = BarChart(
            head: ChartTests.head, rows: [BarRow(label: name, value: 3)], figures: ChartTests.counts
        ).svg
        #expect(svg.contains("<title>\(name)</title>"))
        #expect(svg.contains("…</text>"))
    }

    @Test func `the columns of labels, bars and values never overlap at 360`() {
        let layout = RowLayout(
            width: 360, labels: [String(repeating: "m", count: 80)], texts: [String(repeating: "8", count: 80)])
        #expect(layout.labelWidth < layout.barStart)
        #expect(layout.barStart < layout.barEnd)
        #expect(layout.barEnd <= 360 * 0.64)
    }

    @Test func `a waterfall's changes start where the last one ended`() {
        let svg = Waterfall(
            head: ChartTests.head,
            steps: [
                WaterfallStep(label: "Opening", value: 100, kind: .total), WaterfallStep(label: "Won", value: -40),
                WaterfallStep(label: "Closing", value: 60, kind: .total),
            ], figures: ChartTests.counts
        ).svg
        let bars = svg.split(separator: "<rect ").dropFirst().map { $0.prefix(while: { $0 != ">" }) }
        #expect(bars.count == 3)
        #expect(bars[1].contains("is-late"))
        let earned = Waterfall(
            head: ChartTests.head, steps: [WaterfallStep(label: "Won", value: -40, ink: .good)],
            figures: ChartTests.counts
        ).svg
        #expect(earned.contains("is-good hatched") && !earned.contains("is-late"))
        #expect(svg.contains(">−40</text>"))
    }

    @Test func `a wide waterfall stands in columns with labels on two lines`() {
        var head = ChartTests.head
        head.width = 600
        let svg = Waterfall(
            head: head,
            steps: [
                WaterfallStep(label: "Open last Monday morning early", value: 100, kind: .total),
                WaterfallStep(label: "Won", value: -40), WaterfallStep(label: "Lost", value: -10),
                WaterfallStep(label: "Open", value: 50, kind: .total),
            ], figures: ChartTests.counts
        ).svg
        #expect(svg.contains(">Open last Monday</text>") && svg.contains(">morning early</text>"))
        #expect(twoLines("Averyveryverylongwordwithoutspace", width: 60).count == 1)
        #expect(twoLines("", width: 60) == [""])
        #expect(twoLines("Mon\u{a0}9\u{a0}Nov", width: 50).joined(separator: "|") == "Mon|9\u{a0}Nov")
    }

    @Test func `a waterfall's bar is a link together with its label and value, wide and narrow`() {
        for width in [360.0, 600] {
            var head = ChartTests.head
            head.width = width
            let svg = Waterfall(
                head: head,
                steps: [
                    WaterfallStep(label: "Opening", value: 100, kind: .total),
                    WaterfallStep(label: "Won", value: -40, href: "#won"),
                ], figures: ChartTests.counts
            ).svg
            let link = svg.split(separator: "<a href=\"#won\">").last ?? ""
            let inside = link.split(separator: "</a>").first ?? ""
            #expect(inside.contains("<rect") && inside.contains(">Won</text>") && inside.contains(">−40</text>"))
            #expect(svg.contains("role=\"group\""))
        }
    }

    @Test func `end labels keep their distance and stay in the chart`() {
        let places = spreadOut([20, 21, 22, 200], gap: 15, low: 12, high: 200)
        #expect(places == [20, 35, 50, 200])
        #expect(spreadOut([190, 195, 199], gap: 15, low: 12, high: 200) == [170, 185, 200])
    }

    @Test func `changes carry a sign and money three digits`() {
        #expect(ChartTests.counts.change(3) == "+3")
        #expect(ChartTests.counts.change(-3) == "−3")
        #expect(ChartTests.counts.change(0) == "0")
        let money = ChartFigures.money(.british, .euro)
        #expect(money.change(-1500) == "−€\u{a0}1.50\u{a0}k")
        #expect(money.text(.nan) == "–")
    }
}
