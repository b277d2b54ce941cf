import Geo
import TerritorySolver

/// The distinct places of the customers, each with its nearest others: what lies beside what.
///
/// Customers at the very same point (one building, or a town of which only the middle is known) share a site, so that a
/// crowd at one point does not hide the next town.
struct SiteGraph: Sendable {
    /// Sites that the estimate of local legs looks at.
    static let lookedAt = 16
    let points: [GeoPoint]
    let plane: FlatPlane
    /// The same on the plane, in metres.
    let flat: [PlanePoint]
    /// Other sites that each site has in `near`: `lookedAt`, or all there are.
    let nearCount: Int
    /// For each site `nearCount` other sites, nearest first, and their great-circle distances in metres.
    let near: [Int]
    let metres: [Double]
    /// For each site those whose `near` holds it, and itself, ascending: whom a change here concerns.
    let watchers: [[Int]]
    /// For each site those at which a hand-over there may change what a hand-over costs, ascending.
    let reach: [[Int]]
    /// Neighbours on the Delaunay triangulation, ascending; the graph is connected.
    let neighbours: [[Int]]

    /// Sites in the order given. O(n √n) for points that are spread over an area.
    init(_ points: [GeoPoint]) {
        self.points = points
        let search = NearestPoints(points)
        var near: [[Int]] = []
        var metres: [[Double]] = []
        for site in points.indices {
            let found = search.nearest(SiteGraph.lookedAt, to: site)
            near.append(found)
            metres.append(found.map { points[site].distance(to: points[$0]) })
        }
        var watchers = points.indices.map { [$0] }
        for site in points.indices {
            for other in near[site] { watchers[other].append(site) }
        }
        nearCount = max(0, min(SiteGraph.lookedAt, points.count - 1))
        self.near = near.flatMap(\.self)
        self.metres = metres.flatMap(\.self)
        self.watchers = watchers.map { $0.sorted() }
        let plane = FlatPlane(around: points)
        self.plane = plane
        let flat = points.map(plane.point)
        self.flat = flat
        let graph = neighbourGraph(flat)
        neighbours = graph
        reach = points.indices.map { site in
            Set(watchers[site].flatMap { [$0] + near[$0] } + graph[site]).sorted()
        }
    }

    /// Positions of a site's entries in `near` and `metres`.
    func nearRange(_ site: Int) -> Range<Int> { (site * nearCount)..<((site + 1) * nearCount) }
}
