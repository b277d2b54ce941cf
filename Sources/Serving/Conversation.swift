import FlyingSocks
import Foundation

/// One connection: a request is read, answered, and the connection closed.
struct Conversation: Sendable {
    var client: AsyncSocket
    var bounds: SiteServer.Bounds

    /// Never throws: whatever a client does is the end of its own connection only.
    func hold(_ answer: @escaping @Sendable (PageRequest) -> PageAnswer) async {
        try? await within(bounds.wholeTime) {
            let reply = try await within(bounds.headTime) { try await readHead() }
                .map { PageRequest(head: $0).map(answer) ?? PageAnswer(.malformed, "That is no HTTP request.") }
            let bytes = (reply ?? PageAnswer(.tooLong, "The request is too long.")).bytes
            try await client.write(Data(bytes))
            try await endWriting()
        }
        try? client.close()
    }

    /// The bytes up to the empty line, or nil when they are too many.
    private func readHead() async throws -> [UInt8]? {
        var bytes: [UInt8] = []
        while bytes.count < bounds.headBytes {
            let more = try await client.read(atMost: min(4096, bounds.headBytes - bytes.count))
            // The empty line may have begun in what was there before.
            let start = max(0, bytes.count - 3)
            bytes += more
            if let end = emptyLine(in: bytes, from: start) { return Array(bytes[...end]) }
        }
        return nil
    }

    /// Closing while unread bytes wait would reset the connection, and the client could lose the answer: so this side
    /// only ends its own half and drops a little of what still comes.
    private func endWriting() async throws {
        shutdown(client.socket.file.rawValue, Int32(SHUT_WR))
        for _ in 0..<64 { _ = try await within(.seconds(1)) { try await client.read(atMost: 4096) } }
    }
}

/// The index of the first of two line ends in a row.
private func emptyLine(in bytes: [UInt8], from start: Int) -> Int? {
    let feed = UInt8(ascii: "\n")
    let carriage = UInt8(ascii: "\r")
    return bytes.indices.dropFirst(start).first { index in
        guard bytes[index] == feed else { return false }
        let rest = bytes[(index + 1)...]
        return rest.first == feed || rest.starts(with: [carriage, feed])
    }
}

/// Cancels the work after that time.
/// - Throws: `CancellationError` when the time is over, otherwise what the work throws.
func within<Result: Sendable>(
    _ time: Duration, _ work: @escaping @Sendable () async throws -> Result
) async throws -> Result {
    try await withThrowingTaskGroup(of: Result.self) { group in
        group.addTask(operation: work)
        group.addTask {
            try await Task.sleep(for: time)
            throw CancellationError()
        }
        defer { group.cancelAll() }
        guard let result = try await group.next() else { throw CancellationError() }
        return result
    }
}
