import Config
import Geo
import Maps
import Records
import Routes

extension SiteMaterial {
    /// A day's way from home past the stops and back, for a map: on the road where its line is known, dashed and straight
    /// elsewhere.
    func routePieces(_ day: RouteDay, rep: Rep, ink: MapInk, label: String = "") -> [MapRoute] {
        let home = [rep.home].compactMap(\.self)
        let stops = day.stops.compactMap { book.customerByID[$0.customerID]?.place }
        return course(through: home + stops + home, lines: roadLines).map { piece in
            MapRoute(points: piece.points, ink: ink, isEstimated: !piece.isRoad, label: label)
        }
    }

    /// Whose data a map shows: that of its basemap, if it has one, and that of the roads that its drives follow.
    func credit(hasBasemap: Bool, routes: [MapRoute]) -> String {
        let base = hasBasemap ? config.map.attribution ?? "" : ""
        guard routes.contains(where: { !$0.isEstimated }), !base.contains("OpenStreetMap") else { return base }
        return base.isEmpty ? Self.roadCredit : "\(base) · \(Self.roadCredit)"
    }

    /// Road engines drive on the map of these.
    static let roadCredit = "© OpenStreetMap contributors"

    /// What the lines of a week's map are.
    func lineExplanation(_ routes: [MapRoute]) -> String {
        let figures = "the minutes and kilometres are those of the plan."
        guard routes.contains(where: { !$0.isEstimated }) else {
            return "Straight lines stand for the drives; \(figures)"
        }
        return routes.contains(where: \.isEstimated)
            ? "Lines follow the roads where their course is known, and are dashed and straight elsewhere; \(figures)"
            : "Lines follow the roads; \(figures)"
    }
}
