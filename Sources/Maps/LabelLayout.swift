import Geo
import SVG

/// A text waiting for room on the map.
struct MapLabel {
    var text: String
    /// A second line in small letters.
    var note: String?
    var cssClass: String
    /// Font size in pixels, as the style sheet has it for the class.
    var size: Double
    var isBold = false
    var isNoteBold = false
    /// What it names, and how far from it the text must keep.
    var anchor: PlanePoint
    /// Where on earth that is, if the symbol is drawn aside of it.
    var home: PlanePoint?
    var clearance: Double
    /// Where it may stand, best first.
    var positions: [Position]

    enum Position: CaseIterable {
        case middle, right, left, above, below, aboveRight, belowRight, aboveLeft, belowLeft
        static let around: [Position] = [
            .right, .left, .above, .below, .aboveRight, .belowRight, .aboveLeft, .belowLeft,
        ]
    }

    /// The smallest letters on a map: at least 11 pixels when a map made for 360 pixels stands between margins.
    static let small = 12.5
    var lineHeight: Double { size * 1.2 }

    /// The room the text takes in that position.
    func box(_ position: Position) -> PlaneBox {
        let width = max(
            estimatedWidth(text, size: size, isBold: isBold),
            note.map { estimatedWidth($0, size: MapLabel.small, isBold: isNoteBold) } ?? 0)
        let height = lineHeight + (note == nil ? 0 : MapLabel.small * 1.2)
        let (dx, dy): (Double, Double) =
            switch position {
            case .middle: (0, 0)
            case .right: (1, 0)
            case .left: (-1, 0)
            case .above: (0, -1)
            case .below: (0, 1)
            case .aboveRight: (0.8, -0.8)
            case .belowRight: (0.8, 0.8)
            case .aboveLeft: (-0.8, -0.8)
            case .belowLeft: (-0.8, 0.8)
            }
        return PlaneBox(
            centre: PlanePoint(
                anchor.x + dx * (clearance + width / 2), anchor.y + dy * (clearance + height / 2)),
            width: width, height: height)
    }
}

struct PlacedLabel {
    var label: MapLabel
    var box: PlaneBox
}

/// Puts labels where they cover neither each other nor anything in the way, important ones first; a label without
/// room is left out. O(labels × (labels + obstacles)).
struct LabelLayout {
    private let frame: PlaneBox
    private var taken: [PlaneBox]
    private(set) var labels: [PlacedLabel] = []

    init(frame: PlaneBox, obstacles: [PlaneBox]) {
        self.frame = frame
        taken = obstacles
    }

    /// Nothing may be placed there from now on.
    mutating func keepFree(_ boxes: [PlaneBox]) { taken += boxes }

    /// Tries one distance from the anchor after the other.
    @discardableResult
    mutating func place(_ label: MapLabel, clearances: [Double]) -> Bool {
        clearances.contains { clearance in
            var label = label
            label.clearance = clearance
            return place(label)
        }
    }

    /// Puts the label where a box costs least, among all places on a grid of 8 pixels; nothing but the quiet boxes may
    /// be covered. `cost` is nil where it can't stand, as it is for all boxes that keep away from `reach`: those are not
    /// asked. Returns whether there was a place. O(places near `reach` × obstacles there).
    @discardableResult
    mutating func place(
        _ label: MapLabel, within reach: PlaneBox, quiet: Set<PlaneBox> = [], cost: (PlaneBox) -> Double?
    ) -> Bool {
        let own = label.box(.middle)
        func steps(_ from: Double, _ until: Double, _ low: Double, _ high: Double) -> [Double] {
            guard low <= until, high >= from else { return [] }
            let first = max(0, ((low - from) / 8).rounded(.up))
            let last = ((min(high, until) - from) / 8).rounded(.down)
            return first > last ? [] : (Int(first)...Int(last)).map { from + Double($0) * 8 }
        }
        let (halfWidth, halfHeight) = (own.width / 2, own.height / 2)
        let columns = steps(
            frame.minX + halfWidth, frame.maxX - halfWidth, reach.minX - halfWidth, reach.maxX + halfWidth)
        let rows = steps(
            frame.minY + halfHeight, frame.maxY - halfHeight, reach.minY - halfHeight, reach.maxY + halfHeight)
        guard let left = columns.first, let right = columns.last, let top = rows.first, let bottom = rows.last
        else { return false }
        let asked = PlaneBox(
            minX: left - own.width, minY: top - own.height, maxX: right + own.width, maxY: bottom + own.height)
        let firm = taken.filter { $0.overlaps(asked) && (quiet.isEmpty || !quiet.contains($0)) }
        var best: (box: PlaneBox, cost: Double)?
        for y in rows {
            for x in columns {
                let box = PlaneBox(centre: PlanePoint(x, y), width: own.width, height: own.height)
                guard let price = cost(box), price < (best?.cost ?? .infinity),
                    !firm.contains(where: { $0.overlaps(box) })
                else { continue }
                best = (box, price)
            }
        }
        if let best { take(label, best.box) }
        return best != nil
    }

    /// Returns whether there was room.
    @discardableResult
    mutating func place(_ label: MapLabel) -> Bool {
        for position in label.positions {
            let box = label.box(position)
            guard frame.contains(box), !taken.contains(where: { $0.overlaps(box) }) else { continue }
            take(label, box)
            return true
        }
        return false
    }

    private mutating func take(_ label: MapLabel, _ box: PlaneBox) {
        // Two names side by side should not read as one.
        taken.append(PlaneBox(minX: box.minX - 4, minY: box.minY, maxX: box.maxX + 4, maxY: box.maxY))
        labels.append(PlacedLabel(label: label, box: box))
    }
}
