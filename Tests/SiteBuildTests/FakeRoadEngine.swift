import Foundation
import Geo
import Synchronization

@testable import Serving

/// A road engine that speaks OSRM's language over a made-up country: roads are a third longer than the crow flies, and
/// everybody drives 54 km/h.
final class FakeRoadEngine: Sendable {
    private let server: SiteServer
    private let count = Mutex(0)
    private let version = Mutex("spring")
    var requests: Int { count.withLock { $0 } }
    var address: String { "http://127.0.0.1:\(server.port)" }

    init() throws { server = try SiteServer(port: 0) }

    /// From now on answers come from another road network.
    func renew(_ name: String) { version.withLock { $0 = name } }

    /// Answers while `body` runs; afterwards nobody listens any more.
    func running<Value>(_ body: () async throws -> Value) async throws -> Value {
        let task = Task { [self] in
            try await server.run { [self] request in
                count.withLock { $0 += 1 }
                return answer(to: request.target)
            }
        }
        let result: Result<Value, any Error>
        do { result = .success(try await body()) } catch { result = .failure(error) }
        task.cancel()
        _ = await task.result
        return try result.get()
    }

    private func answer(to target: String) -> PageAnswer {
        let parts = target.split(separator: "?", maxSplits: 1)
        let path = parts[0].split(separator: "/")
        guard path.count == 4, path[1] == "v1", path[2] == "driving" else { return refuse("InvalidUrl") }
        var query: [String: String] = [:]
        for item in parts.dropFirst().joined().split(separator: "&") {
            let pair = item.split(separator: "=", maxSplits: 1)
            query[String(pair[0])] = String(pair[1])
        }
        let list = (String(path[3]).removingPercentEncoding ?? "").replacing(".json", with: "")
        let places = list.split(separator: ";").compactMap { text -> GeoPoint? in
            let numbers = text.split(separator: ",").compactMap { Double($0) }
            return numbers.count == 2 ? GeoPoint(latitude: numbers[1], longitude: numbers[0]) : nil
        }
        let data = #""code":"Ok","data_version":"\#(version.withLock { $0 })""#
        switch path[0] {
        case "nearest": return reply(#"{\#(data),"waypoints":[\#(places.prefix(1).map(waypoint).joined())]}"#)
        case "table": return table(places, query, data)
        case "route" where places.count == 2: return route(places[0], places[1], query, data)
        default: return refuse("InvalidService")
        }
    }

    private func table(_ places: [GeoPoint], _ query: [String: String], _ data: String) -> PageAnswer {
        guard places.count <= 100 else { return refuse("TooBig") }
        func chosen(_ key: String) -> [GeoPoint] {
            guard let text = query[key], text != "all" else { return places }
            let list = (text.removingPercentEncoding ?? text).split(separator: ";")
            return list.compactMap { Int($0) }.map { places[$0] }
        }
        let (from, to) = (chosen("sources"), chosen("destinations"))
        func rows(_ factor: Double) -> String {
            from.map { start in
                "[" + to.map { String(tenths: start.distance(to: $0) * factor) }.joined(separator: ",") + "]"
            }.joined(separator: ",")
        }
        return reply(
            #"{\#(data),"durations":[\#(rows(4.0 / 3 / 15))],"distances":[\#(rows(4.0 / 3))],"#
                + #""sources":[\#(from.map(waypoint).joined(separator: ","))],"#
                + #""destinations":[\#(to.map(waypoint).joined(separator: ","))]}"#)
    }

    /// One corner on the way.
    private func route(_ from: GeoPoint, _ to: GeoPoint, _ query: [String: String], _ data: String) -> PageAnswer {
        let scale = query["geometries"] == "polyline6" ? 1e6 : 1e5
        var text = ""
        var last = (0, 0)
        for (latitude, longitude) in [
            (from.latitude, from.longitude), (from.latitude, to.longitude), (to.latitude, to.longitude),
        ] {
            let next = (Int((latitude * scale).rounded()), Int((longitude * scale).rounded()))
            for difference in [next.0 - last.0, next.1 - last.1] { text += encoded(difference) }
            last = next
        }
        let literal = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        let length = String(tenths: from.distance(to: to) * 4 / 3)
        return reply(
            #"{\#(data),"routes":[{"geometry":"\#(literal)","duration":1.0,"distance":\#(length),"#
                + #""legs":[]}],"waypoints":[\#(waypoint(from)),\#(waypoint(to))]}"#)
    }

    private func encoded(_ difference: Int) -> String {
        var value = difference < 0 ? ~(difference << 1) : difference << 1
        var text = ""
        while value >= 32 {
            text.unicodeScalars.append(UnicodeScalar(UInt8(32 | value & 31) + 63))
            value >>= 5
        }
        text.unicodeScalars.append(UnicodeScalar(UInt8(value) + 63))
        return text
    }

    private func waypoint(_ point: GeoPoint) -> String {
        #"{"name":"","location":[\#(point.longitude),\#(point.latitude)],"distance":4.5}"#
    }

    private func refuse(_ code: String) -> PageAnswer {
        PageAnswer(.malformed, type: .named("answer.json"), body: Array(#"{"code":"\#(code)","message":"no"}"#.utf8))
    }

    private func reply(_ text: String) -> PageAnswer {
        PageAnswer(.ok, type: .named("answer.json"), body: Array(text.utf8))
    }
}

extension String {
    fileprivate init(tenths value: Double) { self = String((value * 10).rounded() / 10) }
}
