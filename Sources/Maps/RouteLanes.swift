import Foundation
import Geo

/// How far the lines of each colour are moved aside, so that drives of several days on one road lie side by side instead of
/// one upon the other.
///
/// A whole day moves by the same few pixels, across the stretches that it shares: ends stay under their pins, and no bend
/// is bent anew. Only lines on roads are looked at; without them nothing moves. O(pixels of the lines × days).
struct RouteLanes {
    /// Pixels from one lane to the next: a line of 3, and what the next one's casing leaves of the paper between them.
    private static let step = 4.0
    /// Pixels of shared road that are worth a lane of their own.
    private static let least = 60.0
    private static let spacing = 4.0

    private var shifts: [MapInk: PlanePoint] = [:]

    /// The lines as they are drawn, with the colour of each.
    init(_ lines: [(ink: MapInk, line: [PlanePoint])]) {
        var days: [(ink: MapInk, spots: [PlanePoint], cells: Set<Cell>)] = []
        for (ink, line) in lines where line.count > 1 {
            let spots = PlaneWalk(line).evenSpots(about: Self.spacing)
            if let day = days.firstIndex(where: { $0.ink == ink }) {
                days[day].spots += spots
                days[day].cells.formUnion(spots.map(Cell.init))
            } else {
                days.append((ink, spots, Set(spots.map(Cell.init))))
            }
        }
        var lanes: [Int] = []
        // The direction of what is shared, with the angle doubled, since there and back are one.
        var (cosine, sine) = (0.0, 0.0)
        for (index, day) in days.enumerated() {
            var taken: Set<Int> = []
            for (other, lane) in zip(days, lanes) {
                let shared = day.spots.indices.filter { Cell(day.spots[$0]).isNear(other.cells) }
                guard Double(shared.count) * Self.spacing >= Self.least else { continue }
                taken.insert(lane)
                for spot in shared where spot + 1 < day.spots.count {
                    let (dx, dy) = (
                        day.spots[spot + 1].x - day.spots[spot].x, day.spots[spot + 1].y - day.spots[spot].y
                    )
                    let length = dx * dx + dy * dy
                    // Longer ones go from one line to the next.
                    guard length > 0, length < 4 * Self.spacing * Self.spacing else { continue }
                    cosine += (dx * dx - dy * dy) / length
                    sine += 2 * dx * dy / length
                }
            }
            let free = (0...index).lazy.map { $0 % 2 == 1 ? ($0 + 1) / 2 : -$0 / 2 }.first { !taken.contains($0) }
            lanes.append(free ?? 0)
        }
        let across = atan2(sine, cosine) / 2 + Double.pi / 2
        for (day, lane) in zip(days, lanes) where lane != 0 {
            let distance = Double(lane) * Self.step
            shifts[day.ink] = PlanePoint(cos(across) * distance, sin(across) * distance)
        }
    }

    /// Nil where the lines of that colour stay.
    func shift(_ ink: MapInk) -> PlanePoint? { shifts[ink] }

    func moved(_ line: [PlanePoint], ink: MapInk) -> [PlanePoint] {
        guard let shift = shift(ink) else { return line }
        return line.map { PlanePoint($0.x + shift.x, $0.y + shift.y) }
    }

    private struct Cell: Hashable {
        var x: Int
        var y: Int

        init(x: Int, y: Int) { (self.x, self.y) = (x, y) }

        /// Far outside all are in one cell.
        init(_ place: PlanePoint) {
            x = Int(max(-1e6, min(1e6, place.x / RouteLanes.spacing)).rounded())
            y = Int(max(-1e6, min(1e6, place.y / RouteLanes.spacing)).rounded())
        }

        func isNear(_ cells: Set<Cell>) -> Bool {
            for dx in -1...1 {
                for dy in -1...1 where cells.contains(Cell(x: x + dx, y: y + dy)) { return true }
            }
            return false
        }
    }
}
