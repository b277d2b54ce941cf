import Geo

/// Cuts lines of degrees to what a frame shows and lays them on the drawing.
struct BasemapCutting {
    private let frame: MapFrame
    private let window: GeoWindow
    /// A little larger than the frame, so that no edge made by cutting is seen.
    private let box: PlaneBox
    /// Longer steps in degrees are cut up, so that they bend as the projection does.
    private let longest: Double
    /// Shorter steps in degrees are left out: nobody sees a fifth of a pixel.
    private let shortest: Double

    init(_ frame: MapFrame) {
        self.frame = frame
        window = frame.window
        box = frame.box.grown(by: 6)
        let metres = frame.metresPerPixel
        // Half a pixel of sagitta on a circle of the earth's size.
        longest = max(0.02, min(5, (4 * GeoPoint.earthRadius * metres).squareRoot() / 111_195))
        shortest = 0.2 * metres / 111_195
    }

    /// Whether a shape within that box can have pieces in the frame.
    func mayShow(_ box: PlaneBox, roundsPole: Bool) -> Bool {
        roundsPole || window.shifts(meeting: box) != nil
    }

    /// What the frame shows of the shape, in pixels: rings or lines.
    func pieces(of shape: BasemapShape) -> [[PlanePoint]] {
        if shape.roundsPole { return coastAroundPole(shape) }
        guard let shifts = window.shifts(meeting: shape.box) else { return [] }
        var result: [[PlanePoint]] = []
        for line in shape.lines {
            for shift in shifts {
                if shape.isArea {
                    let ring = placedRing(clippedRing(thinned(line, shift: shift), to: window.box))
                    if !ring.isEmpty { result.append(ring) }
                } else {
                    for part in parts(of: line, shift: shift).flatMap({ clippedLine($0, to: window.box) }) {
                        result += clippedLine(placed(part), to: box)
                    }
                }
            }
        }
        return result
    }

    /// The frame itself, or the earth's outline where the frame goes beyond it.
    func everything() -> [PlanePoint] {
        guard frame.showsOutline else {
            return [
                PlanePoint(box.minX, box.minY), PlanePoint(box.maxX, box.minY), PlanePoint(box.maxX, box.maxY),
                PlanePoint(box.minX, box.maxY),
            ]
        }
        let edge = window.box
        return placedRing([
            PlanePoint(edge.minX, edge.minY), PlanePoint(edge.maxX, edge.minY), PlanePoint(edge.maxX, edge.maxY),
            PlanePoint(edge.minX, edge.maxY),
        ])
    }

    private func coastAroundPole(_ shape: BasemapShape) -> [[PlanePoint]] {
        guard shape.box.maxY >= window.box.minY, shape.box.minY <= window.box.maxY else { return [] }
        return shape.lines.compactMap { coast in
            var ring: [PlanePoint]
            if window.isAllAround, !frame.projection.hasSeam {
                // The plane goes on around the pole, so the coast is a ring as it is.
                ring = simplifiedRing(clippedRing(placed(thinned(coast, shift: 0)), to: box), tolerance: 0.25)
            } else {
                let pole = shape.box.maxY < 0 ? -90.0 : 90.0
                ring = [-360.0, 0, 360].flatMap { turn in coast.map { PlanePoint($0.x + turn, $0.y) } }
                guard let first = ring.first, let last = ring.last else { return nil }
                ring += [PlanePoint(last.x, pole), PlanePoint(first.x, pole)]
                ring = placedRing(clippedRing(thinned(ring, shift: 0), to: window.box))
            }
            return ring.isEmpty ? nil : ring
        }
    }

    private func placedRing(_ ring: [PlanePoint]) -> [PlanePoint] {
        guard let first = ring.first else { return [] }
        // Once finely for all levels: what is left is a fraction of the file's points.
        return simplifiedRing(clippedRing(placed(ring + [first]), to: box), tolerance: 0.25)
    }

    /// On the drawing, with points put in where steps are long.
    private func placed(_ line: [PlanePoint]) -> [PlanePoint] {
        guard var previous = line.first else { return [] }
        var result: [PlanePoint] = []
        result.reserveCapacity(line.count)
        for point in line {
            let (dx, dy) = (point.x - previous.x, point.y - previous.y)
            let count = max(abs(dx), abs(dy)) / longest
            if count > 1 {
                let steps = Int(min(2000, count.rounded(.up)))
                for step in 1..<max(2, steps) {
                    let share = Double(step) / Double(steps)
                    result.append(frame.place(PlanePoint(previous.x + share * dx, previous.y + share * dy)))
                }
            }
            result.append(frame.place(point))
            previous = point
        }
        return result
    }
}

/// Lines are gone through in blocks of so many points: those of which the box is not in the window cost next to nothing.
private let blockSize = 32

extension BasemapCutting {
    /// The ring with fewer points. What lies outside the window is drawn straight, block by block: between a block's
    /// ends the line can be moved through the block's box without touching the window, so nothing inside it changes.
    private func thinned(_ ring: [PlanePoint], shift: Double) -> [PlanePoint] {
        var result: [PlanePoint] = []
        ring.withUnsafeBufferPointer { ring in
            for start in stride(from: 0, to: ring.count, by: blockSize) {
                let end = min(start + blockSize, ring.count)
                if meetsWindow(ring, start, end, shift: shift) {
                    append(ring, start..<end, shift: shift, to: &result)
                } else {
                    result.append(PlanePoint(ring[start].x + shift, ring[start].y))
                }
            }
        }
        return result
    }

    /// The parts of the line that may be in the window.
    private func parts(of line: [PlanePoint], shift: Double) -> [[PlanePoint]] {
        var result: [[PlanePoint]] = []
        var current: [PlanePoint] = []
        line.withUnsafeBufferPointer { line in
            for start in stride(from: 0, to: line.count, by: blockSize) {
                let end = min(start + blockSize, line.count)
                if meetsWindow(line, start, end, shift: shift) {
                    append(line, start..<end, shift: shift, to: &current)
                    if end < line.count { continue }
                    // The last point is never left out.
                    current.append(PlanePoint(line[end - 1].x + shift, line[end - 1].y))
                } else if !current.isEmpty {
                    current.append(PlanePoint(line[start].x + shift, line[start].y))
                }
                if current.count > 1 { result.append(current) }
                current = []
            }
        }
        return result
    }

    /// Whether the box of a block, with the step to the next one, meets the window.
    private func meetsWindow(
        _ line: UnsafeBufferPointer<PlanePoint>, _ start: Int, _ end: Int, shift: Double
    ) -> Bool {
        let next = line[end < line.count ? end : 0]
        var (minX, maxX, minY, maxY) = (next.x, next.x, next.y, next.y)
        for index in start..<end {
            let point = line[index]
            if point.x < minX { minX = point.x }
            if point.x > maxX { maxX = point.x }
            if point.y < minY { minY = point.y }
            if point.y > maxY { maxY = point.y }
        }
        let box = window.box
        return minX + shift <= box.maxX && maxX + shift >= box.minX && minY <= box.maxY && maxY >= box.minY
    }

    /// Leaves out points that are too near to the one before.
    private func append(
        _ line: UnsafeBufferPointer<PlanePoint>, _ range: Range<Int>, shift: Double, to result: inout [PlanePoint]
    ) {
        var last = PlanePoint(.infinity, .infinity)
        for index in range {
            let point = line[index]
            if abs(point.x - last.x) < shortest, abs(point.y - last.y) < shortest { continue }
            last = point
            result.append(PlanePoint(point.x + shift, point.y))
        }
    }
}
