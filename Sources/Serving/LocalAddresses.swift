import Glibc

/// The IPv4 addresses that other devices of the local network can reach this machine at, sorted as text.
package func localAddresses() -> [String] {
    var first: UnsafeMutablePointer<ifaddrs>?
    guard getifaddrs(&first) == 0 else { return [] }
    defer { freeifaddrs(first) }
    var found: Set<String> = []
    for entry in sequence(first: first, next: { $0?.pointee.ifa_next }).prefix(while: { $0 != nil }) {
        guard let entry, let address = entry.pointee.ifa_addr, Int32(address.pointee.sa_family) == AF_INET else {
            continue
        }
        let flags = entry.pointee.ifa_flags
        guard flags & UInt32(IFF_UP) != 0, flags & UInt32(IFF_LOOPBACK) == 0 else { continue }
        var buffer = [CChar](repeating: 0, count: Int(INET_ADDRSTRLEN))
        address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { inet in
            _ = inet_ntop(AF_INET, &inet.pointee.sin_addr, &buffer, socklen_t(buffer.count))
        }
        found.insert(String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self))
    }
    return found.sorted()
}
