import FlyingSocks
import Foundation
import Glibc
import RoadHTTP
import Roads
import Synchronization

/// A server that says on each connection whatever a test wants, and notes what it was asked.
final class RoughServer: Sendable {
    typealias Speech = @Sendable (_ line: Line) async throws -> Void

    let port: UInt16
    private let socket: Socket
    private let log = Mutex<[String]>([])
    private let accepted = Mutex(0)

    init() throws {
        socket = try Socket(domain: AF_INET)
        try socket.setValue(true, for: .localAddressReuse)
        try socket.bind(to: sockaddr_in.inet(ip4: "127.0.0.1", port: 0))
        try socket.listen()
        guard case .ip4(_, let bound) = try socket.sockname() else { throw SocketError.unsupportedAddress }
        port = bound
    }

    /// First lines and bodies of the requests, in the order of their arrival.
    var requests: [String] { log.withLock { $0 } }
    var connections: Int { accepted.withLock { $0 } }

    func close() throws { try socket.close() }

    /// Runs while `body` talks to it, and then closes everything.
    static func run<T>(_ speech: @escaping Speech, _ body: (RoughServer) async throws -> T) async throws -> T {
        let server = try RoughServer()
        let task = Task { try await server.listen(speech) }
        let result: Result<T, any Error>
        do { result = .success(try await body(server)) } catch { result = .failure(error) }
        task.cancel()
        _ = await task.result
        return try result.get()
    }

    private func listen(_ speech: @escaping Speech) async throws {
        defer { try? socket.close() }
        let pool: some AsyncSocketPool = .make()
        try await pool.prepare()
        let listener = try AsyncSocket(socket: socket, pool: pool)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await pool.run() }
            group.addTask {
                await withTaskGroup(of: Void.self) { talks in
                    while let client = try? await listener.accept() {
                        self.accepted.withLock { $0 += 1 }
                        talks.addTask {
                            try? await speech(Line(socket: client, server: self))
                            try? client.close()
                        }
                    }
                    talks.cancelAll()
                }
            }
            defer { group.cancelAll() }
            try await group.next()
        }
    }

    /// One connection.
    struct Line: Sendable {
        var socket: AsyncSocket
        var server: RoughServer

        /// Path of the next request; its body too where it has one.
        func request() async throws -> String {
            var head: [UInt8] = []
            while !head.suffix(4).elementsEqual(Array("\r\n\r\n".utf8)) { head.append(try await socket.read()) }
            let lines = String(decoding: head, as: UTF8.self).split(separator: "\r\n")
            let length = lines.first { $0.lowercased().hasPrefix("content-length:") }
                .flatMap { Int($0.split(separator: " ")[1]) }
            let body = try await socket.read(bytes: length ?? 0)
            let words = lines[0].split(separator: " ")
            server.log.withLock { $0.append("\(words[0]) \(words[1])\(String(decoding: body, as: UTF8.self))") }
            return String(words[1])
        }

        /// How often the path was asked for, now included.
        func times(_ path: String) -> Int { server.requests.count { $0.split(separator: " ")[1] == path } }

        func say(_ text: String) async throws { try await socket.write(Data(text.utf8)) }

        func answer(_ text: String, status: String = "200 OK", headers: String = "") async throws {
            try await say("HTTP/1.1 \(status)\r\nContent-Length: \(text.utf8.count)\r\n\(headers)\r\n\(text)")
        }

        /// Waits until the other side has gone, or the test is over.
        func hang() async throws {
            while true { _ = try await socket.read() }
        }
    }

    func transport(seconds: Int = 1, maxBytes: Int = 8 << 20) -> HTTPRoadTransport {
        var address = RoadServer(address: "http://127.0.0.1:\(port)", timeoutSeconds: seconds)
        address.maxBytes = maxBytes
        return HTTPRoadTransport(address)
    }
}
