package import Diagnostics
import FlyingSocks
import Glibc

/// An HTTP server that holds nothing but a listening socket: one request a connection, each bounded in size and time.
///
/// It stands on FlyingSocks, not on FlyingFox's own `HTTPServer`: that one reads header lines of any length for any
/// time, takes any number of connections and ends when one can't be accepted.
package struct SiteServer: Sendable {
    /// What one visitor can take of this machine.
    package struct Bounds: Sendable {
        package var connections = 64
        package var headBytes = 16 * 1024
        package var headTime = Duration.seconds(10)
        package var wholeTime = Duration.seconds(60)

        package init() {}
    }

    private let socket: Socket
    package let port: UInt16
    package var bounds = Bounds()

    /// Starts listening at this machine's loopback address, or at all its IPv4 addresses. Port 0 takes any free one.
    ///
    /// - Throws: `serve.port` when the port is taken or not allowed.
    package init(port: UInt16, isOnNetwork: Bool = false) throws(ProblemError) {
        do {
            socket = try Socket(domain: AF_INET)
            do {
                try socket.setValue(true, for: .localAddressReuse)
                try socket.bind(to: sockaddr_in.inet(ip4: isOnNetwork ? "0.0.0.0" : "127.0.0.1", port: port))
                try socket.listen()
                guard case .ip4(_, let bound) = try socket.sockname() else { throw SocketError.unsupportedAddress }
                self.port = bound
            } catch {
                try? socket.close()
                throw error
            }
        } catch {
            throw ProblemError(
                "serve.port", "Can't listen at port \(port): \(reason(error))", value: String(port),
                hint: "choose another port from 1024 to 65535 with --port")
        }
    }

    /// Answers until the task is cancelled; then closes everything.
    package func run(_ answer: @escaping @Sendable (PageRequest) -> PageAnswer) async throws {
        defer { try? socket.close() }
        let pool: some AsyncSocketPool = .make()
        try await pool.prepare()
        let listener = try AsyncSocket(socket: socket, pool: pool)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await pool.run() }
            group.addTask { try await accept(listener, answer) }
            defer { group.cancelAll() }
            try await group.next()
        }
    }

    private func accept(_ listener: AsyncSocket, _ answer: @escaping @Sendable (PageRequest) -> PageAnswer) async throws
    {
        try await withThrowingTaskGroup(of: Void.self) { group in
            var open = 0
            while true {
                // From the bound on, each new connection waits for an old one to end.
                if open >= bounds.connections {
                    try await group.next()
                    open -= 1
                }
                let client: AsyncSocket
                do {
                    client = try await listener.accept()
                } catch {
                    // A client that gave up, or too many open files: neither ends the server.
                    try await Task.sleep(for: .milliseconds(100))
                    continue
                }
                open += 1
                group.addTask { await Conversation(client: client, bounds: bounds).hold(answer) }
            }
        }
    }
}

private func reason(_ error: any Error) -> String {
    if case .failed(_, let number, _)? = error as? SocketError { return String(cString: strerror(number)) }
    return "\(error)"
}
