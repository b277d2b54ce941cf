import Geo

@testable import Maps

/// Writes a basemap of the world as `make-world.py` does, with a code that leaves bytes as they are.
struct WorldFile {
    private var sections: [[UInt8]] = []

    var bytes: [UInt8] {
        let body = sections.flatMap { $0 }
        return Array("FBWORLD1".utf8) + number(sections.count) + number(body.count) + body
    }

    mutating func add(kind: Int, grid: Int, count: Int, body: [UInt8]) {
        sections.append(
            [kind, grid, count, body.count, body.count].flatMap(number) + [UInt8](repeating: 8, count: 256) + body)
    }

    /// One ring or line a shape, in degrees.
    mutating func add(kind: Int, lines: [[(Double, Double)]], roundsPole: Bool = false, rank: Int = 0) {
        var body: [UInt8] = []
        var (x, y) = (0, 0)
        for line in lines {
            body += number(rank) + number(1) + number(2 * line.count + (roundsPole ? 1 : 0))
            for point in line {
                let next = (Int((point.0 * 10).rounded()), Int((point.1 * 10).rounded()))
                body += signed(next.0 - x) + signed(next.1 - y)
                (x, y) = next
            }
        }
        add(kind: kind, grid: 10, count: lines.count, body: body)
    }

    /// Importance, longitude, latitude and name, the most important first.
    mutating func add(places: [(Int, Double, Double, String)]) {
        var body = number(places.count)
        for place in places {
            body += number(place.0) + number(1) + signed(Int((place.1 * 10).rounded()))
            body += signed(Int((place.2 * 10).rounded()))
        }
        add(kind: 5, grid: 10, count: places.count, body: body)
        add(kind: 6, grid: 1, count: places.count, body: places.flatMap { Array($0.3.utf8) + [0] })
    }

    private func number(_ value: Int) -> [UInt8] {
        var (rest, result) = (value, [UInt8]())
        while rest >= 128 {
            result.append(UInt8(rest & 127 | 128))
            rest >>= 7
        }
        return result + [UInt8(rest)]
    }

    private func signed(_ value: Int) -> [UInt8] { number(value >= 0 ? 2 * value : -2 * value - 1) }
}
