import Foundation
import Roads
import Synchronization

/// HTTP/1.1 without encryption, over connections that are kept for the next question.
///
/// Each exchange blocks a thread of its own. The connections are closed with the last reference.
final class PlainHTTP: Sendable {
    private let server: RoadServer
    private let address: RoadAddress
    private let idle = Mutex<[Connection]>([])

    init(_ server: RoadServer, at address: RoadAddress) {
        self.server = server
        self.address = address
    }

    deinit { for connection in idle.withLock({ $0 }) { connection.close() } }

    func answer(to question: RoadQuestion, _ patience: Patience) throws(RoadFault) -> RoadAnswer {
        var path = address.path + question.path
        for _ in 0...HTTPRoadTransport.maxRedirects {
            let reply = try exchange(request(path, question.body), patience)
            guard (300..<400).contains(reply.status) else {
                return RoadAnswer(status: reply.status, bytes: reply.body)
            }
            // A question that is posted is not repeated anywhere else.
            guard question.body == nil, let location = reply.location, let target = address.target(of: location) else {
                throw .status(reply.status)
            }
            path = target
        }
        throw .status(302)
    }

    private func request(_ path: String, _ body: [UInt8]?) -> [UInt8] {
        var lines = [
            "\(body == nil ? "GET" : "POST") \(path) HTTP/1.1", "Host: \(address.authority)",
            "User-Agent: fieldbook", "Accept: application/json",
        ]
        if let body { lines += ["Content-Type: application/json", "Content-Length: \(body.count)"] }
        return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + (body ?? [])
    }

    private func exchange(_ request: [UInt8], _ patience: Patience) throws(RoadFault) -> HTTPReply {
        while let connection = idle.withLock({ $0.popLast() }) {
            guard connection.isQuiet else {
                connection.close()
                continue
            }
            // The server may end an idle connection in the moment of the question: then it is asked anew.
            if let reply = try talk(over: connection, isKept: true, request, patience) { return reply }
        }
        guard let reply = try talk(over: try .open(address, patience), isKept: false, request, patience) else {
            throw .cutOff
        }
        return reply
    }

    /// Nil where a kept connection ended before the answer began.
    private func talk(
        over connection: Connection, isKept: Bool, _ request: [UInt8], _ patience: Patience
    ) throws(RoadFault) -> HTTPReply? {
        var wire = Wire { () throws(RoadFault) in try connection.read(patience) }
        do throws(RoadFault) {
            try connection.write(request, patience)
            let reply = try HTTPReply(from: &wire, maxBytes: server.maxBytes)
            if reply.isKept { idle.withLock { $0.append(connection) } } else { connection.close() }
            return reply
        } catch {
            connection.close()
            if isKept, !wire.hasBegun, error == .cutOff { return nil }
            throw error
        }
    }
}
