package import Geo
package import Roads

/// A part of the way past some places, as it is drawn on a map.
package struct CoursePiece: Sendable, Hashable {
    /// Two or more.
    package var points: [GeoPoint]
    /// True where the points follow the road; otherwise they are joined straight.
    package var isRoad: Bool

    package init(points: [GeoPoint], isRoad: Bool) {
        self.points = points
        self.isRoad = isRoad
    }
}

/// The way past the places in their order, on the road where its line is known and straight elsewhere.
///
/// Each piece begins where the one before ended, and two of one kind never follow each other: without any line there is
/// one straight piece, with all of them one on roads. A line ends on the road, and the last steps from there to the door
/// belong to it: farther off than a place may lie from the road no line is known. Fewer than two places have no way.
/// O(points).
package func course(through places: [GeoPoint], lines: [RoadPair: RoadLine]) -> [CoursePiece] {
    var pieces = CoursePieces()
    for (start, end) in zip(places, places.dropFirst()) {
        guard let line = knownLine(from: start, to: end, in: lines), let first = line.first, let last = line.last else {
            // Next door nobody drives, and such a step breaks no line in two.
            pieces.join([start, end], isRoad: start.distance(to: end) <= doorMetres ? nil : false)
            continue
        }
        pieces.join([start] + (start == first ? [] : [first]) + line.dropFirst(), isRoad: true)
        if last != end { pieces.join([last, end], isRoad: true) }
    }
    return pieces.all
}

/// From one door to the next.
private let doorMetres = 50.0

/// Nil where the line is not known or has no length.
func knownLine(from start: GeoPoint, to end: GeoPoint, in lines: [RoadPair: RoadLine]) -> [GeoPoint]? {
    guard !lines.isEmpty else { return nil }
    return lines[RoadPair(from: RoadPlace(start), to: RoadPlace(end))].flatMap { $0.points.count > 1 ? $0.points : nil }
}

private struct CoursePieces {
    private var pieces: [(points: [GeoPoint], isRoad: Bool?)] = []

    var all: [CoursePiece] { pieces.map { CoursePiece(points: $0.points, isRoad: $0.isRoad ?? false) } }

    /// Goes on from where the last piece ended; nil takes the kind of its neighbours.
    mutating func join(_ points: [GeoPoint], isRoad: Bool?) {
        guard let last = pieces.indices.last,
            isRoad == nil || pieces[last].isRoad == nil || pieces[last].isRoad == isRoad
        else {
            pieces.append((points, isRoad))
            return
        }
        pieces[last].points += points.dropFirst()
        pieces[last].isRoad = pieces[last].isRoad ?? isRoad
    }
}
