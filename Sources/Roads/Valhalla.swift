import Foundation
import Geo
import Quantities

/// Valhalla's HTTP interface: matrices by `/sources_to_targets`, lines by `/route`, both as posted JSON.
///
/// Sources: the project's API documentation, and answers of a server 3.9.1.
public struct Valhalla: RoadEngine {
    public var name: String { "valhalla" }
    /// What Valhalla calls costing, such as `auto`.
    public let profile: String
    /// How far from its road a line may begin or end, in metres.
    public let maxSnapMetres: Double

    public init(profile: String = "auto", maxSnapMetres: Double = 300) {
        self.profile = profile
        self.maxSnapMetres = maxSnapMetres
    }

    public func versionQuestion(near place: RoadPlace) -> RoadQuestion {
        RoadQuestion(path: "/status")
    }

    /// When the tiles were made, in UTC, and the program's version, which decides about costs too:
    /// `2026-11-13 06:30:00, 3.9.1`. Empty where the server is too old to tell.
    public func version(in answer: RoadAnswer) throws(RoadFault) -> String {
        let reply: ValhallaStatus
        do throws(RoadFault) {
            reply = try self.reply(ValhallaStatus.self, in: answer)
        } catch .refused(let code, _) where ["106", "107"].contains(code) {
            // No such action: it came with 3.1.
            return ""
        }
        var parts: [String] = []
        if let seconds = reply.tilesMade, (1..<253_402_300_800).contains(seconds) {
            let clock = [seconds / 3600 % 24, seconds / 60 % 60, seconds % 60].map {
                String($0 + 100).dropFirst()
            }
            parts.append("\(Day(daysSinceEpoch: seconds / 86_400).iso) \(clock.joined(separator: ":"))")
        }
        if let version = reply.version { parts.append(boundedWords(version, limit: 40)) }
        return parts.joined(separator: ", ")
    }

    public func tableQuestion(_ block: RoadBlock) -> RoadQuestion {
        let order = ValhallaTableOrder(
            sources: block.origins.map(ValhallaPoint.init),
            targets: block.destinations.map(ValhallaPoint.init),
            costing: profile)
        return RoadQuestion(path: "/sources_to_targets", body: posted(order))
    }

    /// A block of one pair that the server refuses because the two are not connected is a way that does not exist; in
    /// larger blocks it is not told which pair is meant.
    public func table(in answer: RoadAnswer, for block: RoadBlock) throws(RoadFault)
        -> RoadTableAnswer
    {
        let reply: ValhallaTable
        do throws(RoadFault) {
            reply = try self.reply(ValhallaTable.self, in: answer)
        } catch .refused(let code, let message) {
            let isOnePair = block.origins.count == 1 && block.destinations.count == 1
            guard isOnePair, ["170", "442"].contains(code) else {
                throw .refused(code: code, message: message)
            }
            return RoadTableAnswer(snaps: [:], drives: [.unreachable])
        }
        let drives = try roadDrives(
            seconds: reply.matrix.seconds, distances: reply.matrix.distances,
            metresPerUnit: try metresPerUnit(reply.units), for: block)
        return RoadTableAnswer(snaps: try snaps(in: reply, for: block), drives: drives)
    }

    public func lineQuestion(_ pair: RoadPair) -> RoadQuestion {
        let order = ValhallaLineOrder(
            locations: [pair.from, pair.to].map(ValhallaPoint.init), costing: profile)
        return RoadQuestion(path: "/route", body: posted(order))
    }

    /// A line whose ends the engine moved farther than `maxSnapMetres` is refused with the code `FarSnap`, which is ours.
    public func line(in answer: RoadAnswer, for pair: RoadPair) throws(RoadFault) -> RoadLine {
        let reply = try reply(ValhallaRoute.self, in: answer)
        guard reply.trip.legs.count == 1 else { throw .garbled("not one leg") }
        guard let points = decodedPolyline(reply.trip.legs[0].shape, precision: 6) else {
            throw .garbled("no polyline")
        }
        try checkEnds(of: points, for: pair, maxSnapMetres: maxSnapMetres)
        return RoadLine(points: points)
    }

    /// Finite numbers and text always have a JSON.
    private func posted(_ order: some Encodable) -> [UInt8]? {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(order)).map(Array.init)
    }

    private func metresPerUnit(_ units: String?) throws(RoadFault) -> Double {
        switch units {
        case nil, "kilometers", "km": 1000
        case "miles", "mi": 1609.344
        default: throw .garbled("units that are neither kilometers nor miles")
        }
    }

    /// From the points on the road that newer servers tell: the nearest of each place, and where drives begin and end,
    /// which is farther where the nearest road leads nowhere. Older ones repeat the question's points, which says
    /// nothing.
    private func snaps(in reply: ValhallaTable, for block: RoadBlock) throws(RoadFault) -> [RoadPlace: Double?] {
        guard let sources = reply.sources?.points, let targets = reply.targets?.points else { return [:] }
        guard sources.count == block.origins.count, targets.count == block.destinations.count else {
            throw .garbled("sources and targets are not \(block.origins.count) and \(block.destinations.count)")
        }
        var snaps: [RoadPlace: Double?] = [:]
        var isMoved = false
        func keep(_ latitude: Double?, _ longitude: Double?, _ place: RoadPlace) throws(RoadFault) {
            guard let latitude, let longitude else { return }
            guard let point = GeoPoint(latitude: latitude, longitude: longitude) else {
                throw .garbled("a point off the earth")
            }
            let metres = place.point.distance(to: point)
            isMoved = isMoved || metres > 0.2
            try keepSnap(metres, of: place, in: &snaps)
        }
        for (place, point) in zip(block.origins + block.destinations, sources + targets) {
            try keep(point.lat, point.lon, place)
        }
        for (origin, row) in zip(block.origins, reply.matrix.cells) {
            for (destination, cell) in zip(block.destinations, row) {
                try keep(cell.begin_lat, cell.begin_lon, origin)
                try keep(cell.end_lat, cell.end_lon, destination)
            }
        }
        return isMoved ? snaps : [:]
    }
}
