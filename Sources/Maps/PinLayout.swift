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
    /// With the symbol's outline; a diamond's corners reach beyond its radius.
    var box: PlaneBox {
        let reach = radius * (pin.symbol == .overdue ? 1.15 : 1) + 1.5
        return PlaneBox(centre: place, width: 2 * reach, height: 2 * reach)
    }
}

extension MapPin {
    /// In pixels: quiet ones small, urgent ones large.
    var radius: Double {
        let step = max(1, min(3, size)) - 1
        return switch symbol {
        case .stop: 10
        case .home: 9
        case .onCadence: [2.8, 3.8, 5.2][step]
        case .prospect: [2.6, 3.4, 4.6][step]
        case .due: [3.4, 4.6, 6][step]
        case .overdue: [4.6, 5.8, 7.4][step]
        }
    }
}

/// Where every pin of a map goes: on its own, a little aside, or into a cluster.
struct PinLayout {
    var pins: [PlacedPin]
    var clusters: [PinCluster]
    /// Pins that lie outside the frame: counted in the legend, not lost.
    var outside: Int

    /// Symbols stay whole within `kept`, which is the frame unless another box is given.
    init(_ pins: [MapPin], in frame: MapFrame, kept: PlaneBox? = nil, leavesOutCustomers: Bool = false) {
        let placed = pins.enumerated()
            .filter { !leavesOutCustomers || !$0.element.symbol.isCustomer }
            .map { index, pin in
                let place = frame.place(pin.point)
                return PlacedPin(pin: pin, order: index, home: place, place: place)
            }
        let inside = placed.filter { frame.box.contains($0.place) }
        outside = placed.count - inside.count
        (self.pins, clusters) = clustered(inside, in: kept ?? frame.box)
        sort()
    }

    private mutating func sort() {
        pins.sort {
            ($0.pin.symbol.rank, $0.place.y, $0.order) < ($1.pin.symbol.rank, $1.place.y, $1.order)
        }
    }

    /// What no label may cover.
    var obstacles: [PlaneBox] { pins.map(\.box) + clusters.flatMap(\.boxes) }
}
