/// The parts of OSRM's answers that are read, of all services in one shape.
struct OSRMReply: Decodable {
    struct Waypoint: Decodable {
        /// Metres from the coordinate to the road; absent in answers of older servers.
        var distance: Double?
    }

    struct Route: Decodable {
        /// Absent where no overview was asked for.
        var geometry: String?
    }

    var code: String?
    var message: String?
    var version: String?
    var durations: [[Double?]]?
    /// Absent in answers of servers that know durations alone.
    var distances: [[Double?]]?
    var sources: [Waypoint?]?
    var destinations: [Waypoint?]?
    var routes: [Route]?
    var waypoints: [Waypoint?]?

    enum CodingKeys: String, CodingKey {
        case code, message, durations, distances, sources, destinations, routes, waypoints
        case version = "data_version"
    }
}

extension OSRM {
    /// An answer that says `Ok`. Errors come with a status of 400 and a code and a message in the same JSON.
    func reply(in answer: RoadAnswer) throws(RoadFault) -> OSRMReply {
        let reply = try roadReply(OSRMReply.self, in: answer)
        guard let code = reply.code else {
            throw (200..<300).contains(answer.status) ? .garbled("no code") : .status(answer.status)
        }
        guard code == "Ok" else {
            throw .refused(
                code: boundedWords(code, limit: 40), message: boundedWords(reply.message ?? ""))
        }
        guard (200..<300).contains(answer.status) else { throw .status(answer.status) }
        return reply
    }

    func keepSnaps(
        _ waypoints: [OSRMReply.Waypoint?]?, _ name: String, of places: [RoadPlace],
        in snaps: inout [RoadPlace: Double?]
    ) throws(RoadFault) {
        guard let waypoints else { return }
        guard waypoints.count == places.count else { throw .garbled("\(name) are not \(places.count)") }
        for (place, waypoint) in zip(places, waypoints) {
            if let waypoint, waypoint.distance == nil { continue }
            try keepSnap(waypoint?.distance, of: place, in: &snaps)
        }
    }
}
