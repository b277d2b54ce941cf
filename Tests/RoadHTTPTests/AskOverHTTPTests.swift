import Diagnostics
import Foundation
import Roads
import Synchronization
import Testing

/// The whole way: an order, OSRM's questions, real sockets, and what comes home.
@Suite(.timeLimit(.minutes(5))) struct AskOverHTTPTests {
    private let places = (0..<30).compactMap { RoadPlace(latitude: 47_000_000 + 1000 * $0, longitude: 9_500_000) }
    private var pairs: [RoadPair] {
        places.flatMap { from in places.filter { $0 != from }.map { RoadPair(from: from, to: $0) } }
    }

    private func ask(
        _ server: RoughServer, parallel: Int = 4, seconds: Int = 1, maxBytes: Int = 8 << 20, lines: [RoadPair] = []
    ) async -> RoadHaul {
        await askRoads(
            RoadOrder(pairs: pairs, lines: lines), of: OSRM(), known: nil,
            limits: RoadLimits(maxPlaces: 10, parallel: parallel, retries: 2, maxSnapMetres: 300),
            over: server.transport(seconds: seconds, maxBytes: maxBytes)
        ) { _ in }
    }

    @Test func `answers in reverse give the same haul as answers in order`() async throws {
        let inOrder = try await RoughServer.run(roads) { await ask($0, parallel: 1, seconds: 60) }
        #expect(inOrder.problems.isEmpty && pairs.allSatisfy { inOrder.drives[$0] != nil })
        let gate = Gate(size: 8)
        let reversed = try await RoughServer.run { line in
            while true {
                let path = try await line.request()
                let place = path.hasPrefix("/table") ? await gate.enter() : nil
                try await line.answer(osrmAnswer(path))
                if let place { await gate.leave(place) }
            }
        } _: { server in
            let haul = await ask(server, parallel: 8, seconds: 60)
            #expect(server.connections <= 9)
            return haul
        }
        #expect(await gate.isUsed)
        #expect(reversed == inOrder)
    }

    @Test func `after two errors of a server everything comes home all the same`() async throws {
        for status in ["503 Busy", "502 Bad Gateway", "429 Slow Down"] {
            try await RoughServer.run { line in
                while true {
                    let path = try await line.request()
                    let isError = line.times(path) <= 2
                    try await line.answer(isError ? "<p>busy" : osrmAnswer(path), status: isError ? status : "200 OK")
                }
            } _: { server in
                let haul = await ask(server, seconds: 60)
                #expect(haul.problems.isEmpty && pairs.allSatisfy { haul.drives[$0] != nil })
                let requests = server.requests
                #expect(haul.requests == requests.count && requests.count == 3 * Set(requests).count)
            }
        }
    }

    @Test func `a server that fails at some questions loses those alone`() async throws {
        let accidents: [(kind: String, speech: @Sendable (RoughServer.Line) async throws -> Void)] = [
            ("roads.server", { try await $0.answer("oops", status: "500 Internal Server Error") }),
            ("roads.refused", { try await $0.answer(#"{"code":"NoSegment","message":"none"}"#, status: "400 Bad") }),
            ("roads.garbled", { try await $0.answer(String(repeating: "rubbish!", count: 1 << 16)) }),
            ("roads.too-long", { try await $0.answer(String(repeating: "rubbish!", count: 10 << 17)) }),
            ("roads.cut-off", { try await $0.say("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"code\":") }),
            ("roads.cut-off", { try await $0.say("HTTP/1.1 200 OK\r\nContent-Le") }),
            ("roads.slow", { try await $0.hang() }),
        ]
        let unlucky = try await RoughServer.run(roads) { server in
            _ = await ask(server, parallel: 1)
            return server.requests[2].dropFirst("GET ".count)
        }
        for (kind, speech) in accidents {
            try await RoughServer.run { line in
                while true {
                    let path = try await line.request()
                    if path == unlucky {
                        try await speech(line)
                        return
                    }
                    try await line.answer(osrmAnswer(path))
                }
            } _: { server in
                let haul = await ask(server, maxBytes: 1 << 20)
                let missing = pairs.count { haul.drives[$0] == nil }
                #expect(missing <= 100)
                // Pieces of the question may be answered where the whole is not.
                #expect(haul.problems.map(\.kind) == (missing > 0 ? [kind] : []), "\(haul.problems.map(\.message))")
                if missing > 0 {
                    #expect(haul.problems[0].message.hasSuffix("the estimate stands in for \(missing) drives"))
                }
            }
        }
    }

    @Test func `a server of nothing but trouble is one problem`() async throws {
        for (kind, text) in [
            ("roads.garbled", "HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\nrubbish"), ("roads.garbled", "SSH-2.0\r\n"),
            ("roads.refused", "HTTP/1.1 307 Away\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n"),
            ("roads.cut-off", "HTTP/1.1 200"),
            ("roads.too-long", "HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n"),
        ] {
            try await RoughServer.run { line in
                _ = try await line.request()
                try await line.say(text)
            } _: { server in
                let haul = await ask(server, lines: [pairs[0]])
                #expect(haul.problems.map(\.kind) == [kind])
                #expect(
                    haul.problems.first?.message.contains("the estimate stands in for 870 drives, and 1 line") == true)
                #expect(haul.drives.isEmpty && haul.requests == server.requests.count && haul.requests <= 3)
            }
        }
    }
}

@Sendable private func roads(_ line: RoughServer.Line) async throws {
    while true { try await line.answer(osrmAnswer(try await line.request())) }
}

/// What OSRM would say of roads that run straight: a second for each thousandth of a degree.
private func osrmAnswer(_ path: String) -> String {
    let parts = path.split(separator: "?")[0].split(separator: "/")
    let spots = parts[3].split(separator: ";").map { $0.split(separator: ",").compactMap { Double($0) } }
    let waypoints = spots.map { _ in #"{"distance":5}"# }.joined(separator: ",")
    if parts[0] == "nearest" { return #"{"code":"Ok","data_version":"1","waypoints":[\#(waypoints)]}"# }
    func chosen(_ name: String) -> [[Double]] {
        let query = path.split(separator: "?").dropFirst().first?.split(separator: "&") ?? []
        let list = query.first { $0.hasPrefix(name + "=") }?.dropFirst(name.count + 1)
        return list.map { $0.split(separator: ";").compactMap { Int($0) }.map { spots[$0] } } ?? spots
    }
    let rows = chosen("sources").map { from in
        chosen("destinations").map { String(Int((abs(from[1] - $0[1]) * 1000).rounded())) }.joined(separator: ",")
    }
    func places(_ count: Int) -> String {
        Array(repeating: #"{"distance":5}"#, count: count).joined(separator: ",")
    }
    let table = rows.map { "[\($0)]" }.joined(separator: ",")
    return
        #"{"code":"Ok","durations":[\#(table)],"distances":[\#(table)],"sources":[\#(places(chosen("sources").count))],"#
        + #""destinations":[\#(places(chosen("destinations").count))]}"#
}

/// The first few wait until they are all there, and then leave in reverse.
private actor Gate {
    private let size: Int
    private var inside = 0
    private var waiting: [Int: CheckedContinuation<Void, Never>] = [:]

    init(size: Int) { self.size = size }

    var isUsed: Bool { inside >= size && waiting.isEmpty }

    /// Nil for those who come later.
    func enter() async -> Int? {
        guard inside < size else { return nil }
        let place = inside
        inside += 1
        if inside == size { return place }
        await withCheckedContinuation { waiting[place] = $0 }
        return place
    }

    func leave(_ place: Int) { waiting.removeValue(forKey: place - 1)?.resume() }
}
