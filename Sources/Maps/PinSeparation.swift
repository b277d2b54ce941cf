import Geo

/// Pushes overlapping pins apart and off the clusters, each customer at most 12 pixels from its place. Pins at one
/// place fan out by the golden angle first, so that they have a direction to go. O(n) for each round on a spread map.
func separated(_ pins: [PlacedPin], around clusters: [PinCluster], in box: PlaneBox) -> [PlacedPin] {
    var pins = pins
    let farthest = 12.0
    let circles = clusters.flatMap(\.circles)
    let order = pins.indices.sorted {
        (pins[$0].place.x, pins[$0].order) < (pins[$1].place.x, pins[$1].order)
    }
    for (rank, index) in order.enumerated() {
        pins[index].place = pins[index].place + golden[rank % golden.count]
    }
    for _ in 0..<(pins.count < 60 ? 60 : 20) {
        var hasMoved = false
        for (rank, first) in order.enumerated() {
            for second in order[(rank + 1)...] {
                if pins[second].home.x - pins[first].home.x > 60 + 24 { break }
                if push(&pins, first, second) { hasMoved = true }
            }
        }
        for index in pins.indices {
            for circle in circles {
                let gap = pins[index].place - circle.place
                let wanted = circle.radius + pins[index].radius + 1
                guard abs(gap.x) < wanted, abs(gap.y) < wanted else { continue }
                let distance = max(0.01, (gap.x * gap.x + gap.y * gap.y).squareRoot())
                guard distance < wanted else { continue }
                let factor = (wanted - distance) / distance
                pins[index].place = pins[index].place + PlanePoint(gap.x * factor, gap.y * factor)
                hasMoved = true
            }
            pins[index].hold(within: pins[index].pin.symbol.isCustomer ? farthest : 30, in: box)
        }
        if !hasMoved { break }
    }
    return pins
}

/// Moves two pins apart by half of what they lack each; the urgent one moves less. Returns whether they touched.
private func push(_ pins: inout [PlacedPin], _ first: Int, _ second: Int) -> Bool {
    let gap = pins[second].place - pins[first].place
    let wanted = pins[first].radius + pins[second].radius + 0.7
    guard abs(gap.x) < wanted, abs(gap.y) < wanted else { return false }
    let distance = max(0.01, (gap.x * gap.x + gap.y * gap.y).squareRoot())
    guard distance < wanted else { return false }
    let lack = (wanted - distance) / distance
    let ranks = (pins[first].pin.symbol.rank, pins[second].pin.symbol.rank)
    let share = ranks.0 == ranks.1 ? 0.5 : ranks.0 > ranks.1 ? 0.25 : 0.75
    pins[first].place = PlanePoint(
        pins[first].place.x - gap.x * lack * share, pins[first].place.y - gap.y * lack * share)
    pins[second].place = PlanePoint(
        pins[second].place.x + gap.x * lack * (1 - share), pins[second].place.y + gap.y * lack * (1 - share))
    return true
}

extension PlacedPin {
    /// Not farther than that from where the customer is, and whole inside the box.
    fileprivate mutating func hold(within room: Double, in box: PlaneBox) {
        let away = place - home
        let distance = (away.x * away.x + away.y * away.y).squareRoot()
        if distance > room {
            place = home + PlanePoint(away.x * room / distance, away.y * room / distance)
        }
        place.x = max(box.minX + radius, min(box.maxX - radius, place.x))
        place.y = max(box.minY + radius, min(box.maxY - radius, place.y))
    }
}

/// Eight tiny steps 137.5° apart.
private let golden: [PlanePoint] = [
    PlanePoint(0.02, 0), PlanePoint(-0.0147, 0.0135), PlanePoint(0.0017, -0.0199),
    PlanePoint(0.0122, 0.0159),
    PlanePoint(-0.0197, -0.0035), PlanePoint(0.0169, -0.0108), PlanePoint(-0.0052, 0.0193),
    PlanePoint(-0.0092, -0.0178),
]
