import Geo
import Testing

@testable import Maps

@Suite struct ProjectionTests {
    static let projections: [any Projection] = [
        Mercator(centre: 47, meridian: 9.5), Mercator(centre: -60, meridian: 179),
        LambertConic(south: 45, north: 55, meridian: 10), LambertConic(south: -40, north: -20, meridian: 140),
        LambertConic(south: 47, north: 47, meridian: 9), LambertConic(south: 60, north: 70, meridian: -179),
        LambertAzimuthal(centre: 50, meridian: 15), LambertAzimuthal(centre: 0, meridian: 180),
        LambertAzimuthal(centre: -89, meridian: 40), PolarStereographic(pole: 1, trueAt: 70, meridian: -45),
        PolarStereographic(pole: -1, trueAt: -71, meridian: 170), EqualEarth(meridian: 0), EqualEarth(meridian: 150),
    ]

    @Test(arguments: projections.indices)
    func `going back from the plane gives the same point`(index: Int) throws {
        let projection = ProjectionTests.projections[index]
        for latitude in stride(from: -79.0, through: 80, by: 7) {
            for longitude in stride(from: -180.0, through: 180, by: 11) {
                let point = try #require(GeoPoint(latitude: latitude, longitude: longitude))
                let back = try #require(projection.invert(projection.project(point)), "\(point)")
                #expect(abs(back.latitude - point.latitude) < 1e-7, "\(point)")
                #expect(abs(wrappedDegrees(back.longitude - point.longitude)) < 1e-7, "\(point)")
            }
        }
    }

    @Test func `a place beyond the earth's picture is no point`() {
        #expect(EqualEarth(meridian: 0).invert(PlanePoint(1.8e7, 0)) == nil)
        #expect(EqualEarth(meridian: 0).invert(PlanePoint(0, 9e6)) == nil)
        #expect(LambertAzimuthal(centre: 10, meridian: 0).invert(PlanePoint(1e7, 1e7)) == nil)
        #expect(Mercator(centre: 0, meridian: 0).invert(PlanePoint(2.1e7, 0)) == nil)
        for projection in ProjectionTests.projections {
            #expect(projection.invert(PlanePoint(.nan, 0)) == nil)
        }
    }

    @Test(
        arguments: [
            (47.1, 9.5, 0.002, "Mercator"), (42, 5, 8, "LambertConic"), (-17.5, 179.5, 3, "LambertConic"),
            (1, 37, 8, "Mercator"), (0, 20, 70, "LambertAzimuthal"), (50, 100, 50, "LambertAzimuthal"),
            (-85, 0, 8, "PolarStereographic"), (0, 0, 170, "EqualEarth"), (0, 180, 120, "EqualEarth"),
        ] as [(Double, Double, Double, String)])
    func `the projection follows the extent`(latitude: Double, longitude: Double, span: Double, name: String) throws {
        let bounds = try #require(
            GeoBounds(
                south: max(-90, latitude - span / 2), west: wrappedDegrees(longitude - span / 2),
                north: min(90, latitude + span / 2), east: wrappedDegrees(longitude + span / 2)))
        #expect(String(describing: type(of: projection(for: bounds))) == name)
    }

    @Test(arguments: [(-90.0, -63.0), (60, 90)])
    func `what lies around a pole is seen from above it`(south: Double, north: Double) throws {
        let bounds = try #require(GeoBounds(south: south, west: -180, north: north, east: 180))
        let frame = MapFrame(bounds: bounds, width: 600, height: 600, padding: 20)
        #expect(frame.projection is PolarStereographic)
        let pole = frame.place(PlanePoint(0, south < 0 ? -90 : 90))
        #expect(pole.distance(to: PlanePoint(300, 300)) < 1)
        #expect(frame.window.isAllAround)
    }

    @Test(arguments: [(47.1, 9.5), (78.2, 15.6), (-17.7, 179.99), (-89.5, 0), (0, 0)])
    func `a kilometre is a kilometre at the centre and north is up`(latitude: Double, longitude: Double) throws {
        let centre = try #require(GeoPoint(latitude: latitude, longitude: longitude))
        let north = try #require(GeoPoint(latitude: latitude + 0.01, longitude: longitude))
        let east = try #require(
            GeoPoint(latitude: latitude, longitude: wrappedDegrees(longitude + 0.02)))
        let frame = MapFrame(bounds: try #require(GeoBounds([centre, north, east])), width: 400, height: 300)
        for other in [north, east] {
            let scale = frame.place(centre).distance(to: frame.place(other)) / frame.scale
            #expect(abs(scale / centre.distance(to: other) - 1) < 2e-3)
        }
        #expect(frame.place(north).y < frame.place(centre).y)
        #expect(frame.place(east).x > frame.place(centre).x)
    }
}
