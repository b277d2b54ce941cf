import Geo

/// A pin with its place on the drawing.
struct PlacedPin {
    var pin: MapPin
    /// Index in the drawing's list: the last tie-break.
    var order: Int
    /// Where the customer is.
    var home: PlanePoint
    /// Where the symbol is drawn, moved a little when pins would cover each other.
    var place: PlanePoint

    var radius: Double { pin.radius }
    var box: PlaneBox { PlaneBox(centre: place, width: 2 * radius, height: 2 * radius) }
}

/// Many pins drawn as one disc with their number.
struct PinCluster {
    var place: PlanePoint
    var count: Int
    /// The colour all of them share; plain when they differ.
    var ink: MapInk

    var radius: Double { count < 10 ? 9 : count < 100 ? 11 : count < 1000 ? 14 : 17 }
    var box: PlaneBox { PlaneBox(centre: place, width: 2 * radius, height: 2 * radius) }
}

extension MapPin {
    /// In pixels.
    var radius: Double {
        switch symbol {
        case .stop: 10
        case .home: 9
        default: [3.8, 5.2, 7][max(1, min(3, size)) - 1]
        }
    }
}

struct PinLayout {
    var pins: [PlacedPin]
    var clusters: [PinCluster]
    /// Pins that lie outside the frame: counted in the legend, not lost.
    var outside: Int

    /// Above so many pins, or when they would cover more than a third of the area they spread over, all are clustered.
    static let mostPins = 800

    init(_ pins: [MapPin], in frame: MapFrame) {
        let placed = pins.enumerated()
            .map { index, pin in
                let place = frame.place(pin.point)
                return PlacedPin(pin: pin, order: index, home: place, place: place)
            }
        let inside = placed.filter { frame.box.contains($0.place) }
        outside = placed.count - inside.count
        let spread = PlaneBox(inside.map(\.place)).map { ($0.width + 16) * ($0.height + 16) } ?? 1
        let covered = inside.reduce(0) { $0 + 4 * $1.radius * $1.radius }
        if inside.count > PinLayout.mostPins || (inside.count > 60 && covered > spread / 3) {
            (self.pins, clusters) = clustered(inside)
        } else {
            self.pins = separated(inside, in: frame.box)
            clusters = []
        }
        self.pins.sort {
            ($0.pin.symbol.rank, $0.place.y, $0.order) < ($1.pin.symbol.rank, $1.place.y, $1.order)
        }
    }
}

/// Groups pins by a grid of 34 pixels; homes, stops and pins alone in their cell stay pins.
private func clustered(_ pins: [PlacedPin]) -> ([PlacedPin], [PinCluster]) {
    let side = 34.0
    struct Cell: Hashable, Comparable {
        var row: Int
        var column: Int
        static func < (left: Cell, right: Cell) -> Bool {
            (left.row, left.column) < (right.row, right.column)
        }
    }
    var cells: [Cell: [PlacedPin]] = [:]
    var single: [PlacedPin] = []
    for pin in pins {
        if pin.pin.symbol.rank >= PinSymbol.home.rank {
            single.append(pin)
        } else {
            cells[Cell(row: Int(pin.place.y / side), column: Int(pin.place.x / side)), default: []]
                .append(pin)
        }
    }
    var clusters: [PinCluster] = []
    for cell in cells.keys.sorted() {
        guard let members = cells[cell] else { continue }
        if members.count == 1 {
            single += members
            continue
        }
        let sum = members.reduce(PlanePoint(0, 0)) { $0 + $1.place }
        let inks = Set(members.map(\.pin.ink))
        let count = Double(members.count)
        clusters.append(
            PinCluster(
                place: PlanePoint(sum.x / count, sum.y / count), count: members.count,
                ink: inks.count == 1 ? members[0].pin.ink : .plain))
    }
    return (single, clusters)
}

/// Pushes overlapping pins apart, each at most 12 pixels from its place. Pins at one place fan out by the golden
/// angle first, so that they have a direction to go. O(n) for each of 12 rounds on a spread map.
private func separated(_ pins: [PlacedPin], in box: PlaneBox) -> [PlacedPin] {
    var pins = pins
    let farthest = 12.0
    let order = pins.indices.sorted {
        (pins[$0].place.x, pins[$0].order) < (pins[$1].place.x, pins[$1].order)
    }
    for (rank, index) in order.enumerated() {
        let turn = rank % golden.count
        pins[index].place = pins[index].place + golden[turn]
    }
    for _ in 0..<12 {
        var hasMoved = false
        for (rank, first) in order.enumerated() {
            for second in order[(rank + 1)...] {
                if pins[second].home.x - pins[first].home.x > 2 * farthest + 20 { break }
                let gap = pins[second].place - pins[first].place
                let distance = max(0.01, (gap.x * gap.x + gap.y * gap.y).squareRoot())
                let wanted = pins[first].radius + pins[second].radius + 0.5
                guard distance < wanted else { continue }
                let push = (wanted - distance) / 2 / distance
                pins[first].place = PlanePoint(
                    pins[first].place.x - gap.x * push, pins[first].place.y - gap.y * push)
                pins[second].place = PlanePoint(
                    pins[second].place.x + gap.x * push, pins[second].place.y + gap.y * push)
                hasMoved = true
            }
        }
        for index in pins.indices {
            let away = pins[index].place - pins[index].home
            let distance = (away.x * away.x + away.y * away.y).squareRoot()
            let room = pins[index].pin.symbol.rank >= PinSymbol.home.rank ? 22 : farthest
            if distance > room {
                pins[index].place =
                    pins[index].home + PlanePoint(away.x * room / distance, away.y * room / distance)
            }
            let radius = pins[index].radius
            pins[index].place.x = max(box.minX + radius, min(box.maxX - radius, pins[index].place.x))
            pins[index].place.y = max(box.minY + radius, min(box.maxY - radius, pins[index].place.y))
        }
        if !hasMoved { break }
    }
    return pins
}

/// Eight tiny steps 137.5° apart.
private let golden: [PlanePoint] = [
    PlanePoint(0.02, 0), PlanePoint(-0.0147, 0.0135), PlanePoint(0.0017, -0.0199),
    PlanePoint(0.0122, 0.0159),
    PlanePoint(-0.0197, -0.0035), PlanePoint(0.0169, -0.0108), PlanePoint(-0.0052, 0.0193),
    PlanePoint(-0.0092, -0.0178),
]
