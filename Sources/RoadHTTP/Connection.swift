import Glibc
import Roads
import Synchronization

/// A TCP connection whose every wait has an end, but for the look-up of a name, which is the system's.
///
/// It blocks the thread it is used on. Closing is up to the owner.
struct Connection: Sendable {
    private let descriptor: Int32

    /// Connects to the first of the host's addresses that accepts.
    static func open(_ address: RoadAddress, _ patience: Patience) throws(RoadFault) -> Connection {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        let failure = getaddrinfo(address.host, String(address.port), &hints, &list)
        guard failure == 0 else { throw .noServer("\(address.host): \(String(cString: gai_strerror(failure)))") }
        defer { freeaddrinfo(list) }
        var last = RoadFault.noServer("\(address.host) has no address")
        var next = list
        while let entry = next?.pointee {
            do throws(RoadFault) { return try Connection(entry, patience) } catch {
                last = error
                try patience.check()
            }
            next = entry.ai_next
        }
        throw last
    }

    private init(_ entry: addrinfo, _ patience: Patience) throws(RoadFault) {
        let type = entry.ai_socktype | Int32(SOCK_NONBLOCK.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        descriptor = socket(entry.ai_family, type, entry.ai_protocol)
        guard descriptor >= 0 else { throw .noServer(words(errno)) }
        // Requests are small and go out at once.
        var yes: Int32 = 1
        setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
        do throws(RoadFault) {
            if connect(descriptor, entry.ai_addr, entry.ai_addrlen) == 0 { return }
            guard errno == EINPROGRESS else { throw .noServer(words(errno)) }
            do throws(RoadFault) { try wait(for: POLLOUT, patience) } catch {
                guard case .timeOut(let seconds) = error else { throw error }
                throw .noServer("no connection within \(seconds) s")
            }
            var number: Int32 = 0
            var size = socklen_t(MemoryLayout<Int32>.size)
            getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &number, &size)
            guard number == 0 else { throw .noServer(words(number)) }
        } catch {
            close()
            throw error
        }
    }

    func close() { Glibc.close(descriptor) }

    /// Whether nothing has come that nobody asked for, not even the end.
    var isQuiet: Bool {
        var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&entry, 1, 0) == 0
    }

    func write(_ bytes: [UInt8], _ patience: Patience) throws(RoadFault) {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            if count >= 0 { sent += count } else { try standing(errno, POLLOUT, patience) }
        }
    }

    /// The next bytes; none at the end.
    func read(_ patience: Patience) throws(RoadFault) -> [UInt8] {
        while true {
            var count = 0
            let bytes = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, filled in
                count = recv(descriptor, buffer.baseAddress, buffer.count, 0)
                filled = max(0, count)
            }
            if count >= 0 { return bytes }
            try standing(errno, POLLIN, patience)
        }
    }

    /// Waits where waiting helps against the error.
    private func standing(_ number: Int32, _ event: Int32, _ patience: Patience) throws(RoadFault) {
        switch number {
        case EAGAIN: try wait(for: event, patience)
        case EINTR: try patience.check()
        default: throw .cutOff
        }
    }

    private func wait(for event: Int32, _ patience: Patience) throws(RoadFault) {
        let silence = patience.silence()
        while true {
            let milliseconds = try patience.nextWait(silence)
            var entry = pollfd(fd: descriptor, events: Int16(event), revents: 0)
            if poll(&entry, 1, milliseconds) > 0 { return }
        }
    }
}

private func words(_ number: Int32) -> String { String(cString: strerror(number)) }
