package import Diagnostics
import Foundation
import Geo

/// Reads the basemap of the world; `assets/maps/WORLD.md` says how the file is laid out.
///
/// Problems: `basemap.unreadable` when the file can't be read, `basemap.world` when it is no such file or damaged.
package func readWorldBasemap(file: String) throws(ProblemError) -> WorldBasemap {
    guard let data = try? Data(contentsOf: URL(fileURLWithPath: file)) else {
        throw ProblemError(
            "basemap.unreadable", "the basemap file '\(file)' can't be read", at: ProblemPlace(file: file),
            hint: "put it back, or leave the world out with 'map: world: false'")
    }
    return try readWorldBasemap([UInt8](data), file: file)
}

/// The same from bytes. O(n).
package func readWorldBasemap(_ bytes: [UInt8], file: String) throws(ProblemError) -> WorldBasemap {
    do {
        var reader = WorldReader(bytes)
        return try reader.read()
    } catch {
        throw ProblemError(
            "basemap.world", "'\(file)' is no basemap of the world: \(error.message)", at: ProblemPlace(file: file),
            hint: "make it anew with assets/maps/make-world.py, or leave it out with 'map: world: false'")
    }
}

struct WorldFault: Error {
    var message: String
}

private struct WorldReader {
    private var cursor: ByteCursor
    private var world = WorldBasemap()

    init(_ bytes: [UInt8]) { cursor = ByteCursor(bytes) }

    mutating func read() throws(WorldFault) -> WorldBasemap {
        guard cursor.take(8)?.elementsEqual("FBWORLD1".utf8) == true else {
            throw WorldFault(message: "it does not begin as one")
        }
        let sections = try cursor.number()
        let size = try cursor.number()
        guard cursor.count == size else {
            throw WorldFault(message: "it has \(cursor.count) bytes after its head, and its head says \(size)")
        }
        for _ in 0..<sections { try readSection() }
        return world
    }

    /// Kind, grid, number of items, plain and packed size; then the code and what is packed in it.
    private mutating func readSection() throws(WorldFault) {
        let kind = try cursor.number()
        let grid = try cursor.number()
        let items = try cursor.number()
        let plain = try cursor.number()
        let packed = try cursor.number()
        guard let lengths = cursor.take(256), let stream = cursor.take(packed), (1...100_000).contains(grid) else {
            throw WorldFault(message: "a section goes beyond the file's end")
        }
        guard let body = PrefixCode(lengths: lengths)?.decoded(stream, count: plain), items <= body.count else {
            throw WorldFault(message: "a section can't be unpacked")
        }
        let kinds: [BasemapKind] = [.land, .water, .river, .frontier, .province]
        if kind < kinds.count {
            try readShapes(body, kind: kinds[kind], grid: Double(grid), count: items)
        } else if kind == kinds.count {
            try readPlaces(body, grid: Double(grid), count: items)
        } else if kind == kinds.count + 1, !world.places.isEmpty {
            try readNames(body)
        } else {
            throw WorldFault(message: "a section is of no known kind, or names stand before their places")
        }
    }

    private mutating func readShapes(
        _ body: [UInt8], kind: BasemapKind, grid: Double, count: Int
    ) throws(WorldFault) {
        var cursor = ByteCursor(body)
        var (x, y) = (0, 0)
        for _ in 0..<count {
            let rank = try cursor.number()
            let lineCount = try cursor.number()
            guard rank < 100, lineCount > 0, lineCount <= cursor.count else {
                throw WorldFault(message: "a shape has no lines")
            }
            var lines: [[PlanePoint]] = []
            var roundsPole = false
            for _ in 0..<lineCount {
                let head = try cursor.number()
                let size = head >> 1
                roundsPole = roundsPole || head & 1 == 1
                guard size >= 2, size <= cursor.count else { throw WorldFault(message: "a line has no points") }
                var line: [PlanePoint] = []
                line.reserveCapacity(size)
                for _ in 0..<size {
                    x += try cursor.signedNumber()
                    y += try cursor.signedNumber()
                    let point = PlanePoint(Double(x) / grid, Double(y) / grid)
                    guard abs(point.x) <= 540, abs(point.y) <= 90 else {
                        throw WorldFault(message: "a point is not on the earth")
                    }
                    line.append(point)
                }
                lines.append(line)
            }
            guard var shape = BasemapShape(kind: kind, lines: lines) else { continue }
            shape.rank = rank
            shape.roundsPole = roundsPole
            world.append(shape)
        }
    }

    private mutating func readPlaces(_ body: [UInt8], grid: Double, count: Int) throws(WorldFault) {
        var cursor = ByteCursor(body)
        world.places.reserveCapacity(count)
        for _ in 0..<(try cursor.number()) {
            let importance = try cursor.number()
            var (x, y) = (0, 0)
            for _ in 0..<(try cursor.number()) {
                x += try cursor.signedNumber()
                y += try cursor.signedNumber()
                let (east, north) = (Double(x) / grid, Double(y) / grid)
                guard importance < 100, abs(east) <= 180, abs(north) <= 90 else {
                    throw WorldFault(message: "a place is not on the earth")
                }
                world.places.append(WorldPlace(east: east, north: north, importance: importance, nameStart: 0))
            }
        }
        guard world.places.count == count else { throw WorldFault(message: "places are missing") }
    }

    private mutating func readNames(_ body: [UInt8]) throws(WorldFault) {
        var start = 0
        for index in world.places.indices {
            guard start < body.count, let end = body[start...].firstIndex(of: 0) else {
                throw WorldFault(message: "names are missing")
            }
            world.places[index].nameStart = start
            start = end + 1
        }
        world.names = body
    }
}
