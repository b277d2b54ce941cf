import Config
import Geo
import Maps
import Quantities
import Records

/// Who shares a colour on a map, and what the map says about them.
struct MapGroup {
    var name: String
    var ink: MapInk
    var href: String?
    /// Below the name on its area.
    var note: String?
    /// After the count in the legend.
    var legendNote: String?
    var isMost = false
    var home: GeoPoint?
}

extension SiteMaterial {
    /// Customers in the colours of their groups on the areas of these; nil when nobody has a place.
    ///
    /// `points` are the customers by the index of their group, whose areas they make; `others` names those of no group.
    func groupedMap(
        id: String, title: String, summary: String, groups: [MapGroup], pins: [MapPin],
        areas points: [(GeoPoint, Int)], linked: Int = 40, others: String? = nil, on path: SitePath
    ) -> MapDrawing? {
        guard !pins.isEmpty || !points.isEmpty else { return nil }
        let outlines = territoryAreas(points: points)
        // Names get their places in this order.
        let order = outlines.keys.sorted { (groups[$0].isMost ? 0 : 1, $0) < (groups[$1].isMost ? 0 : 1, $1) }
        let areas = order.compactMap { index -> MapArea? in
            guard let rings = outlines[index] else { return nil }
            let group = groups[index]
            return MapArea(
                rings: rings, name: oneLine(group.name, limit: 28), ink: group.ink, href: group.href, note: group.note,
                isEmphasised: group.isMost)
        }
        let homes = groups.compactMap { group in
            group.home.map {
                MapPin(
                    point: $0, label: "\(oneLine(group.name, limit: 60)), home", symbol: .home, size: 2, ink: group.ink)
            }
        }
        return MapDrawing(
            id: id, title: title, summary: summary, width: 760,
            height: mapHeight(pins.map(\.point) + points.map(\.0)), basemap: basemap, areas: areas,
            pins: pins + homes,
            categories: groups.map { MapCategory(ink: $0.ink, name: oneLine($0.name, limit: 28), note: $0.legendNote) }
                + [others].compactMap { $0 }.map { MapCategory(ink: .plain, name: $0) },
            attribution: config.map.attribution ?? "", linkedPins: linked, measures: mapMeasures, figures: figures)
    }

    /// Taller for what reaches further from north to south than from east to west.
    private func mapHeight(_ points: [GeoPoint]) -> Double {
        guard let bounds = GeoBounds(points),
            let corner = GeoPoint(latitude: bounds.south, longitude: bounds.west),
            let east = GeoPoint(latitude: bounds.south, longitude: min(180, bounds.east)),
            let north = GeoPoint(latitude: bounds.north, longitude: bounds.west)
        else { return 520 }
        let (width, height) = (corner.distance(to: east), corner.distance(to: north))
        return width > 0 ? max(480, min(680, (600 * height / width).rounded())) : 680
    }

    /// The colour of a rep, the same on all maps of the company; those who are not in the current territories come after.
    func repInk(_ id: RecordID<Rep>?, newReps: [Rep] = []) -> MapInk {
        guard let id else { return .plain }
        if let index = repOrder[id] { return .category(index) }
        return newReps.firstIndex { $0.id == id }.map { .category(repOrder.count + $0) } ?? .plain
    }
}
