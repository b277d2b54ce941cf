package import Geo

/// Which points lie beside each other: the edges of their Delaunay triangulation, so that the graph is connected and
/// planar, and the points of any half-plane are connected too.
///
/// For each point the places of its neighbours, ascending; symmetric. Points are taken on a grid of 2²⁶ steps along the
/// longer side of their box (1.5 cm in 1,000 km); those that fall on one step are at one place. All at one place are
/// neighbours of each other and of all at the places beside it. Where many points share places (more than 200 at one, or
/// more than 8 among over 5,000 points), a place's points form a ring and its first one alone has the neighbours
/// outside, so that the graph stays small. Points that are not finite have no neighbours. O(n log n): a million points take seconds.
package func neighbourGraph(_ points: [PlanePoint]) -> [[Int]] {
    var graph = [[Int]](repeating: [], count: points.count)
    let places = GridPlaces(points)
    let most = points.count > 5_000 ? 8 : 200
    for members in places.members where members.count > 1 {
        if members.count <= most {
            for member in members { graph[member] += members.filter { $0 != member } }
        } else {
            for (index, member) in members.enumerated() {
                let following = members[(index + 1) % members.count]
                graph[member].append(following)
                graph[following].append(member)
            }
        }
    }
    DelaunayMesh(sorted: places.points).forEachEdge { start, end in
        let starts = places.members[start].count <= most ? places.members[start][...] : places.members[start][..<1]
        let ends = places.members[end].count <= most ? places.members[end][...] : places.members[end][..<1]
        for one in starts {
            for other in ends {
                graph[one].append(other)
                graph[other].append(one)
            }
        }
    }
    for index in graph.indices { graph[index].sort() }
    return graph
}

/// The places that points take on the grid.
struct GridPlaces {
    /// Sorted by x, then y; all different.
    private(set) var points: [GridPoint] = []
    /// For each place the points there, ascending.
    private(set) var members: [[Int]] = []

    init(_ all: [PlanePoint]) {
        guard let box = PlaneBox(all.lazy.filter(\.isFinite)) else { return }
        let side = max(box.width, box.height)
        // A box may be so wide that its width is not finite, or so small that the steps are.
        let scale = side > 0 && side.isFinite ? 0x1p26 / side : 0
        var cells: [(point: GridPoint, index: Int)] = []
        cells.reserveCapacity(all.count)
        for (index, point) in all.enumerated() where point.isFinite {
            let (x, y) = ((point.x - box.minX) * scale, (point.y - box.minY) * scale)
            let cell =
                x.isFinite && y.isFinite ? GridPoint(x: Int(x.rounded()), y: Int(y.rounded())) : GridPoint(x: 0, y: 0)
            cells.append((cell, index))
        }
        cells.sort { ($0.point.x, $0.point.y, $0.index) < ($1.point.x, $1.point.y, $1.index) }
        for cell in cells {
            if cell.point == points.last {
                members[members.count - 1].append(cell.index)
            } else {
                points.append(cell.point)
                members.append([cell.index])
            }
        }
    }
}
