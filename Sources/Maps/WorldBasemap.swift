import Geo

/// Land, lakes, rivers, borders and names of places for any map on earth. Read once, used by many maps.
package struct WorldBasemap: Hashable, Sendable {
    private(set) var shapes: [BasemapShape] = []
    /// One a shape: what decides whether a map shows it, so that most are passed over without touching their lines.
    private(set) var heads: [WorldShapeHead] = []
    /// The most important first.
    var places: [WorldPlace] = []
    /// The names, one after the other, each ended by a zero byte.
    var names: [UInt8] = []

    /// Whose data it is, as the licence of the names asks.
    package static let attribution = "Natural Earth · GeoNames (CC BY 4.0)"

    /// The least important rank of a kind that a scale can bear.
    func highestRank(_ kind: BasemapKind, _ metresPerPixel: Double) -> Int {
        switch kind {
        case .river:
            switch metresPerPixel {
            case ..<400: 12
            case ..<1200: 7
            case ..<3000: 5
            case ..<8000: 4
            case ..<20_000: 2
            default: 1
            }
        case .province: metresPerPixel < 700 ? 12 : metresPerPixel < 1300 ? 4 : metresPerPixel < 2500 ? 3 : 2
        default: 12
        }
    }

    mutating func append(_ shape: BasemapShape) {
        shapes.append(shape)
        heads.append(
            WorldShapeHead(kind: shape.kind, rank: shape.rank, box: shape.box, roundsPole: shape.roundsPole))
    }

    func name(_ place: WorldPlace) -> String {
        String(decoding: names[place.nameStart...].prefix { $0 != 0 }, as: UTF8.self)
    }
}

/// What a shape of the world is and where.
struct WorldShapeHead: Hashable, Sendable {
    var kind: BasemapKind
    var rank: Int
    var box: PlaneBox
    var roundsPole: Bool
}

/// A place with a name.
struct WorldPlace: Hashable, Sendable {
    /// Degrees east and north.
    var east: Double
    var north: Double
    /// Twice the binary logarithm of the inhabitants, or what comes to the same for a capital.
    var importance: Int
    var nameStart: Int
}
