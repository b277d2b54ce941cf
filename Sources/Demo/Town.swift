import Geo

/// A town that customers live in: real place, postcode and rough population.
struct Town: Sendable {
    enum Speech: Sendable { case german, italian }

    var name: String
    var postcode: String
    var latitude: Double
    var longitude: Double
    var population: Int
    /// Language of the shop signs.
    var speech: Speech
    /// Direction of the main street, east and north: along the valley.
    var axis: (east: Double, north: Double)

    var region: String { speech == .german ? "Südtirol" : "Trentino" }
    var point: GeoPoint { GeoPoint(latitude: latitude, longitude: longitude)! }
}

/// Kilometres on a flat map of the region; exact arithmetic, good to a per cent at this size.
func flatKilometres(_ one: GeoPoint, _ other: GeoPoint) -> Double {
    let east = (other.longitude - one.longitude) * kilometresPerLongitude
    let north = (other.latitude - one.latitude) * kilometresPerLatitude
    return (east * east + north * north).squareRoot()
}

/// At 46.3° north.
let kilometresPerLongitude = 76.9
let kilometresPerLatitude = 111.2

extension Town {
    static func named(_ name: String) -> Town {
        guard let town = all.first(where: { $0.name == name }) else { preconditionFailure("no town \(name)") }
        return town
    }

    /// South Tyrol and Trentino, from Brenner to Ala.
    static let all: [Town] = southTyrol + trentino

    private static let southTyrol: [Town] = [
        german("Bozen", "39100", 46.498, 11.354, 107_000, (1, 0.3)),
        german("Meran", "39012", 46.670, 11.160, 41_000, (1, 0.4)),
        german("Brixen", "39042", 46.716, 11.656, 22_500, (0.3, 1)),
        german("Leifers", "39055", 46.427, 11.339, 18_200, (-0.2, 1)),
        german("Bruneck", "39031", 46.796, 11.937, 17_000, (1, 0.2)),
        german("Eppan", "39057", 46.456, 11.259, 15_000, (0.2, 1)),
        german("Lana", "39011", 46.617, 11.153, 12_500, (0.3, 1)),
        german("Kaltern", "39052", 46.414, 11.245, 8_100, (0.1, 1)),
        german("Ritten", "39054", 46.536, 11.459, 8_000, (1, 0.5)),
        german("Sarnthein", "39058", 46.641, 11.357, 7_100, (0.1, 1)),
        german("Sterzing", "39049", 46.897, 11.430, 7_000, (0.1, 1)),
        german("Kastelruth", "39040", 46.566, 11.560, 6_900, (0.6, 1)),
        german("Schlanders", "39028", 46.628, 10.773, 6_200, (1, 0)),
        german("Naturns", "39025", 46.649, 11.003, 5_900, (1, 0.2)),
        german("Sand in Taufers", "39032", 46.918, 11.954, 5_600, (0, 1)),
        german("Neumarkt", "39044", 46.317, 11.273, 5_400, (0.2, 1)),
        german("Mals", "39024", 46.687, 10.546, 5_200, (0.3, 1)),
        german("Latsch", "39021", 46.615, 10.861, 5_200, (1, 0.1)),
        german("Klausen", "39043", 46.640, 11.566, 5_200, (0.4, 1)),
        german("Algund", "39022", 46.682, 11.122, 5_000, (1, -0.3)),
        german("St. Ulrich in Gröden", "39046", 46.575, 11.673, 4_900, (1, -0.2)),
        german("Vahrn", "39040", 46.742, 11.640, 4_700, (-0.3, 1)),
        german("Terlan", "39018", 46.531, 11.247, 4_500, (1, -0.6)),
        german("Auer", "39040", 46.347, 11.300, 3_900, (-0.1, 1)),
        german("Salurn", "39040", 46.239, 11.211, 3_900, (0.6, 1)),
        german("Prad am Stilfserjoch", "39026", 46.619, 10.594, 3_700, (0.5, 1)),
        german("St. Leonhard in Passeier", "39015", 46.812, 11.246, 3_600, (0.2, 1)),
        german("Abtei", "39036", 46.609, 11.894, 3_600, (0, 1)),
        german("Tramin", "39040", 46.341, 11.242, 3_400, (0.3, 1)),
        german("Innichen", "39038", 46.733, 12.282, 3_400, (1, 0)),
        german("Toblach", "39034", 46.729, 12.222, 3_300, (1, 0.1)),
        german("Mühlbach", "39037", 46.797, 11.668, 3_200, (1, 0.2)),
        german("Olang", "39030", 46.764, 12.031, 3_200, (1, -0.3)),
        german("Kiens", "39030", 46.807, 11.839, 3_000, (1, 0)),
        german("Schenna", "39017", 46.689, 11.187, 2_900, (0.3, 1)),
        german("Welsberg", "39035", 46.739, 12.106, 2_900, (1, -0.1)),
        german("Wolkenstein", "39048", 46.556, 11.757, 2_600, (1, -0.3)),
        german("Corvara", "39033", 46.551, 11.874, 1_400, (0.4, 1)),
    ]

    private static let trentino: [Town] = [
        italian("Trento", "38121", 46.068, 11.121, 118_000, (0.1, 1)),
        italian("Rovereto", "38068", 45.889, 11.040, 40_000, (0.3, 1)),
        italian("Pergine Valsugana", "38057", 46.063, 11.238, 21_700, (1, -0.2)),
        italian("Arco", "38062", 45.918, 10.886, 17_900, (-0.1, 1)),
        italian("Riva del Garda", "38066", 45.886, 10.842, 17_700, (1, 0.3)),
        italian("Mori", "38065", 45.853, 10.978, 10_000, (1, -0.1)),
        italian("Lavis", "38015", 46.141, 11.111, 9_100, (0.1, 1)),
        italian("Ala", "38061", 45.758, 11.001, 8_800, (0.2, 1)),
        italian("Levico Terme", "38056", 46.012, 11.305, 8_100, (1, -0.2)),
        italian("Mezzolombardo", "38017", 46.213, 11.094, 7_300, (0.2, 1)),
        italian("Cles", "38023", 46.366, 11.034, 7_100, (0.3, 1)),
        italian("Borgo Valsugana", "38051", 46.053, 11.457, 7_000, (1, 0.1)),
        italian("Primiero", "38054", 46.176, 11.828, 5_300, (0.7, 1)),
        italian("Predazzo", "38037", 46.311, 11.602, 4_500, (1, 0.6)),
        italian("Cavalese", "38033", 46.291, 11.460, 4_100, (1, 0.1)),
        italian("Tione di Trento", "38079", 46.036, 10.727, 3_700, (0.2, 1)),
        italian("Pinzolo", "38086", 46.160, 10.765, 3_000, (0.1, 1)),
        italian("Moena", "38035", 46.378, 11.660, 2_600, (0.4, 1)),
        italian("Malé", "38027", 46.353, 10.913, 2_200, (1, 0.1)),
        italian("Canazei", "38032", 46.477, 11.770, 1_900, (1, 0.1)),
        italian("Andalo", "38010", 46.167, 11.004, 1_100, (0.1, 1)),
    ]

    private static func german(
        _ name: String, _ postcode: String, _ latitude: Double, _ longitude: Double, _ population: Int,
        _ axis: (east: Double, north: Double)
    ) -> Town {
        Town(
            name: name, postcode: postcode, latitude: latitude, longitude: longitude, population: population,
            speech: .german, axis: axis)
    }

    private static func italian(
        _ name: String, _ postcode: String, _ latitude: Double, _ longitude: Double, _ population: Int,
        _ axis: (east: Double, north: Double)
    ) -> Town {
        Town(
            name: name, postcode: postcode, latitude: latitude, longitude: longitude, population: population,
            speech: .italian, axis: axis)
    }
}
