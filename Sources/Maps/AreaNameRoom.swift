import Geo

/// Finds room for the names of territories.
struct AreaNameRoom {
    /// How far beside its territory a name may stand, in pixels.
    private static let beside = 8.0
    private let grid: AreaGrid
    /// The most that a name may cover: the quiet pins, then the customers on time, then any single customer.
    private let soft: [Set<PlaneBox>]
    private let urgent: CountGrid
    private let others: CountGrid

    init(grid: AreaGrid, frame: PlaneBox, pins: [PlacedPin]) {
        self.grid = grid
        let single = pins.filter(\.pin.symbol.isCustomer)
        func boxes(upTo symbol: PinSymbol) -> [PlaneBox] {
            single.filter { $0.pin.symbol.rank <= symbol.rank }.map(\.box)
        }
        soft = [.prospect, .due, .overdue].map { Set(boxes(upTo: $0)) }
        others = CountGrid(boxes(upTo: .due).map(\.centre), width: frame.width, height: frame.height)
        urgent = CountGrid(
            single.filter { $0.pin.symbol == .overdue }.map(\.place), width: frame.width, height: frame.height)
    }

    /// The whole label where it stands well, else a shorter one, else the name where it stands at all: first well on or
    /// beside its territory, then partly on another's, then over more pins. Returns whether there was room.
    func place(_ label: MapLabel, of area: Int, in labels: inout LabelLayout) -> Bool {
        guard let reach = grid.box(of: area)?.grown(by: AreaNameRoom.beside + 1) else { return false }
        for (tolerance, covered) in [(0.06, 0), (0.4, 0), (0.4, 1), (0.5, 2)] {
            for label in label.shortenings {
                let isPlaced = labels.place(label, within: reach, quiet: soft[covered]) { box in
                    cost(of: box, anchor: label.anchor, area: area, tolerance: tolerance)
                }
                if isPlaced { return true }
            }
        }
        return false
    }

    private func cost(of box: PlaneBox, anchor: PlanePoint, area: Int, tolerance: Double) -> Double? {
        let near = grid.counts(under: box.grown(by: AreaNameRoom.beside), of: area)
        // Beside several territories, it has to be this one's name that one reads.
        guard near.own > 4, near.own > near.others else { return nil }
        let under = grid.counts(under: box, of: area)
        let cells = Double(under.own + under.others + under.free)
        guard Double(under.others) <= cells * tolerance else { return nil }
        let outside = Double(under.free) / cells * 25 + Double(under.others) / cells * 200
        let covered = Double(others.count(under: box)) + 3 * Double(urgent.count(under: box))
        return covered * 12 + outside + box.centre.distance(to: anchor) * 0.4
    }
}

extension MapLabel {
    /// The label with its note, with what stands before the note's colon, and with no note.
    fileprivate var shortenings: [MapLabel] {
        guard let note else { return [self] }
        var bare = self
        bare.note = nil
        guard let colon = note.firstIndex(of: ":") else { return [self, bare] }
        var short = self
        short.note = String(note[..<colon])
        return [self, short, bare]
    }
}
