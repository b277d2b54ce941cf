public import Geo

/// Path data in relative, compact commands. Points are put on a grid of a tenth (or `1 / scale`) first and every
/// step is taken between grid points, so rounding never adds up along a path.
public struct SVGPath: Sendable {
    private var bytes: [UInt8] = []
    private let decimals: Int
    private let scale: Int
    private var current = (x: 0, y: 0)
    private var start = (x: 0, y: 0)
    private var command: UInt8 = 0
    private var lastHadPoint = false

    public init(decimals: Int = 1) {
        self.decimals = decimals
        scale = [1, 10, 100, 1000, 10_000][decimals]
    }

    /// What goes into the attribute `d`.
    public var data: String { String(decoding: bytes, as: UTF8.self) }
    public var isEmpty: Bool { bytes.isEmpty }
    public var byteCount: Int { bytes.count }

    public mutating func move(to point: PlanePoint) {
        let target = grid(point)
        begin("m")
        append(target.x - current.x)
        append(target.y - current.y)
        current = target
        start = target
        command = UInt8(ascii: "l")  // further pairs after a move are lines
    }

    /// A line; one that is shorter than the grid is left out.
    public mutating func line(to point: PlanePoint) {
        let target = grid(point)
        let (dx, dy) = (target.x - current.x, target.y - current.y)
        if dx == 0, dy == 0 { return }
        if dy == 0 {
            step("h")
            append(dx)
        } else if dx == 0 {
            step("v")
            append(dy)
        } else {
            step("l")
            append(dx)
            append(dy)
        }
        current = target
    }

    /// A cubic curve.
    public mutating func curve(_ first: PlanePoint, _ second: PlanePoint, to end: PlanePoint) {
        step("c")
        for point in [first, second, end] {
            let target = grid(point)
            append(target.x - current.x)
            append(target.y - current.y)
        }
        current = grid(end)
    }

    /// A line of no length: with round caps it shows as a dot.
    public mutating func dot(at point: PlanePoint) {
        move(to: point)
        step("h")
        append(0)
    }

    public mutating func close() {
        begin("z")
        current = start
        command = 0
    }

    public mutating func polyline(_ points: some Sequence<PlanePoint>, closed: Bool = false) {
        var isFirst = true
        for point in points {
            if isFirst { move(to: point) } else { line(to: point) }
            isFirst = false
        }
        if closed, !isFirst { close() }
    }

    /// A full circle as two arcs.
    public mutating func circle(centre: PlanePoint, radius: Double) {
        move(to: PlanePoint(centre.x - radius, centre.y))
        let units = fixed(radius, scale: scale)
        for side in [2 * units, -2 * units] {
            begin("a")
            for number in [units, units] { append(number) }
            bytes += " 1 0 0".utf8
            lastHadPoint = false
            append(side)
            append(0)
            command = 0
        }
    }

    private func grid(_ point: PlanePoint) -> (x: Int, y: Int) {
        (fixed(point.x, scale: scale), fixed(point.y, scale: scale))
    }

    private mutating func step(_ letter: Unicode.Scalar) {
        if command != UInt8(ascii: letter) { begin(letter) }
    }

    private mutating func begin(_ letter: Unicode.Scalar) {
        bytes.append(UInt8(ascii: letter))
        command = UInt8(ascii: letter)
        lastHadPoint = false
    }

    private mutating func append(_ units: Int) {
        let mark = bytes.count
        let needsGap = bytes.last.map { (48...57).contains($0) || $0 == UInt8(ascii: ".") } ?? false
        appendFixed(units, decimals: decimals, to: &bytes)
        let startsWithPoint = bytes[mark] == UInt8(ascii: ".")
        if needsGap, bytes[mark] != UInt8(ascii: "-"), !(startsWithPoint && lastHadPoint) {
            bytes.insert(UInt8(ascii: " "), at: mark)
        }
        lastHadPoint = bytes[mark...].contains(UInt8(ascii: "."))
    }
}
