import Quantities
import Testing

@testable import Charts

/// Charts of the forecast: what stands where.
@Suite struct ForecastChartTests {
    private let counts = ChartTests.counts

    private func fan(width: Double = 360, quota: Double? = 100, calls: [FanCall] = []) -> String {
        var head = ChartTests.head
        head.width = width
        return FanChart(
            head: head,
            points: [
                FanPoint(at: 0, actual: 0), FanPoint(at: 7, actual: 20, low: 20, middle: 20, high: 20),
                FanPoint(at: 14, low: 30, middle: 50, high: 80),
            ],
            spans: [
                FanSpan(label: "Oct", from: 0, until: 7), FanSpan(label: "Nov", from: 7, until: 14, isCurrent: true),
            ],
            quota: quota, calls: calls, figures: counts
        ).svg
    }

    /// The numbers of an attribute, in order.
    private func numbers(_ name: String, in text: some StringProtocol) -> [Double] {
        text.split(separator: " \(name)=\"", omittingEmptySubsequences: false).dropFirst().compactMap {
            Double($0.prefix { $0 != "\"" })
        }
    }

    @Test func `a fan names its ends, its months and its quota`() {
        let svg = fan()
        for text in ["High 80", "Middle 50", "Low 30", "Booked 20", "Quota 100", "Oct", "Nov"] {
            #expect(svg.contains(">\(text)</text>"), "\(text)")
        }
        #expect(!fan(quota: nil).contains("Quota"))
    }

    @Test func `calls at one place keep their words apart and below their diamonds`() {
        let svg = fan(
            calls: [
                FanCall(label: "Ana calls 41", at: 14, value: 41), FanCall(label: "Bo calls 40", at: 14, value: 40),
            ])
        #expect(svg.components(of: "class=\"call\"") == 2)
        let heights = ["Ana calls 41", "Bo calls 40"].compactMap { label -> Double? in
            let before = svg.split(separator: ">\(label)</text>").first.map(String.init) ?? ""
            return numbers("y", in: before).last
        }
        #expect(heights.count == 2)
        #expect(abs((heights.first ?? 0) - (heights.last ?? 0)) >= 15)
        #expect(heights == heights.sorted(), "the higher call stands higher")
    }

    @Test func `words of calls stand right of their diamonds where there is room, and never on the lines`() {
        var head = ChartTests.head
        head.width = 700
        func words(at place: Double) -> (x: Double, y: Double, diamond: Double) {
            let svg = FanChart(
                head: head,
                points: [
                    FanPoint(at: 0, actual: 0), FanPoint(at: 10, actual: 40, low: 40, middle: 40, high: 40),
                    FanPoint(at: 30, low: 60, middle: 80, high: 100),
                ], calls: [FanCall(label: "Ana calls", at: place, value: 90)], figures: counts
            ).svg
            let before = svg.split(separator: ">Ana calls</text>").first.map(String.init) ?? ""
            let shape = svg.split(separator: " class=\"call\"").first?.split(separator: " d=\"m").last ?? ""
            let point = Double(shape.prefix { $0 != " " })
            return (
                numbers("x", in: before).last ?? 0, numbers("y", in: before).last ?? 0,
                point ?? -1
            )
        }
        // Height 240: nought is drawn at 214 and the top, 100, at 14.
        func depth(_ value: Double) -> Double { 214 - value * 2 }
        let (early, late) = (words(at: 12), words(at: 30))
        #expect(early.x > early.diamond, "right of it where there is room")
        #expect(late.x < late.diamond, "as far right as they fit")
        #expect(early.y > depth(42), "below the low edge where the words begin")
        #expect(late.y > depth(60))
    }

    @Test func `a funnel draws the interval of each passage on a track from none to all`() {
        let svg = FunnelChart(
            head: ChartTests.head,
            stages: [
                FunnelStage(
                    label: "Talk", count: 10, passage: "half go on",
                    share: ShareInterval(low: 0, mean: 0.5, high: 1)),
                FunnelStage(label: "Offer", count: 5),
            ], figures: counts
        ).svg
        let tracks = svg.split(separator: "<line class=\"track\"").dropFirst()
        let track = tracks.first ?? ""
        let (start, end) = (numbers("x1", in: track).first ?? 0, numbers("x2", in: track).first ?? 0)
        let band = svg.split(separator: "class=\"band\"").dropFirst().first ?? ""
        #expect(abs((numbers("x", in: band).first ?? -1) - start) < 0.11)
        #expect(abs((numbers("width", in: band).first ?? -1) - (end - start)) < 0.11)
        let dot = svg.split(separator: "class=\"dot is-plain\"").dropFirst().first ?? ""
        #expect(abs((numbers("cx", in: dot).first ?? -1) - (start + end) / 2) < 0.11)
        #expect(tracks.count == 3, "the last stage has no track")
    }

    @Test func `a curve falls in steps, ticks where somebody was last seen, and marks the median`() {
        let svg = SurvivalChart(
            head: ChartTests.head,
            curves: [
                SurvivalCurve(
                    label: "Offer", note: "5 deals",
                    steps: [SurvivalCurve.Step(at: 10, share: 0.8), SurvivalCurve.Step(at: 20, share: 0.4)],
                    censored: [15, 30], median: 20, medianText: "half within 20 days")
            ], end: 40, figures: counts
        ).svg
        // From all straight to the first step, down a fifth of 92 pixels, on, down two fifths, on to the last tick.
        #expect(svg.contains("class=\"line actual\"") && svg.contains("d=\"m42 30h79.5v18.4h79.5v36.8h79.5\""))
        let ticks = svg.split(separator: "<path ").first { $0.contains("class=\"censor\"") } ?? ""
        #expect(ticks.prefix { $0 != ">" }.count { $0 == "v" } == 2, "\(ticks)")
        #expect(svg.contains(">half within 20 days</text>"))
        #expect(svg.contains(">5 deals</text>"))
    }

    @Test func `panels stand side by side where there is room and below each other on a phone`() {
        func heights(_ width: Double) -> Double {
            var head = ChartTests.head
            head.width = width
            let curve = SurvivalCurve(label: "Offer", steps: [SurvivalCurve.Step(at: 1, share: 0.5)])
            let svg = SurvivalChart(head: head, curves: [curve, curve, curve], figures: counts).svg
            return numbers("height", in: svg).first ?? 0
        }
        #expect(heights(360) == 3 * heights(800))
    }

    @Test func `a curve without an end and without a tick draws no panel`() {
        let svg = SurvivalChart(
            head: ChartTests.head, curves: [SurvivalCurve(label: "Offer", steps: [])], figures: counts
        ).svg
        #expect(svg.contains("No data yet"))
    }

    @Test func `scenarios stand against the base, each with its difference`() {
        let svg = IntervalChart(
            head: ChartTests.head,
            rows: [
                IntervalRow(label: "Base", low: 10, value: 20, high: 30),
                IntervalRow(label: "Top three lost", low: 5, value: 10, high: 20, note: "−10", href: "#lost"),
            ], figures: counts, reference: 20
        ).svg
        #expect(svg.contains(">−10</tspan>"))
        #expect(svg.contains("<a href=\"#lost\">"))
        #expect(svg.components(of: "class=\"diagonal\"") == 2, "on a phone beside each band, not through the words")
        let base = svg.split(separator: "class=\"diagonal\"").dropFirst().first ?? ""
        let dot = svg.split(separator: "class=\"dot is-plain\"").dropFirst().first ?? ""
        #expect(numbers("x1", in: base).first == numbers("cx", in: dot).first)
    }

    @Test func `totals that dwarf their changes are cut, and say so with a break`() {
        func waterfall(_ won: Double, width: Double) -> Waterfall {
            var head = ChartTests.head
            head.width = width
            return Waterfall(
                head: head,
                steps: [
                    WaterfallStep(label: "Opening", value: 1000, kind: .total), WaterfallStep(label: "Won", value: won),
                    WaterfallStep(label: "Closing", value: 1000 + won, kind: .total),
                ], figures: counts)
        }
        for width in [360.0, 600] {
            let small = waterfall(-20, width: width)
            #expect(small.isCut && small.svg.components(of: "class=\"break\"") == 2)
            let large = waterfall(-600, width: width)
            #expect(!large.isCut && !large.svg.contains("class=\"break\""))
        }
        // Cut at 968 of 1000: a change of 20 has 20 of 32 parts of the height.
        let bars = waterfall(-20, width: 600).svg.split(separator: "<rect ").dropFirst()
        let heights = bars.compactMap { numbers("height", in: " " + $0).first }
        #expect(heights.count == 3)
        #expect(abs((heights.dropFirst().first ?? 0) - (heights.first ?? 0) * 20 / 32) < 0.2)
    }

    @Test func `reliability shows how far a share may be off by chance`() {
        let svg = ReliabilityChart(
            head: ChartTests.head, dots: [ReliabilityDot(predicted: 0.2, observed: 0.3, count: 40, low: 0.2, high: 0.4)]
        ).svg
        let whisker = svg.split(separator: "class=\"whisker\"").dropFirst().first ?? ""
        let span = (numbers("y1", in: whisker).first ?? 0) - (numbers("y2", in: whisker).first ?? 0)
        #expect(abs(span - 0.2 * 294) < 0.11)
    }
}

extension String {
    /// How often a text stands in it.
    fileprivate func components(of part: String) -> Int {
        split(separator: part, omittingEmptySubsequences: false).count - 1
    }
}
