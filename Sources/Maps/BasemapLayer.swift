package import Geo

/// What a basemap file holds; the config names one for each file.
package enum BasemapRole: String, CaseIterable, Hashable, Sendable {
    case boundary, water, river, landuse, wood, road, place
    case builtUp = "built-up"
}

/// One file of the basemap, ready for drawing. Read once, used by many maps.
package struct BasemapLayer: Hashable, Sendable {
    /// Nil for the world.
    package var role: BasemapRole?
    package var shapes: [BasemapShape] = []
    package var places: [BasemapPlace] = []
    /// The basemap of the whole world, of which each map takes what it shows; it lies under all other layers.
    package var world: WorldBasemap?

    package init(world: WorldBasemap) { self.world = world }

    /// Sorts features into kinds by the layer's role and each feature's class; what a map does not show is left out.
    package init(role: BasemapRole, features: [GeoFeature]) {
        self.role = role
        // The outermost boundary present (a country, or a district when there is no country) is the land.
        let levels = features.compactMap { $0.kind.flatMap { Int($0) } }
        let landLevel = levels.min()
        for feature in features {
            switch feature.shape {
            case .points(let points):
                guard role == .place, let name = feature.name, let point = points.first else { continue }
                places.append(BasemapPlace(name: name, rank: placeRank(feature.kind), point: point))
            case .lines(let lines):
                let kind =
                    role == .boundary ? .border : basemapKind(role, feature.kind, landLevel: landLevel)
                append(kind, lines)
            case .polygons(let polygons):
                append(basemapKind(role, feature.kind, landLevel: landLevel), polygons.flatMap { $0 })
            }
        }
    }

    private mutating func append(_ kind: BasemapKind?, _ lines: [[GeoPoint]]) {
        guard let kind, let shape = BasemapShape(kind: kind, lines: lines.map(unwrapped)) else { return }
        shapes.append(shape)
    }
}

private func placeRank(_ kind: String?) -> Int {
    switch kind {
    case "city": 1
    case "town": 2
    case "village", nil: 3
    case "suburb": 4
    default: 5
    }
}

/// The classes are those of OpenStreetMap.
private func basemapKind(_ role: BasemapRole, _ kind: String?, landLevel: Int?) -> BasemapKind? {
    switch role {
    case .boundary: return kind.flatMap { Int($0) } == landLevel ? .land : .border
    case .water: return .water
    case .river: return kind == nil || kind == "river" ? .river : .stream
    case .wood: return .wood
    case .builtUp: return .builtUp
    case .place: return nil
    case .landuse:
        switch kind {
        case "forest", "wood": return .wood
        case "residential", "industrial", "commercial", "retail": return .builtUp
        default: return nil
        }
    case .road:
        switch kind {
        case "motorway", "trunk", "primary", "motorway_link", "trunk_link", "primary_link", "major":
            return .roadMajor
        case "secondary", "tertiary", "secondary_link", "tertiary_link", nil: return .roadSecondary
        default: return .roadMinor
        }
    }
}
