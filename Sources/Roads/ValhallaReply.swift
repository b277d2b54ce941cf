import Geo

/// A place of a question, or a point of an answer.
struct ValhallaPoint: Codable {
    var lat: Double
    var lon: Double

    init(_ place: RoadPlace) {
        lat = place.point.latitude
        lon = place.point.longitude
    }
}

struct ValhallaTableOrder: Encodable {
    var sources: [ValhallaPoint]
    var targets: [ValhallaPoint]
    var costing: String
    var units = "kilometers"
    /// The terse answer leaves out the points on the road.
    var verbose = true
}

struct ValhallaLineOrder: Encodable {
    var locations: [ValhallaPoint]
    var costing: String
    var units = "kilometers"
    var directions_type = "none"
}

struct ValhallaStatus: Decodable {
    var version: String?
    /// Seconds since 1970.
    var tilesMade: Int?

    enum CodingKeys: String, CodingKey {
        case version
        case tilesMade = "tileset_last_modified"
    }
}

struct ValhallaTable: Decodable {
    struct Cell: Decodable {
        var time: Double?
        var distance: Double?
        /// Where on the road this drive begins and ends; newer servers tell.
        var begin_lat: Double?
        var begin_lon: Double?
        var end_lat: Double?
        var end_lon: Double?
    }

    /// A cell a pair, or, asked tersely, a matrix for each value.
    struct Matrix: Decodable {
        var cells: [[Cell]]
        var seconds: [[Double?]]
        var distances: [[Double?]]?

        private struct Terse: Decodable {
            var durations: [[Double?]]
            var distances: [[Double?]]?
        }

        init(from decoder: any Decoder) throws {
            if (try? decoder.unkeyedContainer()) != nil {
                cells = try [[Cell]](from: decoder)
                seconds = cells.map { $0.map(\.time) }
                distances = cells.map { $0.map(\.distance) }
            } else {
                let terse = try Terse(from: decoder)
                cells = []
                (seconds, distances) = (terse.durations, terse.distances)
            }
        }
    }

    /// A list of points, which older servers wrap into a second list.
    struct Points: Decodable {
        var points: [ValhallaPoint]

        init(from decoder: any Decoder) throws {
            if let points = try? [ValhallaPoint](from: decoder) {
                self.points = points
            } else {
                points = try [[ValhallaPoint]](from: decoder).flatMap(\.self)
            }
        }
    }

    var matrix: Matrix
    var units: String?
    var sources: Points?
    var targets: Points?

    enum CodingKeys: String, CodingKey {
        case units, sources, targets
        case matrix = "sources_to_targets"
    }
}

struct ValhallaRoute: Decodable {
    struct Trip: Decodable {
        var legs: [Leg]
    }

    struct Leg: Decodable {
        var shape: String
    }

    var trip: Trip
}

private struct ValhallaRefusal: Decodable {
    var code: Int
    var error: String?

    enum CodingKeys: String, CodingKey {
        case error
        case code = "error_code"
    }
}

extension Valhalla {
    /// An answer in the shape that it should have, or why the server refused: a number and words in JSON.
    func reply<Shape: Decodable>(_ shape: Shape.Type, in answer: RoadAnswer) throws(RoadFault)
        -> Shape
    {
        guard (200..<300).contains(answer.status) else {
            let refusal = try roadReply(ValhallaRefusal.self, in: answer)
            throw .refused(code: String(refusal.code), message: boundedWords(refusal.error ?? ""))
        }
        return try roadReply(shape, in: answer)
    }
}
