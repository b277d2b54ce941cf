import Geo
import Testing

@testable import Maps

@Suite struct ProjectionTests {
    static let projections: [any Projection] = [
        Mercator(centre: 47, meridian: 9.5), Mercator(centre: -60, meridian: 179),
        Equirectangular(centre: 0, meridian: 0), Equirectangular(centre: 50, meridian: -40),
        LambertConic(south: 45, north: 55, meridian: 10),
        LambertConic(south: -40, north: -20, meridian: 140),
        LambertConic(south: 47, north: 47, meridian: 9),
    ]

    @Test(arguments: projections.indices)
    func `going back from the plane gives the same point`(index: Int) throws {
        let projection = ProjectionTests.projections[index]
        for latitude in stride(from: -80.0, through: 80, by: 20) {
            for longitude in stride(from: -30.0, through: 30, by: 15) {
                let point = try #require(GeoPoint(latitude: latitude, longitude: longitude + 9.25))
                let back = try #require(projection.invert(projection.project(point)))
                #expect(abs(back.latitude - point.latitude) < 1e-9)
                #expect(abs(back.longitude - point.longitude) < 1e-9)
            }
        }
    }

    @Test func `a kilometre is a kilometre at the centre and north is up`() throws {
        let centre = try #require(GeoPoint(latitude: 47.1, longitude: 9.5))
        let north = try #require(GeoPoint(latitude: 47.101, longitude: 9.5))
        let bounds = try #require(GeoBounds([centre, north]))
        let small = projection(for: bounds)
        #expect(
            abs(small.project(centre).distance(to: small.project(north)) / centre.distance(to: north) - 1)
                < 1e-3)
        let frame = MapFrame(bounds: bounds, width: 400, height: 300)
        #expect(frame.place(north).y < frame.place(centre).y)
    }

    @Test(
        arguments: [(0.2, "Mercator"), (8, "LambertConic"), (80, "Equirectangular")]
            as [(Double, String)])
    func `the projection follows the extent`(span: Double, name: String) throws {
        let corners = try [(0.0, 0.0), (span, span)].map {
            try #require(GeoPoint(latitude: 40 - span / 2 + $0.0, longitude: 5 + $0.1))
        }
        let chosen = projection(for: try #require(GeoBounds(corners)))
        #expect(String(describing: type(of: chosen)) == name)
    }
}
