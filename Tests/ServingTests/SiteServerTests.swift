import Diagnostics
import FlyingSocks
import Foundation
import Serving
import Testing

@Suite(.timeLimit(.minutes(10))) struct SiteServerTests {
    /// Runs a server on a free port while `body` talks to it.
    private func withServer(
        bounds: SiteServer.Bounds = SiteServer.Bounds(), _ roots: SiteRoots, _ body: (UInt16) async throws -> Void
    ) async throws {
        var server = try SiteServer(port: 0)
        server.bounds = bounds
        let task = Task { [server] in try await server.run { answer(to: $0, in: roots) } }
        do { try await body(server.port) } catch {
            task.cancel()
            throw error
        }
        task.cancel()
        _ = await task.result
        // The port is free again.
        #expect(throws: Never.self) { _ = try SiteServer(port: server.port) }
    }

    /// Sends the pieces one after the other and reads to the end of the connection.
    private func exchange(_ port: UInt16, _ pieces: String...) async throws -> String {
        let socket = try await AsyncSocket.connected(to: .inet(ip4: "127.0.0.1", port: port), timeout: 120)
        defer { try? socket.close() }
        for piece in pieces {
            try await socket.write(Data(piece.utf8))
            if pieces.count > 1 { try await Task.sleep(for: .milliseconds(20)) }
        }
        var bytes: [UInt8] = []
        do {
            while true { bytes += try await socket.read(atMost: 4096) }
        } catch SocketError.disconnected {}
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func `a page comes whole over a connection that then closes`() async throws {
        let folder = try TestFolder()
        let long = String(repeating: "0123456789", count: 100_000)
        try folder.write("public/long.txt", long)
        try await withServer(folder.roots) { port in
            let answer = try await exchange(port, "GET /long.txt HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\r\n")
            #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\n"))
            #expect(answer.contains("\r\nConnection: close\r\n"))
            let isWhole = answer.hasSuffix("\r\n\r\n" + long)
            #expect(isWhole)
        }
    }

    @Test func `a request may come in pieces`() async throws {
        let folder = try TestFolder()
        try await withServer(folder.roots) { port in
            let answer = try await exchange(port, "GET / HT", "TP/1.1\r\nHost: localhost\r", "\n\r", "\n")
            #expect(answer.hasSuffix("<p>home"))
        }
    }

    @Test func `refusals go over the wire as well`() async throws {
        let folder = try TestFolder()
        try await withServer(folder.roots) { port in
            let host = "Host: localhost\r\n"
            let body = String(repeating: "x", count: 30_000)
            for (request, status) in [
                ("GET /../secret.txt HTTP/1.1\r\n\(host)\r\n", "404 Not Found"),
                ("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", "421 Misdirected Request"),
                ("POST / HTTP/1.1\r\n\(host)Content-Length: 30000\r\n\r\n\(body)", "405 Method Not Allowed"),
                ("nonsense\r\n\r\n", "400 Bad Request"),
                ("GET / HTTP/1.1\r\n\(host)X: \(body)\r\n\r\n", "431 Request Header Fields Too Large"),
            ] {
                let answer = try await exchange(port, request)
                #expect(answer.hasPrefix("HTTP/1.1 \(status)\r\n"))
                #expect(!answer.contains("secret"))
            }
        }
    }

    @Test func `a client that says nothing loses its connection and holds up nobody`() async throws {
        let folder = try TestFolder()
        var bounds = SiteServer.Bounds()
        bounds.connections = 2
        bounds.headTime = .milliseconds(200)
        try await withServer(bounds: bounds, folder.roots) { port in
            let idle = try await AsyncSocket.connected(to: .inet(ip4: "127.0.0.1", port: port), timeout: 120)
            let other = try await AsyncSocket.connected(to: .inet(ip4: "127.0.0.1", port: port), timeout: 120)
            let answer = try await exchange(port, "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
            #expect(answer.hasSuffix("<p>home"))
            await #expect(throws: SocketError.disconnected) { try await idle.read(atMost: 1) }
            await #expect(throws: SocketError.disconnected) { try await other.read(atMost: 1) }
            try idle.close()
            try other.close()
        }
    }

    @Test func `many ask at the same time and all are answered`() async throws {
        let folder = try TestFolder()
        var bounds = SiteServer.Bounds()
        bounds.connections = 4
        try await withServer(bounds: bounds, folder.roots) { port in
            try await withThrowingTaskGroup(of: Bool.self) { group in
                for _ in 0..<40 {
                    group.addTask {
                        try await exchange(port, "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n").hasSuffix("<p>home")
                    }
                }
                for try await isWhole in group { #expect(isWhole) }
            }
        }
    }

    @Test func `serving goes on when nothing is watched, and ends when it is cancelled`() async throws {
        let folder = try TestFolder()
        let server = try SiteServer(port: 0)
        let roots = folder.roots
        let task = Task { try await serve(roots, at: server) {} }
        for _ in 0..<2 {
            let answer = try await exchange(server.port, "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
            #expect(answer.hasSuffix("<p>home"))
        }
        task.cancel()
        _ = await task.result
        let client = try? await AsyncSocket.connected(to: .inet(ip4: "127.0.0.1", port: server.port))
        #expect(client == nil)
    }

    @Test func `a taken port is a problem with a hint`() throws {
        let first = try SiteServer(port: 0)
        let error = #expect(throws: ProblemError.self) { _ = try SiteServer(port: first.port) }
        let problem = try #require(error?.problems.first)
        #expect(problem.kind == "serve.port")
        #expect(problem.message == "Can't listen at port \(first.port): Address already in use")
        #expect(problem.hint?.contains("--port") == true)
    }

    @Test func `addresses of the local network are numbers and never the loopback`() {
        for address in localAddresses() {
            #expect(address.split(separator: ".").compactMap { UInt8($0) }.count == 4)
            #expect(!address.hasPrefix("127."))
        }
    }
}
