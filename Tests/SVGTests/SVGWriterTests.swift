import Geo
import Testing

@testable import SVG

@Suite struct SVGWriterTests {
    @Test(
        arguments: [
            (0, "0"), (-0.04, "0"), (0.5, ".5"), (-0.5, "-.5"), (12, "12"), (12.34, "12.3"),
            (-12.06, "-12.1"), (1e20, "0"),
            (.nan, "0"), (-.infinity, "0"), (100, "100"), (0.05, ".1"),
        ] as [(Double, String)])
    func `numbers have one decimal in the shortest form`(value: Double, text: String) {
        #expect(svgNumber(value) == text)
    }

    @Test func `text and attributes are escaped and forbidden characters dropped`() {
        var writer = SVGWriter()
        writer.leaf(
            "text", ["x": 1.25, "class": "a\"<b", "href": nil],
            text: "</text><script>\u{0}\u{1b}a & 'b'\u{ffff}")
        #expect(
            writer.text
                == "<text x=\"1.3\" class=\"a&quot;&lt;b\">&lt;/text&gt;&lt;script&gt;a &amp; &#39;b&#39;</text>"
        )
    }

    @Test func `a path is relative, compact and does not add up rounding`() {
        var path = SVGPath()
        path.polyline(
            [PlanePoint(10, 10), PlanePoint(15.04, 10), PlanePoint(15.04, 4), PlanePoint(14.5, 3.5)],
            closed: true)
        path.move(to: PlanePoint(10.5, 10.5))
        path.line(to: PlanePoint(11, 11))
        #expect(path.data == "m10 10h5v-6l-.5-.5zm.5.5.5.5")
        var fine = SVGPath()
        fine.polyline((0...1000).map { PlanePoint(Double($0) * 0.033, 0) })
        // 33 pixels to the right in steps of a tenth.
        let steps = fine.data.dropFirst("m0 0h".count).split(separator: " ").flatMap {
            $0.split(separator: ".")
        }
        #expect(steps.count == 330)
    }

    @Test func `ids hold only letters, digits and hyphens`() {
        #expect(svgIdentifier("7 \"><x") == "d-7----x")
        #expect(svgIdentifier("map-1") == "map-1")
    }

    @Test func `a text is cut with an ellipsis so that it fits`() {
        let short = shortened("Schreinerei Oehri und Söhne", toWidth: 90, size: 13)
        #expect(short.hasSuffix("…"))
        #expect(estimatedWidth(short, size: 13) <= 90)
        #expect(shortened("Oehri", toWidth: 90, size: 13) == "Oehri")
    }

    @Test func `a drawing with links is a group and one without is an image`() {
        var figure = SVGFigure(
            id: "a b", cssClass: "map", width: 10, height: 5, title: "T & U", summary: "")
        #expect(
            figure.svg { _ in }
                == "<svg class=\"map\" id=\"a-b\" width=\"10\" height=\"5\" viewBox=\"0 0 10 5\" role=\"img\" "
                + "aria-labelledby=\"a-b-t\"><title id=\"a-b-t\">T &amp; U</title></svg>")
        figure.holdsLinks = true
        figure.summary = "S"
        #expect(figure.svg { _ in }.contains("role=\"group\" aria-labelledby=\"a-b-t a-b-d\""))
    }
}
