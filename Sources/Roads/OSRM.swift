/// The Open Source Routing Machine's HTTP interface, version 1, from 5.0 on: GET only, which every server understands.
///
/// Sources: the project's HTTP documentation, and answers of a server 26.10.
public struct OSRM: RoadEngine {
    public var name: String { "osrm" }
    public let profile: String
    /// How far from its road a line may begin or end, in metres.
    public let maxSnapMetres: Double

    public init(profile: String = "driving", maxSnapMetres: Double = 300) {
        self.profile = profile
        self.maxSnapMetres = maxSnapMetres
    }

    public func versionQuestion(near place: RoadPlace) -> RoadQuestion {
        RoadQuestion(path: "/nearest/v1/\(pathComponent(profile))/\(coordinates([place]))?number=1")
    }

    /// What the graph was made with as `--data_version`; empty where it was made without.
    public func version(in answer: RoadAnswer) throws(RoadFault) -> String {
        boundedWords(try reply(in: answer).version ?? "", limit: 100)
    }

    /// A place in both lists is one coordinate of the question, so the server counts it once.
    public func tableQuestion(_ block: RoadBlock) -> RoadQuestion {
        var places = Set(block.origins).union(block.destinations).sorted()
        let indices = Dictionary(uniqueKeysWithValues: places.enumerated().map { ($1, String($0)) })
        // A table of a single coordinate is refused by the server, the same coordinate twice is not.
        if places.count == 1 { places.append(places[0]) }
        var query = "annotations=duration,distance"
        if block.origins != places {
            query += "&sources=" + block.origins.compactMap { indices[$0] }.joined(separator: ";")
        }
        if block.destinations != places {
            query +=
                "&destinations=" + block.destinations.compactMap { indices[$0] }.joined(separator: ";")
        }
        return RoadQuestion(path: "/table/v1/\(pathComponent(profile))/\(coordinates(places))?\(query)")
    }

    public func table(in answer: RoadAnswer, for block: RoadBlock) throws(RoadFault)
        -> RoadTableAnswer
    {
        let reply = try reply(in: answer)
        guard let durations = reply.durations else { throw .garbled("no durations") }
        var snaps: [RoadPlace: Double?] = [:]
        try keepSnaps(reply.sources, "sources", of: block.origins, in: &snaps)
        try keepSnaps(reply.destinations, "destinations", of: block.destinations, in: &snaps)
        let drives = try roadDrives(seconds: durations, distances: reply.distances, for: block)
        return RoadTableAnswer(snaps: snaps, drives: drives)
    }

    public func lineQuestion(_ pair: RoadPair) -> RoadQuestion {
        let ends = coordinates([pair.from, pair.to])
        return RoadQuestion(
            path:
                "/route/v1/\(pathComponent(profile))/\(ends)?overview=full&geometries=polyline6&steps=false"
        )
    }

    /// A line whose ends the engine moved farther than `maxSnapMetres` is refused with the code `FarSnap`, which is ours.
    public func line(in answer: RoadAnswer, for pair: RoadPair) throws(RoadFault) -> RoadLine {
        let reply = try reply(in: answer)
        guard let route = reply.routes?.first else { throw .garbled("no route") }
        if let waypoints = reply.waypoints {
            guard waypoints.count == 2 else { throw .garbled("not two waypoints") }
            for (waypoint, place) in zip(waypoints, ["start", "end"]) {
                if let metres = waypoint?.distance { try checkSnap(metres, place, maxSnapMetres) }
            }
        }
        guard let geometry = route.geometry else { throw .garbled("no geometry") }
        guard let points = decodedPolyline(geometry, precision: 6) else {
            throw .garbled("no polyline")
        }
        try checkEnds(of: points, for: pair, maxSnapMetres: maxSnapMetres)
        return RoadLine(points: points)
    }

    private func coordinates(_ places: [RoadPlace]) -> String {
        places.map { decimalDegrees($0.longitude) + "," + decimalDegrees($0.latitude) }.joined(
            separator: ";")
    }
}
