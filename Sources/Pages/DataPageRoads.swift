import Config
import Quantities
import Roads
import Routes

/// The data page's rows on roads: who was asked, and how much of what plans look at was answered.
extension SiteMaterial {
    func roadRows(_ roads: RoadReport) -> [[DataTable.Cell]] {
        guard let edition = roads.edition, roads.isAnswered else {
            return [
                [
                    DataTable.Cell("The road network", detail: roadEngineName),
                    DataTable.Cell(
                        "Nothing is known of it yet; see what was found while building", status: .late),
                ]
            ]
        }
        var left: [String] = []
        if roads.far > 0 {
            left.append(
                "\(figures.integer(roads.far)) are estimated, since \(figures.count(roads.farPlaces, "place")) \(roads.farPlaces == 1 ? "lies" : "lie") far from any road"
            )
        }
        if roads.missing > 0 { left.append("\(figures.integer(roads.missing)) are not known and estimated") }
        if roads.unreachable > 0 { left.append("\(figures.integer(roads.unreachable)) have no way by road") }
        let version = edition.data.isEmpty ? "version not told" : "data \(oneLine(edition.data, limit: 60))"
        return [
            [
                DataTable.Cell(
                    "The road network",
                    detail: "\(roadEngineName), \(edition.profile), \(version); \(Self.roadCredit)"),
                DataTable.Cell(
                    "\(figures.integer(roads.known)) of the \(figures.count(roads.pairs, "drive")) between neighbours and from home; \(left.isEmpty ? "none is estimated" : left.joined(separator: ", "))",
                    raw: "\(roads.known) of \(roads.pairs)", status: left.isEmpty ? .good : .watch),
            ],
            [
                DataTable.Cell("Drives that plans were made with"),
                DataTable.Cell(
                    "Each with its seconds and metres, as a file", raw: roadDrivesName, href: roadDrivesName),
            ],
        ]
    }
}
