import Geo
import Quantities
import Roads
import Testing

struct PolylineTests {
    private func points(_ pairs: [(Double, Double)]) throws -> [GeoPoint] {
        try pairs.map { try #require(GeoPoint(latitude: $0.0, longitude: $0.1)) }
    }

    @Test func `whole degrees are the characters that the format's rules give`() throws {
        // 1 is ?→A (zigzag 2, +63), -1 is @ (zigzag 1), 0 is ?
        let tiny = try points([(0.000_01, -0.000_01), (0.000_01, -0.000_01), (0.000_17, -0.000_01)])
        #expect(encodedPolyline(tiny) == "A@??_@?")
        #expect(decodedPolyline("A@??_@?", precision: 5) == tiny)
        #expect(decodedPolyline("A@", precision: 6)?.first?.latitude == 0.000_001)
    }

    @Test func `no points are no text`() {
        #expect(encodedPolyline([]).isEmpty)
        #expect(decodedPolyline("", precision: 5) == [])
    }

    @Test(arguments: [5, 6]) func `a line comes back rounded to the precision`(precision: Int) throws {
        let scale = precision == 5 ? 1e5 : 1e6
        var random = SeededRandom(seed: 7)
        for _ in 0..<200 {
            let line = try (0..<random.integer(in: 1..<30)).map { _ in
                try #require(
                    GeoPoint(latitude: random.unit() * 180 - 90, longitude: random.unit() * 360 - 180))
            }
            let back = try #require(
                decodedPolyline(encodedPolyline(line, precision: precision), precision: precision))
            #expect(back.count == line.count)
            for (point, other) in zip(line, back) {
                #expect((point.latitude * scale).rounded() == (other.latitude * scale).rounded())
                #expect((point.longitude * scale).rounded() == (other.longitude * scale).rounded())
            }
        }
    }

    @Test func `the corners of the earth come back`() throws {
        let corners = try points([(-90, -180), (90, 180), (-90, 180), (90, -180)])
        for precision in 1...7 {
            #expect(
                decodedPolyline(encodedPolyline(corners, precision: precision), precision: precision)
                    == corners)
        }
    }

    @Test(arguments: [
        "A", "A@A", "_", "A_", "A>", "A ", "A\u{7f}", "ä@", "\0\0", "~~~~~~~~~~~~~~~~",
        "________________?",
        "_____O?", "?_____O",
    ])
    func `what is no polyline has no points`(text: String) {
        #expect(decodedPolyline(text, precision: 5) == nil)
        #expect(decodedPolyline(text, precision: 6) == nil)
    }

    @Test func `a megabyte of one character has no points`() {
        #expect(decodedPolyline(String(repeating: "~", count: 1_000_000), precision: 6) == nil)
    }

    @Test func `points off the earth and odd precisions are refused`() throws {
        let pole = encodedPolyline(try points([(80, 0)]), precision: 6)
        #expect(decodedPolyline(pole, precision: 6) != nil)
        #expect(decodedPolyline(pole, precision: 5) == nil)
        #expect(decodedPolyline("A@", precision: 0) == nil)
        #expect(decodedPolyline("A@", precision: 8) == nil)
    }

    @Test func `random text never traps`() {
        var random = SeededRandom(seed: 11)
        for _ in 0..<2_000 {
            let bytes = (0..<random.integer(in: 0..<40)).map { _ in UInt8(random.integer(in: 60..<128)) }
            let text = String(decoding: bytes, as: UTF8.self)
            for point in decodedPolyline(text, precision: 6) ?? [] {
                #expect(abs(point.latitude) <= 90 && abs(point.longitude) <= 180)
            }
        }
    }
}
