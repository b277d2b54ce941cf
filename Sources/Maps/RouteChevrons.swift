import Geo
import SVG

/// The marks of direction on all routes of a map.
struct RouteChevrons {
    private struct Spot {
        var place: PlanePoint
        /// The direction of travel, of length 1.
        var dx: Double
        var dy: Double
    }

    private let pins: [PlacedPin]
    private var taken: [PlanePoint] = []

    init(pins: [PlacedPin]) { self.pins = pins }

    /// Along the parts of one route.
    mutating func path(along parts: [[PlanePoint]], isEstimated: Bool) -> SVGPath {
        var path = SVGPath()
        for part in parts {
            let spots = isEstimated ? spotsOnLegs(of: part) : spotsOnRoad(part)
            for spot in spots { add(spot, to: &path) }
        }
        return path
    }

    /// About every 90 pixels of a road, moved a little or left out where they would lie under a pin, in a sharp bend, or upon
    /// one of another drive on the same road.
    private mutating func spotsOnRoad(_ line: [PlanePoint]) -> [Spot] {
        let walk = PlaneWalk(line)
        guard walk.length >= 44 else { return [] }
        let count = max(1, Int((walk.length / 90).rounded()))
        let step = walk.length / Double(count)
        var spots: [Spot] = []
        for index in 0..<count {
            guard let spot = spot(near: step * (Double(index) + 0.5), within: step / 2, on: walk) else { continue }
            spots.append(spot)
            taken.append(spot.place)
        }
        return spots
    }

    private func spot(near middle: Double, within reach: Double, on walk: PlaneWalk) -> Spot? {
        for aside in [0.0, 8, -8, 16, -16, 24, -24, 32, -32] where abs(aside) < reach {
            if let spot = spot(at: middle + aside, on: walk) { return spot }
        }
        return nil
    }

    /// Nil where it could not be read.
    private func spot(at distance: Double, on walk: PlaneWalk) -> Spot? {
        let place = walk.place(at: distance)
        let (back, ahead) = (walk.place(at: distance - 6), walk.place(at: distance + 6))
        let chord = back.distance(to: ahead)
        guard chord > 10, !taken.contains(where: { $0.distance(to: place) < 22 }),
            !pins.contains(where: { $0.place.distance(to: place) < $0.radius + 7 })
        else { return nil }
        return Spot(place: place, dx: (ahead.x - back.x) / chord, dy: (ahead.y - back.y) / chord)
    }

    /// In the middle of each straight leg of 44 pixels or more; where legs are short, every 90 pixels.
    private mutating func spotsOnLegs(of line: [PlanePoint]) -> [Spot] {
        // Distance along the line, so that a day of many short legs gets its chevrons too.
        let length = zip(line, line.dropFirst()).reduce(0) { $0 + $1.0.distance(to: $1.1) }
        guard length >= 44 else { return [] }
        let isStraightLegs = line.count < 2 || length / Double(line.count - 1) > 40
        var spots: [Spot] = []
        var next = 45.0
        var walked = 0.0
        for (start, end) in zip(line, line.dropFirst()) {
            let leg = start.distance(to: end)
            guard leg > 0 else { continue }
            let (dx, dy) = ((end.x - start.x) / leg, (end.y - start.y) / leg)
            if isStraightLegs {
                if leg >= 44 {
                    let middle = PlanePoint((start.x + end.x) / 2, (start.y + end.y) / 2)
                    spots.append(Spot(place: middle, dx: dx, dy: dy))
                }
            } else {
                while next <= walked + leg {
                    let along = next - walked
                    spots.append(Spot(place: PlanePoint(start.x + dx * along, start.y + dy * along), dx: dx, dy: dy))
                    next += 90
                }
            }
            walked += leg
        }
        taken += spots.map(\.place)
        return spots
    }

    private func add(_ spot: Spot, to path: inout SVGPath) {
        func corner(_ along: Double, _ across: Double) -> PlanePoint {
            PlanePoint(
                spot.place.x + spot.dx * along - spot.dy * across, spot.place.y + spot.dy * along + spot.dx * across)
        }
        path.polyline([corner(-4, -5), corner(5, 0), corner(-4, 5), corner(-2, 0)], closed: true)
    }
}
