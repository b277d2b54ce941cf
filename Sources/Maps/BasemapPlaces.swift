import Foundation
import Geo

/// Names for a map, the important first: those of the user's layers and those of the world that are not among them, which
/// is to say neither within 2.5 km of one nor of the same name nearby.
///
/// The world's are at most `limit`, with ranks by what the scale can bear.
func basemapPlaces(_ layers: [BasemapLayer], in frame: MapFrame, limit: Int = 150) -> [BasemapPlace] {
    let own = layers.flatMap(\.places).filter { frame.box.contains(frame.place($0.point)) }
        .sorted { ($0.rank, $0.name, $0.point.latitude) < ($1.rank, $1.name, $1.point.latitude) }
    var result = own
    if let world = layers.lazy.compactMap(\.world).first {
        let visible = worldPlaces(world, in: frame, limit: limit)
        let spoken = own.map { (name: folded($0.name), point: $0.point) }
        result += visible.filter { place in
            let name = folded(place.name)
            return !spoken.contains {
                $0.point.distance(to: place.point) < ($0.name == name ? 15_000 : 2500)
            }
        }
    }
    return result.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }.map(\.element)
}

private func worldPlaces(_ world: WorldBasemap, in frame: MapFrame, limit: Int) -> [BasemapPlace] {
    let metres = frame.metresPerPixel
    let window = frame.window
    var result: [BasemapPlace] = []
    for place in world.places {
        // They stand in the order of importance: after one that is too small for the scale all are.
        guard result.count < limit, let rank = placeRank(importance: place.importance, metresPerPixel: metres) else {
            break
        }
        let spot = PlaneBox(minX: place.east, minY: place.north, maxX: place.east, maxY: place.north)
        guard window.shifts(meeting: spot) != nil,
            let point = GeoPoint(latitude: place.north, longitude: place.east),
            frame.box.contains(frame.place(point))
        else { continue }
        result.append(BasemapPlace(name: world.name(place), rank: rank, point: point))
    }
    return result
}

/// Names grow with the town and shrink with the scale: a city of 100,000 is the largest thing on the map of a valley and
/// a dot on that of a continent. Nil for what a scale can't show.
func placeRank(importance: Int, metresPerPixel: Double) -> Int? {
    // In doublings: half as many for twice the metres.
    let scale = Double(importance) / 2 - 0.7 * log2(max(1, metresPerPixel / 100))
    switch scale {
    case 16.5...: return 1
    case 14...: return 2
    case 11.8...: return 3
    case 10...: return 4
    default: return metresPerPixel < 150 ? 5 : nil
    }
}

/// Without case and what is no letter or digit, so that small differences of writing don't count.
private func folded(_ name: String) -> String { name.lowercased().filter { $0.isLetter || $0.isNumber } }
