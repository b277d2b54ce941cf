import Foundation
import Geo
import Records
import Testing

@testable import Demo

/// The sketch map beside the demo agrees with its towns.
@Suite struct DemoMapTests {
    private struct File: Decodable {
        struct Feature: Decodable {
            struct Properties: Decodable {
                var name: String
                var `class`: String
            }
            struct Geometry: Decodable {
                var type: String
                var coordinates: [GeoPoint]

                enum Keys: String, CodingKey { case type, coordinates }

                init(from decoder: any Decoder) throws {
                    let values = try decoder.container(keyedBy: Keys.self)
                    type = try values.decode(String.self, forKey: .type)
                    let pairs: [[Double]] =
                        switch type {
                        case "Point": [try values.decode([Double].self, forKey: .coordinates)]
                        case "LineString": try values.decode([[Double]].self, forKey: .coordinates)
                        default: try values.decode([[[Double]]].self, forKey: .coordinates)[0]
                        }
                    coordinates = pairs.compactMap { GeoPoint(latitude: $0[1], longitude: $0[0]) }
                }
            }
            var properties: Properties
            var geometry: Geometry
        }
        var attribution: String
        var features: [Feature]
    }

    private func file(_ name: String) throws -> File {
        let url = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "assets/maps/demo-\(name).geojson")
        return try JSONDecoder().decode(File.self, from: Data(contentsOf: url))
    }

    @Test func `Every file says that it is a sketch`() throws {
        for name in ["land", "water", "rivers", "roads", "places"] {
            #expect(try file(name).attribution == "Sketch map, not for navigation")
        }
    }

    @Test func `A road passes through every town`() throws {
        let points = try file("roads").features.flatMap(\.geometry.coordinates)
        for town in Town.all {
            let nearest = points.map { flatKilometres($0, town.point) }.min()!
            #expect(nearest < 0.5, "\(town.name): \(nearest) km")
        }
    }

    @Test func `Every town is a named place on land`() throws {
        let places = try file("places").features
        let land = try file("land").features[0].geometry.coordinates
        #expect(Set(places.map(\.properties.name)) == Set(Town.all.map(\.name)))
        for place in places {
            let point = place.geometry.coordinates[0]
            #expect(flatKilometres(point, Town.named(place.properties.name).point) < 0.1)
            #expect(contains(land, point), "\(place.properties.name)")
        }
    }

    @Test func `Customers are near their town and on land`() throws {
        let land = try file("land").features[0].geometry.coordinates
        for customer in Company.seeded(1).contents.customers {
            guard let place = customer.place, let city = customer.address.city else { continue }
            #expect(contains(land, place))
            #expect(flatKilometres(place, Town.named(city).point) < 6.5, "\(customer.id)")
        }
    }

    /// Even-odd rule.
    private func contains(_ ring: [GeoPoint], _ point: GeoPoint) -> Bool {
        var isInside = false
        for (one, other) in zip(ring, ring.dropFirst() + ring.prefix(1))
        where (one.latitude > point.latitude) != (other.latitude > point.latitude) {
            let share = (point.latitude - one.latitude) / (other.latitude - one.latitude)
            if point.longitude < one.longitude + share * (other.longitude - one.longitude) { isInside.toggle() }
        }
        return isInside
    }
}
