/// `travel: roads:` a routing engine that is asked for driving times and the course of roads.
///
/// It is told coordinates alone: no names and no ids.
package struct RoadSettings: Sendable, Hashable {
    package enum Engine: String, CaseIterable, Sendable {
        case osrm, valhalla
    }

    package var engine = Engine.osrm
    /// Its address, such as `http://127.0.0.1:5000`; questions are appended to a path that it may have.
    package var server: String
    /// What is driven, in the engine's words; `driving` for OSRM and `auto` for Valhalla when nil.
    package var profile: String?
    /// The most places of one table; OSRM's own limit is 100, Valhalla's 50.
    package var maxPlaces: Int?
    /// Questions that are under way at the same time.
    package var parallel = 4
    /// Without a byte from the server.
    package var timeoutSeconds = 10
    /// How often a question is asked again after a fault that may pass.
    package var retries = 3
    /// A place farther from any road is not driven to by road: the estimate stands in.
    package var maxSnapMetres = 300
    /// Customers around each one whose drives are asked for from the start.
    package var neighbours = 40

    package init(server: String) { self.server = server }
}
